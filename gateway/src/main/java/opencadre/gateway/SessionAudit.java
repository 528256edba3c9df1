package opencadre.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/**
 * Who signed in and out, in a table to which the gateway may only add. A sign-in is written before its session counts,
 * so that nobody is in who is not on record.
 */
@Component
class SessionAudit implements SessionAuthenticationStrategy, LogoutHandler {

    private final JdbcClient database;

    SessionAudit(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void onAuthentication(
            @Nullable Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        write("SIGNED_IN", authentication);
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        write("SIGNED_OUT", authentication);
    }

    /** The provider ended sessions of an account. */
    void ended(String account) {
        write("ENDED", account, null);
    }

    private void write(String act, @Nullable Authentication authentication) {
        if (authentication != null) {
            String username =
                    authentication.getPrincipal() instanceof OidcUser user ? user.getPreferredUsername() : null;
            write(act, authentication.getName(), username);
        }
    }

    private void write(String act, String account, @Nullable String username) {
        database.sql("INSERT INTO session_event (account, username, act) VALUES (?, ?, ?)")
                .param(account)
                .param(username)
                .param(act)
                .update();
    }
}
