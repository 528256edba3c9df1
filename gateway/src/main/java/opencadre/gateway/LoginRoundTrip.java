package opencadre.gateway;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.util.WebUtils;

/**
 * Remembers a login while the browser is at the identity provider. It comes back from another site, when the session's
 * own cookie stays home; a cookie of ten minutes, good for this alone, comes along.
 */
final class LoginRoundTrip<S extends Session> implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String COOKIE = "__Host-opencadre-login";
    private static final String ATTRIBUTE = "opencadre.login";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final SessionRepository<S> store;

    LoginRoundTrip(SessionRepository<S> store) {
        this.store = store;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        S started = cookie == null ? null : store.findById(cookie.getValue());
        OAuth2AuthorizationRequest login = started == null ? null : started.getAttribute(ATTRIBUTE);
        return login != null && login.getState() != null && login.getState().equals(request.getParameter("state"))
                ? login
                : null;
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest login, HttpServletRequest request, HttpServletResponse response) {
        if (login == null) {
            forget(request, response);
            return;
        }
        S started = store.createSession();
        started.setMaxInactiveInterval(PATIENCE);
        started.setAttribute(ATTRIBUTE, login);
        store.save(started);
        keep(response, started.getId(), PATIENCE);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest login = loadAuthorizationRequest(request);
        if (login != null) {
            forget(request, response);
            ReturnTo.carry(login, request);
        }
        return login;
    }

    private void forget(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null) {
            store.deleteById(cookie.getValue());
        }
        keep(response, "", Duration.ZERO);
    }

    private static void keep(HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
