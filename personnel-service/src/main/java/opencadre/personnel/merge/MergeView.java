package opencadre.personnel.merge;

import java.util.List;
import java.util.UUID;

/**
 * A merge with what tells it apart.
 *
 * @param changedSince of one that stands: facts that were changed since, which an undo would leave with the kept one
 */
public record MergeView(Merge merge, String keptName, String mergedName, List<UUID> changedSince) {}
