package opencadre.kit.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
 * @param givers accounts by whose delegation alone the action is held; none where a right of one's own carries it
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
        Set<String> givers) {

    /** Somebody who acts by rights of their own. */
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
        this(account, username, name, authzVersion, action, actions, grants, reach, today, Set.of());
    }

    /**
     * The accounts whose hand this is: the own, and whoever handed the right on. Where two people are asked for, none
     * of them may be one who did the first part: an approval by delegation of the author is the author's own.
     */
    public Set<String> hands() {
        Set<String> hands = new TreeSet<>(givers);
        hands.add(account);
        return hands;
    }
}
