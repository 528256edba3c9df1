package opencadre.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Ends the session at Keycloak together with ours, so that the next login asks for the password. From server to server:
 * the way through the browser would hand it an id token.
 */
@Component
class KeycloakLogout implements LogoutHandler {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakLogout.class);

    private final StoredTokens tokens;
    private final GatewayProperties properties;
    private final RestClient keycloak;

    KeycloakLogout(StoredTokens tokens, GatewayProperties properties, IdentityProvider provider) {
        this.tokens = tokens;
        this.properties = properties;
        this.keycloak = provider.http();
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication == null) {
            return;
        }
        OAuth2AuthorizedClient client = tokens.latest(LoginConfiguration.LOGIN, authentication, request);
        OAuth2RefreshToken refresh = client == null ? null : client.getRefreshToken();
        if (client == null || refresh == null) {
            return;
        }
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("client_id", client.getClientRegistration().getClientId());
        form.add("client_secret", client.getClientRegistration().getClientSecret());
        form.add("refresh_token", refresh.getTokenValue());
        try {
            keycloak.post()
                    .uri(properties.identityEndpoint("logout"))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException | OAuth2AuthorizationException e) {
            LOG.warn("the session of {} at Keycloak lives on: {}", authentication.getName(), e.toString());
        }
    }
}
