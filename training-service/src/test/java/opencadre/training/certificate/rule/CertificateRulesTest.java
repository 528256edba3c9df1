package opencadre.training.certificate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import opencadre.kit.time.PartialDate;
import opencadre.training.certificate.rule.CertificateRules.Breach;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertificateRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static List<Breach> breaches(String issuedOn, @Nullable String validUntil) {
        return CertificateRules.breaches(new CertificateRules.Facts(
                true, PartialDate.parse(issuedOn), validUntil == null ? null : LocalDate.parse(validUntil), TODAY));
    }

    @Test
    void letsThroughWhatWasIssuedUpToToday() {
        assertThat(breaches("2026-11-24", null)).isEmpty();
        assertThat(breaches("2026-11", "2026-11-01")).isEmpty();
        assertThat(breaches("2026", null)).isEmpty();
        assertThat(breaches("1945", null)).isEmpty();
    }

    @Test
    void refusesWhatWasIssuedAfterTodayHoweverExactly() {
        var future = new Breach("issuedOn", "issued-in-the-future");

        assertThat(breaches("2026-11-25", null)).containsExactly(future);
        assertThat(breaches("2026-12", null)).containsExactly(future);
        assertThat(breaches("2027", null)).containsExactly(future);
    }

    @Test
    void refusesAYearThatIsASlip() {
        assertThat(breaches("1944-12-31", null)).containsExactly(new Breach("issuedOn", "issued-out-of-range"));
    }

    @Test
    void refusesAnEndBeforeTheBeginning() {
        assertThat(breaches("2024-06-15", "2024-06-15")).isEmpty();
        assertThat(breaches("2024-06-15", "2024-06-14"))
                .containsExactly(new Breach("validUntil", "ends-before-issued"));
    }

    @Test
    void namesEveryBreachAtOnce() {
        assertThat(CertificateRules.breaches(
                        new CertificateRules.Facts(false, PartialDate.parse("2027"), LocalDate.of(2026, 1, 1), TODAY)))
                .extracting(Breach::code)
                .containsExactly("level-does-not-fit-kind", "issued-in-the-future", "ends-before-issued");
    }
}
