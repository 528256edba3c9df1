package opencadre.personnel.person;

import java.util.UUID;
import opencadre.kit.time.Period;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.unit.Tree;
import org.jspecify.annotations.Nullable;

/**
 * A person holds a title in a unit over some days (chức vụ).
 *
 * @param id the fact; its corrections keep it
 * @param tree the tree of the unit
 * @param title as in {@code Phó Chủ tịch UBND}
 * @param scope whose say it is over the title
 * @param concurrent kiêm nhiệm
 * @param seatId the seat held; null for a post in no seat
 * @param acting giao quyền, giao phụ trách: no time in the post, and the seat is not taken
 * @param termMonths length of the term that the decision gives; null where it gives none
 * @param decisionId the decision that gave the post; null where it was recorded without one
 */
public record Assignment(
        UUID id,
        UUID unitId,
        Tree tree,
        String title,
        ManagementScope scope,
        boolean concurrent,
        @Nullable UUID seatId,
        boolean acting,
        @Nullable Integer termMonths,
        @Nullable UUID decisionId,
        Period valid,
        Recorded recorded) {

    /** The same post on other days. */
    public Assignment over(Period days) {
        return new Assignment(
                id, unitId, tree, title, scope, concurrent, seatId, acting, termMonths, decisionId, days, recorded);
    }
}
