package opencadre.planning.eligibility.rule;

import java.time.LocalDate;
import java.util.Optional;
import opencadre.kit.rule.Parameter;
import opencadre.kit.rule.Regulations;
import opencadre.planning.law.rule.Regime;
import org.jspecify.annotations.Nullable;

/**
 * When and by which law it is asked.
 *
 * @param day on which the step is held: facts are those of this day
 * @param lawDay by whose law: the same day, unless a case continues under the law of the day it was opened
 * @param submissionReceivedOn day on which the competent organisation body received the submission, by which age is
 *     reckoned; null when there is none yet
 */
public record Question(
        Regime regime,
        LocalDate day,
        LocalDate lawDay,
        @Nullable LocalDate submissionReceivedOn,
        Regulations regulations) {

    /** Asked on a day, by the law of that day, before any submission. */
    public static Question on(LocalDate day, Regime regime, Regulations regulations) {
        return new Question(regime, day, day, null, regulations);
    }

    /** The same on the same day, by the law of another. */
    public Question underTheLawOf(LocalDate otherDay) {
        return new Question(regime, day, otherDay, submissionReceivedOn, regulations);
    }

    Optional<Parameter> law(String key) {
        return regulations.parameter(key, lawDay);
    }

    Optional<Parameter> law(String area, String name) {
        return regime.parameter(regulations, area, name, lawDay);
    }
}
