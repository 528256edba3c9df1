package opencadre.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Where a reader was going when the login came between: the parameter {@code return-to} of the address that starts it.
 * Only a path of this site is taken, anything else leads to the front page.
 */
@Component
class ReturnTo implements OAuth2AuthorizationRequestResolver, AuthenticationSuccessHandler {

    private static final String PARAMETER = "return-to";
    /** Asks the provider for the password although its session stands, as a service does for what is restricted. */
    private static final String AGAIN = "again";
    /** Leads to the provider's page on which one changes what one signs in with, and back. */
    private static final String CHANGE = "change";

    private static final Map<String, String> PAGES = Map.of("password", "UPDATE_PASSWORD", "code", "CONFIGURE_TOTP");

    private static final String ATTRIBUTE = ReturnTo.class.getName();
    private static final String HOME = "/";
    private static final int LONGEST = 2000;

    private final OAuth2AuthorizationRequestResolver login;

    ReturnTo(ClientRegistrationRepository registrations) {
        this.login = new DefaultOAuth2AuthorizationRequestResolver(
                registrations, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return withTarget(login.resolve(request), request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return withTarget(login.resolve(request, registration), request);
    }

    /** Hands the target of a login that has come back to the end of the request. */
    static void carry(OAuth2AuthorizationRequest login, HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, login.getAttributes().get(ATTRIBUTE));
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        response.sendRedirect(request.getAttribute(ATTRIBUTE) instanceof String target ? target : HOME);
    }

    private static @Nullable OAuth2AuthorizationRequest withTarget(
            @Nullable OAuth2AuthorizationRequest started, HttpServletRequest request) {
        if (started == null) {
            return null;
        }
        String target = accepted(request.getParameter(PARAMETER));
        boolean again = request.getParameter(AGAIN) != null;
        String change = PAGES.get(Objects.requireNonNullElse(request.getParameter(CHANGE), ""));
        return OAuth2AuthorizationRequest.from(started)
                .attributes(attributes -> attributes.put(ATTRIBUTE, target))
                .additionalParameters(parameters -> {
                    if (again) {
                        parameters.put("prompt", "login");
                    }
                    if (change != null) {
                        parameters.put("kc_action", change);
                    }
                })
                .build();
    }

    /** Path and query of this site, or the front page. Browsers read a backslash as a slash. */
    static String accepted(@Nullable String target) {
        if (target == null
                || target.length() > LONGEST
                || !target.startsWith("/")
                || target.startsWith("//")
                || !target.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\')) {
            return HOME;
        }
        try {
            URI uri = new URI(target);
            boolean ours = uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && uri.normalize().equals(uri)
                    && !uri.getPath().contains("//");
            return ours ? target : HOME;
        } catch (URISyntaxException unreadable) {
            return HOME;
        }
    }
}
