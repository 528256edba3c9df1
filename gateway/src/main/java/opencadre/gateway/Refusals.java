package opencadre.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What goes wrong on the way to a service, said as a problem. */
@RestControllerAdvice
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /** The identity provider gives no token for a service any more: the session is over. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refusedToken(OAuth2AuthorizationException e, HttpServletRequest request) {
        if (e.getCause() instanceof ResourceAccessException) {
            LOG.warn("identity provider out of reach: {}", e.getMessage());
            return Problem.UNAVAILABLE.answer(request);
        }
        LOG.info("a session ends, its token was refused: {}", e.getError().getErrorCode());
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return Problem.NOT_SIGNED_IN.answer(request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> serviceAway(ResourceAccessException e, HttpServletRequest request) {
        LOG.warn("service out of reach for {}: {}", request.getRequestURI(), e.getMessage());
        return Problem.UNAVAILABLE.answer(request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> notFound(NoResourceFoundException e, HttpServletRequest request) {
        return Problem.NOT_FOUND.answer(request);
    }
}
