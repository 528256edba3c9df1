package opencadre.planning.procedure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Fact;
import opencadre.kit.rule.Outcome;
import opencadre.kit.rule.Regulations;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.procedure.rule.DocumentRules.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentRulesTest {

    private static final Regulations LAW = Regulations.load();
    private static final LocalDate ISSUED = LocalDate.of(2025, 12, 31);

    private static Outcome outcome(Kind kind, LocalDate held, Regime regime) {
        Fact paper = new Fact("paper", new Bilingual("giấy", "paper"));
        return DocumentRules.age(kind, paper, ISSUED, held, held, regime, LAW).outcome();
    }

    @ParameterizedTest
    @EnumSource
    void aPaperIsGoodForSixMonths(Kind kind) {
        assertThat(outcome(kind, LocalDate.of(2026, 6, 29), Regime.CADRE)).isEqualTo(Outcome.PASS);
        assertThat(outcome(kind, LocalDate.of(2026, 6, 30), Regime.CADRE)).isEqualTo(Outcome.PASS);
        assertThat(outcome(kind, LocalDate.of(2026, 7, 1), Regime.CADRE)).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aPaperOfALaterDayIsNotGoodYet() {
        assertThat(outcome(Kind.PHOTO, ISSUED.minusDays(1), Regime.CADRE)).isEqualTo(Outcome.FAIL);
        assertThat(outcome(Kind.PHOTO, ISSUED, Regime.CADRE)).isEqualTo(Outcome.PASS);
    }

    @Test
    void whereNoLawWasReadItIsUnknown() {
        assertThat(outcome(Kind.PHOTO, LocalDate.of(2026, 6, 30), Regime.PUBLIC_EMPLOYEE))
                .isEqualTo(Outcome.PASS);
        assertThat(outcome(Kind.PHOTO, LocalDate.of(2026, 7, 1), Regime.PUBLIC_EMPLOYEE))
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void beforeTheVoteOfStepFiveEachKindMustBeThereAndAPaperTooOldIsNamed() {
        LocalDate day = LocalDate.of(2026, 11, 13);
        DocumentRules.Paper photo = new DocumentRules.Paper("p", Kind.PHOTO, "1", day.minusMonths(6));
        DocumentRules.Paper old =
                new DocumentRules.Paper("p", Kind.PHOTO, "1", day.minusMonths(6).minusDays(1));

        assertThat(codes(day, new DocumentRules.Papers(List.of(photo), false))).isEmpty();
        assertThat(codes(day, new DocumentRules.Papers(List.of(old), false)))
                .containsExactly("candidates[0] document-age 377-QĐ/TW");
        assertThat(codes(
                        day,
                        new DocumentRules.Papers(List.of(), false),
                        new DocumentRules.Papers(List.of(photo), true)))
                .containsExactly("candidates[1] document-missing 377-QĐ/TW");
        UUID candidate = UUID.randomUUID();
        assertThat(DocumentRules.ofCandidate(List.of(candidate), candidate)).isEmpty();
        assertThat(DocumentRules.ofCandidate(List.of(candidate), UUID.randomUUID()))
                .hasSize(1);
    }

    private static List<String> codes(LocalDate day, DocumentRules.Papers... papers) {
        return DocumentRules.findings(List.of(papers), day, day, Regime.CADRE, LAW).stream()
                .map(finding -> finding.field() + " " + finding.code() + " " + finding.article())
                .toList();
    }
}
