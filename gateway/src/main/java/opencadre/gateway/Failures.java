package opencadre.gateway;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What goes wrong inside the gateway, said as a problem. */
@Controller
@ControllerAdvice
class Failures implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final Duration WAIT = Duration.ofSeconds(5);

    /**
     * The identity provider says no, and will say no again. Every other failure, its being down above all, may pass.
     */
    private static final Set<String> REFUSALS = Set.of(
            "invalid_grant", "invalid_request", "invalid_token", "access_denied", "client_authorization_required");

    private final Pages pages;
    private final AnswerHeaders headers;

    Failures(Pages pages, AnswerHeaders headers) {
        this.pages = pages;
        this.headers = headers;
    }

    @ExceptionHandler
    void noToken(OAuth2AuthorizationException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String code = e.getError().getErrorCode();
        if (!REFUSALS.contains(code)) {
            LOG.warn("no token for {}: {}", request.getRequestURI(), e.getMessage());
            Refusal.IDENTITY_UNAVAILABLE.write(request, response, WAIT);
            return;
        }
        LOG.info("a session ends, its token was refused: {}", code);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        Refusal.NOT_SIGNED_IN.write(request, response);
    }

    /** An address of the web application, which tells its pages apart itself, or nothing at all. */
    @ExceptionHandler
    void notFound(NoResourceFoundException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Pages.isPage(request)) {
            pages.write(request, response);
        } else {
            Refusal.NOT_FOUND.write(request, response);
        }
    }

    @ExceptionHandler
    void notAllowed(HttpRequestMethodNotSupportedException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Refusal.METHOD_NOT_ALLOWED.write(request, response);
    }

    /** What failed outside of Spring MVC; some of it before the filter that writes the headers. */
    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        headers.writeHeaders(request, response);
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (failure instanceof AuthenticationServiceException unread) {
            logoutTokenUnread(unread).write(request, response);
        } else {
            Refusal.of(status instanceof Integer known ? known : 404).write(request, response);
        }
    }

    /** A logout token without its parts is thrown like a provider that is away; only the cause tells them apart. */
    private static Refusal logoutTokenUnread(AuthenticationServiceException failure) {
        return failure.getCause() instanceof IllegalArgumentException
                ? Refusal.BAD_REQUEST
                : Refusal.IDENTITY_UNAVAILABLE;
    }
}
