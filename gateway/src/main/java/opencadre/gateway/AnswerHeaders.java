package opencadre.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Tells the browser on every answer, refusals too, what it may do with it. Styles may come from scripts that know the
 * nonce of the page; nothing else runs or loads that is not ours, and forms go to the login page alone.
 */
final class AnswerHeaders implements HeaderWriter {

    private static final Map<String, String> FIXED = Map.of(
            HttpHeaders.CACHE_CONTROL,
            "no-store",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            // Browsers heed it over TLS alone.
            "Strict-Transport-Security",
            "max-age=31536000; includeSubDomains");

    /** What a service says about the same things, or sets as a cookie, does not leave the gateway. */
    static final Set<String> OURS = Stream.concat(
                    FIXED.keySet().stream(),
                    Stream.of(
                            "Content-Security-Policy",
                            HttpHeaders.PRAGMA,
                            HttpHeaders.EXPIRES,
                            HttpHeaders.SET_COOKIE,
                            HttpHeaders.SERVER,
                            "X-XSS-Protection",
                            "X-Powered-By"))
            .collect(Collectors.toUnmodifiableSet());

    private final String policy;

    /** @param identityProvider the origin of the login page */
    AnswerHeaders(String identityProvider) {
        this.policy = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; img-src 'self' data:; "
                + "font-src 'self'; connect-src 'self'; form-action 'self' " + identityProvider
                + "; frame-ancestors 'none'; base-uri 'none'";
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        FIXED.forEach(response::setHeader);
        response.setHeader("Content-Security-Policy", policy.formatted(Nonce.of(request)));
    }
}
