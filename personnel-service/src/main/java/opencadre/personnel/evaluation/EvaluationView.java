package opencadre.personnel.evaluation;

import java.util.List;
import opencadre.personnel.evaluation.rule.CapRules.Tally;
import opencadre.personnel.evaluation.rule.Judgement;
import opencadre.personnel.evaluation.rule.Remark;
import org.jspecify.annotations.Nullable;

/**
 * A round with what the rules make of it.
 *
 * @param lines those whom the reader sees, in name order
 * @param tallies the cap on excellent ones, of those lines; empty where the scheme knows none
 * @param remarks of the round
 */
public record EvaluationView(
        Evaluation evaluation, @Nullable String unitName, List<Line> lines, List<Tally> tallies, List<Remark> remarks) {

    /**
     * Somebody with what follows.
     *
     * @param said what they said of themself; null where they said nothing
     * @param others quarters of the same year in which others rated them, or this unit did
     */
    public record Line(
            RatedPerson person, @Nullable SelfAssessment said, Judgement judgement, List<PeriodResult> others) {

        Line of(RatedPerson same) {
            return new Line(same, said, judgement, others);
        }
    }
}
