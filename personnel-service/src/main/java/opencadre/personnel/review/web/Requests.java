package opencadre.personnel.review.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.personnel.quality.rule.FieldGroup;
import opencadre.personnel.review.ReviewRegister;
import opencadre.personnel.review.rule.Standing;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/** What clients send, see {@code contracts/personnel/openapi.yaml}. */
final class Requests {

    private Requests() {}

    record NewReview(
            @NotNull UUID unitId,
            @NotNull ManagementScope level,
            @NotBlank @Size(max = 200) String name,
            @NotNull @Size(max = 6) Set<@NotNull FieldGroup> groups,
            @NotNull LocalDate firstDay,
            @NotNull LocalDate deadline) {

        ReviewRegister.Asked asked() {
            return new ReviewRegister.Asked(unitId, level, name.strip(), groups, firstDay, deadline);
        }
    }

    /** What may be said of a dossier. */
    enum ReviewOutcomeSaid {
        CONFIRMED,
        TO_MEND;

        Standing standing() {
            return this == CONFIRMED ? Standing.CONFIRMED : Standing.TO_MEND;
        }
    }

    record ReviewMarks(
            @NotNull ReviewOutcomeSaid outcome,
            @Nullable @Size(min = 1, max = 500) String remark,
            @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid SeenDossier> dossiers) {

        /** Null where nothing but blanks was typed. */
        @Nullable
        String said() {
            return remark == null || remark.isBlank() ? null : remark.strip();
        }

        Map<UUID, String> seen() {
            return dossiers.stream()
                    .collect(Collectors.toMap(SeenDossier::personId, SeenDossier::version, (first, again) -> again));
        }
    }

    record SeenDossier(
            @NotNull UUID personId,
            @NotNull @Size(min = 3, max = 40) String version) {}
}
