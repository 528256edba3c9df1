package opencadre.personnel.account;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who gave and who ended which right: only ever added to. */
public interface GrantActs {

    /** What was done to a right. */
    enum Kind {
        GIVEN,
        ENDED
    }

    /**
     * One act.
     *
     * @param byAccount who did it
     * @param byUsername as signed in with then
     * @param reason as written; null where a whole list was replaced
     */
    record Act(
            UUID grantId,
            String account,
            Kind kind,
            String byAccount,
            String byUsername,
            Instant at,
            @Nullable String reason) {}

    void add(Act act);

    /** Who gave the rights that an account holds, by their number; what was given before this was kept is missing. */
    Map<UUID, Act> given(String account);

    /** The rights that an account gave or handed on, by their number. */
    Map<UUID, Act> givenBy(String account);
}
