package opencadre.training.enrolment.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import opencadre.kit.time.PartialDate;
import opencadre.training.enrolment.rule.EnrolmentRules.Breach;
import opencadre.training.enrolment.rule.EnrolmentRules.Facts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnrolmentRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void aDecisionOfTodayIsLawfulAndOneOfTomorrowIsNot() {
        assertThat(codes(facts(TODAY, "2026-12", null, false))).isEmpty();
        assertThat(codes(facts(TODAY.plusDays(1), "2026-12", null, false))).containsExactly("decided-in-the-future");
    }

    @Test
    void itMayEndOnTheDayItBeginsAndNotBefore() {
        assertThat(codes(facts(TODAY, "2026-12-01", "2026-12-01", false))).isEmpty();
        assertThat(codes(facts(TODAY, "2026-12-01", "2026-11-30", false)))
                .containsExactly("study-ends-before-it-begins");
        // A year alone may mean a day that is late enough.
        assertThat(codes(facts(TODAY, "2026-12-01", "2026", false))).isEmpty();
    }

    @Test
    void aResultComesWithTheEndAndNotBeforeIt() {
        assertThat(codes(facts(TODAY, "2025", null, true))).containsExactly("result-needs-an-end");
        assertThat(codes(facts(TODAY, "2025", "2026-11-24", true))).isEmpty();
        assertThat(codes(facts(TODAY, "2025", "2026-11-25", true))).containsExactly("result-before-the-end");
        assertThat(codes(facts(TODAY, "2025", "2026-12", false))).isEmpty();
    }

    @Test
    void oldSchoolsAreOldEnough() {
        assertThat(codes(facts(TODAY, "1945", null, false))).isEmpty();
        assertThat(codes(facts(TODAY, "1944-12-31", null, false))).containsExactly("study-out-of-range");
    }

    @Test
    void onlyTheoryIsCompleted() {
        assertThat(codes(new Facts(true, true, true, TODAY, day("2025"), null, false, false, TODAY)))
                .isEmpty();
        assertThat(codes(new Facts(false, true, false, TODAY, day("2025"), null, false, true, TODAY)))
                .containsExactly("level-does-not-fit-kind", "completion-of-theory-alone", "enrolled-already");
    }

    private static Facts facts(LocalDate decided, String from, @Nullable String to, boolean ended) {
        return new Facts(true, false, true, decided, day(from), to == null ? null : day(to), ended, false, TODAY);
    }

    private static PartialDate day(String text) {
        return PartialDate.parse(text);
    }

    private static List<String> codes(Facts facts) {
        return EnrolmentRules.breaches(facts).stream().map(Breach::code).toList();
    }
}
