package opencadre.personnel.person.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Regulations;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.personnel.person.rule.AssignmentRules.Breach;
import opencadre.personnel.person.rule.ConductRules.Ballots;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConductRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Regulations REGULATIONS = Regulations.load();
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
    void aSuspensionHasItsDaysAndThereIsOneAtATime() {
        LocalDate until = TODAY.plusDays(30);
        assertThat(suspension(TODAY.plusDays(5), null)).isEmpty();
        assertThat(suspension(TODAY, until)).isEmpty();
        assertThat(suspension(TODAY, TODAY)).containsExactly("ends-before-it-begins");
        assertThat(suspension(LocalDate.of(1982, 8, 13), null)).containsExactly("day-out-of-range");
        assertThat(suspension(TODAY, null, new Period(until, null))).containsExactly("is-suspended-already");
        assertThat(suspension(TODAY, until, new Period(until, null))).isEmpty();
    }

    private static List<String> suspension(LocalDate from, @Nullable LocalDate until, Period... others) {
        return codes(ConductRules.ofSuspension(from, until, List.of(others), BIRTH));
    }

    @Test
    void aConfidenceVoteWasHeldAndSomebodyVoted() {
        assertThat(vote(TODAY, 3, 2, 1)).isEmpty();
        assertThat(vote(TODAY.plusDays(1), 3, 2, 1)).containsExactly("day-out-of-range");
        assertThat(vote(TODAY, 0, 0, 0)).containsExactly("nobody-voted");
        assertThat(vote(TODAY, -1, 2, 0)).containsExactly("out-of-range");
        assertThat(vote(TODAY, 0, 30_000, 30_001)).containsExactly("out-of-range");
    }

    private static List<String> vote(LocalDate heldOn, int high, int confidence, int low) {
        return codes(ConductRules.ofConfidenceVote(heldOn, new Ballots(high, confidence, low), BIRTH, TODAY));
    }

    @Test
    void moreThanTwoThirdsOfLowConfidenceIsAGroundForReliefByTheLawOfItsDay() {
        LocalDate last = LocalDate.of(2025, 10, 7);
        assertThat(note(last, new Ballots(10, 0, 20))).isEmpty();
        assertThat(note(last, new Ballots(9, 0, 21))).contains("41-QĐ/TW");
        assertThat(note(LocalDate.of(2021, 11, 3), new Ballots(0, 0, 1))).contains("41-QĐ/TW");
        assertThat(note(LocalDate.of(2021, 11, 2), new Ballots(0, 0, 1))).startsWith("Chưa đọc được");
        assertThat(note(LocalDate.of(2025, 10, 8), new Ballots(30, 0, 0))).startsWith("Chưa đọc được");
    }

    private static String note(LocalDate heldOn, Ballots ballots) {
        return ConductRules.noteOnConfidence(heldOn, ballots, REGULATIONS)
                .map(Bilingual::vi)
                .orElse("");
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
