package opencadre.personnel.account;

import java.util.Optional;

/** The keeper of identities. Errors of every method: {@link Unreachable}. */
public interface IdentityProvider {

    /** The subject of a user name. */
    Optional<String> subject(String username);

    /** From now on the account's tokens carry this version of its rights; its sessions end. */
    void endSessions(String account, long authzVersion);

    /** It did not answer. */
    final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unreachable(Throwable cause) {
            super(cause);
        }
    }
}
