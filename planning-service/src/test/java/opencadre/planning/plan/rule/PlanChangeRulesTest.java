package opencadre.planning.plan.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.planning.plan.rule.PlanChangeRules.Breach;
import opencadre.planning.plan.rule.PlanChangeRules.Facts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanChangeRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final UUID PERSON = UUID.fromString("019a8f00-0000-7000-8000-0000000000c1");
    private static final LocalDate APPROVED = LocalDate.of(2026, 3, 15);

    private static Facts facts(@Nullable LocalDate approvedOn, @Nullable LocalDate endsOn, String account) {
        return new Facts(approvedOn, endsOn, false, PERSON, Set.of("proposer"), Set.of(account), TODAY);
    }

    private static List<String> codes(List<Breach> breaches) {
        return breaches.stream().map(Breach::code).toList();
    }

    @Test
    void aTermEndsAfterItBegins() {
        assertThat(PlanChangeRules.ofTerm("2026-2031")).isEmpty();
        assertThat(codes(PlanChangeRules.ofTerm("2026-2026"))).containsExactly("term-of-office-backwards");
    }

    @Test
    void anApprovalIsOfTodayOrBeforeAndOfSomebodyElse() {
        assertThat(PlanChangeRules.ofApproval(TODAY, facts(null, null, "other")))
                .isEmpty();
        assertThat(codes(PlanChangeRules.ofApproval(TODAY.plusDays(1), facts(null, null, "other"))))
                .containsExactly("in-the-future");
        assertThat(codes(PlanChangeRules.ofApproval(TODAY, facts(null, null, "proposer"))))
                .containsExactly("own-plan-entry");
        assertThat(codes(PlanChangeRules.ofApproval(TODAY, facts(APPROVED, null, "other"))))
                .containsExactly("plan-entry-not-proposed");
    }

    @Test
    void aCorrectionStaysBeforeTheRemoval() {
        assertThat(PlanChangeRules.ofCorrection(APPROVED, APPROVED.plusDays(1), facts(APPROVED, null, "other")))
                .isEmpty();
        assertThat(codes(PlanChangeRules.ofCorrection(APPROVED, APPROVED, facts(APPROVED, null, "other"))))
                .containsExactly("removed-before-approved");
        assertThat(codes(PlanChangeRules.ofCorrection(APPROVED, null, facts(null, null, "other"))))
                .containsExactly("plan-entry-not-approved");
        assertThat(codes(PlanChangeRules.ofCorrection(APPROVED, null, facts(APPROVED, null, "proposer"))))
                .containsExactly("own-plan-entry");
    }

    @Test
    void aRemovalIsOfADayOnWhichTheEntryStands() {
        Facts open = facts(APPROVED, null, "other");

        assertThat(PlanChangeRules.ofRemoval(APPROVED.plusDays(1), "97", open)).isEmpty();
        assertThat(codes(PlanChangeRules.ofRemoval(APPROVED, "97", open))).containsExactly("removed-before-approved");
        assertThat(codes(PlanChangeRules.ofRemoval(TODAY.plusDays(1), "97", open)))
                .containsExactly("in-the-future");
        assertThat(codes(PlanChangeRules.ofRemoval(TODAY, null, open))).containsExactly("required");
        assertThat(codes(PlanChangeRules.ofRemoval(TODAY, "97", facts(APPROVED, TODAY, "other"))))
                .containsExactly("plan-entry-ended");
        assertThat(PlanChangeRules.ofRemoval(TODAY.minusDays(1), "97", facts(APPROVED, TODAY, "other")))
                .isEmpty();
        assertThat(PlanChangeRules.ofRemoval(TODAY, null, facts(null, null, "other")))
                .isEmpty();
    }

    @Test
    void aRightHandedOnByTheProposerIsTheProposersHand() {
        var byDelegation =
                new Facts(null, null, false, PERSON, Set.of("proposer"), Set.of("deputy", "proposer"), TODAY);

        assertThat(codes(PlanChangeRules.ofApproval(APPROVED, byDelegation))).containsExactly("own-plan-entry");
    }

    @Test
    void whoWasProposedByThemselfIsNotApproved() {
        var own = new Facts(null, null, false, PERSON, Set.of("proposer", PERSON.toString()), Set.of("other"), TODAY);

        assertThat(codes(PlanChangeRules.ofApproval(APPROVED, own))).containsExactly("own-affair");
        assertThat(PlanChangeRules.ofRemoval(TODAY, null, own)).isEmpty();
    }
}
