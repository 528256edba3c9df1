package opencadre.planning.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Bilingual;
import opencadre.planning.programme.rule.Counting;
import org.jspecify.annotations.Nullable;

/** A target programme (đề án), as it was recorded. */
public record Programme(UUID id, long revision, Content content) {

    /**
     * What it is.
     *
     * @param from first day of its period
     * @param to last day of its period
     * @param countedFrom first day on which a fact counts, as the beginning of the term of office
     * @param ownerUnitId the unit whose programme it is
     * @param coveredUnitIds what is counted concerns one of these or a unit below: the roots of a place in its several
     *     trees
     */
    public record Content(
            String number,
            String title,
            LocalDate issuedOn,
            LocalDate from,
            LocalDate to,
            LocalDate countedFrom,
            UUID ownerUnitId,
            List<UUID> coveredUnitIds,
            List<Objective> objectives) {

        /** Every indicator, in its order. */
        public List<Indicator> indicators() {
            return objectives.stream()
                    .flatMap(objective -> objective.indicators().stream())
                    .toList();
        }
    }

    /** What it is to bring about. */
    public record Objective(Bilingual name, List<Indicator> indicators) {}

    /**
     * One figure of it.
     *
     * @param sentence with {@code {value}} where the figure stands, and {@code {of}} for all that could be counted
     * @param target to be reached; null where none is set
     */
    public record Indicator(
            String code,
            Bilingual sentence,
            Counting counting,
            @Nullable Integer target) {}
}
