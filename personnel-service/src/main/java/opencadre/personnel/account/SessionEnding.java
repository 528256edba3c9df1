package opencadre.personnel.account;

import opencadre.kit.access.ScopedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the identity provider what it could not be told at once. Telling it twice changes nothing, so instances need
 * not agree on who does it.
 */
@Component
public class SessionEnding {

    private static final Logger LOG = LoggerFactory.getLogger(SessionEnding.class);

    private final SessionsToEnd sessions;
    private final GrantRegister register;
    private final ScopedWork work;

    SessionEnding(SessionsToEnd sessions, GrantRegister register, ScopedWork work) {
        this.sessions = sessions;
        this.register = register;
        this.work = work;
    }

    @Scheduled(fixedDelay = 5_000)
    void settleAll() {
        for (SessionsToEnd.Pending pending : work.asSystem("session ending", sessions::all)) {
            try {
                settle(pending);
            } catch (IdentityProvider.Unreachable e) {
                // The others are told all the same: one account that is refused holds up nobody.
                LOG.warn("identity provider not told of new rights of {}, will try again", pending.account());
            }
        }
    }

    /** Tells the identity provider, and keeps that it was told. Errors: {@link IdentityProvider.Unreachable}. */
    public void settle(SessionsToEnd.Pending pending) {
        register.settle(pending);
        work.asSystem("session ending", () -> {
            sessions.done(pending);
            return pending;
        });
    }
}
