package opencadre.planning.procedure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Outcome;
import opencadre.kit.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Bilingual TEXT = new Bilingual("chữ", "text");

    static Criterion criterion(String code, Outcome outcome) {
        Basis basis = new Basis("377-QĐ/TW", "34", Confidence.UNCONFIRMED, "S54", null);
        return new Criterion(code, outcome, TEXT, TEXT, List.of(), List.of(basis), null, List.of());
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    @ParameterizedTest
    @EnumSource
    void anActHasItsPointAndNoOther(Stage now) {
        assertThat(codes(ActRules.at(Stage.STEPS, now)))
                .isEqualTo(now == Stage.STEPS ? List.of() : List.of("procedure-elsewhere"));
        assertThat(codes(ActRules.open(now)))
                .isEqualTo(now == Stage.CONCLUDED || now == Stage.STOPPED ? List.of("procedure-elsewhere") : List.of());
    }

    @ParameterizedTest
    @EnumSource
    void whatAwaitsAnotherOrIsOverIsLeftAsItIs(Stage now) {
        assertThat(codes(ActRules.running(now)))
                .isEqualTo(now == Stage.POLICY || now == Stage.STEPS ? List.of() : List.of("procedure-elsewhere"));
    }

    @Test
    void whoeverOpenedItDoesNotApprove() {
        assertThat(codes(ActRules.another(Set.of("a", "c"), Set.of("b", "a")))).containsExactly("own-procedure");
        assertThat(ActRules.another(Set.of("a"), Set.of("b"))).isEmpty();
    }

    @Test
    void aDayLiesFromWhatItFollowsToToday() {
        assertThat(codes(ActRules.day("heldOn", DAY.minusDays(6), DAY.minusDays(5), DAY)))
                .containsExactly("before");
        assertThat(ActRules.day("heldOn", DAY.minusDays(5), DAY.minusDays(5), DAY))
                .isEmpty();
        assertThat(ActRules.day("heldOn", DAY, DAY.minusDays(5), DAY)).isEmpty();
        assertThat(codes(ActRules.day("heldOn", DAY.plusDays(1), DAY.minusDays(5), DAY)))
                .containsExactly("in-the-future");
    }

    @Test
    void whatFailedIsToldWithItsArticleAndWhatIsUnknownIsNot() {
        List<Finding> findings = ActRules.failed(
                "candidates[1]",
                List.of(
                        criterion("theory", Outcome.FAIL),
                        criterion("health", Outcome.UNKNOWN),
                        criterion("in-plan", Outcome.PASS)));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.field()).isEqualTo("candidates[1]");
            assertThat(finding.code()).isEqualTo("theory");
            assertThat(finding.article()).isEqualTo("377-QĐ/TW, 34");
        });
    }

    @Test
    void aConclusionNeedsSomebodyWhoFailsNothingAndAReasonForWhatIsUnknown() {
        assertThat(codes(ConclusionRules.ofChosen(false))).containsExactly("nobody-came-out");
        assertThat(ConclusionRules.ofChosen(true)).isEmpty();
        assertThat(codes(ConclusionRules.ofVerdict(null, "vì"))).containsExactly("chosen-not-visible");
        Verdict passed = new Verdict(List.of(criterion("theory", Outcome.PASS)));
        Verdict unknown = new Verdict(List.of(criterion("theory", Outcome.UNKNOWN)));
        Verdict failed = new Verdict(List.of(criterion("theory", Outcome.FAIL), criterion("age", Outcome.UNKNOWN)));
        assertThat(ConclusionRules.ofVerdict(passed, null)).isEmpty();
        assertThat(codes(ConclusionRules.ofVerdict(unknown, null))).containsExactly("unknown-needs-a-reason");
        assertThat(ConclusionRules.ofVerdict(unknown, "vì")).isEmpty();
        assertThat(codes(ConclusionRules.ofVerdict(failed, "vì"))).containsExactly("theory");
    }
}
