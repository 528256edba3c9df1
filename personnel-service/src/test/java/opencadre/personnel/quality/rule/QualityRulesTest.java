package opencadre.personnel.quality.rule;

import static opencadre.personnel.quality.rule.DossierSketch.MEASURE;
import static opencadre.personnel.quality.rule.DossierSketch.TODAY;
import static opencadre.personnel.quality.rule.DossierSketch.sound;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.personnel.quality.rule.DossierFacts.Certificate;
import opencadre.personnel.quality.rule.DossierFacts.Discipline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule on the days between which it turns. */
class QualityRulesTest {

    private static List<QualityFinding> findings(DossierSketch dossier) {
        return QualityRules.findings(dossier.facts(), MEASURE);
    }

    @Test
    void nothingIsFoundInASoundDossier() {
        assertThat(findings(sound())).isEmpty();
        assertThat(Completeness.of(sound().facts(), MEASURE).percent()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24, false", "2026-11-25, true", "2026-11, false", "2026-12, true", "2026, false", "2027, true"
    })
    void nobodyIsBornAfterToday(String birth, boolean found) {
        DossierSketch dossier = sound().born(birth);

        assertThat(dossier.flaws().contains(Flaw.BIRTH_IN_FUTURE)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "1999-02-28, POST_BEFORE_EIGHTEEN",
        "1999-03-01, POST_BEFORE_EIGHTEEN",
        "1999-03-02, POST_BEFORE_SIXTEEN",
        "1997-03-01, NONE",
        "1997-03-02, POST_BEFORE_EIGHTEEN",
        "1997-03, NONE",
        "1997-04, POST_BEFORE_EIGHTEEN",
        "1999-03, POST_BEFORE_EIGHTEEN",
        "1999-04, POST_BEFORE_SIXTEEN",
        "1997, NONE",
        "1998, POST_BEFORE_EIGHTEEN",
        "1999, POST_BEFORE_EIGHTEEN",
        "2000, POST_BEFORE_SIXTEEN"
    })
    void theFirstPostIsHeldByNobodyTooYoungForIt(String birth, String flaw) {
        // From 1 March 2015 on.
        DossierSketch dossier = sound().born(birth);

        assertThat(dossier.flaws().stream().filter(found -> found.name().startsWith("POST_BEFORE")))
                .isEqualTo(flaw.equals("NONE") ? List.of() : List.of(Flaw.valueOf(flaw)));
    }

    @Test
    void twoMainPostsOfOneTreeAreNotHeldAtOnce() {
        assertThat(sound().post("STATE", "2014-01-01", "2015-03-01").flaws()).doesNotContain(Flaw.POSTS_OVERLAP);
        assertThat(sound().post("STATE", "2014-01-01", "2015-03-02").flaws()).contains(Flaw.POSTS_OVERLAP);
        assertThat(sound().post("FRONT", "2015-03-01", null).flaws()).doesNotContain(Flaw.POSTS_OVERLAP);
        assertThat(sound().post("STATE", "2015-03-01", null, true, List.of(DossierSketch.UNIT))
                        .flaws())
                .isEmpty();
    }

    @Test
    void aPostIsInAUnitThatStands() {
        Period stood = new Period(LocalDate.of(2015, 1, 1), LocalDate.of(2016, 1, 1));
        DossierSketch within = sound().post("STATE", "2015-01-01", "2016-01-01", true, List.of(stood));
        DossierSketch early = sound().post("STATE", "2014-12-31", "2016-01-01", true, List.of(stood));
        DossierSketch late = sound().post("STATE", "2015-01-01", "2016-01-02", true, List.of(stood));

        assertThat(within.flaws()).doesNotContain(Flaw.UNIT_DOES_NOT_STAND);
        assertThat(early.flaws()).contains(Flaw.UNIT_DOES_NOT_STAND);
        assertThat(late.flaws()).contains(Flaw.UNIT_DOES_NOT_STAND);
    }

    /** In 2026 men retire in the month in which they are 738 months old, women with 684. */
    @ParameterizedTest
    @CsvSource({
        "1965-04-30, false, true",
        "1965-05-01, false, false",
        "1964, false, true",
        "1965, false, false",
        "1969-10-31, true, true",
        "1969-11-01, true, false"
    })
    void whoeverStaysLongerThanTheGeneralAgeIsADoubt(String birth, boolean female, boolean found) {
        DossierSketch dossier = sound().born(birth);
        dossier.female = female;

        assertThat(dossier.flaws().contains(Flaw.PAST_RETIREMENT_AGE)).isEqualTo(found);
    }

    @Test
    void aPostOfThePartyAsksForMembership() {
        assertThat(sound().post("PARTY", "2020-01-01", null).flaws()).containsExactly(Flaw.MEMBERSHIP_MISSING);
        assertThat(sound().post("PARTY", "2020-01-01", null)
                        .entry("PARTY_MEMBERSHIP", "joined", "2005")
                        .flaws())
                .isEmpty();
    }

    @Test
    void officialAdmissionToThePartyFollowsProbation() {
        assertThat(sound().entry("PARTY_MEMBERSHIP", "joined", "2005-06", "official", "2005-06-01")
                        .flaws())
                .isEmpty();
        List<QualityFinding> found =
                findings(sound().entry("PARTY_MEMBERSHIP", "joined", "2005-06", "official", "2005-05-31"));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.flaw()).isEqualTo(Flaw.ENTRY_OUT_OF_ORDER);
            assertThat(finding.subject().item()).isEqualTo("PARTY_MEMBERSHIP");
            assertThat(finding.subject().field()).isEqualTo("official");
            assertThat(finding.subject().group()).isEqualTo(FieldGroup.SENSITIVE_CV);
            assertThat(finding.source()).isEqualTo("2C/TCTW-98: 14; TT 06/2023/TT-BNV: 15");
            assertThat(finding.reason().vi()).contains("Đảng Cộng sản Việt Nam");
        });
    }

    @Test
    void anEntryIsNeitherBeforeBirthNorAhead() {
        assertThat(sound().entry("WORK_HISTORY", "from", "1982-08").flaws()).isEmpty();
        assertThat(sound().entry("WORK_HISTORY", "from", "1982-07").flaws()).containsExactly(Flaw.ENTRY_BEFORE_BIRTH);
        assertThat(sound().entry("WORK_HISTORY", "from", "2026-11").flaws()).isEmpty();
        assertThat(sound().entry("WORK_HISTORY", "from", "2026-12").flaws()).containsExactly(Flaw.ENTRY_IN_FUTURE);
        // A parent is born before.
        assertThat(sound().entry("FAMILY_MEMBER", "relation", "ME", "birthYear", "1955")
                        .flaws())
                .isEmpty();
        assertThat(sound().entry("WORK_HISTORY", "from", "không rõ").flaws()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1997-08-14, false", "1997-08-13, true", "1997-08, false", "1997-07, true", "1997, false", "1996, true"
    })
    void nobodyHasADegreeBeforeFifteen(String day, boolean found) {
        DossierSketch dossier = sound().entry("DEGREE", "to", day);

        assertThat(dossier.flaws()).isEqualTo(found ? List.of(Flaw.DEGREE_TOO_EARLY) : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "CON, 1982, CHILD_NOT_YOUNGER",
        "CON, 1983, CHILD_TOO_CLOSE",
        "CON, 1993, CHILD_TOO_CLOSE",
        "CON, 1994, NONE",
        "BO, 1970, NONE",
        "BO, 1971, CHILD_TOO_CLOSE",
        "ME, 1982, CHILD_NOT_YOUNGER",
        "ANH, 1990, NONE"
    })
    void aChildIsYoungerThanItsParent(String relation, String year, String flaw) {
        DossierSketch dossier = sound().entry("FAMILY_MEMBER", "relation", relation, "birthYear", year);

        assertThat(dossier.flaws()).isEqualTo(flaw.equals("NONE") ? List.of() : List.of(Flaw.valueOf(flaw)));
    }

    @Test
    void stepsOfSalaryGoUpWithinARank() {
        DossierSketch up = sound().entry("SALARY", "rank", "01.003", "step", "3", "since", "2018")
                .entry("SALARY", "rank", "01.003", "step", "4", "since", "2021");
        DossierSketch back = sound().entry("SALARY", "rank", "01.003", "step", "4", "since", "2018")
                .entry("SALARY", "rank", "01.003", "step", "3", "since", "2021");
        DossierSketch sameYear = sound().entry("SALARY", "rank", "01.003", "step", "4", "since", "2021")
                .entry("SALARY", "rank", "01.003", "step", "3", "since", "2021-06");
        DossierSketch otherRank = sound().entry("SALARY", "rank", "01.003", "step", "4", "since", "2018")
                .entry("SALARY", "rank", "01.002", "step", "1", "since", "2021");

        assertThat(up.flaws()).isEmpty();
        assertThat(back.flaws()).containsExactly(Flaw.SALARY_OUT_OF_ORDER);
        assertThat(sameYear.flaws()).isEmpty();
        assertThat(otherRank.flaws()).isEmpty();
    }

    @Test
    void everyYearOfAMainPostThatIsOverIsRated() {
        DossierSketch dossier = sound();
        dossier.rated.removeAll(List.of(2016, 2018, 2019, 2025));

        assertThat(findings(dossier)).singleElement().satisfies(finding -> {
            assertThat(finding.flaw()).isEqualTo(Flaw.RATING_MISSING);
            assertThat(finding.reason().vi()).contains("2016, 2018–2019, 2025");
        });
        // Held until the last day of a year, and not on the first of the next; this year is not over.
        DossierSketch earlier = sound().post("FRONT", "2012-12-31", "2014-01-01");
        assertThat(findings(earlier).getFirst().reason().vi()).contains("2012–2013");
        assertThat(sound().post("FRONT", "2026-01-01", null).flaws()).isEmpty();
        assertThat(sound().post("FRONT", "2012-01-01", null, true, List.of(DossierSketch.UNIT))
                        .flaws())
                .isEmpty();
    }

    @Test
    void aDisciplineEndsAfterItWasDecided() {
        DossierSketch dossier = sound();
        dossier.disciplines.add(new Discipline(UUID.randomUUID(), TODAY, TODAY));
        assertThat(dossier.flaws()).isEmpty();

        dossier.disciplines.add(new Discipline(UUID.randomUUID(), TODAY, TODAY.minusDays(1)));
        assertThat(dossier.flaws()).containsExactly(Flaw.DISCIPLINE_OUT_OF_ORDER);
    }

    @Test
    void noCertificateIsOlderThanItsHolder() {
        DossierSketch dossier = sound();
        dossier.certificates.add(new Certificate(UUID.randomUUID(), "Tin học", PartialDate.parse("1982")));
        assertThat(dossier.flaws()).isEmpty();

        dossier.certificates.add(new Certificate(UUID.randomUUID(), "Tin học", PartialDate.parse("1981")));
        assertThat(dossier.flaws()).containsExactly(Flaw.ENTRY_BEFORE_BIRTH);
    }

    @ParameterizedTest
    @CsvSource({
        "019082000001, NONE",
        "01908200001, ID_NUMBER_WRONG_FORM",
        "019182000001, ID_NUMBER_OTHER_SEX",
        "019083000001, ID_NUMBER_OTHER_YEAR",
        "019282000001, ID_NUMBER_OTHER_YEAR",
        "003082000001, ID_NUMBER_UNKNOWN_PROVINCE",
        "100082000001, NONE"
    })
    void theNumberIsHeldAgainstSexAndBirth(String number, String flaw) {
        DossierSketch dossier = sound();
        dossier.idNumber = number;

        assertThat(dossier.flaws()).isEqualTo(flaw.equals("NONE") ? List.of() : List.of(Flaw.valueOf(flaw)));
        // It never says the number.
        assertThat(findings(dossier).toString()).doesNotContain(number);
    }

    @Test
    void whatTheFormsAskOfEverybodyIsMissedByItsItem() {
        DossierSketch dossier = sound().born("1982-08");
        dossier.idNumber = null;
        dossier.entries.removeIf(entry -> List.of("BIRTH_PLACE", "RELIGION").contains(entry.kind()));

        assertThat(findings(dossier))
                .extracting(finding ->
                        finding.subject().item() + " " + finding.subject().group())
                .containsExactly("BIRTH_DAY IDENTITY", "ID_NUMBER IDENTITY", "BIRTH_PLACE CV", "RELIGION SENSITIVE_CV");
        Completeness completeness = Completeness.of(dossier.facts(), MEASURE);
        assertThat(completeness.asked() - completeness.filled()).isEqualTo(4);
        assertThat(completeness.percent()).isLessThan(100);
    }
}
