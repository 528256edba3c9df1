package opencadre.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Ends sessions when the identity provider says so, whichever instance of the gateway it tells: sessions are found in
 * the shared store by their subject. The framework's own handler goes by a cookie it sends to itself, which fails
 * silently with stored sessions.
 */
@Component
class BackChannelLogout implements LogoutHandler, OidcSessionRegistry {

    private final CachedSessions<?> sessions;
    private final SessionAudit audit;

    /** Keycloak's logout tokens live two minutes; later a repeated one has expired. */
    private final Cache<String, String> seen =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).build();

    BackChannelLogout(CachedSessions<?> sessions, SessionAudit audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication == null
                || !(authentication.getPrincipal() instanceof OidcLogoutToken token)
                || token.getSubject() == null
                || isRepeated(token)) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return;
        }
        sessions.findByPrincipalName(token.getSubject()).forEach((id, session) -> {
            if (token.getSessionId() == null || token.getSessionId().equals(providerSession(session))) {
                sessions.deleteById(id);
                audit.ended(token.getSubject());
            }
        });
    }

    private boolean isRepeated(OidcLogoutToken token) {
        return seen.asMap().putIfAbsent(token.getId(), token.getId()) != null;
    }

    private static @Nullable String providerSession(Session session) {
        SecurityContext context = session.getAttribute("SPRING_SECURITY_CONTEXT");
        return context != null
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof OidcUser user
                ? user.getClaimAsString("sid")
                : null;
    }

    /** The session store itself is the registry. */
    @Override
    public void saveSessionInformation(OidcSessionInformation information) {}

    @Override
    public @Nullable OidcSessionInformation removeSessionInformation(String clientSessionId) {
        return null;
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
        return List.of();
    }
}
