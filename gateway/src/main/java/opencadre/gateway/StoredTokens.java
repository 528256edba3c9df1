package opencadre.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.session.Session;

/**
 * Tokens live in the stored session and end with it, each under a name of its own: the framework keeps them in one map,
 * where two requests at two instances overwrite each other's new tokens with old ones. A token of the account that was
 * signed in here before is not found.
 */
final class StoredTokens implements OAuth2AuthorizedClientRepository {

    private static final String PREFIX = "opencadre.token.";

    private record Stored(
            String account,
            OAuth2AccessToken access,
            @Nullable OAuth2RefreshToken refresh) implements Serializable {}

    private final ClientRegistrationRepository registrations;
    private final CachedSessions<?> sessions;

    StoredTokens(ClientRegistrationRepository registrations, CachedSessions<?> sessions) {
        this.registrations = registrations;
        this.sessions = sessions;
    }

    /**
     * The token as it is stored now, which another instance may have renewed since this request began. From here on the
     * request goes by it; writing it into the session could undo the next renewal.
     */
    @Nullable
    OAuth2AuthorizedClient latest(String registrationId, Authentication account, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Session stored = session == null ? null : sessions.stored(session.getId());
        if (stored != null) {
            request.setAttribute(PREFIX + registrationId, stored.getAttribute(PREFIX + registrationId));
        }
        return loadAuthorizedClient(registrationId, account, request);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registrationId, Authentication account, HttpServletRequest request) {
        Object latest = request.getAttribute(PREFIX + registrationId);
        HttpSession session = request.getSession(false);
        return session == null
                ? null
                : (T) client(
                        registrationId,
                        account,
                        latest == null ? session.getAttribute(PREFIX + registrationId) : latest);
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication account,
            HttpServletRequest request,
            HttpServletResponse response) {
        String name = PREFIX + client.getClientRegistration().getRegistrationId();
        request.removeAttribute(name);
        request.getSession()
                .setAttribute(name, new Stored(account.getName(), client.getAccessToken(), client.getRefreshToken()));
    }

    @Override
    public void removeAuthorizedClient(
            String registrationId, Authentication account, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        request.removeAttribute(PREFIX + registrationId);
        if (session != null) {
            session.removeAttribute(PREFIX + registrationId);
        }
    }

    private @Nullable OAuth2AuthorizedClient client(
            String registrationId, Authentication account, @Nullable Object attribute) {
        ClientRegistration registration = registrations.findByRegistrationId(registrationId);
        return registration != null
                        && attribute instanceof Stored stored
                        && stored.account().equals(account.getName())
                ? new OAuth2AuthorizedClient(registration, stored.account(), stored.access(), stored.refresh())
                : null;
    }
}
