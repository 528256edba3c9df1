package opencadre.personnel.term.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.Period;
import org.junit.jupiter.api.Test;

class TermRulesTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final List<Period> STANDS = List.of(Period.since(REFORM));
    private static final Period FIRST = new Period(LocalDate.of(2025, 7, 15), LocalDate.of(2030, 7, 15));

    private static List<String> breaches(Period term, TermRules.Other... others) {
        return TermRules.breaches(term, STANDS, List.of(others)).stream()
                .map(finding -> finding.field() + " " + finding.code())
                .toList();
    }

    @Test
    void aBodyBeginsATermWhileItStands() {
        assertThat(breaches(FIRST)).isEmpty();
        assertThat(breaches(new Period(REFORM, null))).isEmpty();
        assertThat(breaches(new Period(REFORM.minusDays(1), null))).containsExactly("validFrom unit-does-not-stand");
    }

    @Test
    void aBodyHasOneTermAtATime() {
        TermRules.Other first = new TermRules.Other("Khóa I", FIRST);
        LocalDate end = LocalDate.of(2030, 7, 15);

        assertThat(breaches(new Period(end, null), first)).isEmpty();
        assertThat(breaches(new Period(end.minusDays(1), null), first)).containsExactly("validFrom term-overlaps");
        assertThat(breaches(new Period(REFORM, LocalDate.of(2025, 7, 15)), first))
                .isEmpty();
        assertThat(breaches(new Period(REFORM, LocalDate.of(2025, 7, 16)), first))
                .containsExactly("validTo term-overlaps");
    }

    @Test
    void whatItOverlapsIsNamed() {
        Finding finding = TermRules.breaches(
                        FIRST, STANDS, List.of(new TermRules.Other("Khóa I", Period.since(REFORM))))
                .getFirst();

        assertThat(finding.messages().vi()).contains("Khóa I");
    }
}
