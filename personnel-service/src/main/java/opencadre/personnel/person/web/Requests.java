package opencadre.personnel.person.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.PartialDate;
import opencadre.kit.web.Refused;
import opencadre.personnel.person.Conduct;
import opencadre.personnel.person.NewPerson;
import opencadre.personnel.person.PersonRegister;
import opencadre.personnel.person.Sex;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/** What clients send, see {@code contracts/personnel/openapi.yaml}. */
final class Requests {

    private Requests() {}

    record PersonRequest(
            @NotBlank @Size(min = 2, max = 100) String fullName,
            @NotNull Sex sex,
            @NotNull PartialDate birth,
            @Nullable @Size(min = 2, max = 40) String fileNumber,
            @Nullable @Pattern(regexp = "\\d{12}") String idNumber,
            @Nullable @Size(max = 500) String idNumberReason,
            @NotNull @Valid AssignmentRequest assignment) {

        NewPerson person() {
            return new NewPerson(fullName, sex, birth, fileNumber, idNumber, idNumberReason, assignment.assignment());
        }
    }

    record AssignmentRequest(
            @Nullable UUID seatId,
            @Nullable Boolean acting,
            @Nullable @Min(1) @Max(1200) Integer termMonths,
            @Nullable UUID unitId,
            @Nullable @Size(min = 1, max = 200) String title,
            @Nullable ManagementScope managementScope,
            @Nullable Boolean concurrent,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {

        NewPerson.NewAssignment assignment() {
            return new NewPerson.NewAssignment(
                    seatId,
                    unitId,
                    title == null || title.isBlank() ? null : title,
                    managementScope,
                    Boolean.TRUE.equals(concurrent),
                    acting,
                    termMonths,
                    validFrom,
                    validTo);
        }
    }

    record AssignmentCorrection(
            @Nullable UUID seatId,
            @Nullable Boolean acting,
            @Nullable @Min(1) @Max(1200) Integer termMonths,
            @Nullable UUID unitId,
            @Nullable @Size(min = 1, max = 200) String title,
            @Nullable ManagementScope managementScope,
            @Nullable Boolean concurrent,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotBlank @Size(min = 3, max = 500) String reason) {

        NewPerson.NewAssignment assignment() {
            return new NewPerson.NewAssignment(
                    seatId,
                    unitId,
                    title == null || title.isBlank() ? null : title,
                    managementScope,
                    Boolean.TRUE.equals(concurrent),
                    acting,
                    termMonths,
                    validFrom,
                    validTo);
        }
    }

    record IdentityCorrection(
            @NotBlank @Size(min = 2, max = 100) String fullName,
            @NotNull Sex sex,
            @NotNull PartialDate birth,
            @Nullable @Size(max = 500) String idNumberReason,
            @NotBlank @Size(min = 3, max = 500) String reason) {

        PersonRegister.CorrectedIdentity corrected() {
            return new PersonRegister.CorrectedIdentity(fullName, sex, birth, idNumberReason);
        }
    }

    record FileNumberCorrection(
            @NotBlank @Size(min = 2, max = 40) String fileNumber,
            @NotBlank @Size(min = 3, max = 500) String reason) {}

    record VoidRequest(@NotBlank @Size(min = 3, max = 500) String reason) {}

    /** What something on record beside posts says. */
    interface ConductRequest {

        Conduct.Content content();
    }

    /** The same with why it is put right. */
    interface ConductCorrection extends ConductRequest {

        String reason();
    }

    record NewRating(
            @NotNull Integer year,
            @NotNull Conduct.Grade rating,
            @Nullable @Size(min = 1, max = 200) String document) implements ConductRequest {

        @Override
        public Conduct.Content content() {
            // Beyond these there is no period to ask the rule about.
            if (year < 1900 || year > 9000) {
                throw Refused.unlawful(List.of(Finding.of("year", "year-out-of-range")));
            }
            return new Conduct.Rating(year, rating, document);
        }
    }

    record RatingCorrection(
            @NotNull Integer year,
            @NotNull Conduct.Grade rating,
            @Nullable @Size(min = 1, max = 200) String document,
            @NotBlank @Size(min = 3, max = 500) String reason)
            implements ConductCorrection {

        @Override
        public Conduct.Content content() {
            return new NewRating(year, rating, document).content();
        }
    }

    record NewDiscipline(
            @NotNull Conduct.Form form,
            @NotNull LocalDate decidedOn,
            @Nullable LocalDate revokedOn,
            Conduct.@Nullable Track track,
            @Nullable @Size(min = 1, max = 200) String authority,
            @Nullable @Size(min = 1, max = 1000) String matter,
            @Nullable @Size(min = 1, max = 200) String document)
            implements ConductRequest {

        @Override
        public Conduct.Content content() {
            return new Conduct.Discipline(form, decidedOn, revokedOn, track, authority, matter, document);
        }
    }

    record DisciplineCorrection(
            @NotNull Conduct.Form form,
            @NotNull LocalDate decidedOn,
            @Nullable LocalDate revokedOn,
            Conduct.@Nullable Track track,
            @Nullable @Size(min = 1, max = 200) String authority,
            @Nullable @Size(min = 1, max = 1000) String matter,
            @Nullable @Size(min = 1, max = 200) String document,
            @NotBlank @Size(min = 3, max = 500) String reason)
            implements ConductCorrection {

        @Override
        public Conduct.Content content() {
            return new Conduct.Discipline(form, decidedOn, revokedOn, track, authority, matter, document);
        }
    }

    record NewHealthCertificate(
            @NotNull LocalDate issuedOn,
            @Nullable @Size(min = 1, max = 200) String document) implements ConductRequest {

        @Override
        public Conduct.Content content() {
            return new Conduct.HealthCertificate(issuedOn, document);
        }
    }

    record HealthCertificateCorrection(
            @NotNull LocalDate issuedOn,
            @Nullable @Size(min = 1, max = 200) String document,
            @NotBlank @Size(min = 3, max = 500) String reason)
            implements ConductCorrection {

        @Override
        public Conduct.Content content() {
            return new Conduct.HealthCertificate(issuedOn, document);
        }
    }

    record NewSuspension(
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @Nullable @Size(min = 1, max = 200) String document) implements ConductRequest {

        @Override
        public Conduct.Content content() {
            return new Conduct.Suspension(from, until, document);
        }
    }

    record SuspensionCorrection(
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @Nullable @Size(min = 1, max = 200) String document,
            @NotBlank @Size(min = 3, max = 500) String reason)
            implements ConductCorrection {

        @Override
        public Conduct.Content content() {
            return new Conduct.Suspension(from, until, document);
        }
    }

    record NewConfidenceVote(
            @NotNull LocalDate heldOn,
            @NotNull @Min(0) @Max(30000) Integer high,
            @NotNull @Min(0) @Max(30000) Integer confidence,
            @NotNull @Min(0) @Max(30000) Integer low,
            @Nullable @Size(min = 1, max = 200) String document)
            implements ConductRequest {

        @Override
        public Conduct.Content content() {
            return new Conduct.ConfidenceVote(heldOn, high, confidence, low, document);
        }
    }

    record ConfidenceVoteCorrection(
            @NotNull LocalDate heldOn,
            @NotNull @Min(0) @Max(30000) Integer high,
            @NotNull @Min(0) @Max(30000) Integer confidence,
            @NotNull @Min(0) @Max(30000) Integer low,
            @Nullable @Size(min = 1, max = 200) String document,
            @NotBlank @Size(min = 3, max = 500) String reason)
            implements ConductCorrection {

        @Override
        public Conduct.Content content() {
            return new Conduct.ConfidenceVote(heldOn, high, confidence, low, document);
        }
    }
}
