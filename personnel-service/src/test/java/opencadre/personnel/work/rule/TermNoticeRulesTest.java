package opencadre.personnel.work.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import opencadre.kit.rule.Regulations;
import opencadre.personnel.work.rule.TermNoticeRules.Reminder;
import opencadre.personnel.work.rule.TermNoticeRules.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermNoticeRulesTest {

    private static final Regulations LAW = Regulations.load();
    /** The last day of the term is Wednesday 2027-06-30. */
    private static final LocalDate OVER = LocalDate.of(2027, 7, 1);

    @ParameterizedTest
    @CsvSource({
        "2026-12-31,",
        "2027-01-01,HALF_YEAR",
        "2027-02-22,HALF_YEAR",
        "2027-02-23,TELL",
        "2027-03-01,TELL",
        "2027-03-02,FOUR_MONTHS",
        "2027-05-30,FOUR_MONTHS",
        "2027-05-31,MONTH",
        "2027-06-28,MONTH",
        "2027-06-29,LAST_DAY",
        "2027-06-30,LAST_DAY",
        "2027-07-01,OVER",
        "2027-12-01,OVER",
    })
    void eachStageBeginsOnItsDay(LocalDate today, @Nullable String stage) {
        String reached = reminder(today, false).map(each -> each.stage().name()).orElse(null);

        assertThat(reached).isEqualTo(stage);
    }

    @Test
    void aCadreIsTold90WorkingDaysBeforeTheLastDay() {
        Reminder reminder = reminder(LocalDate.of(2027, 2, 1), false).orElseThrow();

        var tell = reminder.tellBy().orElseThrow();
        assertThat(tell.law().basis().regulation()).isEqualTo("377-QĐ/TW");
        // 90 working days with 30/04 and 01/05 between, as far as the holidays of 2027 are known.
        assertThat(tell.day()).isEqualTo(LocalDate.of(2027, 2, 23));
        assertThat(reminder(tell.day().minusDays(1), false).orElseThrow().stage())
                .isEqualTo(Stage.HALF_YEAR);
        assertThat(reminder(tell.day(), false).orElseThrow().stage()).isEqualTo(Stage.TELL);
    }

    @Test
    void aPublicEmployee90DaysBeforeWhileThatWasRead() {
        LocalDate over = LocalDate.of(2026, 7, 1);
        Reminder reminder = TermNoticeRules.reminder(over, LocalDate.of(2026, 6, 1), true, LAW)
                .orElseThrow();

        assertThat(reminder.tellBy().orElseThrow().day()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(TermNoticeRules.reminder(OVER, LocalDate.of(2027, 2, 1), true, LAW)
                        .orElseThrow()
                        .tellBy())
                .isEmpty();
    }

    private static Optional<Reminder> reminder(LocalDate today, boolean publicEmployee) {
        return TermNoticeRules.reminder(OVER, today, publicEmployee, LAW);
    }
}
