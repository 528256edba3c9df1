package opencadre.personnel.notice;

import java.time.LocalDate;
import java.util.List;

/** Where it is kept who wants to be told that work waits. */
public interface WorkNotices {

    boolean isWanted(String account);

    /** Keeps the wish of an account. */
    void want(String account);

    /** The account wants it no more. */
    void forget(String account);

    /** Accounts that want it and were not told on the day yet. */
    List<String> untold(LocalDate day);

    /** Takes the notice of an account on a day; false where another has taken it, or the account wants it no more. */
    boolean take(String account, LocalDate day);
}
