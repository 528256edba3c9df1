package opencadre.personnel.account;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where accounts are kept. */
public interface Accounts {

    /**
     * What a list asks for.
     *
     * @param words a part of the name shown or of the user name, accents optional; null for all
     * @param enabled only those that may sign in, or only those that may not; null for both
     * @param day on which grants are counted
     */
    record Query(@Nullable String words, @Nullable Boolean enabled, LocalDate day) {}

    /**
     * An account with what a page says beside it.
     *
     * @param grants how many are in force on the day
     * @param authzVersion version of what it holds; 0 while nothing was ever changed
     * @param signInPending whether the identity provider has still to be told of the last change
     */
    record Line(Account account, int grants, long authzVersion, boolean signInPending) {}

    Optional<Account> find(String account);

    Optional<Account> named(String username);

    /** Those of which is on record whose they are, and nobody else knows it yet. */
    List<Account> untold();

    /** Accounts by their subject; unknown ones are missing. */
    Map<String, Account> all(Collection<String> accounts);

    /** One account with what its page says. */
    Optional<Line> line(String username, LocalDate day);

    /** The first accounts after a user name, in the order of user names. */
    List<Line> page(Query query, @Nullable String after, int limit);

    /** Keeps an account as it is now; a user name that another had is this one's from now on. */
    void keep(Account account);
}
