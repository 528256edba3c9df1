package opencadre.personnel.decision.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import opencadre.kit.time.Period;
import opencadre.personnel.decision.rule.AuthorityRules.Held;
import opencadre.personnel.decision.rule.AuthorityRules.Level;
import org.junit.jupiter.api.Test;

class AuthorityRulesTest {

    private static final LocalDate SIGNED = LocalDate.of(2026, 11, 24);
    private static final Level COMMUNE = new Level("COMMUNE", 2);
    private static final Level AGENCY = new Level("AGENCY", 3);
    private static final Level DISTRICT = new Level("DISTRICT", 3);

    private static Set<String> deciding(LocalDate from, LocalDate to) {
        return AuthorityRules.deciding(List.of(new Held(AGENCY, new Period(from, to))), List.of(COMMUNE), SIGNED);
    }

    @Test
    void theLevelThatManagesTheHighestPostDecides() {
        Period always = Period.since(LocalDate.of(2020, 1, 1));

        assertThat(AuthorityRules.deciding(List.of(), List.of(COMMUNE), SIGNED)).containsExactly("COMMUNE");
        assertThat(AuthorityRules.deciding(List.of(new Held(COMMUNE, always)), List.of(AGENCY), SIGNED))
                .containsExactly("AGENCY");
        assertThat(AuthorityRules.deciding(List.of(new Held(DISTRICT, always)), List.of(AGENCY, COMMUNE), SIGNED))
                .as("nothing says which of the two is the higher")
                .containsExactly("AGENCY", "DISTRICT");
    }

    @Test
    void aPostCountsFromItsFirstDayToItsLast() {
        assertThat(deciding(SIGNED, SIGNED.plusDays(1))).containsExactly("AGENCY");
        assertThat(deciding(SIGNED.minusDays(1), SIGNED)).containsExactly("COMMUNE");
        assertThat(deciding(SIGNED.plusDays(1), SIGNED.plusDays(2))).containsExactly("COMMUNE");
    }
}
