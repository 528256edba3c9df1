package opencadre.personnel.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import opencadre.personnel.quality.rule.FieldGroup;
import opencadre.personnel.review.rule.ReviewRules;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/**
 * A round: the dossiers kept by a unit and those beneath it, up to a management scope, are looked through by a day.
 *
 * @param level the highest scope whose dossiers it is about, and at which it is opened and closed
 * @param name as in {@code Rà soát lý lịch năm 2026}
 * @param groups the parts of dossiers that are looked at; none for all of them
 * @param deadline the last day that is in time
 * @param openers the hands that opened it
 * @param closing null while it is open
 */
public record Review(
        UUID id,
        long revision,
        UUID unitId,
        ManagementScope level,
        String name,
        Set<FieldGroup> groups,
        LocalDate firstDay,
        LocalDate deadline,
        String openedBy,
        Set<String> openers,
        Instant openedAt,
        @Nullable Closing closing) {

    /** By whom and when it was closed, and on which legal day. */
    public record Closing(String by, Instant at, LocalDate day) {}

    boolean isClosed() {
        return closing != null;
    }

    /** Whether it is open past its deadline. */
    public boolean isOverdue(LocalDate today) {
        return !isClosed() && ReviewRules.isOver(deadline, today);
    }

    /** Whether a part of dossiers is one that is looked at. */
    public boolean covers(FieldGroup group) {
        return groups.isEmpty() || groups.contains(group);
    }

    Review closed(Closing now) {
        return new Review(
                id, revision + 1, unitId, level, name, groups, firstDay, deadline, openedBy, openers, openedAt, now);
    }
}
