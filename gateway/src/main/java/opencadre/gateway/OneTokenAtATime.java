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
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Lets the parallel requests of one page fetch a token once. A request that waited still holds the session as it was
 * before, so it takes the token from the one that did not wait.
 */
final class OneTokenAtATime implements OAuth2AuthorizedClientManager {

    /** As long as Spring's own providers: a token this near to its end is not used any more. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private record Key(String session, String account, String registration) {}

    private final OAuth2AuthorizedClientManager manager;
    private final OAuth2AuthorizedClientRepository clients;
    private final Cache<String, ReentrantLock> locks =
            Caffeine.newBuilder().weakValues().build();
    private final Cache<Key, OAuth2AuthorizedClient> recent = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(100_000)
            .build();

    OneTokenAtATime(OAuth2AuthorizedClientManager manager, OAuth2AuthorizedClientRepository clients) {
        this.manager = manager;
        this.clients = clients;
    }

    @Override
    public @Nullable OAuth2AuthorizedClient authorize(OAuth2AuthorizeRequest asked) {
        HttpServletRequest request = currentRequest();
        HttpSession session = request == null ? null : request.getSession(false);
        if (request == null || session == null) {
            return manager.authorize(asked);
        }
        String registration = asked.getClientRegistrationId();
        OAuth2AuthorizedClient known = clients.loadAuthorizedClient(registration, asked.getPrincipal(), request);
        if (isFresh(known)) {
            return known;
        }
        Key key = new Key(session.getId(), asked.getPrincipal().getName(), registration);
        ReentrantLock lock = locks.get(key.session(), id -> new ReentrantLock());
        lock.lock();
        try {
            OAuth2AuthorizedClient meanwhile = recent.getIfPresent(key);
            if (isFresh(meanwhile)) {
                return meanwhile;
            }
            OAuth2AuthorizedClient fetched = manager.authorize(asked);
            if (fetched != null) {
                recent.put(key, fetched);
            }
            return fetched;
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

    private static boolean isFresh(@Nullable OAuth2AuthorizedClient client) {
        Instant end = client == null ? null : client.getAccessToken().getExpiresAt();
        return end != null && end.minus(SKEW).isAfter(Instant.now());
    }

    private static @Nullable HttpServletRequest currentRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }
}
