package opencadre.personnel.decision.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import opencadre.personnel.decision.rule.DecisionRules.Breach;
import org.junit.jupiter.api.Test;

class StayRulesTest {

    private static final LocalDate SENT = LocalDate.of(2025, 8, 31);
    private static final Breach EARLY = new Breach("effectiveFrom", "rotation-left-early");

    @Test
    void aRotationIsLeftEarlyUntilTheDayOnWhichTheMonthsAreOver() {
        assertThat(StayRules.ofLeaving(SENT, LocalDate.of(2028, 8, 30), 36)).contains(EARLY);
        assertThat(StayRules.ofLeaving(SENT, LocalDate.of(2028, 8, 31), 36)).isEmpty();
        assertThat(StayRules.ofLeaving(SENT, LocalDate.of(2026, 2, 28), 6)).isEmpty();
        assertThat(StayRules.ofLeaving(SENT, LocalDate.of(2026, 2, 27), 6)).contains(EARLY);
    }

    @Test
    void aPlannedReturnIsMeasuredTheSameWay() {
        assertThat(StayRules.ofRotation(SENT, LocalDate.of(2028, 8, 30), 36))
                .contains(new Breach("plannedReturn", "rotation-planned-short"));
        assertThat(StayRules.ofRotation(SENT, LocalDate.of(2028, 8, 31), 36)).isEmpty();
    }

    @Test
    void aSecondmentIsTooLongOnlyBeyondItsMonths() {
        assertThat(StayRules.ofSecondment(SENT, LocalDate.of(2028, 8, 31), 36)).isEmpty();
        assertThat(StayRules.ofSecondment(SENT, LocalDate.of(2028, 9, 1), 36))
                .contains(new Breach("plannedReturn", "secondment-too-long"));
    }
}
