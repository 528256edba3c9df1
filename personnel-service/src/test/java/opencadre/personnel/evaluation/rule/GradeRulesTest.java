package opencadre.personnel.evaluation.rule;

import static opencadre.personnel.evaluation.data.SchemesOfTheLaw.scheme;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import opencadre.kit.time.Period;
import opencadre.personnel.evaluation.rule.GradeRules.OnFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From points to grades, at every number that the schemes name. */
class GradeRulesTest {

    private static final OnFile CLEAN = new OnFile(List.of(), 12);
    private static final OnFile DISCIPLINED = new OnFile(List.of(LocalDate.of(2026, 9, 1)), 12);
    private static final Scheme PARTY = scheme("PARTY_YEAR_366");
    private static final Scheme QUARTER = scheme("PARTY_QUARTER_02");
    private static final Scheme CIVIL = scheme("CIVIL_SERVANT_YEAR_335");
    private static final Scheme PUBLIC = scheme("PUBLIC_EMPLOYEE_YEAR_233");
    private static final Scheme OLD = scheme("CIVIL_SERVANT_YEAR_90");

    private static final Map<Circumstance, Integer> BEST = Map.of(
            Circumstance.LATE_PERCENT, 0,
            Circumstance.DONE_PERCENT, 100,
            Circumstance.BEYOND_PERCENT, 30);
    private static final Map<Circumstance, Integer> SPOTLESS =
            Map.of(Circumstance.DEGRADED, 0, Circumstance.UNIT_IN_CORRUPTION, 0);

    private static Sheet scored(
            Map<String, List<BigDecimal>> scores, Map<Circumstance, Integer> facts, @Nullable Grade proposed) {
        return new Sheet(Standing.LEADER, null, null, null, scores, facts, proposed, null);
    }

    /** 30 for what is common, the rest for results. */
    private static Map<String, List<BigDecimal>> points(String total) {
        BigDecimal all = new BigDecimal(total);
        BigDecimal common = all.min(BigDecimal.valueOf(30));
        return Map.of("CHUNG", List.of(common), "KET_QUA", List.of(all.subtract(common)));
    }

    private static Map<Circumstance, Integer> but(
            Map<Circumstance, Integer> facts, Circumstance fact, @Nullable Integer value) {
        Map<Circumstance, Integer> changed = new EnumMap<>(facts);
        if (value == null) {
            changed.remove(fact);
        } else {
            changed.put(fact, value);
        }
        return changed;
    }

    private static List<String> blocking(Judgement judgement) {
        return judgement.remarks().stream()
                .filter(Remark::blocks)
                .map(remark -> remark.finding().code())
                .toList();
    }

    private static List<String> told(Judgement judgement) {
        return judgement.remarks().stream()
                .map(remark -> remark.finding().code())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "100, HTXSNV",
        "90, HTXSNV",
        "89.99, HTTNV",
        "70, HTTNV",
        "69.99, HTNV",
        "50, HTNV",
        "49.99, KHTNV",
        "0, KHTNV"
    })
    void pointsReachAGradeOrTheNextOneBelow(String total, Grade grade) {
        for (Scheme scheme : List.of(PARTY, PUBLIC)) {
            Map<Circumstance, Integer> facts = scheme.equals(PARTY) ? BEST : SPOTLESS;

            Judgement judgement = GradeRules.judge(scheme, scored(points(total), facts, null), CLEAN);

            assertThat(judgement.reckoned()).as(scheme.code()).isEqualTo(grade);
            assertThat(judgement.points()).isEqualTo(Points.of(new BigDecimal(total)));
            assertThat(judgement.isBlocked()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LATE_PERCENT, 0, HTXSNV",
        "LATE_PERCENT, 1, HTNV",
        "LATE_PERCENT, 20, HTNV",
        "LATE_PERCENT, 21, KHTNV",
        "DONE_PERCENT, 100, HTXSNV",
        "DONE_PERCENT, 99, KHTNV",
        "BEYOND_PERCENT, 30, HTXSNV",
        "BEYOND_PERCENT, 29, HTTNV",
        "BEYOND_PERCENT, 0, HTTNV"
    })
    void by366NobodyIsExcellentWithoutWhatIsAskedBesideThePoints(Circumstance fact, int value, Grade grade) {
        Judgement judgement = GradeRules.judge(PARTY, scored(points("95"), but(BEST, fact, value), null), CLEAN);

        assertThat(judgement.reckoned()).isEqualTo(grade);
        assertThat(judgement.remarks()).allSatisfy(remark -> {
            assertThat(remark.finding().article()).isEqualTo("366-QĐ/TW");
            assertThat(remark.confidence()).isEqualTo(opencadre.kit.rule.Confidence.UNCONFIRMED);
        });
        assertThat(judgement.remarks().isEmpty()).isEqualTo(grade == Grade.HTXSNV);
    }

    @Test
    void whatIsNotKnownAndCouldLowerTheGradeMakesItUnknown() {
        Judgement unknown = GradeRules.judge(
                PARTY, scored(points("95"), but(BEST, Circumstance.BEYOND_PERCENT, null), null), CLEAN);
        Judgement nothingToLose = GradeRules.judge(
                PARTY, scored(points("75"), but(BEST, Circumstance.BEYOND_PERCENT, null), null), CLEAN);

        assertThat(unknown.reckoned()).isNull();
        assertThat(unknown.grade()).isNull();
        assertThat(blocking(unknown)).containsExactly("evaluation-fact-unknown");
        assertThat(nothingToLose.reckoned()).isEqualTo(Grade.HTTNV);
        assertThat(nothingToLose.isBlocked()).isFalse();
    }

    private static Map<String, List<BigDecimal>> quarter(int... percents) {
        Map<String, List<BigDecimal>> scores = new HashMap<>();
        for (Scheme.Criterion criterion : QUARTER.criteria()) {
            scores.put(
                    criterion.code(),
                    criterion.by() == Scheme.By.YES_NO
                            ? List.of(BigDecimal.ONE)
                            : java.util.Arrays.stream(percents)
                                    .mapToObj(BigDecimal::valueOf)
                                    .toList());
        }
        return scores;
    }

    @Test
    void byTheGuidanceAnAxisIsTheMeanOfFourPercentagesOfItsPoints() {
        Map<String, List<BigDecimal>> scores = quarter(100, 100, 100, 100);
        scores.put("TRUC_1", Stream.of(95, 90, 100, 80).map(BigDecimal::valueOf).toList());
        scores.put("CHUNG_2", List.of(BigDecimal.ZERO));
        Map<Circumstance, Integer> facts = Map.of(Circumstance.BELOW_HALF_PERCENT, 0, Circumstance.BEYOND_PERCENT, 30);

        Judgement judgement = GradeRules.judge(QUARTER, scored(scores, facts, null), CLEAN);

        // 10 + 0 + 10, 15 × 91.25 %, 55.
        assertThat(judgement.points())
                .isEqualTo(Points.of(new BigDecimal("75")).plus(Points.mean(15, List.of(95, 90, 100, 80))));
        assertThat(java.util.Objects.requireNonNull(judgement.points()).shown()).isEqualTo("88.68");
        assertThat(judgement.reckoned()).isEqualTo(Grade.HTTNV);
    }

    @ParameterizedTest
    @CsvSource({
        "BELOW_HALF_PERCENT, 50, HTXSNV", "BELOW_HALF_PERCENT, 51, KHTNV",
        "BEYOND_PERCENT, 29, HTTNV", "BEYOND_PERCENT, 30, HTXSNV"
    })
    void byTheGuidanceTheQuarterIsLimitedByItsTasks(Circumstance fact, int value, Grade grade) {
        Map<Circumstance, Integer> facts = Map.of(Circumstance.BELOW_HALF_PERCENT, 0, Circumstance.BEYOND_PERCENT, 30);

        assertThat(GradeRules.judge(QUARTER, scored(quarter(95, 95, 95, 95), but(facts, fact, value), null), CLEAN)
                        .reckoned())
                .isEqualTo(grade);
    }

    @Test
    void byTheGuidanceADisciplineOfTheQuarterDecidesWhateverIsTyped() {
        Map<Circumstance, Integer> facts = Map.of(
                Circumstance.BELOW_HALF_PERCENT, 0, Circumstance.BEYOND_PERCENT, 30, Circumstance.DISCIPLINED, 0);

        Judgement judgement = GradeRules.judge(QUARTER, scored(quarter(95, 95, 95, 95), facts, null), DISCIPLINED);

        assertThat(judgement.reckoned()).isEqualTo(Grade.KHTNV);
        assertThat(told(judgement)).containsExactly("evaluation-limit-disciplined");
    }

    @Test
    void byTheDecreesADisciplineCountsUnlessItWasNotForOfficialDuty() {
        for (Scheme scheme : List.of(PUBLIC, CIVIL)) {
            Map<String, List<BigDecimal>> scores = scheme.equals(PUBLIC)
                    ? points("95")
                    : Map.of(
                            "CHUNG",
                            List.of(BigDecimal.valueOf(30)),
                            "KET_QUA",
                            Stream.of(90, 90, 90).map(BigDecimal::valueOf).toList());
            Judgement counted = GradeRules.judge(scheme, scored(scores, SPOTLESS, null), DISCIPLINED);
            Judgement other = GradeRules.judge(
                    scheme, scored(scores, but(SPOTLESS, Circumstance.DISCIPLINED, 0), null), DISCIPLINED);

            assertThat(counted.reckoned()).isEqualTo(Grade.KHTNV);
            assertThat(other.reckoned()).isEqualTo(Grade.HTXSNV);
            assertThat(told(other)).containsExactly("evaluation-discipline-not-of-duty");
        }
    }

    @Test
    void byTheDecreesWhoeverIsDegradedFailsAndALeaderFailsWithTheUnit() {
        Sheet degraded = scored(points("95"), but(SPOTLESS, Circumstance.DEGRADED, 1), null);
        Sheet corrupt = scored(points("95"), but(SPOTLESS, Circumstance.UNIT_IN_CORRUPTION, 1), null);
        Sheet staff =
                new Sheet(Standing.STAFF, null, null, null, points("95"), Map.of(Circumstance.DEGRADED, 0), null, null);

        assertThat(GradeRules.judge(PUBLIC, degraded, CLEAN).reckoned()).isEqualTo(Grade.KHTNV);
        assertThat(GradeRules.judge(PUBLIC, corrupt, CLEAN).reckoned()).isEqualTo(Grade.KHTNV);
        assertThat(GradeRules.judge(PUBLIC, staff, CLEAN).reckoned()).isEqualTo(Grade.HTXSNV);
    }

    @Test
    void threePercentagesOfSeventyAreAddedExactly() {
        Map<String, List<BigDecimal>> scores = Map.of(
                "CHUNG",
                List.of(new BigDecimal("29.99")),
                "KET_QUA",
                Stream.of(86, 86, 85).map(BigDecimal::valueOf).toList());

        Points points = java.util.Objects.requireNonNull(
                GradeRules.judge(CIVIL, scored(scores, SPOTLESS, null), CLEAN).points());

        // 29.99 + 59.9666…: shown without being rounded up.
        assertThat(points.shown()).isEqualTo("89.95");
        assertThat(points.reaches(90)).isFalse();
        assertThat(Points.of(new BigDecimal("89.99")).plus(new Points(11)).reaches(90))
                .isFalse();
        assertThat(Points.of(new BigDecimal("89.99")).plus(new Points(12)).reaches(90))
                .isTrue();
    }

    @Test
    void aSheetThatIsNotScoredSaysWhatIsMissing() {
        Judgement judgement =
                GradeRules.judge(PUBLIC, scored(Map.of("CHUNG", List.of(BigDecimal.TEN)), SPOTLESS, null), CLEAN);

        assertThat(judgement.points()).isEqualTo(Points.of(10));
        assertThat(judgement.complete()).isFalse();
        assertThat(judgement.remarks().getFirst().finding().field()).isEqualTo("scores.KET_QUA");
        assertThat(blocking(judgement)).containsExactly("evaluation-not-scored");
    }

    @Test
    void anotherGradeThanTheReckonedOneIsLowerAndHasAReason() {
        Sheet without = scored(points("95"), SPOTLESS, Grade.HTTNV);
        Sheet with = new Sheet(
                Standing.LEADER, null, null, null, points("95"), SPOTLESS, Grade.HTTNV, "Vượt tỷ lệ xuất sắc");
        Sheet above = new Sheet(Standing.LEADER, null, null, null, points("75"), SPOTLESS, Grade.HTXSNV, "Rất cố gắng");

        assertThat(blocking(GradeRules.judge(PUBLIC, without, CLEAN)))
                .containsExactly("evaluation-other-grade-wants-a-reason");
        assertThat(GradeRules.judge(PUBLIC, with, CLEAN).isBlocked()).isFalse();
        assertThat(GradeRules.judge(PUBLIC, with, CLEAN).grade()).isEqualTo(Grade.HTTNV);
        assertThat(blocking(GradeRules.judge(PUBLIC, above, CLEAN))).containsExactly("evaluation-above-reckoned");
    }

    @Test
    void whoeverIsNotRatedNeedsNoPointsButAReason() {
        Sheet without = scored(Map.of(), Map.of(), Grade.KXL);
        Sheet with = new Sheet(null, null, null, null, Map.of(), Map.of(), Grade.KXL, "Nghỉ thai sản");

        assertThat(blocking(GradeRules.judge(PUBLIC, without, CLEAN)))
                .containsExactly("evaluation-other-grade-wants-a-reason");
        assertThat(GradeRules.judge(PUBLIC, with, CLEAN).isBlocked()).isFalse();
        assertThat(GradeRules.judge(PUBLIC, with, CLEAN).grade()).isEqualTo(Grade.KXL);
    }

    @ParameterizedTest
    @CsvSource({"5, KXL", "6, HTXSNV"})
    void whoeverWasLessThanSixMonthsInOfficeIsNotRated(int months, Grade grade) {
        assertThat(GradeRules.judge(PUBLIC, scored(points("95"), SPOTLESS, null), new OnFile(List.of(), months))
                        .grade())
                .isEqualTo(grade);
        assertThat(GradeRules.judge(PUBLIC, Sheet.blank(null), new OnFile(List.of(), 5))
                        .isBlocked())
                .isFalse();
    }

    @Test
    void wherePointsAreNotKnownTheGradeIsProposed() {
        assertThat(blocking(GradeRules.judge(OLD, scored(Map.of(), Map.of(), null), CLEAN)))
                .containsExactly("evaluation-grade-not-proposed");
        Judgement judgement = GradeRules.judge(OLD, scored(Map.of(), Map.of(), Grade.HTTNV), CLEAN);
        assertThat(judgement.isBlocked()).isFalse();
        assertThat(judgement.points()).isNull();
        assertThat(judgement.grade()).isEqualTo(Grade.HTTNV);
    }

    @Test
    void whereSomebodyStandsHasToBeKnown() {
        Sheet sheet = new Sheet(null, null, null, null, points("75"), SPOTLESS, null, null);

        assertThat(blocking(GradeRules.judge(PUBLIC, sheet, CLEAN))).containsExactly("evaluation-standing-unknown");
    }

    @Test
    void monthsInOfficeAreThoseOfAnyPostOnce() {
        Period year = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));

        assertThat(months(year, "2026-07-01", null)).isEqualTo(6);
        assertThat(months(year, "2026-07-02", null)).isEqualTo(5);
        assertThat(months(year, "2020-01-01", null)).isEqualTo(12);
        assertThat(months(year, "2020-01-01", "2026-01-01")).isZero();
        assertThat(GradeRules.monthsInOffice(
                        List.of(
                                new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1)),
                                new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 5, 1)),
                                Period.since(LocalDate.of(2026, 11, 1))),
                        year))
                .isEqualTo(6);
    }

    private static int months(Period year, String from, @Nullable String to) {
        return GradeRules.monthsInOffice(
                List.of(new Period(LocalDate.parse(from), to == null ? null : LocalDate.parse(to))), year);
    }

    @Test
    void whatCannotBeTypedIsSaidAtItsCell() {
        Map<String, List<BigDecimal>> scores = Map.of(
                "CHUNG", List.of(new BigDecimal("30.01")),
                "KET_QUA", List.of(BigDecimal.valueOf(101), BigDecimal.ONE, BigDecimal.ONE),
                "KHAC", List.of(BigDecimal.ONE));
        Sheet sheet = scored(scores, Map.of(Circumstance.LATE_PERCENT, 1, Circumstance.DEGRADED, 2), null);

        assertThat(SheetRules.ofTyped(CIVIL, sheet).stream().map(each -> each.field() + " " + each.code()))
                .containsExactlyInAnyOrder(
                        "scores.CHUNG evaluation-points-out-of-range",
                        "scores.KET_QUA evaluation-not-a-percentage",
                        "scores.KHAC evaluation-no-such-criterion",
                        "circumstances.LATE_PERCENT evaluation-fact-not-asked",
                        "circumstances.DEGRADED evaluation-not-a-percentage");
        assertThat(SheetRules.ofTyped(CIVIL, scored(Map.of("KET_QUA", List.of(BigDecimal.ONE)), Map.of(), null)))
                .extracting(opencadre.kit.rule.Finding::code)
                .containsExactly("evaluation-values-missing");
        assertThat(SheetRules.ofTyped(QUARTER, scored(Map.of("CHUNG_1", List.of(BigDecimal.TWO)), Map.of(), null)))
                .extracting(opencadre.kit.rule.Finding::code)
                .containsExactly("evaluation-not-yes-or-no");
    }
}
