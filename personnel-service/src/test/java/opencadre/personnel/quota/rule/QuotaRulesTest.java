package opencadre.personnel.quota.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.Period;
import org.junit.jupiter.api.Test;

class QuotaRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final List<Period> STANDS = List.of(new Period(DAY.minusYears(1), DAY.plusYears(1)));

    private static List<String> against(Period quota, Period... others) {
        return QuotaRules.breaches(quota, STANDS, List.of(others)).stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void itIsGivenWhileTheUnitStands() {
        assertThat(against(Period.since(DAY.minusYears(1)))).isEmpty();
        assertThat(against(Period.since(DAY.minusYears(1).minusDays(1)))).containsExactly("unit-does-not-stand");
        assertThat(against(Period.since(DAY.plusYears(1)))).containsExactly("unit-does-not-stand");
    }

    @Test
    void oneEndsBeforeTheNextBegins() {
        Period year = new Period(DAY, DAY.plusMonths(6));
        assertThat(against(Period.since(DAY.plusMonths(6)), year)).isEmpty();
        assertThat(against(Period.since(DAY.plusMonths(6).minusDays(1)), year)).containsExactly("quota-overlaps");
        assertThat(against(new Period(DAY.minusMonths(1), DAY), year)).isEmpty();
        assertThat(against(new Period(DAY.minusMonths(1), DAY.plusDays(1)), year))
                .containsExactly("quota-overlaps");
    }
}
