package opencadre.personnel.evaluation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.evaluation.rule.OwnWords;
import opencadre.personnel.evaluation.rule.SheetRules;
import org.springframework.stereotype.Service;

/**
 * Use cases of whoever is rated: to see the rounds they are in, and to say what they think of their own work while one
 * goes on. The right to it opens the own record alone.
 */
@Service
public class SelfAssessmentRegister {

    private final SelfAssessments assessments;
    private final Places places;
    private final ScopedWork work;
    private final Clock clock;

    SelfAssessmentRegister(SelfAssessments assessments, Places places, ScopedWork work, Clock clock) {
        this.assessments = assessments;
        this.places = places;
        this.work = work;
        this.clock = clock;
    }

    /** The rounds somebody is in; nothing of a record that is not the actor's. */
    public Optional<List<SelfAssessments.Round>> rounds(Actor actor, UUID personId) {
        return places.isVisible(actor, personId)
                ? Optional.of(work.unfenced(() -> assessments.rounds(personId)))
                : Optional.empty();
    }

    /**
     * Says it, in the place of what was said before. Once the round is proposed it stays as it was read; where the
     * round is opened again it may be said anew.
     *
     * @param madeOn the revision that the writer saw, 0 where nothing was said
     */
    public SelfAssessmentOutcome write(
            Actor actor, UUID personId, UUID evaluationId, LongPredicate madeOn, OwnWords words) {
        Optional<SelfAssessments.Round> held = places.isVisible(actor, personId)
                ? work.unfenced(() -> assessments.lock(personId, evaluationId))
                : Optional.empty();
        if (held.isEmpty() || !madeOn.test(held.get().revision())) {
            return new SelfAssessmentOutcome.Unknown();
        }
        SelfAssessments.Round round = held.get();
        List<Finding> findings = new ArrayList<>();
        if (!round.isWritable()) {
            findings.add(Finding.of(
                    null, "evaluation-in-other-state-" + round.evaluation().state()));
        }
        findings.addAll(SheetRules.ofScores(round.evaluation().scheme(), words.scores()));
        if (!findings.isEmpty()) {
            return new SelfAssessmentOutcome.Unlawful(findings);
        }
        SelfAssessment said =
                new SelfAssessment(evaluationId, personId, round.revision() + 1, words, TwoClocks.now(clock));
        assessments.put(said, actor.account());
        return new SelfAssessmentOutcome.Recorded(round.saying(said));
    }
}
