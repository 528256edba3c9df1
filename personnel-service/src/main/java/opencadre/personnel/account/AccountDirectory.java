package opencadre.personnel.account;

import java.util.List;
import java.util.Optional;
import opencadre.kit.access.ScopedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds accounts, and takes those over that somebody made at the identity provider by hand, as the first administrator
 * is. One that is disabled there and unknown here is let be: it is no account yet, or no longer.
 */
@Component
public class AccountDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(AccountDirectory.class);
    private static final int PAGE = 100;

    private final Accounts accounts;
    private final AccountRegister register;
    private final IdentityProvider identities;
    private final ScopedWork work;

    AccountDirectory(Accounts accounts, AccountRegister register, IdentityProvider identities, ScopedWork work) {
        this.accounts = accounts;
        this.register = register;
        this.identities = identities;
        this.work = work;
    }

    /** The account of a user name. Call it outside of a transaction. Errors: {@link IdentityProvider.Unreachable}. */
    public Optional<Account> find(String username) {
        Optional<Account> known = work.asSystem("accounts", () -> accounts.named(username));
        return known.isPresent() ? known : taken(username);
    }

    /** As {@link #find}, and what the provider alone decides is asked anew: whether the account administers. */
    public Optional<Account> confirmed(String username) {
        Optional<Account> taken = taken(username);
        return taken.isPresent() ? taken : work.asSystem("accounts", () -> accounts.named(username));
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 600_000)
    public void takeOverAll() {
        work.asSystem("accounts", () -> {
            register.tellWhose();
            return null;
        });
        try {
            int first = 0;
            List<String> page;
            do {
                page = identities.usernames(first, PAGE);
                page.forEach(this::find);
                first += PAGE;
            } while (page.size() == PAGE);
        } catch (IdentityProvider.Unreachable e) {
            LOG.warn("accounts of the identity provider not read, will try again");
        }
    }

    private Optional<Account> taken(String username) {
        // The provider fails over such a question instead of saying that there is nobody.
        if (username.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return identities
                .find(username)
                .filter(IdentityProvider.Identity::enabled)
                .map(identity -> work.asSystem("accounts", () -> register.adopt(identity)));
    }
}
