package opencadre.personnel.review.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import opencadre.kit.rule.Finding;
import org.jspecify.annotations.Nullable;

/** When a round may be opened, when it is late, and what may be said of a dossier. The days are the house's own. */
public final class ReviewRules {

    /** Longer is no round with an end. */
    public static final int MOST_DAYS = 366;

    private ReviewRules() {}

    /** The last day is not over, nor before the first, nor too far from it. */
    public static List<Finding> ofOpening(LocalDate firstDay, LocalDate deadline, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        if (deadline.isBefore(today)) {
            findings.add(Finding.of("deadline", "review-deadline-is-over"));
        }
        if (deadline.isBefore(firstDay)) {
            findings.add(Finding.of("deadline", "review-ends-before-it-begins"));
        } else if (deadline.isAfter(firstDay.plusDays(MOST_DAYS))) {
            findings.add(Finding.of("deadline", "review-too-long", MOST_DAYS));
        }
        return findings;
    }

    /** What is said is said of an open round that has begun, and what is to be put right is named. */
    public static List<Finding> ofMarking(
            boolean closed, LocalDate firstDay, LocalDate today, boolean toMend, @Nullable String remark) {
        if (closed) {
            return List.of(Finding.of(null, "review-is-closed"));
        }
        List<Finding> findings = new ArrayList<>();
        if (firstDay.isAfter(today)) {
            findings.add(Finding.of(null, "review-not-begun"));
        }
        if (toMend && remark == null) {
            findings.add(Finding.of("remark", "review-remark-missing"));
        }
        return findings;
    }

    /** The deadline is the last day on which a dossier is looked through in time. */
    public static boolean isOver(LocalDate deadline, LocalDate today) {
        return today.isAfter(deadline);
    }

    /**
     * How a dossier stands.
     *
     * @param said what was said of it last; null where nothing was
     * @param of which state of it that was said
     */
    public static Standing standing(@Nullable Standing said, @Nullable Version of, Version now) {
        if (said == null) {
            return Standing.NOT_REVIEWED;
        }
        return now.equals(of) ? said : Standing.CHANGED;
    }
}
