package opencadre.personnel.person.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.time.PartialDate;
import opencadre.personnel.person.Conduct;
import opencadre.personnel.person.Sex;
import opencadre.personnel.seat.ManagementScope;
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
        @Nullable String fileNumber,
        @Nullable UUID mergedInto,
        List<IdentityVersion> identities,
        List<AssignmentVersion> assignments,
        CustodyState custody,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CustodyState> custodyAhead,
        List<RatingVersion> ratings,
        List<DisciplineVersion> disciplines,
        List<HealthCertificateVersion> healthCertificates,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SuspensionVersion> suspensions) {

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
            @Nullable UUID seatId,
            @Nullable Boolean acting,
            @Nullable Integer termMonths,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Instant recordedFrom,
            @Nullable Instant recordedTo) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RatingVersion(
            UUID ratingId,
            int year,
            Conduct.Grade rating,
            @Nullable String document,
            Instant recordedFrom,
            @Nullable Instant recordedTo) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DisciplineVersion(
            UUID disciplineId,
            Conduct.Form form,
            LocalDate decidedOn,
            @Nullable LocalDate revokedOn,
            @Nullable String document,
            Instant recordedFrom,
            @Nullable Instant recordedTo) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HealthCertificateVersion(
            UUID certificateId,
            LocalDate issuedOn,
            @Nullable String document,
            Instant recordedFrom,
            @Nullable Instant recordedTo) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SuspensionVersion(
            UUID suspensionId,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String document,
            Instant recordedFrom,
            @Nullable Instant recordedTo) {}

    record CustodyState(UUID unitId, ManagementScope managementScope, LocalDate from) {}
}
