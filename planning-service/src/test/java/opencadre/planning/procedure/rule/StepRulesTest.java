package opencadre.planning.procedure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Regulations;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.procedure.rule.StepRules.Held;
import org.junit.jupiter.api.Test;

class StepRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final RuleVersions.Version SETTLED =
            RuleVersions.of(DAY, DAY, null, Regime.CADRE, Regulations.load());

    private static List<String> codes(Step step, LocalDate day, Held... held) {
        return StepRules.findings(step, day, List.of(held), SETTLED).stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void theFirstStepNeedsNoOther() {
        assertThat(codes(Step.LEADERSHIP_1, DAY)).isEmpty();
    }

    @Test
    void eachStepNeedsTheOneBeforeIt() {
        assertThat(codes(Step.LEADERSHIP_2, DAY, new Held(Step.LEADERSHIP_1, DAY, true)))
                .containsExactly("step.order");
        assertThat(codes(Step.EXPANDED_LEADERSHIP, DAY, new Held(Step.LEADERSHIP_1, DAY, true)))
                .isEmpty();
    }

    @Test
    void afterAStopNothingFollows() {
        assertThat(codes(Step.LEADERSHIP_2, DAY, new Held(Step.EXPANDED_LEADERSHIP, DAY, false)))
                .containsExactly("step.stopped");
    }

    @Test
    void aStepMayBeHeldOnTheDayOfTheOneBeforeItAndNotEarlier() {
        Held first = new Held(Step.LEADERSHIP_1, DAY, true);

        assertThat(codes(Step.EXPANDED_LEADERSHIP, DAY.minusDays(1), first)).containsExactly("step.before-previous");
        assertThat(codes(Step.EXPANDED_LEADERSHIP, DAY, first)).isEmpty();
        assertThat(codes(Step.EXPANDED_LEADERSHIP, DAY.plusDays(1), first)).isEmpty();
    }

    @Test
    void noStepIsHeldTwice() {
        assertThat(codes(Step.LEADERSHIP_1, DAY, new Held(Step.LEADERSHIP_1, DAY, true)))
                .containsExactly("step.held");
    }
}
