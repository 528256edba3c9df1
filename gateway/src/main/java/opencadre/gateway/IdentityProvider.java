package opencadre.gateway;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * The way to the identity provider; a type of its own, so that it is never taken for the way to the services.
 *
 * @param http gives up soon: a reader's request waits for it
 */
record IdentityProvider(RestClient http) {

    static IdentityProvider of(GatewayProperties.Patience patience) {
        HttpClientSettings settings = HttpClientSettings.defaults().withTimeouts(patience.connect(), patience.read());
        return new IdentityProvider(RestClient.builder()
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk().build(settings))
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
    }
}
