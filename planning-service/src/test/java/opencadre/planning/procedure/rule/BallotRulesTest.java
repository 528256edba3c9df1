package opencadre.planning.procedure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Regulations;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.procedure.rule.Ruling.Result;
import opencadre.planning.procedure.rule.Tally.Votes;
import opencadre.planning.procedure.rule.TallyRules.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BallotRulesTest {

    private static final Regulations LAW = Regulations.load();
    private static final BallotRules BALLOTS = new BallotRules(LAW, Regime.CADRE, LocalDate.of(2026, 11, 24));

    /** All came, all ballots are valid; what is left of them names nobody. People are a, b, c by place. */
    private static Tally tally(int summoned, int... votes) {
        return attended(summoned, summoned, votes);
    }

    private static Tally attended(int summoned, int present, int... votes) {
        return new Tally(
                summoned,
                present,
                present,
                present,
                present,
                present - IntStream.of(votes).sum(),
                people(votes));
    }

    /** Yes or no to each. */
    private static Tally each(int summoned, int... votes) {
        return new Tally(summoned, summoned, summoned, summoned, summoned, 0, people(votes));
    }

    private static List<Votes> people(int... votes) {
        return IntStream.range(0, votes.length)
                .mapToObj(i -> new Votes("abcdef".substring(i, i + 1), votes[i]))
                .toList();
    }

    private static Result step2(Tally tally) {
        return BALLOTS.step2(tally).result();
    }

    @Nested
    class Quorum {

        @Test
        void t3SevenOfTwelveAreTooFewBecauseEightAreNeeded() {
            assertThat(step2(attended(12, 7, 7))).isEqualTo(new Result.NoQuorum(8, 7));
            assertThat(step2(attended(12, 8, 8))).isEqualTo(new Result.Chosen("a"));
        }

        @Test
        void t3TwentyFourOfThirtySevenAreTooFewAndTwentyFiveAreEnough() {
            assertThat(step2(attended(37, 24, 24))).isEqualTo(new Result.NoQuorum(25, 24));
            assertThat(step2(attended(37, 25, 25))).isEqualTo(new Result.Chosen("a"));
        }

        @Test
        void everyMeetingNeedsIt() {
            assertThat(BALLOTS.step1(12, 7).result()).isEqualTo(new Result.NoQuorum(8, 7));
            assertThat(BALLOTS.step1(12, 8).result()).isEqualTo(new Result.Consulted());
            assertThat(BALLOTS.step3(attended(12, 7, 7), Set.of("a"), 12).result())
                    .isEqualTo(new Result.NoQuorum(8, 7));
            assertThat(BALLOTS.step4(attended(12, 7, 7), Kind.ONE_NAME).result())
                    .isEqualTo(new Result.NoQuorum(8, 7));
            assertThat(BALLOTS.step5(attended(12, 7, 7), Kind.ONE_NAME).result())
                    .isEqualTo(new Result.NoQuorum(8, 7));
        }
    }

    @Nested
    class StepTwo {

        @Test
        void t2WithSixFourAndTwoOfTwelveNobodyIsAboveHalfAndThoseWithThirtyPercentGoOn() {
            Ruling ruling = BALLOTS.step2(tally(12, 6, 4, 2));

            assertThat(ruling.result()).isEqualTo(new Result.GoOn(List.of("a", "b")));
            assertThat(ruling.goesOn()).isTrue();
            assertThat(ruling.announced()).isFalse();
        }

        @Test
        void oneVoteAboveHalfOfThoseSummonedIsChosen() {
            assertThat(step2(tally(12, 7, 5))).isEqualTo(new Result.Chosen("a"));
            assertThat(step2(tally(13, 6, 7))).isEqualTo(new Result.Chosen("b"));
        }

        @Test
        void theShareIsOfThoseSummonedNotOfThosePresent() {
            assertThat(step2(attended(12, 8, 6, 2))).isEqualTo(new Result.GoOn(List.of("a")));
        }

        @Test
        void exactlyThirtyPercentGoOnAndOneVoteLessDoesNot() {
            assertThat(step2(tally(10, 3, 2, 2, 2))).isEqualTo(new Result.GoOn(List.of("a")));
            assertThat(step2(tally(11, 3, 3, 3, 2))).isEqualTo(new Result.Stopped("ruling.nobody"));
        }

        @Test
        void twoWithTheSameVotesBothGoOn() {
            assertThat(step2(tally(12, 6, 6))).isEqualTo(new Result.GoOn(List.of("a", "b")));
        }

        @Test
        void whereNobodyHasThirtyPercentTheProcedureStops() {
            Ruling ruling = BALLOTS.step2(tally(20, 5, 5, 5, 5));

            assertThat(ruling.result()).isEqualTo(new Result.Stopped("ruling.nobody"));
            assertThat(ruling.goesOn()).isFalse();
        }

        @Test
        void nothingFollowsFromCountsThatContradict() {
            assertThat(step2(new Tally(12, 13, 12, 12, 12, 0, people(12)))).isInstanceOf(Result.Inconsistent.class);
        }
    }

    @Nested
    class StepThree {

        private Result step3(Tally tally, Set<String> fromStep2, int members) {
            return BALLOTS.step3(tally, fromStep2, members).result();
        }

        @Test
        void theSameAsInStepTwoForWhomItFound() {
            assertThat(step3(tally(9, 5, 4), Set.of("a", "b"), 9)).isEqualTo(new Result.Chosen("a"));
            assertThat(step3(tally(10, 5, 5), Set.of("a", "b"), 10)).isEqualTo(new Result.GoOn(List.of("a", "b")));
            assertThat(BALLOTS.step3(tally(9, 5, 4), Set.of("a"), 9).announced())
                    .isTrue();
        }

        @Test
        void anotherPersonNeedsTwoThirdsOfAllMembersPresentOrNot() {
            assertThat(step3(attended(9, 8, 6, 2), Set.of("b"), 9)).isEqualTo(new Result.Chosen("a"));
            assertThat(step3(attended(9, 8, 5, 3), Set.of("b"), 9))
                    .isEqualTo(new Result.Stopped("ruling.other-without-two-thirds"));
            assertThat(step3(attended(9, 8, 6, 2), Set.of("b"), 10))
                    .isEqualTo(new Result.Stopped("ruling.other-without-two-thirds"));
        }

        @Test
        void anotherPersonDoesNotGoOnWithThirtyPercent() {
            assertThat(step3(tally(10, 5, 4), Set.of("b"), 10)).isEqualTo(new Result.GoOn(List.of("b")));
        }

        @Test
        void moreSummonedThanMembersContradict() {
            assertThat(step3(tally(9, 5, 4), Set.of("a"), 8)).isInstanceOf(Result.Inconsistent.class);
        }
    }

    @Nested
    class StepFour {

        @Test
        void decidesNothing() {
            Ruling ruling = BALLOTS.step4(tally(40, 3, 2), Kind.ONE_NAME);

            assertThat(ruling.result()).isEqualTo(new Result.Consulted());
            assertThat(ruling.announced()).isFalse();
        }
    }

    @Nested
    class StepFive {

        private Result step5(Tally tally, Kind kind) {
            return BALLOTS.step5(tally, kind).result();
        }

        @Test
        void theHighestOfThoseAboveHalfIsChosen() {
            assertThat(step5(each(10, 6, 9, 7), Kind.EACH_PERSON)).isEqualTo(new Result.Chosen("b"));
            assertThat(step5(tally(11, 6, 5), Kind.ONE_NAME)).isEqualTo(new Result.Chosen("a"));
        }

        @Test
        void ofTwoWithExactlyHalfTheHeadChoosesAndReports() {
            Ruling ruling = BALLOTS.step5(tally(10, 5, 5), Kind.ONE_NAME);

            assertThat(ruling.result()).isEqualTo(new Result.HeadChooses(List.of("a", "b")));
            assertThat(ruling.said().vi()).contains("người đứng đầu");
        }

        @Test
        void exactlyHalfForOneAloneIsNotSettledByTheText() {
            assertThat(step5(tally(10, 5, 4), Kind.ONE_NAME)).isEqualTo(new Result.Stopped("ruling.half-of-one"));
        }

        @Test
        void belowHalfNobodyIsChosenWhateverTheRest() {
            assertThat(step5(tally(11, 5, 5), Kind.ONE_NAME)).isEqualTo(new Result.Stopped("ruling.nobody"));
        }

        @Test
        void aTieAboveHalfIsReported() {
            assertThat(step5(each(10, 7, 7), Kind.EACH_PERSON)).isEqualTo(new Result.Stopped("ruling.tie"));
        }

        @Test
        void theTextSaysNothingOnAnnouncing() {
            assertThat(BALLOTS.step5(tally(11, 6, 5), Kind.ONE_NAME).announced())
                    .isNull();
        }
    }

    @Nested
    class Law {

        private Ruling on(Regime regime, LocalDate day) {
            return new BallotRules(LAW, regime, day).step2(tally(12, 7, 5));
        }

        @Test
        void aRulingCarriesTheRegulationAndThatItIsUnconfirmed() {
            LocalDate change = LocalDate.of(2025, 10, 8);

            assertThat(on(Regime.CADRE, change.minusDays(1)).bases())
                    .extracting("regulation")
                    .containsOnly("80-QĐ/TW");
            assertThat(on(Regime.CADRE, change).bases())
                    .extracting("regulation")
                    .containsOnly("377-QĐ/TW");
            assertThat(on(Regime.CADRE, change).confidence()).isEqualTo(Confidence.UNCONFIRMED);
        }

        @Test
        void theDecreeOnPublicEmployeesWasReadAndEndsOnItsDay() {
            LocalDate lastDay = LocalDate.of(2026, 6, 30);

            assertThat(on(Regime.PUBLIC_EMPLOYEE, lastDay).confidence()).isEqualTo(Confidence.CONFIRMED);
            assertThat(on(Regime.PUBLIC_EMPLOYEE, lastDay).result()).isEqualTo(new Result.Chosen("a"));
            assertThat(on(Regime.PUBLIC_EMPLOYEE, lastDay.plusDays(1)).result()).isEqualTo(new Result.LawNotRead());
        }
    }
}
