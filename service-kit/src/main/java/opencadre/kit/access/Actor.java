package opencadre.kit.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, what for, and what that reaches: the first argument of every use case.
 *
 * @param account subject of the identity provider
 * @param username as it is signed in with
 * @param name as it is shown
 * @param authzVersion version of the rights that the token was made under
 * @param action what is being done, as {@code person.read}
 * @param actions everything the account may do somewhere
 * @param grants the grants in force today
 * @param reach what those grants reach that carry the action
 * @param today the legal day of the request
 * @param hands whose hand this is: the account, those by whose delegation alone the action is held, and whose accounts
 *     these are, where that is known, by number. Where two people are asked for, none of the hands of the second may be
 *     one of the first: an approval by delegation of the author, or by another account of the same, is the author's own
 * @param warrant what the audit says beside the name
 */
public record Actor(
        String account,
        String username,
        String name,
        long authzVersion,
        String action,
        Set<String> actions,
        List<Grant> grants,
        Reach reach,
        LocalDate today,
        Set<String> hands,
        Warrant warrant) {

    /** Somebody who acts by rights of their own, and asks for nothing that has to be justified. */
    public Actor(
            String account,
            String username,
            String name,
            long authzVersion,
            String action,
            Set<String> actions,
            List<Grant> grants,
            Reach reach,
            LocalDate today) {
        this(
                account,
                username,
                name,
                authzVersion,
                action,
                actions,
                grants,
                reach,
                today,
                Set.of(account),
                Warrant.NONE);
    }

    /** Whether it is by the realm's role and no grant that somebody acts here: of no unit, and of no record. */
    public boolean runsTheSystem() {
        return grants.isEmpty();
    }

    /**
     * By which right something is looked at or changed, and to what purpose.
     *
     * @param rights the grants that carry the action, as {@code UNIT_HEAD 019a8f00-0000-7000-8000-00000000f100}
     * @param purpose a code of {@code contracts/access/purposes.csv}; null where none had to be said
     * @param fields the highest class of what the answer carries
     * @param manner how it is looked at or changed
     */
    public record Warrant(List<String> rights, @Nullable String purpose, FieldClass fields, Manner manner) {

        /** Of somebody who asks for nothing that has to be justified. */
        public static final Warrant NONE = new Warrant(List.of(), null, FieldClass.PUBLIC, Manner.VIEW);
    }

    /** What becomes of what is asked for. */
    public enum Manner {
        /** It is shown on a page. */
        VIEW,
        /** It leaves as a file, to be printed or kept. */
        FILE,
        /** It is changed. */
        CHANGE
    }
}
