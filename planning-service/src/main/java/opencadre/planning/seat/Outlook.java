package opencadre.planning.seat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Confidence;
import opencadre.planning.vacancy.rule.VacancyRules.Foresight;
import org.jspecify.annotations.Nullable;

/**
 * When a seat falls vacant, as far as the reader sees its holders.
 *
 * @param foresights of each holder
 * @param vacantFrom first day on which a place is free; null when no end is foreseen
 * @param reason null with it
 * @param confidence null with it, and where nothing of the law is in it
 */
public record Outlook(
        List<Foreseen> foresights,
        @Nullable LocalDate vacantFrom,
        @Nullable Reason reason,
        @Nullable Confidence confidence) {

    /** The ends that are known of one holding. */
    public record Foreseen(UUID personId, Foresight foresight) {}

    /** Why a place is free. */
    public enum Reason {
        NOT_HELD,
        DECIDED_END,
        RETURN,
        RETIREMENT,
        TERM_END
    }
}
