package opencadre.planning.vacancy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Regulations;
import opencadre.kit.time.PartialDate;
import opencadre.planning.vacancy.rule.RetirementRules.Retirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetirementRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Regulations LAW = Regulations.load();

    private static Retirement.Foreseen foreseen(String birth, boolean female, RetirementOverride override) {
        return (Retirement.Foreseen) RetirementRules.retirement(PartialDate.parse(birth), female, override, LAW, TODAY);
    }

    private static Retirement.Foreseen foreseen(String birth, boolean female) {
        return (Retirement.Foreseen) RetirementRules.retirement(PartialDate.parse(birth), female, null, LAW, TODAY);
    }

    private static int months(int years, int months) {
        return 12 * years + months;
    }

    /** Every row of the cohort table, first and last month. */
    @ParameterizedTest
    @CsvSource({
        "1961-01, 1961-09, 60, 3",
        "1961-10, 1962-06, 60, 6",
        "1962-07, 1963-03, 60, 9",
        "1963-04, 1963-12, 61, 0",
        "1964-01, 1964-09, 61, 3",
        "1964-10, 1965-06, 61, 6",
        "1965-07, 1966-03, 61, 9",
        "1966-04, 1999-12, 62, 0"
    })
    void t1MenRetireAtTheAgeOfTheirCohort(String first, String last, int years, int months) {
        assertThat(foreseen(first, false).ageMonths()).isEqualTo(months(years, months));
        assertThat(foreseen(last, false).ageMonths()).isEqualTo(months(years, months));
        assertThat(foreseen(last, false).month())
                .isEqualTo(YearMonth.parse(last).plusMonths(months(years, months)));
    }

    @ParameterizedTest
    @CsvSource({
        "1966-01, 1966-08, 55, 4",
        "1966-09, 1967-04, 55, 8",
        "1967-05, 1967-12, 56, 0",
        "1968-01, 1968-08, 56, 4",
        "1968-09, 1969-04, 56, 8",
        "1969-05, 1969-12, 57, 0",
        "1970-01, 1970-08, 57, 4",
        "1970-09, 1971-04, 57, 8",
        "1971-05, 1971-12, 58, 0",
        "1972-01, 1972-08, 58, 4",
        "1972-09, 1973-04, 58, 8",
        "1973-05, 1973-12, 59, 0",
        "1974-01, 1974-08, 59, 4",
        "1974-09, 1975-04, 59, 8",
        "1975-05, 1999-12, 60, 0"
    })
    void t1WomenRetireAtTheAgeOfTheirCohort(String first, String last, int years, int months) {
        assertThat(foreseen(first, true).ageMonths()).isEqualTo(months(years, months));
        assertThat(foreseen(last, true).ageMonths()).isEqualTo(months(years, months));
        assertThat(foreseen(last, true).month()).isEqualTo(YearMonth.parse(last).plusMonths(months(years, months)));
    }

    @Test
    void workEndsWithTheLastDayOfTheMonth() {
        assertThat(foreseen("1966-04-01", false).lastDay()).isEqualTo(LocalDate.of(2028, 4, 30));
        assertThat(foreseen("1966-04-30", false).lastDay()).isEqualTo(LocalDate.of(2028, 4, 30));
        assertThat(foreseen("1966-05-01", false).lastDay()).isEqualTo(LocalDate.of(2028, 5, 31));
    }

    @Test
    void ofWhomOnlyTheYearIsKnownTheBirthdayIsTheFirstOfJanuaryAndThatIsSaid() {
        Retirement.Foreseen year = foreseen("1970", false);

        assertThat(year.month()).isEqualTo(YearMonth.of(2032, 1));
        assertThat(year.birthAssumed()).isTrue();
        assertThat(year.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.vi()).contains("1970"));
        assertThat(foreseen("1970-01", false).birthAssumed()).isFalse();
    }

    @Test
    void aDecisionMovesTheMonthAndItsGroundIsKept() {
        Retirement.Foreseen later = foreseen("1970-03", false, new RetirementOverride(60, "83/2022/NĐ-CP"));

        assertThat(later.month()).isEqualTo(YearMonth.of(2037, 3));
        assertThat(later.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.en()).contains("83/2022/NĐ-CP"));
        assertThat(foreseen("1970-03", false, new RetirementOverride(-60, "nặng nhọc"))
                        .month())
                .isEqualTo(YearMonth.of(2027, 3));
    }

    @Test
    void theDecreeWasNotReadItselfSoTheMonthIsUnconfirmed() {
        assertThat(foreseen("1970-03", false).confidence()).isEqualTo(Confidence.UNCONFIRMED);
        assertThat(foreseen("1970-03", false).bases().getFirst().regulation()).isEqualTo("135/2020/NĐ-CP");
    }

    @Test
    void nothingIsSaidWithoutABirthBeforeTheDecreeOrOfThoseWhoRetiredBefore() {
        assertThat(RetirementRules.retirement(null, true, null, LAW, TODAY)).isInstanceOf(Retirement.NotKnown.class);
        assertThat(RetirementRules.retirement(PartialDate.parse("1970"), true, null, LAW, LocalDate.of(2020, 12, 31)))
                .isInstanceOf(Retirement.NotKnown.class);
        assertThat(RetirementRules.retirement(PartialDate.parse("1970"), true, null, LAW, LocalDate.of(2021, 1, 1)))
                .isInstanceOf(Retirement.Foreseen.class);
        assertThat(RetirementRules.retirement(PartialDate.parse("1960-09"), false, null, LAW, TODAY))
                .isInstanceOf(Retirement.NotKnown.class);
    }

    /** The cohorts read backwards: whoever is born a month later retires after the month. */
    @Test
    void whoHasRetiredByAMonthWasBornByTheLastMonthOfItsCohort() {
        YearMonth from = YearMonth.of(2022, 1);
        for (int i = 0; i < 12 * 25; i++) {
            YearMonth month = from.plusMonths(i);
            for (boolean female : new boolean[] {false, true}) {
                YearMonth last =
                        RetirementRules.bornUntil(female, month, LAW, TODAY).orElseThrow();

                assertThat(foreseen(last.toString(), female).month()).isBeforeOrEqualTo(month);
                assertThat(foreseen(last.plusMonths(1).toString(), female).month())
                        .isAfter(month);
            }
        }
        assertThat(RetirementRules.bornUntil(false, YearMonth.of(2026, 12), LAW, TODAY))
                .contains(YearMonth.of(1965, 6));
        assertThat(RetirementRules.bornUntil(false, from, LAW, LocalDate.of(2020, 12, 31)))
                .isEmpty();
    }

    @Test
    void noticeIsGivenSixMonthsBeforeTheFirstDayWithoutWork() {
        Retirement.Foreseen october = foreseen("1966-01", false);
        assertThat(october.month()).isEqualTo(YearMonth.of(2027, 10));

        LocalDate due = RetirementRules.noticeBy(
                october, LAW.parameter("retirement.notice", TODAY).orElseThrow());

        assertThat(due).isEqualTo(LocalDate.of(2027, 5, 1));
        assertThat(LAW.parameter("retirement.notice", LocalDate.of(2025, 6, 30)))
                .isEmpty();
        assertThat(LAW.parameter("retirement.notice", LocalDate.of(2025, 7, 1))).isPresent();
    }
}
