package opencadre.kit.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A right as it is given: role × unit subtree × management scopes × highest class × period.
 *
 * @param role a role of {@code contracts/access/roles.csv}
 * @param unitId the unit; all below it in its tree is meant too
 * @param personId the record that the account reaches as its own, and nothing of the unit; null for a right over a unit
 * @param scopes ordinals of the management scopes; none named means all
 * @param securityClass highest class it opens, 0 = ordinary
 * @param validFrom first day
 * @param validTo first day on which it is no longer held; null while open
 */
public record Grant(
        String role,
        UUID unitId,
        @Nullable UUID personId,
        List<Integer> scopes,
        int securityClass,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** A right over a unit. */
    public Grant(
            String role,
            UUID unitId,
            List<Integer> scopes,
            int securityClass,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {
        this(role, unitId, null, scopes, securityClass, validFrom, validTo);
    }
}
