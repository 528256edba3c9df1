package opencadre.gateway;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.TokenExchangeOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientTokenExchangeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
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
                // Not from the request's Host, which anybody may write.
                .redirectUri(properties.publicUrl() + "/login/oauth2/code/" + LOGIN)
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
        return ClientRegistration.withRegistrationId(id)
                .clientId("gateway")
                .clientSecret(properties.clientSecret())
                .issuerUri(properties.issuer())
                .authorizationUri(properties.issuer() + "/protocol/openid-connect/auth")
                .tokenUri(properties.identityEndpoint("token"))
                .jwkSetUri(properties.identityEndpoint("certs"))
                // Back-channel logout finds sessions by it.
                .userNameAttributeName("sub");
    }

    @Bean
    StoredTokens storedTokens(ClientRegistrationRepository registrations, CachedSessions<?> sessions) {
        return new StoredTokens(registrations, sessions);
    }

    @Bean
    LoginRoundTrip<?> loginRoundTrip(JdbcIndexedSessionRepository store) {
        return new LoginRoundTrip<>(store);
    }

    @Bean
    RestClientAuthorizationCodeTokenResponseClient codes(IdentityProvider provider) {
        var codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(provider.http());
        return codes;
    }

    @Bean
    OneTokenAtATime tokens(
            ClientRegistrationRepository registrations,
            StoredTokens clients,
            TokenTurns turns,
            IdentityProvider provider) {
        var manager = new DefaultOAuth2AuthorizedClientManager(registrations, clients);
        var oneAtATime = new OneTokenAtATime(manager, clients, turns);

        var refreshes = new RestClientRefreshTokenTokenResponseClient();
        refreshes.setRestClient(provider.http());
        var exchanges = new RestClientTokenExchangeTokenResponseClient();
        exchanges.setRestClient(provider.http());
        // Keycloak wants the audience by name beside the scope that allows it.
        exchanges.addParametersConverter(grant -> {
            var parameters = new LinkedMultiValueMap<String, String>();
            parameters.add("audience", grant.getClientRegistration().getRegistrationId() + "-service");
            return parameters;
        });
        var exchange = new TokenExchangeOAuth2AuthorizedClientProvider();
        exchange.setAccessTokenResponseClient(exchanges);
        exchange.setSubjectTokenResolver(context -> oneAtATime.loginToken(context.getPrincipal()));

        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken(refresh -> refresh.accessTokenResponseClient(refreshes))
                .provider(exchange)
                .build());
        return oneAtATime;
    }

    @Bean
    IdentityProvider identityProvider(GatewayProperties properties) {
        return IdentityProvider.of(properties.identityPatience());
    }
}
