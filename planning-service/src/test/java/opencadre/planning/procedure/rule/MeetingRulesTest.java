package opencadre.planning.procedure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Regulations;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.procedure.rule.Meeting.Votes;
import opencadre.planning.procedure.rule.TallyRules.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeetingRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID TWO = UUID.randomUUID();
    private static final BallotRules BALLOTS = new BallotRules(Regulations.load(), Regime.CADRE, DAY);

    private static Meeting meeting(
            int present, @Nullable Integer counted, @Nullable Integer members, @Nullable Kind kind, Votes... votes) {
        int named = List.of(votes).stream().mapToInt(Votes::count).sum();
        return new Meeting(
                DAY,
                "Ban Thường vụ",
                12,
                present,
                counted,
                counted,
                counted,
                counted == null ? null : counted - named,
                List.of(votes),
                members,
                kind,
                "1-BB",
                null);
    }

    private static List<String> form(Step step, Meeting meeting) {
        return MeetingRules.form(step, meeting, "377-QĐ/TW").stream()
                .map(finding -> finding.field() + " " + finding.code())
                .toList();
    }

    @Test
    void theFirstStepHasNoBallot() {
        assertThat(form(Step.LEADERSHIP_1, meeting(12, null, null, null))).isEmpty();
        assertThat(form(Step.LEADERSHIP_1, meeting(12, null, null, null, new Votes(ONE, 1))))
                .containsExactly("votes step-without-ballot");
    }

    @Test
    void aBallotHasItsCountsAndTheSecondMeetingOfTheLeadershipItsMembers() {
        assertThat(form(Step.EXPANDED_LEADERSHIP, meeting(12, null, null, null)))
                .containsExactly("issued required", "returned required", "valid required");
        assertThat(form(Step.EXPANDED_LEADERSHIP, meeting(12, 12, null, null))).isEmpty();
        assertThat(form(Step.LEADERSHIP_2, meeting(12, 12, null, null))).containsExactly("members required");
        assertThat(form(Step.LEADERSHIP_2, meeting(12, 12, 12, null))).isEmpty();
    }

    @Test
    void onlyTheLastTwoBallotsMayAskOfEachPerson() {
        assertThat(form(Step.EXPANDED_LEADERSHIP, meeting(12, 12, null, Kind.EACH_PERSON)))
                .containsExactly("kind one-name-for-a-title");
        assertThat(form(Step.KEY_CADRES, meeting(12, 12, null, Kind.EACH_PERSON)))
                .isEmpty();
        assertThat(form(Step.LEADERSHIP_3, meeting(12, 12, null, null))).containsExactly("kind required");
    }

    @Test
    void theArticleIsCitedWhereTheLawAsks() {
        assertThat(MeetingRules.form(Step.EXPANDED_LEADERSHIP, meeting(12, 12, null, Kind.EACH_PERSON), "377-QĐ/TW"))
                .extracting(Finding::article)
                .containsExactly("377-QĐ/TW");
    }

    @Test
    void votesGoToThoseWhomTheStepIsAbout() {
        Meeting both = meeting(12, 12, null, null, new Votes(ONE, 5), new Votes(TWO, 6));

        assertThat(MeetingRules.votes(both, Set.of(ONE, TWO))).isEmpty();
        assertThat(MeetingRules.votes(both, Set.of(ONE)))
                .extracting(Finding::field)
                .containsExactly("votes[1].personId");
    }

    @Test
    void aResultIsReadOutOrKeptBackAsTheLawSays() {
        Ruling second = BALLOTS.of(Step.EXPANDED_LEADERSHIP, meeting(12, 12, null, null, new Votes(ONE, 10)), Set.of());
        Ruling third =
                BALLOTS.of(Step.LEADERSHIP_2, meeting(12, 12, 12, null, new Votes(ONE, 10)), Set.of(ONE.toString()));
        Ruling fifth =
                BALLOTS.of(Step.LEADERSHIP_3, meeting(12, 12, null, Kind.ONE_NAME, new Votes(ONE, 10)), Set.of());

        assertThat(MeetingRules.announcement(second, null)).isEmpty();
        assertThat(MeetingRules.announcement(second, false)).isEmpty();
        assertThat(MeetingRules.announcement(second, true)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("not-to-be-announced");
            assertThat(finding.article()).isEqualTo("377-QĐ/TW");
        });
        assertThat(MeetingRules.announcement(third, true)).isEmpty();
        assertThat(MeetingRules.announcement(third, false))
                .extracting(Finding::code)
                .containsExactly("to-be-announced");
        assertThat(MeetingRules.announcement(fifth, true)).isEmpty();
    }

    @Test
    void aMeetingWithoutQuorumIsNoStepAndSaysWhy() {
        Meeting eight = meeting(8, 8, null, null, new Votes(ONE, 7));
        Meeting seven = meeting(7, 7, null, null, new Votes(ONE, 7));

        assertThat(BALLOTS.of(Step.EXPANDED_LEADERSHIP, eight, Set.of()).against())
                .isEmpty();
        assertThat(BALLOTS.of(Step.EXPANDED_LEADERSHIP, seven, Set.of()).against())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("ruling.no-quorum");
                    assertThat(finding.field()).isEqualTo("present");
                    assertThat(finding.article()).isEqualTo("377-QĐ/TW");
                });
    }

    @Test
    void countsThatCannotBeTrueAreNoStep() {
        Meeting odd = new Meeting(
                DAY, "Ban Thường vụ", 37, 30, 30, 31, 30, 20, List.of(new Votes(ONE, 10)), null, null, "1-BB", null);

        assertThat(BALLOTS.of(Step.EXPANDED_LEADERSHIP, odd, Set.of()).against())
                .extracting(Finding::code)
                .containsExactly("tally.returned-above-issued");
    }

    @Test
    void onlyTheLatestStepIsPutRight() {
        assertThat(StepRules.latest(2, 2)).isEmpty();
        assertThat(StepRules.latest(1, 2)).extracting(Finding::code).containsExactly("step-not-latest");
        assertThat(StepRules.latest(1, 0)).extracting(Finding::code).containsExactly("step-not-latest");
    }
}
