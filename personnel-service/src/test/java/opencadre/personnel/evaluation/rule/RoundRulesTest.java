package opencadre.personnel.evaluation.rule;

import static opencadre.personnel.evaluation.data.SchemesOfTheLaw.scheme;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import opencadre.kit.rule.Finding;
import opencadre.personnel.evaluation.rule.CapRules.Rated;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static List<String> opening(@Nullable String scheme, int year, @Nullable Integer quarter, LocalDate today) {
        return RoundRules.ofOpening(
                        Optional.ofNullable(scheme).map(code -> scheme(code)), new RatedPeriod(year, quarter), today)
                .stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void aRoundIsOpenedByTheSchemeOfTheLastDayOfItsPeriod() {
        assertThat(opening("PUBLIC_EMPLOYEE_YEAR_233", 2026, null, TODAY)).isEmpty();
        assertThat(opening("PUBLIC_EMPLOYEE_YEAR_90", 2026, null, TODAY))
                .containsExactly("evaluation-scheme-of-other-days");
        assertThat(opening("PUBLIC_EMPLOYEE_QUARTER_233", 2026, 2, TODAY))
                .containsExactly("evaluation-scheme-of-other-days");
        assertThat(opening("PUBLIC_EMPLOYEE_QUARTER_233", 2026, 3, TODAY)).isEmpty();
        assertThat(opening("CIVIL_SERVANT_YEAR_90", 2025, null, TODAY)).isEmpty();
        assertThat(opening("CIVIL_SERVANT_YEAR_335", 2025, null, TODAY))
                .containsExactly("evaluation-scheme-of-other-days");
        assertThat(opening("PARTY_QUARTER_02", 2026, null, TODAY)).containsExactly("evaluation-other-kind-of-period");
        assertThat(opening(null, 2026, null, TODAY)).containsExactly("evaluation-no-such-scheme");
    }

    @Test
    void notBeforeThePeriodHasBegun() {
        LocalDate first = LocalDate.of(2026, 10, 1);

        assertThat(opening("PARTY_QUARTER_02", 2026, 4, first.minusDays(1))).containsExactly("evaluation-not-begun");
        assertThat(opening("PARTY_QUARTER_02", 2026, 4, first)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-01-01, 2026-03-31",
        "2, 2026-04-01, 2026-06-30",
        "3, 2026-07-01, 2026-09-30",
        "4, 2026-10-01, 2026-12-31"
    })
    void aQuarterIsThreeMonths(int quarter, LocalDate first, LocalDate last) {
        RatedPeriod period = new RatedPeriod(2026, quarter);

        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isEqualTo(last);
        assertThat(new RatedPeriod(2026, null).last()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(new RatedPeriod(2026, 2).text()).isEqualTo("Quý II/2026");
    }

    /** Who heads a unit is not rated above it; not known is no leave. */
    @ParameterizedTest
    @CsvSource({
        "HTTNV, , evaluation-unit-grade-unknown",
        "KHTNV, , evaluation-unit-grade-unknown",
        "HTTNV, HTTNV,",
        "HTTNV, HTXSNV,",
        "HTTNV, HTNV, evaluation-head-above-unit",
        "KHTNV, KHTNV,",
        "KXL, ,"
    })
    void theHeadIsNotAboveTheUnit(Grade head, @Nullable Grade unit, @Nullable String code) {
        Scheme scheme = scheme("PUBLIC_EMPLOYEE_YEAR_233");

        assertThat(RoundRules.ofRound(scheme, unit, List.of(new Rated(Standing.HEAD, head))).stream()
                        .map(remark -> remark.finding().code()))
                .isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(RoundRules.ofRound(scheme, unit, List.of(new Rated(Standing.STAFF, head))))
                .isEmpty();
    }

    @Test
    void aUnitHasOneHeadAndItsOwnGradeIsOneOfFour() {
        Rated head = new Rated(Standing.HEAD, Grade.HTNV);

        assertThat(RoundRules.ofRound(scheme("PUBLIC_EMPLOYEE_YEAR_233"), Grade.HTTNV, List.of(head, head)))
                .extracting(remark -> remark.finding().code())
                .containsExactly("evaluation-several-heads");
        assertThat(RoundRules.ofUnitGrade(Grade.KXL))
                .extracting(Finding::code)
                .containsExactly("evaluation-unit-not-rated");
        assertThat(RoundRules.ofUnitGrade(null)).isEmpty();
    }

    @Test
    void thereIsSomebodyAndNotTooMany() {
        assertThat(RoundRules.ofPeople(0)).extracting(Finding::code).containsExactly("evaluation-nobody");
        assertThat(RoundRules.ofPeople(300)).isEmpty();
        assertThat(RoundRules.ofPeople(301)).extracting(Finding::code).containsExactly("evaluation-too-many");
    }

    @Test
    void whoWroteDoesNotDecideByAnyHand() {
        assertThat(RoundRules.ofDecider(Set.of("a", "b"), Set.of("b", "c")))
                .extracting(Finding::code)
                .containsExactly("own-evaluation");
        assertThat(RoundRules.ofDecider(Set.of("a"), Set.of("b"))).isEmpty();
    }

    @Test
    void peopleOfADecreeAreRatedBeforeItsDay() {
        assertThat(java.util.Objects.requireNonNull(
                                scheme("PUBLIC_EMPLOYEE_YEAR_233").decideBefore())
                        .in(2026))
                .isEqualTo(LocalDate.of(2026, 12, 5));
    }
}
