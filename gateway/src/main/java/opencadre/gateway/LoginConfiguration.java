package opencadre.gateway;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.TokenExchangeOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientTokenExchangeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.util.LinkedMultiValueMap;

/**
 * Signing in and the tokens that follow. The browser has a session cookie and nothing else; each service gets a token
 * made for it alone, exchanged for the user's.
 */
@Configuration
class LoginConfiguration {

    static final String LOGIN = "keycloak";

    /** Addresses are spelled out, so that the gateway starts and serves open sessions while the provider is away. */
    @Bean
    ClientRegistrationRepository clientRegistrations(GatewayProperties properties) {
        List<ClientRegistration> registrations = new ArrayList<>();
        registrations.add(at(properties, LOGIN)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build());
        for (String service : properties.services().keySet()) {
            registrations.add(at(properties, service)
                    .authorizationGrantType(AuthorizationGrantType.TOKEN_EXCHANGE)
                    .scope("aud-" + service)
                    .build());
        }
        return new InMemoryClientRegistrationRepository(registrations);
    }

    private static ClientRegistration.Builder at(GatewayProperties properties, String id) {
        String endpoints = properties.issuer() + "/protocol/openid-connect";
        return ClientRegistration.withRegistrationId(id)
                .clientId("gateway")
                .clientSecret(properties.clientSecret())
                .issuerUri(properties.issuer())
                .authorizationUri(endpoints + "/auth")
                .tokenUri(endpoints + "/token")
                .jwkSetUri(endpoints + "/certs")
                .userNameAttributeName("sub");
    }

    /** Tokens live in the stored session and end with it. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    OAuth2AuthorizedClientManager authorizedClientManager(
            ClientRegistrationRepository registrations, OAuth2AuthorizedClientRepository clients) {
        var manager = new DefaultOAuth2AuthorizedClientManager(registrations, clients);
        var responses = new RestClientTokenExchangeTokenResponseClient();
        // Keycloak wants the audience by name beside the scope that allows it.
        responses.addParametersConverter(grant -> {
            var parameters = new LinkedMultiValueMap<String, String>();
            parameters.add("audience", grant.getClientRegistration().getRegistrationId() + "-service");
            return parameters;
        });
        var exchange = new TokenExchangeOAuth2AuthorizedClientProvider();
        exchange.setAccessTokenResponseClient(responses);
        exchange.setSubjectTokenResolver(context -> {
            var user = manager.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(LOGIN)
                    .principal(context.getPrincipal())
                    .build());
            return user == null ? null : user.getAccessToken();
        });
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken()
                .provider(exchange)
                .build());
        return manager;
    }

    /** Browsers send the secure cookie over http to localhost too. */
    @Bean
    CookieSerializer cookieSerializer() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("__Host-opencadre");
        cookie.setUseSecureCookie(true);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setCookiePath("/");
        cookie.setSameSite("Lax");
        return cookie;
    }
}
