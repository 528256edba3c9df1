package opencadre.kit.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

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
        LocalDate today) {}
