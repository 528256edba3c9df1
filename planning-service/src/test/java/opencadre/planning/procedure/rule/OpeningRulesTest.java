package opencadre.planning.procedure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Outcome;
import opencadre.kit.rule.Regulations;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.procedure.rule.OpeningRules.Candidate;
import opencadre.planning.procedure.rule.RuleVersions.Choice;
import org.junit.jupiter.api.Test;

class OpeningRulesTest {

    private static final Regulations LAW = Regulations.load();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Candidate GOOD =
            new Candidate(UUID.randomUUID(), List.of(ActRulesTest.criterion("theory", Outcome.PASS)));

    private static List<Finding> findings(LocalDate requestedOn, LocalDate today, Candidate... some) {
        return OpeningRules.findings(
                requestedOn, today, List.of(some), RuleVersions.of(requestedOn, requestedOn, null, Regime.CADRE, LAW));
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    @Test
    void itBeginsOnTheDayOfTheRequestAndNotBefore() {
        assertThat(findings(DAY, DAY, GOOD)).isEmpty();
        assertThat(codes(findings(DAY.plusDays(1), DAY, GOOD))).containsExactly("in-the-future");
    }

    @Test
    void oneProcedureIsOpenForASeat() {
        assertThat(codes(OpeningRules.seatIsFree(true))).containsExactly("procedure-is-open");
    }

    @Test
    void nobodyIsCandidateTwice() {
        assertThat(codes(findings(DAY, DAY, GOOD, GOOD))).containsExactly("tally.person-twice");
    }

    @Test
    void aCandidateWhoFailsAConditionIsNamedByTheFieldAndOneNotKnownIsTaken() {
        Candidate failed =
                new Candidate(UUID.randomUUID(), List.of(ActRulesTest.criterion("discipline", Outcome.FAIL)));
        Candidate unknown =
                new Candidate(UUID.randomUUID(), List.of(ActRulesTest.criterion("health", Outcome.UNKNOWN)));

        assertThat(findings(DAY, DAY, GOOD, unknown, failed)).singleElement().satisfies(finding -> {
            assertThat(finding.field()).isEqualTo("candidates[2]");
            assertThat(finding.article()).isEqualTo("377-QĐ/TW, 34");
        });
    }

    @Test
    void theLawOfTheDayOfTheRequestMustBeRead() {
        LocalDate first = LocalDate.of(2022, 8, 18);

        assertThat(findings(first, DAY, GOOD)).isEmpty();
        assertThat(codes(findings(first.minusDays(1), DAY, GOOD))).containsExactly("law-not-read");
    }

    @Test
    void theRegulationIsChosenOnceAndOnlyWhereItChanged() {
        LocalDate before = LocalDate.of(2025, 10, 7);
        var changed = RuleVersions.of(before, LocalDate.of(2025, 10, 8), null, Regime.CADRE, LAW);
        var same = RuleVersions.of(before, before, null, Regime.CADRE, LAW);

        assertThat(ChoiceRules.ofRegulation(changed, false)).isEmpty();
        assertThat(codes(ChoiceRules.ofRegulation(changed, true))).containsExactly("no-choice-needed");
        assertThat(codes(ChoiceRules.ofRegulation(same, false))).containsExactly("no-choice-needed");
        var settled = RuleVersions.of(before, LocalDate.of(2025, 10, 8), Choice.CONTINUE_UNDER_OLD, Regime.CADRE, LAW);
        assertThat(codes(ChoiceRules.ofRegulation(settled, false))).containsExactly("no-choice-needed");
    }

    @Test
    void theHeadChoosesAmongThoseWithHalfWhenThereAreTwo() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();

        assertThat(ChoiceRules.ofHead(true, List.of(one, two), two)).isEmpty();
        assertThat(codes(ChoiceRules.ofHead(true, List.of(one, two), UUID.randomUUID())))
                .containsExactly("not-among-the-lawful");
        assertThat(codes(ChoiceRules.ofHead(false, List.of(one, two), two))).containsExactly("head-has-no-choice");
    }

    @Test
    void anApprovalIsInTimeOnTheTenthWorkingDayAndNeedsAReasonAfterIt() {
        LocalDate requested = LocalDate.of(2026, 11, 2);
        var deadline = DeadlineRules.policyApproval(requested, requested, Regime.CADRE, LAW);
        LocalDate last = deadline.orElseThrow().lastDay();

        assertThat(last).isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(PolicyRules.late(last, null, deadline)).isEmpty();
        assertThat(PolicyRules.late(last.plusDays(1), null, deadline))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("policy-late");
                    assertThat(finding.field()).isEqualTo("reason");
                    assertThat(finding.article()).isEqualTo("377-QĐ/TW");
                });
        assertThat(PolicyRules.late(last.plusDays(1), "Chờ ý kiến", deadline)).isEmpty();
        assertThat(PolicyRules.late(last.plusDays(1), null, java.util.Optional.empty()))
                .isEmpty();
    }
}
