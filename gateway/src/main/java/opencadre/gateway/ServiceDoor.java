package opencadre.gateway;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Stands before one service and says so when it does not answer. After a run of failures it is not asked for a moment,
 * so that readers need not wait for what will not come; the others go on. Nothing is asked twice.
 */
final class ServiceDoor implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceDoor.class);

    private static final CircuitBreakerConfig CONFIG = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(5)
            .waitDurationInOpenState(Duration.ofSeconds(2))
            .permittedNumberOfCallsInHalfOpenState(2)
            // A browser that goes away in the middle of its own request is no fault of the service.
            .recordException(e -> isAway(e) || isLate(e))
            .build();

    private final String service;
    private final CircuitBreaker breaker;

    ServiceDoor(String service) {
        this.service = service;
        this.breaker = CircuitBreaker.of(service, CONFIG);
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        try {
            return breaker.executeCallable(() -> next.handle(request));
        } catch (CallNotPermittedException e) {
            return answer(Refusal.SERVICE_UNAVAILABLE, request);
        } catch (ResourceAccessException e) {
            LOG.warn("no answer for {} {}: {}", request.method(), request.path(), e.toString());
            return answer(isLate(e) ? Refusal.SERVICE_TIMEOUT : Refusal.SERVICE_UNAVAILABLE, request);
        }
    }

    private ServerResponse answer(Refusal refusal, ServerRequest request) {
        Problem problem = refusal.problem(request.servletRequest(), service);
        return ServerResponse.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, "2")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static boolean isAway(Throwable e) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    }

    private static boolean isLate(Throwable e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof HttpTimeoutException && !isAway(e);
    }
}
