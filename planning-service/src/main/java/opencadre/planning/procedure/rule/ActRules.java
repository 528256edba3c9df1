package opencadre.planning.procedure.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.FourEyes;
import opencadre.kit.rule.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What every act in a procedure asks: that the procedure is at this point, on which days the act may lie, and that
 * whoever opened it does not approve it too. None of it is from a regulation but what a condition cites.
 */
public final class ActRules {

    private ActRules() {}

    /** An act has its point. */
    public static List<Finding> at(Stage asked, Stage now) {
        return now == asked ? List.of() : elsewhere();
    }

    /** After the end nothing follows. */
    public static List<Finding> open(Stage now) {
        return now.isOpen() ? List.of() : elsewhere();
    }

    /** What somebody else has to look at first is left as it is. */
    public static List<Finding> running(Stage now) {
        return now.isRunning() ? List.of() : elsewhere();
    }

    private static List<Finding> elsewhere() {
        return List.of(Finding.of(null, "procedure-elsewhere"));
    }

    /**
     * Four eyes: whoever opened it neither approves the policy nor concludes.
     *
     * @param openers hands that opened it
     * @param hands whose hand acts
     */
    public static List<Finding> another(Set<String> openers, Set<String> hands) {
        return FourEyes.areOne(openers, hands) ? List.of(Finding.of(null, "own-procedure")) : List.of();
    }

    /** A day is neither after today nor before what it follows. */
    public static List<Finding> day(String field, LocalDate day, LocalDate notBefore, LocalDate today) {
        if (day.isAfter(today)) {
            return List.of(Finding.of(field, "in-the-future"));
        }
        return day.isBefore(notBefore) ? List.of(Finding.of(field, "before", notBefore)) : List.of();
    }

    /** The conditions that failed, each with its article. */
    public static List<Finding> failed(@Nullable String field, List<Criterion> criteria) {
        return criteria.stream()
                .filter(criterion -> criterion.outcome() == Outcome.FAIL)
                .map(criterion -> at(field, criterion))
                .toList();
    }

    static Finding at(@Nullable String field, Criterion criterion) {
        Finding finding = criterion.asFinding();
        return new Finding(field, finding.code(), finding.messages(), finding.article());
    }
}
