package opencadre.planning.procedure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Parameter;
import opencadre.kit.rule.Regulation;
import opencadre.kit.rule.Regulations;
import opencadre.kit.rule.WorkingDays;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.procedure.rule.DeadlineRules.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineRulesTest {

    private static final Regulations LAW = Regulations.load();

    private static Deadline approval(LocalDate from, Regulations law) {
        return DeadlineRules.policyApproval(from, from, Regime.PUBLIC_EMPLOYEE, law)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2026-04-30", "2026-05-01", "2026-09-02", "2026-11-21", "2026-11-22"})
    void noWorkIsDoneOnFixedHolidaysAndAtWeekends(LocalDate day) {
        assertThat(WorkingDays.contain(day, LAW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-12-31", "2026-01-02", "2026-04-29", "2026-05-04", "2026-09-01", "2026-09-03"})
    void workIsDoneOnTheDaysAroundThem(LocalDate day) {
        assertThat(WorkingDays.contain(day, LAW)).isTrue();
    }

    /** From a Monday ten working days end on the Monday two weeks later; a holiday between moves it by a day. */
    @ParameterizedTest
    @CsvSource({"2026-06-01, 2026-06-15", "2026-04-20, 2026-05-06", "2026-06-05, 2026-06-19", "2026-06-06, 2026-06-19"})
    void tenWorkingDaysAreCountedFromTheNextDay(LocalDate from, LocalDate last) {
        Deadline deadline = approval(from, LAW);

        assertThat(deadline.lastDay()).isEqualTo(last);
        assertThat(deadline.isKeptBy(last.minusDays(1))).isTrue();
        assertThat(deadline.isKeptBy(last)).isTrue();
        assertThat(deadline.isKeptBy(last.plusDays(1))).isFalse();
    }

    @Test
    void theProcedureHasThirty() {
        LocalDate from = LocalDate.of(2026, 6, 1);

        assertThat(DeadlineRules.procedure(from, from, Regime.CADRE, LAW)
                        .orElseThrow()
                        .lastDay())
                .isEqualTo(LocalDate.of(2026, 7, 13));
    }

    @Test
    void aYearWithoutAnnouncedHolidaysIsNamedAndNothingInItIsConfirmed() {
        Deadline deadline = approval(LocalDate.of(2025, 12, 29), LAW);

        assertThat(deadline.confidence()).isEqualTo(Confidence.UNCONFIRMED);
        assertThat(deadline.notes())
                .hasSize(2)
                .first()
                .satisfies(note -> assertThat(note.vi()).contains("2025"));
    }

    @Test
    void onceTheyAreEnteredTheyCountAndTheDeadlineIsConfirmed() {
        Basis basis = new Basis("planted", null, Confidence.CONFIRMED, "planted", null);
        Parameter holiday = new Parameter(
                "holiday.announced.1",
                "06-10",
                "month and day",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2027, 1, 1),
                basis);
        Bilingual text = new Bilingual("thông báo", "announcement");
        Regulations announced = LAW.with(
                new Regulation("planted", text, "planted", null, null, null, List.of(), Map.of(), List.of(holiday)));

        Deadline deadline = approval(LocalDate.of(2026, 6, 1), announced);

        assertThat(deadline.lastDay()).isEqualTo(LocalDate.of(2026, 6, 16));
        assertThat(deadline.confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(deadline.notes()).isEmpty();
    }

    @Test
    void whereNoLawWasReadThereIsNoDeadline() {
        LocalDate after = LocalDate.of(2026, 7, 1);

        assertThat(DeadlineRules.policyApproval(after, after, Regime.PUBLIC_EMPLOYEE, LAW))
                .isEmpty();
        assertThat(DeadlineRules.policyApproval(after.minusDays(1), after.minusDays(1), Regime.PUBLIC_EMPLOYEE, LAW))
                .isPresent();
    }
}
