package opencadre.kit.access;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A right as it is given: role × unit subtree × management scopes × highest class × period.
 *
 * @param id by which it is ended; made of the content where none is given, so that the same right has the same one
 * @param role a role of {@code contracts/access/roles.csv}
 * @param unitId the unit; all below it in its tree is meant too
 * @param personId the record that the account reaches as its own, and nothing of the unit; null for a right over a unit
 * @param scopes ordinals of the management scopes; none named means all
 * @param securityClass highest class it opens, 0 = ordinary
 * @param validFrom first day
 * @param validTo first day on which it is no longer held; null while open
 * @param delegation whose right it is a part of; null for one that an administrator gave
 */
public record Grant(
        UUID id,
        String role,
        UUID unitId,
        @Nullable UUID personId,
        List<Integer> scopes,
        int securityClass,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Delegation delegation) {

    /**
     * A right handed on for a time.
     *
     * @param grantId the right of the giver that it is a part of
     * @param account the giver
     */
    public record Delegation(UUID grantId, String account) {}

    /** A right that an administrator gives, under a number made of its content. */
    public Grant(
            String role,
            UUID unitId,
            @Nullable UUID personId,
            List<Integer> scopes,
            int securityClass,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {
        this(
                UUID.nameUUIDFromBytes(
                        List.of(role, unitId, String.valueOf(personId), scopes, securityClass, validFrom, "" + validTo)
                                .toString()
                                .getBytes(StandardCharsets.UTF_8)),
                role,
                unitId,
                personId,
                scopes,
                securityClass,
                validFrom,
                validTo,
                null);
    }

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

    /** Whether both say the same, whatever their numbers and wherever they come from. */
    public boolean saysTheSameAs(Grant other) {
        return role.equals(other.role)
                && unitId.equals(other.unitId)
                && Objects.equals(personId, other.personId)
                && scopes.equals(other.scopes)
                && securityClass == other.securityClass
                && validFrom.equals(other.validFrom)
                && Objects.equals(validTo, other.validTo);
    }

    /**
     * The same right under the number that its owner gave it; a release that gives none leaves the one of the content.
     */
    public Grant numbered(@Nullable UUID number, @Nullable Delegation from) {
        return new Grant(
                number == null ? id : number, role, unitId, personId, scopes, securityClass, validFrom, validTo, from);
    }

    /** The same right, which ends on this day. */
    public Grant until(LocalDate day) {
        return new Grant(id, role, unitId, personId, scopes, securityClass, validFrom, day, delegation);
    }
}
