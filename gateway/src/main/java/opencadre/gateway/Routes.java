package opencadre.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.removeRequestHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.filter.TokenRelayFilterFunctions.tokenRelay;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.cloud.gateway.server.mvc.predicate.GatewayRequestPredicates.path;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** One route a service; what browsers say of who they are stays at the door. */
@Configuration
class Routes {

    private static final List<String> STAYS_HERE = List.of(
            "Cookie",
            "Authorization",
            "X-XSRF-TOKEN",
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-Forwarded-Prefix");

    @Bean
    RouterFunction<ServerResponse> services(GatewayProperties properties) {
        RouterFunctions.Builder routes = RouterFunctions.route();
        for (Map.Entry<String, String> service : properties.services().entrySet()) {
            var one = route(service.getKey())
                    .route(path("/api/" + service.getKey() + "/**"), http())
                    .before(uri(service.getValue()));
            for (String header : STAYS_HERE) {
                one = one.before(removeRequestHeader(header));
            }
            // Filters run in the order they are added: the browser's headers go first, then the service's token comes.
            one = one.filter(tokenRelay(service.getKey()));
            routes.add(one.build());
        }
        return routes.build();
    }
}
