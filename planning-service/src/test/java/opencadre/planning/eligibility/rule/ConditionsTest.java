package opencadre.planning.eligibility.rule;

import static opencadre.planning.eligibility.rule.Candidates.CHAIRMAN;
import static opencadre.planning.eligibility.rule.Candidates.DEPUTY;
import static opencadre.planning.eligibility.rule.Candidates.SEAT;
import static opencadre.planning.eligibility.rule.Candidates.TODAY;
import static opencadre.planning.eligibility.rule.Candidates.candidate;
import static opencadre.planning.eligibility.rule.Candidates.fact;
import static opencadre.planning.eligibility.rule.Candidates.held;
import static opencadre.planning.eligibility.rule.Candidates.rated;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Outcome;
import opencadre.kit.rule.Regulations;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.planning.eligibility.rule.PersonFacts.HealthCertificate;
import opencadre.planning.eligibility.rule.PersonFacts.Held;
import opencadre.planning.eligibility.rule.PersonFacts.Planned;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.law.rule.TheoryLevel;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each condition on the day before, the day and the day after. */
class ConditionsTest {

    private static final Regulations LAW = Regulations.load();
    private static final SeatFacts EQUAL = new SeatFacts(SEAT.seat(), DEPUTY, Set.of(), false, TheoryLevel.NONE);

    private static Question on(LocalDate day) {
        return Question.on(day, Regime.CADRE, LAW);
    }

    @Nested
    class InThePlan {

        private Outcome outcome(LocalDate day, Planned... planned) {
            return InPlanRule.judge(SEAT, candidate().planned(planned).facts(), on(day))
                    .outcome();
        }

        @Test
        void anEntryCountsFromTheDayItWasApprovedToTheDayItWasRemoved() {
            Planned planned = new Planned(fact("plan"), CHAIRMAN, new Period(TODAY, TODAY.plusDays(10)));

            assertThat(outcome(TODAY.minusDays(1), planned)).isEqualTo(Outcome.FAIL);
            assertThat(outcome(TODAY, planned)).isEqualTo(Outcome.PASS);
            assertThat(outcome(TODAY.plusDays(9), planned)).isEqualTo(Outcome.PASS);
            assertThat(outcome(TODAY.plusDays(10), planned)).isEqualTo(Outcome.FAIL);
        }

        @Test
        void anEqualOrHigherTitleCountsAndAnotherDoesNot() {
            Period standing = Period.since(TODAY.minusYears(1));

            assertThat(outcome(TODAY, new Planned(fact("plan"), "COMMUNE_SECRETARY", standing)))
                    .isEqualTo(Outcome.PASS);
            assertThat(outcome(TODAY, new Planned(fact("plan"), "DIVISION_HEAD", standing)))
                    .isEqualTo(Outcome.FAIL);
        }
    }

    @Nested
    class TimeInPost {

        private Criterion judge(Question question, Held... held) {
            return TimeInPostRule.judge(candidate().holding(held).facts(), question);
        }

        private Outcome outcome(LocalDate day, Held... held) {
            return judge(on(day), held).outcome();
        }

        @Test
        void twoYearsAreCompleteOnTheDayOfTheSameDate() {
            Held post = held(DEPUTY, "2024-11-24", null);

            assertThat(outcome(TODAY.minusDays(1), post)).isEqualTo(Outcome.FAIL);
            assertThat(outcome(TODAY, post)).isEqualTo(Outcome.PASS);
            assertThat(outcome(TODAY.plusDays(1), post)).isEqualTo(Outcome.PASS);
        }

        @Test
        void fromALeapDayTheyAreCompleteOnTheTwentyEighth() {
            Held post = held(DEPUTY, "2024-02-29", null);

            assertThat(outcome(LocalDate.of(2026, 2, 27), post)).isEqualTo(Outcome.FAIL);
            assertThat(outcome(LocalDate.of(2026, 2, 28), post)).isEqualTo(Outcome.PASS);
        }

        @Test
        void saysFromWhichDayItWouldBeEnough() {
            Bilingual turns = Objects.requireNonNull(judge(on(TODAY.minusDays(1)), held(DEPUTY, "2024-11-24", null))
                    .turns());

            assertThat(turns.vi()).contains("24/11/2026");
            assertThat(turns.en()).contains("24 Nov 2026");
        }

        @Test
        void timeInEqualPostsAddsUpAndInOthersDoesNot() {
            Held present = held(DEPUTY, "2025-11-24", null);

            assertThat(outcome(TODAY, held("FRONT_CHAIRMAN", "2024-11-24", LocalDate.of(2025, 11, 24)), present))
                    .isEqualTo(Outcome.PASS);
            assertThat(outcome(TODAY, held("FRONT_CHAIRMAN", "2024-11-25", LocalDate.of(2025, 11, 24)), present))
                    .isEqualTo(Outcome.FAIL);
            assertThat(outcome(TODAY, held("CLERK", "2015-11-24", LocalDate.of(2025, 11, 24)), present))
                    .isEqualTo(Outcome.FAIL);
        }

        @Test
        void daysLeftOverOfSeveralPostsMakeAMonthOnlyWhenTheyFillTheLongestOne() {
            Held present = held(DEPUTY, "2025-11-24", null);

            assertThat(outcome(
                            TODAY,
                            held("FRONT_CHAIRMAN", "2023-01-01", LocalDate.of(2023, 12, 16)),
                            held("FRONT_CHAIRMAN", "2024-01-01", LocalDate.of(2024, 1, 17)),
                            present))
                    .isEqualTo(Outcome.PASS);
            assertThat(outcome(
                            TODAY,
                            held("FRONT_CHAIRMAN", "2023-01-01", LocalDate.of(2023, 12, 16)),
                            held("FRONT_CHAIRMAN", "2024-01-01", LocalDate.of(2024, 1, 16)),
                            present))
                    .isEqualTo(Outcome.FAIL);
        }

        @Test
        void daysHeldTwiceCountOnce() {
            assertThat(outcome(
                            TODAY,
                            held("FRONT_CHAIRMAN", "2025-11-24", LocalDate.of(2026, 11, 24)),
                            held(DEPUTY, "2025-11-24", null)))
                    .isEqualTo(Outcome.FAIL);
        }

        @Test
        void actingIsNoTimeInThePost() {
            Held acting = new Held(
                    fact("acting"),
                    DEPUTY,
                    Set.of(),
                    true,
                    true,
                    PartialDate.parse("2020"),
                    LocalDate.of(2025, 11, 24));

            assertThat(outcome(TODAY, acting, held(DEPUTY, "2025-11-24", null))).isEqualTo(Outcome.FAIL);
        }

        @Test
        void aBeginningOfWhichOnlyTheMonthIsKnownIsUnknownWhereTheDayWouldDecide() {
            assertThat(outcome(TODAY, held(DEPUTY, "2024-10", null))).isEqualTo(Outcome.PASS);
            assertThat(outcome(TODAY, held(DEPUTY, "2024-11", null))).isEqualTo(Outcome.UNKNOWN);
            assertThat(outcome(TODAY, held(DEPUTY, "2024-12", null))).isEqualTo(Outcome.FAIL);
        }

        @Test
        void aFirstAppointmentIsNotAskedOfPublicEmployeesAndUnknownForCadres() {
            Held staff =
                    new Held(fact("staff"), "STAFF", Set.of(), false, false, PartialDate.parse("2025-01-01"), null);
            LocalDate day = LocalDate.of(2026, 6, 30);

            assertThat(judge(Question.on(day, Regime.PUBLIC_EMPLOYEE, LAW), staff)
                            .outcome())
                    .isEqualTo(Outcome.PASS);
            assertThat(judge(Question.on(day, Regime.CADRE, LAW), staff).outcome())
                    .isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Nested
    class FullTerm {

        /** Retires at the end of April 2042. */
        private static final String BIRTH = "1980-04";

        private Outcome outcome(LocalDate day, SeatFacts seat) {
            return FullTermRule.judge(seat, candidate().born(BIRTH).facts(), on(day))
                    .outcome();
        }

        @Test
        void sixtyMonthsAreLeftToTheLastDayOfTheOwnRetirementMonth() {
            assertThat(outcome(LocalDate.of(2037, 4, 29), SEAT)).isEqualTo(Outcome.PASS);
            assertThat(outcome(LocalDate.of(2037, 4, 30), SEAT)).isEqualTo(Outcome.PASS);
            assertThat(outcome(LocalDate.of(2037, 5, 1), SEAT)).isEqualTo(Outcome.FAIL);
        }

        @Test
        void isReckonedOnTheDayTheSubmissionWasReceived() {
            Question late = new Question(
                    Regime.CADRE, LocalDate.of(2037, 6, 15), LocalDate.of(2037, 6, 15), LocalDate.of(2037, 4, 30), LAW);
            Criterion criterion =
                    FullTermRule.judge(SEAT, candidate().born(BIRTH).facts(), late);

            assertThat(criterion.outcome()).isEqualTo(Outcome.PASS);
            assertThat(criterion.notes()).isEmpty();
            assertThat(FullTermRule.judge(SEAT, candidate().born(BIRTH).facts(), on(TODAY))
                            .notes())
                    .hasSize(1);
        }

        @Test
        void isNotAskedForAPostThatIsNotHigher() {
            assertThat(outcome(LocalDate.of(2041, 1, 1), EQUAL)).isEqualTo(Outcome.PASS);
        }

        @Test
        void ofWhomOnlyTheYearIsKnownJanuaryCountsAndIsFlagged() {
            Criterion criterion =
                    FullTermRule.judge(SEAT, candidate().born("1980").facts(), on(LocalDate.of(2037, 2, 1)));

            assertThat(criterion.outcome()).isEqualTo(Outcome.FAIL);
            assertThat(criterion.notes())
                    .anySatisfy(note -> assertThat(note.vi()).contains("1980"));
        }
    }

    @Nested
    class Ratings {

        private Criterion judge(LocalDate day, PersonFacts.Rated... some) {
            return RatingRule.judge(candidate().rated(some).facts(), on(day));
        }

        @Test
        void aMissingYearIsUnknownAndNamed() {
            Criterion criterion = judge(TODAY, rated(2023, Rating.HTTNV), rated(2025, Rating.HTTNV));

            assertThat(criterion.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(criterion.actual().vi()).contains("2024").doesNotContain("2.024");
        }

        @Test
        void aYearThatWasNotRatedIsAMissingOne() {
            assertThat(judge(TODAY, rated(2023, Rating.HTNV), rated(2024, Rating.KXL), rated(2025, Rating.HTNV))
                            .outcome())
                    .isEqualTo(Outcome.UNKNOWN);
        }

        @Test
        void aYearInWhichDutiesWereNotCompletedIsANoEvenIfOthersAreMissing() {
            assertThat(judge(TODAY, rated(2024, Rating.KHTNV)).outcome()).isEqualTo(Outcome.FAIL);
        }

        @Test
        void theYearsMoveOnWithTheNewYear() {
            PersonFacts.Rated[] some = {
                rated(2023, Rating.KHTNV), rated(2024, Rating.HTNV), rated(2025, Rating.HTNV), rated(2026, Rating.HTNV)
            };

            assertThat(judge(LocalDate.of(2026, 12, 31), some).outcome()).isEqualTo(Outcome.FAIL);
            assertThat(judge(LocalDate.of(2027, 1, 1), some).outcome()).isEqualTo(Outcome.PASS);
            assertThat(judge(LocalDate.of(2027, 1, 2), some).outcome()).isEqualTo(Outcome.PASS);
        }
    }

    @Nested
    class Discipline {

        private static final LocalDate REPRIMANDED = LocalDate.of(2025, 6, 1);

        private Criterion judge(Question question, DisciplineForm form) {
            return CoolOffRule.judge(
                    SEAT,
                    candidate()
                            .disciplined(Candidates.disciplined(form, REPRIMANDED))
                            .facts(),
                    question);
        }

        @Test
        void t5AReprimandLastsTwelveMonthsUnderTheLawOf80() {
            LocalDate opened = LocalDate.of(2025, 9, 20);

            assertThat(judge(on(LocalDate.of(2026, 5, 31)).underTheLawOf(opened), DisciplineForm.REPRIMAND)
                            .outcome())
                    .isEqualTo(Outcome.FAIL);
            assertThat(judge(on(LocalDate.of(2026, 6, 1)).underTheLawOf(opened), DisciplineForm.REPRIMAND)
                            .outcome())
                    .isEqualTo(Outcome.PASS);
            assertThat(judge(on(LocalDate.of(2026, 6, 2)).underTheLawOf(opened), DisciplineForm.REPRIMAND)
                            .notes())
                    .isEmpty();
        }

        @Test
        void t5TheSameReprimandLastsTwentyFourMonthsUnder377AndTheTransitionIsFlagged() {
            Criterion before = judge(on(LocalDate.of(2027, 5, 31)), DisciplineForm.REPRIMAND);
            Criterion on = judge(on(LocalDate.of(2027, 6, 1)), DisciplineForm.REPRIMAND);

            assertThat(before.outcome()).isEqualTo(Outcome.FAIL);
            assertThat(Objects.requireNonNull(before.turns()).vi()).contains("01/06/2027");
            assertThat(on.outcome()).isEqualTo(Outcome.PASS);
            assertThat(judge(on(LocalDate.of(2027, 6, 2)), DisciplineForm.REPRIMAND)
                            .outcome())
                    .isEqualTo(Outcome.PASS);
            assertThat(on.notes())
                    .singleElement()
                    .satisfies(note -> assertThat(note.vi()).contains("80-QĐ/TW", "377-QĐ/TW"));
            assertThat(on.bases()).extracting("regulation").contains("377-QĐ/TW", "80-QĐ/TW");
        }

        @Test
        void aDismissalLastsSixtyMonthsUnderBothSoNothingIsFlagged() {
            Criterion criterion = judge(on(LocalDate.of(2030, 6, 1)), DisciplineForm.DISMISSAL);

            assertThat(criterion.outcome()).isEqualTo(Outcome.PASS);
            assertThat(criterion.notes()).isEmpty();
            assertThat(judge(on(LocalDate.of(2030, 5, 31)), DisciplineForm.DISMISSAL)
                            .outcome())
                    .isEqualTo(Outcome.FAIL);
        }

        @Test
        void aFormWithoutAPeriodIsUnknown() {
            assertThat(judge(on(TODAY), DisciplineForm.EXPULSION).outcome()).isEqualTo(Outcome.UNKNOWN);
        }

        @Test
        void aRevokedDecisionCountsToTheDayBefore() {
            PersonFacts revoked = candidate()
                    .disciplined(new PersonFacts.Disciplined(fact("d"), DisciplineForm.WARNING, REPRIMANDED, TODAY))
                    .facts();

            assertThat(CoolOffRule.judge(SEAT, revoked, on(TODAY.minusDays(1))).outcome())
                    .isEqualTo(Outcome.FAIL);
            assertThat(CoolOffRule.judge(SEAT, revoked, on(TODAY)).outcome()).isEqualTo(Outcome.PASS);
        }

        @Test
        void isNotAskedForAPostThatIsNotHigher() {
            PersonFacts disciplined = candidate()
                    .disciplined(Candidates.disciplined(DisciplineForm.WARNING, TODAY))
                    .facts();

            assertThat(CoolOffRule.judge(EQUAL, disciplined, on(TODAY)).outcome())
                    .isEqualTo(Outcome.PASS);
        }
    }

    @Nested
    class Health {

        private Outcome outcome(LocalDate day) {
            return HealthRule.judge(
                            candidate()
                                    .examined(new HealthCertificate(fact("health"), LocalDate.of(2026, 5, 24)))
                                    .facts(),
                            on(day))
                    .outcome();
        }

        @Test
        void aCertificateIsGoodToTheSameDateSixMonthsLater() {
            assertThat(outcome(TODAY.minusDays(1))).isEqualTo(Outcome.PASS);
            assertThat(outcome(TODAY)).isEqualTo(Outcome.PASS);
            assertThat(outcome(TODAY.plusDays(1))).isEqualTo(Outcome.FAIL);
        }

        @Test
        void oneThatIsNotYetIssuedIsUnknown() {
            assertThat(outcome(LocalDate.of(2026, 5, 23))).isEqualTo(Outcome.UNKNOWN);
        }
    }
}
