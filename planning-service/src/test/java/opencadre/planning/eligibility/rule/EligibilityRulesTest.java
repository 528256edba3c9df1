package opencadre.planning.eligibility.rule;

import static opencadre.planning.eligibility.rule.Candidates.SEAT;
import static opencadre.planning.eligibility.rule.Candidates.TODAY;
import static opencadre.planning.eligibility.rule.Candidates.candidate;
import static opencadre.planning.eligibility.rule.Candidates.fact;
import static opencadre.planning.eligibility.rule.Candidates.rated;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Outcome;
import opencadre.kit.rule.Regulations;
import opencadre.kit.rule.Verdict;
import opencadre.kit.time.Period;
import opencadre.planning.eligibility.rule.PersonFacts.Certificate;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.law.rule.TheoryLevel;
import org.junit.jupiter.api.Test;

class EligibilityRulesTest {

    private static final Regulations LAW = Regulations.load();
    private static final Question NOW = Question.on(TODAY, Regime.CADRE, LAW);

    private static Verdict verdict(Candidates candidate) {
        return EligibilityRules.verdict(SEAT, candidate.facts(), NOW);
    }

    @Test
    void isEligibleOnlyWhenEveryConditionIsMet() {
        Verdict verdict = verdict(candidate());

        assertThat(verdict.criteria())
                .allSatisfy(criterion -> assertThat(criterion.outcome()).isEqualTo(Outcome.PASS));
        assertThat(verdict.criteria())
                .extracting(Criterion::code)
                .containsExactly("in-plan", "time-in-post", "full-term", "theory", "ratings", "discipline", "health");
        assertThat(verdict.overall()).isEqualTo(Outcome.PASS);
    }

    @Test
    void saysThatWhatItStandsOnIsUnconfirmed() {
        assertThat(verdict(candidate()).confidence()).isEqualTo(Confidence.UNCONFIRMED);
        assertThat(verdict(candidate())
                        .criterion("in-plan")
                        .orElseThrow()
                        .bases()
                        .getFirst()
                        .citation())
                .isEqualTo("377-QĐ/TW, 34");
    }

    @Test
    void oneUnmetConditionIsANo() {
        assertThat(verdict(candidate().planned()).overall()).isEqualTo(Outcome.FAIL);
        assertThat(verdict(candidate().planned().examined()).overall()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void whatIsNotKnownIsNeverEligible() {
        List<Candidates> notKnown = List.of(
                candidate().born(null),
                candidate().holding((PersonFacts.Held[]) null),
                candidate().with((Certificate[]) null),
                candidate().rated((PersonFacts.Rated[]) null),
                candidate().disciplined((PersonFacts.Disciplined[]) null),
                candidate().examined((PersonFacts.HealthCertificate[]) null));

        assertThat(notKnown)
                .allSatisfy(
                        candidate -> assertThat(verdict(candidate).overall()).isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void whoeverIsSuspendedIsConsideredCaseByCase() {
        assertThat(verdict(candidate().suspended(new Period(TODAY, null))).overall())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict(candidate().suspended(new Period(TODAY.minusDays(9), TODAY.plusDays(1))))
                        .overall())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict(candidate().suspended(new Period(TODAY.minusDays(9), TODAY)))
                        .overall())
                .isEqualTo(Outcome.PASS);
        assertThat(verdict(candidate().suspended(new Period(TODAY.plusDays(1), null)))
                        .overall())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void everyNoAndEveryUnknownSaysWhatWouldTurnIt() {
        Verdict verdict = verdict(candidate()
                .born("1975-01")
                .planned()
                .holding()
                .with()
                .rated(rated(2025, Rating.HTNV))
                .disciplined(Candidates.disciplined(DisciplineForm.WARNING, TODAY.minusDays(1)))
                .examined());

        assertThat(verdict.criteria())
                .filteredOn(criterion -> criterion.outcome() != Outcome.PASS)
                .hasSizeGreaterThan(5)
                .allSatisfy(criterion -> assertThat(criterion.turns()).isNotNull());
    }

    @Test
    void aVerifiedCertificateTurnsTheVerdictAndAnUnverifiedOneDoesNot() {
        Certificate unverified =
                new Certificate(fact("certificate"), TheoryLevel.CAO_CAP, LocalDate.of(2026, 11, 1), false);
        Certificate verified =
                new Certificate(fact("certificate"), TheoryLevel.CAO_CAP, LocalDate.of(2026, 11, 1), true);
        Certificate lower = new Certificate(fact("lower"), TheoryLevel.TRUNG_CAP, LocalDate.of(2020, 1, 1), true);

        assertThat(verdict(candidate().with(lower)).overall()).isEqualTo(Outcome.FAIL);
        assertThat(verdict(candidate().with(lower, unverified)).overall()).isEqualTo(Outcome.FAIL);
        assertThat(verdict(candidate().with(lower, verified)).overall()).isEqualTo(Outcome.PASS);
    }

    @Test
    void aCertificateCountsFromTheDayItWasGranted() {
        Certificate granted = new Certificate(fact("certificate"), TheoryLevel.CU_NHAN, TODAY, true);

        assertThat(TheoryRule.judge(
                                SEAT,
                                candidate().with(granted).facts(),
                                Question.on(TODAY.minusDays(1), Regime.CADRE, LAW))
                        .outcome())
                .isEqualTo(Outcome.FAIL);
        assertThat(TheoryRule.judge(SEAT, candidate().with(granted).facts(), NOW)
                        .outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void aTitleWithoutAStandardLeavesTheoryUnknown() {
        SeatFacts noStandard = new SeatFacts(SEAT.seat(), SEAT.title(), Set.of(), true, null);
        SeatFacts asksNothing = new SeatFacts(SEAT.seat(), SEAT.title(), Set.of(), true, TheoryLevel.NONE);

        assertThat(TheoryRule.judge(noStandard, candidate().facts(), NOW).outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(TheoryRule.judge(asksNothing, candidate().with().facts(), NOW)
                        .outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void onADayForWhichNoLawWasReadEverythingIsUnknown() {
        Verdict verdict =
                EligibilityRules.verdict(SEAT, candidate().facts(), Question.on(TODAY, Regime.PUBLIC_EMPLOYEE, LAW));

        assertThat(verdict.criterion("in-plan").orElseThrow().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.overall()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void everyConditionIsReadForPublicEmployeesToTheLastDayOfTheirDecree() {
        LocalDate lastDay = LocalDate.of(2026, 6, 30);
        Candidates candidate =
                candidate().examined(new PersonFacts.HealthCertificate(fact("health"), LocalDate.of(2026, 1, 1)));

        assertThat(EligibilityRules.verdict(SEAT, candidate.facts(), Question.on(lastDay, Regime.PUBLIC_EMPLOYEE, LAW))
                        .overall())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void aCaseThatContinuesIsJudgedByTheOldLawOnTheFactsOfTheDay() {
        Verdict verdict =
                EligibilityRules.verdict(SEAT, candidate().facts(), NOW.underTheLawOf(LocalDate.of(2025, 9, 20)));

        assertThat(verdict.overall()).isEqualTo(Outcome.PASS);
        assertThat(verdict.criterion("in-plan").orElseThrow().confidence()).isEqualTo(Confidence.CONFIRMED);
    }

    @Test
    void theRegulationIsThatOfTheDay() {
        LocalDate change = LocalDate.of(2025, 10, 8);

        assertThat(citationOn(change.minusDays(1))).isEqualTo("80-QĐ/TW, 18");
        assertThat(citationOn(change)).isEqualTo("377-QĐ/TW, 34");
        assertThat(citationOn(change.plusDays(1))).isEqualTo("377-QĐ/TW, 34");
    }

    private static String citationOn(LocalDate day) {
        return InPlanRule.judge(SEAT, candidate().facts(), Question.on(day, Regime.CADRE, LAW))
                .bases()
                .getFirst()
                .citation();
    }
}
