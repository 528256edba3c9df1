package opencadre.personnel.unit;

import java.util.List;

/**
 * What a unit came from and what it went into, as known now.
 *
 * @param predecessors by day, then name
 * @param successors by day, then name
 */
public record Lineage(List<Step> predecessors, List<Step> successors) {

    /** One succession, and the other unit as it last stood. */
    public record Step(Succession succession, Unit other) {}
}
