package opencadre.planning.plan;

import java.util.UUID;

/** An entry to be shown: with its revision and the names of what it is about. */
public record PlanLine(PlanEntry entry, long revision, String personName, String title, UUID unitId, String unitName) {}
