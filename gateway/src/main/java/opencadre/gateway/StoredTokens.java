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

    StoredTokens(ClientRegistrationRepository registrations) {
        this.registrations = registrations;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registrationId, Authentication account, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        ClientRegistration registration = registrations.findByRegistrationId(registrationId);
        return session != null
                        && registration != null
                        && session.getAttribute(PREFIX + registrationId) instanceof Stored stored
                        && stored.account().equals(account.getName())
                ? (T) new OAuth2AuthorizedClient(registration, stored.account(), stored.access(), stored.refresh())
                : null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication account,
            HttpServletRequest request,
            HttpServletResponse response) {
        request.getSession()
                .setAttribute(
                        PREFIX + client.getClientRegistration().getRegistrationId(),
                        new Stored(account.getName(), client.getAccessToken(), client.getRefreshToken()));
    }

    @Override
    public void removeAuthorizedClient(
            String registrationId, Authentication account, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(PREFIX + registrationId);
        }
    }
}
