package opencadre.gateway;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How often one session may ask, and one address that has no session. Each instance of the gateway counts for itself.
 * Pages and their files are not counted, nor is Keycloak telling of sessions that have ended.
 */
final class RateLimit extends OncePerRequestFilter {

    private final LoadingCache<String, Bucket> buckets;

    RateLimit(GatewayProperties.Rate rate) {
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(Duration.ofMinutes(10))
                .maximumSize(100_000)
                .build(who -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                        .build());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return Stream.of("/api/", "/session", "/oauth2/", "/login/").noneMatch(path::startsWith)
                && !path.equals("/logout");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        String who = session == null ? "address " + request.getRemoteAddr() : session.getId();
        ConsumptionProbe probe = buckets.get(who).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            Refusal.TOO_MANY_REQUESTS.write(request, response, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }
}
