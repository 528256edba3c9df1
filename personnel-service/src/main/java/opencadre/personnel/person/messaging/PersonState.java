package opencadre.personnel.person.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.time.PartialDate;
import opencadre.personnel.person.ManagementScope;
import opencadre.personnel.person.Sex;
import opencadre.personnel.unit.Tree;
import org.jspecify.annotations.Nullable;

/**
 * {@code personnel.person.v1}, see {@code contracts/personnel/events}. No identification number, no family: what others
 * do not need does not leave.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonState(
        UUID personId,
        long revision,
        Instant recordedAt,
        String because,
        List<IdentityVersion> identities,
        List<AssignmentVersion> assignments,
        CustodyState custody,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CustodyState> custodyAhead) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IdentityVersion(
            String fullName,
            Sex sex,
            PartialDate birth,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Instant recordedFrom,
            @Nullable Instant recordedTo) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AssignmentVersion(
            UUID assignmentId,
            UUID unitId,
            Tree tree,
            String title,
            ManagementScope managementScope,
            boolean concurrent,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Instant recordedFrom,
            @Nullable Instant recordedTo) {}

    record CustodyState(UUID unitId, ManagementScope managementScope, LocalDate from) {}
}
