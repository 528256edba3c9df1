package opencadre.personnel.person.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import opencadre.kit.time.PartialDate;
import opencadre.personnel.person.rule.AssignmentRules.Breach;
import org.junit.jupiter.api.Test;

class ConductRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final PartialDate BIRTH = PartialDate.parse("1982-08-14");

    private static List<String> codes(List<Breach> breaches) {
        return breaches.stream().map(Breach::code).toList();
    }

    private static List<String> rating(int year, Integer... others) {
        return codes(ConductRules.ofRating(year, Set.of(others), BIRTH, TODAY));
    }

    @Test
    void aYearIsRatedOnceAndNotAheadOfTime() {
        assertThat(rating(2026, 2025, 2024)).isEmpty();
        assertThat(rating(2027)).containsExactly("year-out-of-range");
        assertThat(rating(1982)).containsExactly("year-out-of-range");
        assertThat(rating(1983)).isEmpty();
        assertThat(rating(2025, 2025)).containsExactly("year-is-rated");
    }

    @Test
    void aDisciplineWasDecidedAndIsRevokedAfterwards() {
        assertThat(codes(ConductRules.ofDiscipline(TODAY, TODAY.plusDays(1), BIRTH, TODAY)))
                .isEmpty();
        assertThat(codes(ConductRules.ofDiscipline(TODAY, TODAY, BIRTH, TODAY)))
                .containsExactly("ends-before-it-begins");
        assertThat(codes(ConductRules.ofDiscipline(TODAY.plusDays(1), null, BIRTH, TODAY)))
                .containsExactly("day-out-of-range");
    }

    @Test
    void aCertificateWasIssuedInTheLifeOfThePerson() {
        assertThat(codes(ConductRules.ofHealthCertificate(TODAY, BIRTH, TODAY))).isEmpty();
        assertThat(codes(ConductRules.ofHealthCertificate(TODAY.plusDays(1), BIRTH, TODAY)))
                .containsExactly("day-out-of-range");
        assertThat(codes(ConductRules.ofHealthCertificate(LocalDate.of(1982, 8, 14), BIRTH, TODAY)))
                .isEmpty();
        assertThat(codes(ConductRules.ofHealthCertificate(LocalDate.of(1982, 8, 13), BIRTH, TODAY)))
                .containsExactly("day-out-of-range");
    }
}
