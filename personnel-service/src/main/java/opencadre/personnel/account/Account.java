package opencadre.personnel.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as its administrators keep it; what it may do are its grants.
 *
 * @param account subject of the identity provider
 * @param username as it is signed in with, as {@code vanthu.songcong}
 * @param name as it is shown, in Vietnamese order
 * @param personId whose account it is, where that is known
 * @param enabled whether it may sign in
 * @param administers whether it runs the system by its realm role; such an account holds no grants
 * @param toTell what the identity provider has still to be told beside the version
 * @param changed the last change here; null for one that was taken over and never changed
 */
public record Account(
        String account,
        String username,
        String name,
        @Nullable String email,
        @Nullable UUID personId,
        boolean enabled,
        boolean administers,
        ToTell toTell,
        @Nullable Change changed) {

    /**
     * What the identity provider does once.
     *
     * @param anew take password and second factor away
     * @param letIn let it sign in; without this one that somebody shut out there by hand stays so
     */
    public record ToTell(boolean anew, boolean letIn) {

        public static final ToTell NOTHING = new ToTell(false, false);
    }

    /** When, and by which user name. */
    public record Change(Instant at, String by) {}

    Account named(String newName, @Nullable UUID person, Change change) {
        return new Account(account, username, newName, email, person, enabled, administers, toTell, change);
    }

    Account disabled(Change change) {
        return new Account(
                account, username, name, email, personId, false, administers, new ToTell(toTell.anew(), false), change);
    }

    Account enabled(Change change) {
        return new Account(
                account, username, name, email, personId, true, administers, new ToTell(toTell.anew(), true), change);
    }

    Account anew(Change change) {
        return new Account(
                account,
                username,
                name,
                email,
                personId,
                enabled,
                administers,
                new ToTell(true, toTell.letIn()),
                change);
    }

    Account allTold() {
        return new Account(account, username, name, email, personId, enabled, administers, ToTell.NOTHING, changed);
    }
}
