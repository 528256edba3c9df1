package opencadre.kit.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The door of every operation: finds the action it needs in the matrix, looks up what the account holds today, and
 * hands the use case an {@link Actor}. An operation that the matrix does not name is refused.
 */
public final class Access implements HandlerInterceptor, HandlerMethodArgumentResolver {

    /** What anybody signed in may ask: who am I. */
    public static final String SELF_READ = "self.read";

    /** What the realm role of a system administrator gives: grants and units, never a dossier. */
    static final String SYS_ADMIN = "SYS_ADMIN";

    /** The role whose grants name a person instead of reaching into a unit. */
    public static final String OWN_RECORD = "CADRE_SELF";

    /** Header that says to what purpose something sensitive is looked at. */
    public static final String PURPOSE = "OpenCadre-Purpose";

    /** Header that says that what is asked for goes onto paper: then it leaves as a file does. */
    public static final String MANNER = "OpenCadre-Manner";

    /** How long ago somebody may have signed in for what is restricted. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    /** RFC 9470: the token is good, but the sign-in behind it is too old. */
    private static final String STEP_UP =
            "Bearer error=\"insufficient_user_authentication\", max_age=\"" + FRESH.toSeconds() + "\"";

    private static final String REALM_SYS_ADMIN = "sys-admin";
    private static final String ACTOR = Actor.class.getName();

    private final AccessContracts contracts;
    private final Grants grants;
    private final Supplier<LocalDate> today;
    private final Supplier<Instant> now;

    public Access(AccessContracts contracts, Grants grants, Supplier<LocalDate> today, Supplier<Instant> now) {
        this.contracts = contracts;
        this.grants = grants;
        this.today = today;
        this.now = now;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)) {
            return true;
        }
        AccessContracts.Operation operation = contracts
                .operation(method, String.valueOf(pattern))
                .orElseThrow(() -> new AccessDeniedException("not in the access matrix: " + method + " " + pattern));
        Actor actor = actor(token.getToken(), operation, request.getHeader(PURPOSE), manner(method, request));
        if ((operation.fields().isAtLeast(FieldClass.SENSITIVE) || isForPaper(request))
                && actor.warrant().purpose() == null) {
            throw new ErrorResponseException(
                    HttpStatus.BAD_REQUEST, problem(HttpStatus.BAD_REQUEST, "purpose-needed"), null);
        }
        if (operation.fields().isAtLeast(FieldClass.RESTRICTED) && !signedInJustNow(token.getToken())) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, STEP_UP);
            throw new ErrorResponseException(
                    HttpStatus.UNAUTHORIZED, problem(HttpStatus.UNAUTHORIZED, "sign-in-again"), null);
        }
        request.setAttribute(ACTOR, actor);
        return true;
    }

    private boolean signedInJustNow(Jwt token) {
        return token.getClaim("auth_time") instanceof Number at
                && !Instant.ofEpochSecond(at.longValue()).plus(FRESH).isBefore(now.get());
    }

    /** Whose token it is and what they may do today, for one operation. */
    Actor actor(Jwt token, AccessContracts.Operation operation, @Nullable String purpose, Actor.Manner manner) {
        String action = operation.action();
        LocalDate day = today.get();
        Grants.Known known = known(subject(token), day);
        long version = version(token);
        if (version < known.authzVersion()) {
            throw new InsufficientAuthenticationException("rights have changed since this token was made");
        }
        if (version > known.authzVersion() && !action.equals(SELF_READ)) {
            throw new ErrorResponseException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    problem(HttpStatus.SERVICE_UNAVAILABLE, "grants-not-yet-here"),
                    null);
        }
        List<String> realmRoles = token.getClaimAsStringList("roles");
        boolean sysAdmin = realmRoles != null && realmRoles.contains(REALM_SYS_ADMIN);
        // Whoever runs the system opens no dossier, whatever was granted before the realm said so.
        List<Grants.InForce> held = sysAdmin ? List.of() : known.grants();
        List<String> roles = sysAdmin
                ? List.of(SYS_ADMIN)
                : held.stream().map(g -> g.grant().role()).toList();
        Set<String> actions = contracts.actionsOf(roles);
        if (!action.equals(SELF_READ) && !actions.contains(action)) {
            throw new AccessDeniedException("no grant of " + claim(token, "preferred_username") + " carries " + action);
        }
        return new Actor(
                subject(token),
                claim(token, "preferred_username"),
                claim(token, "name"),
                version,
                action,
                actions,
                held.stream().map(Grants.InForce::grant).toList(),
                reach(held, action),
                day,
                hands(known, held, action),
                new Actor.Warrant(
                        rights(held, action),
                        purpose != null && contracts.isPurpose(purpose) ? purpose : null,
                        operation.fields(),
                        manner));
    }

    /**
     * An account for what the service does in its name without a request of it, as counting what waits for it: what its
     * grants reach today that carry the action. Nobody where none does. Whoever runs the system is to be left out by
     * the caller: that the provider's token says.
     */
    public Optional<Actor> inTheNameOf(String account, String username, String name, String action) {
        LocalDate day = today.get();
        Grants.Known known = known(account, day);
        List<Grants.InForce> held = known.grants();
        Set<String> actions = contracts.actionsOf(
                held.stream().map(each -> each.grant().role()).toList());
        if (!actions.contains(action)) {
            return Optional.empty();
        }
        return Optional.of(new Actor(
                account,
                username,
                name,
                known.authzVersion(),
                action,
                actions,
                held.stream().map(Grants.InForce::grant).toList(),
                reach(held, action),
                day,
                hands(known, held, action),
                new Actor.Warrant(rights(held, action), null, FieldClass.INTERNAL, Actor.Manner.VIEW)));
    }

    private static boolean isForPaper(HttpServletRequest request) {
        return Actor.Manner.FILE.name().equals(request.getHeader(MANNER));
    }

    /**
     * Whatever answers something else than JSON is a file, also one that is added tomorrow, and so is what is printed.
     */
    private static Actor.Manner manner(String method, HttpServletRequest request) {
        if (!method.equals("GET")) {
            return Actor.Manner.CHANGE;
        }
        if (isForPaper(request)) {
            return Actor.Manner.FILE;
        }
        return request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) instanceof Set<?> types
                        && !types.contains(MediaType.APPLICATION_JSON)
                ? Actor.Manner.FILE
                : Actor.Manner.VIEW;
    }

    /**
     * The same account for another action than the one its request needs: what it reaches is what its grants reach that
     * carry the other action, and nothing when none does.
     */
    public Actor acting(Actor actor, String action) {
        return acting(actor, known(actor.account(), actor.today()), action);
    }

    /**
     * The same account for other actions than the one its request needs, as a list of what waits for it asks: for each,
     * what it reaches is what its grants reach that carry the action; null where none of them does. Its grants are read
     * once.
     */
    public Function<String, @Nullable Actor> acting(Actor actor) {
        Grants.Known known = known(actor.account(), actor.today());
        return action -> actor.actions().contains(action) ? acting(actor, known, action) : null;
    }

    private Grants.Known known(String account, LocalDate day) {
        return grants.known(account, day).orElse(new Grants.Known(0, Set.of(account), List.of()));
    }

    private Actor acting(Actor actor, Grants.Known known, String action) {
        List<Grants.InForce> held = known.grants();
        return new Actor(
                actor.account(),
                actor.username(),
                actor.name(),
                actor.authzVersion(),
                action,
                actor.actions(),
                actor.grants(),
                reach(held, action),
                actor.today(),
                hands(known, held, action),
                actor.warrant());
    }

    private List<String> rights(List<Grants.InForce> held, String action) {
        return held.stream()
                .map(Grants.InForce::grant)
                .filter(grant -> contracts.carries(grant.role(), action))
                .map(grant -> grant.role() + " " + grant.unitId())
                .toList();
    }

    /**
     * The grants by which the actor may do what is being done to a person: each that carries the action and reaches one
     * of the places that the actor sees. None where the person does not exist for the actor.
     */
    public List<Grant> why(Actor actor, Collection<Places.Spot> spots) {
        return grants.known(actor.account(), actor.today()).map(Grants.Known::grants).orElse(List.of()).stream()
                .filter(held -> actor.grants().contains(held.grant()))
                .filter(held -> spots.stream()
                        .anyMatch(spot -> reach(List.of(held), actor.action())
                                .covers(spot.position(), spot.scope(), spot.securityClass())))
                .map(Grants.InForce::grant)
                .toList();
    }

    private Set<String> hands(Grants.Known known, List<Grants.InForce> held, String action) {
        Set<String> givers = givers(held, action);
        if (givers.isEmpty()) {
            return known.hands();
        }
        Set<String> hands = new TreeSet<>(grants.hands(givers));
        hands.addAll(known.hands());
        return hands;
    }

    private Set<String> givers(List<Grants.InForce> held, String action) {
        Set<String> givers = new TreeSet<>();
        for (Grants.InForce each : held) {
            if (contracts.carries(each.grant().role(), action)) {
                Grant.Delegation delegation = each.grant().delegation();
                if (delegation == null) {
                    return Set.of();
                }
                givers.add(delegation.account());
            }
        }
        return givers;
    }

    private Reach reach(List<Grants.InForce> held, String action) {
        return Reach.of(held.stream()
                .filter(g -> contracts.carries(g.grant().role(), action))
                .filter(g -> g.grant().role().equals(OWN_RECORD) == (g.grant().personId() != null))
                .filter(g -> g.lo() != null && g.hi() != null)
                .map(Access::opening)
                .toList());
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Actor.class);
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        Object actor = request.getAttribute(ACTOR, RequestAttributes.SCOPE_REQUEST);
        if (actor == null) {
            throw new InsufficientAuthenticationException("nobody is signed in");
        }
        return actor;
    }

    private static Reach.Opening opening(Grants.InForce held) {
        Long lo = java.util.Objects.requireNonNull(held.lo());
        Long hi = java.util.Objects.requireNonNull(held.hi());
        return held.grant().personId() == null
                ? new Reach.Opening(lo, hi, held.grant().scopes(), held.grant().securityClass())
                : new Reach.Opening(lo, hi, List.of(0), 0);
    }

    private static String subject(Jwt token) {
        String subject = token.getSubject();
        if (subject == null) {
            throw new InsufficientAuthenticationException("a token of nobody");
        }
        return subject;
    }

    private static long version(Jwt token) {
        Object claim = token.getClaim("authz_version");
        return claim instanceof Number number ? number.longValue() : 0;
    }

    private static String claim(Jwt token, String name) {
        String value = token.getClaimAsString(name);
        return value == null ? subject(token) : value;
    }

    private static ProblemDetail problem(HttpStatus status, String code) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setProperty("code", code);
        return problem;
    }
}
