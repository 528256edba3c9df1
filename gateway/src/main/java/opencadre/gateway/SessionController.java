package opencadre.gateway;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in here, and until when without another request. */
@RestController
class SessionController {

    record SessionView(String username, String name, Instant expiresAt) {}

    @GetMapping("/session")
    SessionView session(@AuthenticationPrincipal OidcUser user, HttpSession session) {
        String username = user.getPreferredUsername();
        String name = user.getFullName();
        return new SessionView(
                username == null ? user.getName() : username,
                name == null ? user.getName() : name,
                Instant.now().plusSeconds(session.getMaxInactiveInterval()));
    }
}
