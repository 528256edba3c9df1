package opencadre.personnel.quality;

import java.util.List;
import java.util.UUID;
import opencadre.personnel.quality.rule.Flaw;
import org.jspecify.annotations.Nullable;

/**
 * Figures of the dossiers of a unit, by what stands directly below it. Somebody placed under two of these is in both,
 * and in the total once.
 *
 * @param extent how far the dossiers were looked into
 * @param total all of them
 * @param lines the unit itself and those directly below it, where the reader reaches somebody in them
 */
public record UnitQuality(Extent extent, Line total, List<Line> lines) {

    /** How far so many dossiers are looked into while somebody waits. */
    public enum Extent {
        /** Each was held against every rule. */
        EXAMINED,
        /** Only what is missing of the forms was counted. */
        FILLED,
        /** Only how many there are. */
        COUNTED
    }

    /**
     * A line of figures.
     *
     * @param unitId null for the total
     * @param complete how many lack nothing that the forms ask of everybody; null where that was not counted
     * @param kinds what was found in at least one
     */
    public record Line(
            @Nullable UUID unitId, long dossiers, @Nullable Long complete, List<Kind> kinds) {}

    /**
     * A kind of finding.
     *
     * @param item what is missing, of {@link Flaw#ITEM_MISSING}
     * @param dossiers in how many it was found
     */
    public record Kind(Flaw flaw, @Nullable String item, long dossiers) {}
}
