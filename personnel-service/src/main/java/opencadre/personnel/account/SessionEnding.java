package opencadre.personnel.account;

import opencadre.kit.access.ScopedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the identity provider what it could not be told at once. Whoever tells it of an account holds the account
 * meanwhile: two at once, one of them with an older version read before, could set the version back.
 */
@Component
public class SessionEnding {

    private static final Logger LOG = LoggerFactory.getLogger(SessionEnding.class);

    private final SessionsToEnd sessions;
    private final AccountRegister register;
    private final ScopedWork work;

    SessionEnding(SessionsToEnd sessions, AccountRegister register, ScopedWork work) {
        this.sessions = sessions;
        this.register = register;
        this.work = work;
    }

    /** Also right after a change that was one of other accounts too, as of those to whom something was handed on. */
    @Scheduled(fixedDelay = 5_000)
    public void settleAll() {
        for (SessionsToEnd.Pending pending : work.asSystem("session ending", sessions::all)) {
            try {
                settle(pending.account());
            } catch (IdentityProvider.Unreachable e) {
                // The others are told all the same: one account that is refused holds up nobody.
                LOG.warn("identity provider not told of new rights of {}, will try again", pending.account());
            }
        }
    }

    /** Tells the identity provider, and keeps that it was told. Errors: {@link IdentityProvider.Unreachable}. */
    public void settle(String account) {
        work.asSystem("session ending", () -> {
            register.settle(account);
            return account;
        });
    }
}
