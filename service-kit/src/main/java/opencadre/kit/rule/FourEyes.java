package opencadre.kit.rule;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Where one prepares and another decides, these are two people, and the matter is of neither. Hands are compared, never
 * accounts alone: {@code ["0ca0d9e0-…-03", "019a8f00-…-a1"]} is an account and whose account it is.
 */
public final class FourEyes {

    private FourEyes() {}

    /** Whether a hand of the one is also a hand of the other. */
    public static boolean areOne(Set<String> hands, Set<String> others) {
        return !Collections.disjoint(hands, others);
    }

    /** Whether one of the hands is that of somebody whom the matter is about. */
    public static boolean areOf(Set<String> hands, Collection<UUID> subjects) {
        return subjects.stream().map(UUID::toString).anyMatch(hands::contains);
    }

    /** Refuses what is about whoever does it: {@code own-affair}. */
    public static List<Finding> ofOwnAffair(Set<String> hands, Collection<UUID> subjects) {
        return areOf(hands, subjects) ? List.of(Finding.of(null, "own-affair")) : List.of();
    }
}
