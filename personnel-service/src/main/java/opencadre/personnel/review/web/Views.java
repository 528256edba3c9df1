package opencadre.personnel.review.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import opencadre.personnel.quality.Judged;
import opencadre.personnel.quality.rule.FieldGroup;
import opencadre.personnel.quality.rule.Flaw;
import opencadre.personnel.quality.rule.QualityFinding;
import opencadre.personnel.quality.rule.Severity;
import opencadre.personnel.review.Part;
import opencadre.personnel.review.Review;
import opencadre.personnel.review.ReviewRegister;
import opencadre.personnel.review.ReviewView;
import opencadre.personnel.review.ReviewedDossier;
import opencadre.personnel.review.rule.Standing;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/** What clients get, see {@code contracts/personnel/openapi.yaml}. */
final class Views {

    private Views() {}

    /** How far a round is. */
    enum ReviewState {
        OPEN,
        /** Open past its deadline. */
        OVERDUE,
        CLOSED
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReviewPage(List<ReviewLine> items, @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReviewLine(
            UUID id,
            long revision,
            UUID unitId,
            String unitName,
            @NotNull ManagementScope level,
            String name,
            List<FieldGroup> groups,
            LocalDate firstDay,
            LocalDate deadline,
            @NotNull ReviewState state,
            String openedBy,
            Instant openedAt,
            @Nullable String closedBy,
            @Nullable LocalDate closedOn) {

        static ReviewLine of(Review review, @Nullable String unitName, LocalDate today) {
            Optional<Review.Closing> closing = Optional.ofNullable(review.closing());
            return new ReviewLine(
                    review.id(),
                    review.revision(),
                    review.unitId(),
                    unitName == null ? "" : unitName,
                    review.level(),
                    review.name(),
                    review.groups().stream().sorted().toList(),
                    review.firstDay(),
                    review.deadline(),
                    closing.isPresent()
                            ? ReviewState.CLOSED
                            : review.isOverdue(today) ? ReviewState.OVERDUE : ReviewState.OPEN,
                    review.openedBy(),
                    review.openedAt(),
                    closing.map(Review.Closing::by).orElse(null),
                    closing.map(Review.Closing::day).orElse(null));
        }
    }

    record ReviewDetail(ReviewLine line, boolean closable, ReviewFigures all, List<ReviewedUnit> units) {

        static ReviewDetail of(ReviewView view, LocalDate today) {
            List<Part> parts = view.parts();
            return new ReviewDetail(
                    ReviewLine.of(view.review(), view.unitName(), today),
                    view.closable(),
                    new ReviewFigures(
                            parts.stream().mapToLong(Part::dossiers).sum(),
                            parts.stream().mapToLong(Part::confirmed).sum(),
                            parts.stream().mapToLong(Part::toMend).sum(),
                            parts.stream().mapToLong(Part::changed).sum()),
                    parts.stream()
                            .map(part -> new ReviewedUnit(
                                    part.unitId(),
                                    part.unitName(),
                                    new ReviewFigures(part.dossiers(), part.confirmed(), part.toMend(), part.changed()),
                                    view.review().isOverdue(today) && !part.isComplete()))
                            .toList());
        }
    }

    record ReviewFigures(long dossiers, long confirmed, long toMend, long changed) {}

    record ReviewedUnit(UUID unitId, String unitName, ReviewFigures figures, boolean overdue) {}

    record ReviewQuality(LocalDate asOf, boolean examined, List<UnitFilling> items) {

        static ReviewQuality of(ReviewRegister.Quality quality, LocalDate day) {
            return new ReviewQuality(
                    day,
                    quality.examined(),
                    quality.units().stream()
                            .map(unit -> new UnitFilling(unit.unitId(), unit.flawed(), unit.percent()))
                            .toList());
        }
    }

    record UnitFilling(UUID unitId, long flawed, int percent) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReviewedPage(List<ReviewedLine> items, @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReviewedLine(
            UUID personId,
            String fullName,
            UUID unitId,
            String unitName,
            @NotNull Standing standing,
            String version,
            int percent,
            int errors,
            int warnings,
            int missing,
            List<Flaw> codes,
            @Nullable String remark,
            @Nullable String markedBy,
            @Nullable Instant markedAt) {

        static ReviewedLine of(ReviewRegister.Line line, Map<UUID, String> names) {
            ReviewedDossier dossier = line.dossier();
            Judged judged = line.judged();
            Optional<ReviewedDossier.Mark> mark = Optional.ofNullable(dossier.mark());
            return new ReviewedLine(
                    dossier.personId(),
                    judged.dossier().fullName(),
                    dossier.unitId(),
                    names.getOrDefault(dossier.unitId(), ""),
                    dossier.standing(),
                    dossier.version().text(),
                    judged.completeness().percent(),
                    count(judged, Severity.ERROR),
                    count(judged, Severity.WARNING),
                    count(judged, Severity.MISSING),
                    judged.findings().stream()
                            .map(QualityFinding::flaw)
                            .distinct()
                            .toList(),
                    mark.map(ReviewedDossier.Mark::remark).orElse(null),
                    mark.map(ReviewedDossier.Mark::by).orElse(null),
                    mark.map(ReviewedDossier.Mark::at).orElse(null));
        }

        private static int count(Judged judged, Severity severity) {
            return (int) judged.findings().stream()
                    .filter(finding -> finding.flaw().severity() == severity)
                    .count();
        }
    }
}
