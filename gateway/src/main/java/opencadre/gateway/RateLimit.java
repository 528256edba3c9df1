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
 * Pages and their files are not counted. Keycloak telling of sessions that have ended may come ten times as often: it
 * does so for many readers from one address, but each of its calls, forged ones too, has the realm's keys read again.
 */
final class RateLimit extends OncePerRequestFilter {

    private static final String BACK_CHANNEL = "/logout/connect/";
    private static final int MANY = 10;

    private final LoadingCache<String, Bucket> readers;
    private final LoadingCache<String, Bucket> provider;

    RateLimit(GatewayProperties.Rate rate) {
        this.readers = buckets(rate.perSecond(), rate.burst());
        this.provider = buckets(MANY * rate.perSecond(), MANY * rate.burst());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // The decoded path, as routes read it: an address written with percent signs counts too.
        String path = request.getServletPath();
        return Stream.of("/api/", "/session", "/oauth2/", "/login/", "/logout").noneMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe probe = bucket(request).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            Refusal.TOO_MANY_REQUESTS.write(request, response, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket(HttpServletRequest request) {
        if (request.getServletPath().startsWith(BACK_CHANNEL)) {
            return provider.get(request.getRemoteAddr());
        }
        HttpSession session = request.getSession(false);
        return readers.get(session == null ? "address " + request.getRemoteAddr() : session.getId());
    }

    private static LoadingCache<String, Bucket> buckets(int perSecond, int burst) {
        return Caffeine.newBuilder()
                .expireAfterAccess(Duration.ofMinutes(10))
                .maximumSize(100_000)
                .build(who -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }
}
