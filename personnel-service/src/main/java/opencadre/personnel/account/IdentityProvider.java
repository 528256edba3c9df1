package opencadre.personnel.account;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keeper of identities. Errors of every method: {@link Unreachable}. */
public interface IdentityProvider {

    /**
     * An account as the provider knows it.
     *
     * @param administers whether it has the realm role of a system administrator
     */
    record Identity(
            String account,
            String username,
            String name,
            @Nullable String email,
            boolean enabled,
            long authzVersion,
            boolean administers) {}

    /** How the provider takes a new account. */
    sealed interface Opening {

        /** It is there, disabled and with nothing to sign in with; also where an earlier attempt stopped half-way. */
        record Ready(String account) implements Opening {}

        record UsernameTaken() implements Opening {}

        record EmailTaken() implements Opening {}
    }

    /**
     * What the provider shall know of an account.
     *
     * @param enabled whether it may sign in; one that is shut out is let in again only where that is to be told
     */
    record Standing(long authzVersion, boolean enabled, String name, Account.ToTell toTell) {}

    /** The account of a user name. */
    Optional<Identity> find(String username);

    /** User names from one on, as the provider orders them; fewer than asked for at the end alone. */
    List<String> usernames(int first, int max);

    /** Makes an account that nobody can sign in with yet; asked again it finds the one it made. */
    Opening open(String username, String name, @Nullable String email);

    /**
     * From now on the account is so, and its tokens carry this version of its rights; its sessions end. An account that
     * is gone is let be.
     */
    void settle(String account, Standing standing);

    /**
     * A temporary password, which whoever signs in with it must change; an earlier one is no longer good. Empty once
     * somebody has signed in with an earlier one.
     */
    Optional<String> handOver(String account);

    /** It did not answer. */
    final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unreachable(Throwable cause) {
            super(cause);
        }
    }
}
