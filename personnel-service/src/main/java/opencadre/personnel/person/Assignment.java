package opencadre.personnel.person;

import java.util.UUID;
import opencadre.kit.time.Period;
import opencadre.personnel.unit.Tree;

/**
 * A person holds a title in a unit over some days (chức vụ).
 *
 * @param id the fact; its corrections keep it
 * @param tree the tree of the unit
 * @param title as in {@code Phó Chủ tịch UBND}
 * @param scope whose say it is over the title
 * @param concurrent kiêm nhiệm
 */
public record Assignment(
        UUID id,
        UUID unitId,
        Tree tree,
        String title,
        ManagementScope scope,
        boolean concurrent,
        Period valid,
        Recorded recorded) {}
