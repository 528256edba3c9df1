package opencadre.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one instance of the gateway at a time get a token for a session: where Keycloak takes a refresh token once only,
 * two that use the same one would end the session. A row says whose turn it is, and for how long if that instance dies;
 * no connection is held while Keycloak is asked.
 */
@Component
class TokenTurns {

    private static final Duration POLL = Duration.ofMillis(50);

    private final JdbcClient database;
    private final Duration longest;

    TokenTurns(JdbcClient database, GatewayProperties properties) {
        this.database = database;
        GatewayProperties.Patience patience = properties.identityPatience();
        // A turn is a refresh and an exchange.
        this.longest = patience.connect().plus(patience.read()).multipliedBy(2);
    }

    <T> @Nullable T take(String session, Supplier<@Nullable T> work) {
        Instant end = Instant.now().plus(longest);
        while (!begins(session) && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(POLL.toNanos());
        }
        try {
            return work.get();
        } finally {
            database.sql("DELETE FROM token_turn WHERE session_id = ? OR until < now() - interval '1 hour'")
                    .param(session)
                    .update();
        }
    }

    private boolean begins(String session) {
        return database.sql("""
            INSERT INTO token_turn (session_id, until) VALUES (?, now() + ? * interval '1 millisecond')
            ON CONFLICT (session_id) DO UPDATE SET until = excluded.until WHERE token_turn.until < now()
            """).params(session, longest.toMillis()).update() == 1;
    }
}
