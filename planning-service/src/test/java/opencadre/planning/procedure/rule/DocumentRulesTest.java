package opencadre.planning.procedure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
}
