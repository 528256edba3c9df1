package opencadre.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.filter.TokenRelayFilterFunctions.tokenRelay;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.cloud.gateway.server.mvc.predicate.GatewayRequestPredicates.path;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** One route a service; what browsers say of who and where they are stays at the door. */
@Configuration
class Routes {

    private static final Set<String> STAYS_HERE =
            Set.of("cookie", "authorization", "forwarded", "x-xsrf-token", "x-real-ip", "x-http-method-override");
    private static final List<String> FAMILIES_THAT_STAY_HERE =
            List.of("x-forwarded-", "x-user-", "x-authz-", "x-original-", "x-rewrite-");

    @Bean
    RouterFunction<ServerResponse> services(GatewayProperties properties) {
        RouterFunctions.Builder routes = RouterFunctions.route();
        for (Map.Entry<String, String> service : properties.services().entrySet()) {
            // Filters run in the order they are added: the browser's headers go first, then the service's token comes.
            routes.add(route(service.getKey())
                    .route(path("/api/" + service.getKey() + "/**"), http())
                    .before(uri(service.getValue()))
                    .before(Routes::withoutClaims)
                    .filter(tokenRelay(service.getKey()))
                    .filter(new ServiceDoor(service.getKey()))
                    .build());
        }
        return routes.build();
    }

    /** How services are called. HTTP/1.1, because a client that offers more does so in headers of every request. */
    @Bean
    ClientHttpRequestFactory servicesHttp(GatewayProperties properties) {
        GatewayProperties.Patience patience = properties.servicePatience();
        return ClientHttpRequestFactoryBuilder.jdk()
                .withHttpClientCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1))
                .build(HttpClientSettings.defaults()
                        .withTimeouts(patience.connect(), patience.read())
                        .withRedirects(HttpRedirects.DONT_FOLLOW));
    }

    private static ServerRequest withoutClaims(ServerRequest request) {
        return ServerRequest.from(request)
                .headers(headers -> List.copyOf(headers.headerNames()).stream()
                        .filter(Routes::staysHere)
                        .forEach(headers::remove))
                .build();
    }

    private static boolean staysHere(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return STAYS_HERE.contains(name) || FAMILIES_THAT_STAY_HERE.stream().anyMatch(name::startsWith);
    }
}
