package opencadre.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Lets the parallel requests of one page fetch a token once. A request that waited still holds the session as it was
 * before, so it takes the token that is stored by then.
 */
final class OneTokenAtATime implements OAuth2AuthorizedClientManager {

    /** As long as Spring's own providers: a token this near to its end is not used any more. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final OAuth2AuthorizedClientManager manager;
    private final StoredTokens tokens;
    private final TokenTurns turns;
    private final Cache<String, ReentrantLock> locks =
            Caffeine.newBuilder().weakValues().build();

    OneTokenAtATime(OAuth2AuthorizedClientManager manager, StoredTokens tokens, TokenTurns turns) {
        this.manager = manager;
        this.tokens = tokens;
        this.turns = turns;
    }

    @Override
    public @Nullable OAuth2AuthorizedClient authorize(OAuth2AuthorizeRequest asked) {
        HttpServletRequest request = currentRequest();
        HttpSession session = request == null ? null : request.getSession(false);
        if (request == null || session == null) {
            return manager.authorize(asked);
        }
        OAuth2AuthorizedClient known =
                tokens.loadAuthorizedClient(asked.getClientRegistrationId(), asked.getPrincipal(), request);
        if (isFresh(known)) {
            return known;
        }
        String id = session.getId();
        ReentrantLock lock = locks.get(id, any -> new ReentrantLock());
        lock.lock();
        try {
            // An exchange that needs the login's token renewed has its turn already.
            return lock.getHoldCount() > 1 || isFresh(latest(asked, request))
                    ? fetched(asked, request)
                    : turns.take(id, () -> fetched(asked, request));
        } finally {
            lock.unlock();
        }
    }

    /** The token of the person's login, refreshed where needed; nothing when the login has none. */
    @Nullable
    OAuth2AccessToken loginToken(Authentication person) {
        OAuth2AuthorizedClient login =
                authorize(OAuth2AuthorizeRequest.withClientRegistrationId(LoginConfiguration.LOGIN)
                        .principal(person)
                        .build());
        return login == null ? null : login.getAccessToken();
    }

    private @Nullable OAuth2AuthorizedClient fetched(OAuth2AuthorizeRequest asked, HttpServletRequest request) {
        OAuth2AuthorizedClient latest = latest(asked, request);
        return isFresh(latest) ? latest : manager.authorize(asked);
    }

    private @Nullable OAuth2AuthorizedClient latest(OAuth2AuthorizeRequest asked, HttpServletRequest request) {
        return tokens.latest(asked.getClientRegistrationId(), asked.getPrincipal(), request);
    }

    private static @Nullable HttpServletRequest currentRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }

    private static boolean isFresh(@Nullable OAuth2AuthorizedClient client) {
        Instant end = client == null ? null : client.getAccessToken().getExpiresAt();
        return end != null && end.minus(SKEW).isAfter(Instant.now());
    }
}
