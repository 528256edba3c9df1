package opencadre.personnel.person.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import opencadre.kit.time.PartialDate;
import opencadre.personnel.person.ManagementScope;
import opencadre.personnel.person.NewPerson;
import opencadre.personnel.person.Sex;
import org.jspecify.annotations.Nullable;

/** What clients send, see {@code contracts/personnel/openapi.yaml}. */
final class Requests {

    private Requests() {}

    record PersonRequest(
            @NotBlank @Size(min = 2, max = 100) String fullName,
            @NotNull Sex sex,
            @NotNull PartialDate birth,
            @Nullable @Pattern(regexp = "\\d{12}") String idNumber,
            @Nullable @Size(max = 500) String idNumberReason,
            @NotNull @Valid AssignmentRequest assignment) {

        NewPerson person() {
            return new NewPerson(fullName, sex, birth, idNumber, idNumberReason, assignment.assignment());
        }
    }

    record AssignmentRequest(
            @NotNull UUID unitId,
            @NotBlank @Size(max = 200) String title,
            @NotNull ManagementScope managementScope,
            @Nullable Boolean concurrent,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {

        NewPerson.NewAssignment assignment() {
            return new NewPerson.NewAssignment(
                    unitId, title, managementScope, Boolean.TRUE.equals(concurrent), validFrom, validTo);
        }
    }

    record AssignmentCorrection(
            @NotNull UUID unitId,
            @NotBlank @Size(max = 200) String title,
            @NotNull ManagementScope managementScope,
            @Nullable Boolean concurrent,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotBlank @Size(min = 3, max = 500) String reason) {

        NewPerson.NewAssignment assignment() {
            return new NewPerson.NewAssignment(
                    unitId, title, managementScope, Boolean.TRUE.equals(concurrent), validFrom, validTo);
        }
    }

    record IdentityCorrection(
            @NotBlank @Size(min = 2, max = 100) String fullName,
            @NotNull Sex sex,
            @NotNull PartialDate birth,
            @NotBlank @Size(min = 3, max = 500) String reason) {}

    record VoidRequest(@NotBlank @Size(min = 3, max = 500) String reason) {}
}
