package opencadre.personnel.cv.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.personnel.cv.CvEntry;
import opencadre.personnel.person.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CvRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final PartialDate BIRTH = PartialDate.parse("1982-08");
    private static final Bilingual TITLE = new Bilingual("mục", "entry");
    private static final CodeList LEVELS = new CodeList(
            "level",
            TITLE,
            "test",
            Confidence.CONFIRMED,
            List.of(
                    new CodeList.Item("A", TITLE, null, null, null),
                    new CodeList.Item("OLD", TITLE, null, LocalDate.of(2026, 11, 24), null),
                    new CodeList.Item("NEW", TITLE, LocalDate.of(2026, 11, 25), null, null)));

    private static CvField field(String code, CvField.Type type, boolean required) {
        return new CvField(code, TITLE, type, required, 10, null, null, null, null, false, false);
    }

    private static CvKind kind(@Nullable String from, @Nullable String to, boolean many, CvField... fields) {
        return new CvKind("KIND", TITLE, CvClass.PERSONAL, Map.of(), many, false, from, to, List.of(fields));
    }

    private static final CvField FROM = field("from", CvField.Type.DATE, true);
    private static final CvField TO =
            new CvField("to", TITLE, CvField.Type.DATE, false, null, null, null, null, "from", true, false);
    private static final CvField WORD = field("word", CvField.Type.TEXT, true);

    private static List<String> against(CvKind kind, Map<String, String> typed) {
        return CvRules.read(kind, typed, name -> LEVELS, BIRTH, TODAY).findings().stream()
                .map(finding -> finding.field() + " " + finding.code())
                .toList();
    }

    @Test
    void whatIsAskedForIsThereAndNothingElseIs() {
        CvKind kind = kind(null, null, false, WORD);

        assertThat(against(kind, Map.of("word", "có"))).isEmpty();
        assertThat(against(kind, Map.of())).containsExactly("values.word required");
        assertThat(against(kind, Map.of("word", "  "))).containsExactly("values.word required");
        assertThat(against(kind, Map.of("word", "có", "colour", "x")))
                .containsExactly("values.colour cv-unknown-field");
        assertThat(against(kind, Map.of("word", "12345678901"))).containsExactly("values.word cv-too-long");
        assertThat(CvRules.read(kind, Map.of("word", " có "), name -> LEVELS, BIRTH, TODAY)
                        .values())
                .containsExactly(Map.entry("word", "có"));
    }

    @Test
    void aTextHasItsForm() {
        CvField number = new CvField(
                "number",
                TITLE,
                CvField.Type.TEXT,
                true,
                10,
                Pattern.compile("[0-9]{10}"),
                null,
                null,
                null,
                false,
                false);

        assertThat(against(kind(null, null, false, number), Map.of("number", "0123456789")))
                .isEmpty();
        assertThat(against(kind(null, null, false, number), Map.of("number", "012345678")))
                .containsExactly("values.number wrong-form");
    }

    @ParameterizedTest
    @CsvSource({"A,true", "OLD,false", "NEW,false", "B,false", "a,false"})
    void aCodeStandsInItsListOnTheDay(String code, boolean known) {
        CvField level =
                new CvField("level", TITLE, CvField.Type.CODE, true, null, null, "level", null, null, false, false);

        assertThat(against(kind(null, null, false, level), Map.of("level", code))
                        .isEmpty())
                .isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24,true",
        "2026-11-25,false",
        // This month and this year may mean today.
        "2026-11,true",
        "2026,true",
        "2026-12,false",
        // The month of birth is known, the day is not: nothing in it is too early.
        "1982-08-01,true",
        "1982-07-31,false",
        "1982,true",
        "1981,false",
        "2025-02-30,false",
        "24/11/2026,false"
    })
    void aDayLiesInTheLifeOfThePersonAsFarAsItIsKnown(String day, boolean possible) {
        assertThat(against(kind("from", null, false, FROM), Map.of("from", day)).isEmpty())
                .isEqualTo(possible);
    }

    @ParameterizedTest
    @CsvSource({
        "2010-05, 2010-05, true",
        "2010-05, 2010, true",
        "2010, 2010-01, true",
        "2010-05, 2010-04, false",
        "2010-05-02, 2010-05-01, false",
        "2026-01, 2027-01, true"
    })
    void whatEndsHasBegunBefore(String from, String to, boolean possible) {
        assertThat(against(kind("from", "to", true, FROM, TO), Map.of("from", from, "to", to))
                        .isEmpty())
                .isEqualTo(possible);
    }

    @ParameterizedTest
    @CsvSource({"4.98,true", "4.9,true", "5,true", "4.985,false", "0,true", "20.01,false", "'4,98',false", "-1,false"})
    void aNumberIsInItsRangeAndNotTooFine(String number, boolean possible) {
        CvField coefficient = new CvField(
                "n",
                TITLE,
                CvField.Type.NUMBER,
                true,
                null,
                null,
                null,
                new CvField.Range(BigDecimal.ZERO, new BigDecimal("20"), 2, null),
                null,
                false,
                false);

        assertThat(against(kind(null, null, false, coefficient), Map.of("n", number))
                        .isEmpty())
                .isEqualTo(possible);
    }

    @ParameterizedTest
    @CsvSource({"CON,1982,false", "CON,1983,true", "BO,1982,false", "ME,1981,true", "EM,1990,true", "VO,1975,true"})
    void aChildIsYoungerThanItsParent(String relation, String year, boolean possible) {
        CvKind kin = new CvKind(
                "FAMILY_MEMBER",
                TITLE,
                CvClass.SENSITIVE,
                Map.of(),
                true,
                false,
                null,
                null,
                List.of(
                        field("relation", CvField.Type.TEXT, true),
                        new CvField(
                                "birthYear",
                                TITLE,
                                CvField.Type.YEAR,
                                false,
                                null,
                                null,
                                null,
                                null,
                                null,
                                false,
                                true)));

        assertThat(against(kin, Map.of("relation", relation, "birthYear", year)).isEmpty())
                .isEqualTo(possible);
    }

    @Test
    void anEntryIsTrueFromTheFirstToTheLastDayThatItsDatesMayMean() {
        CvKind spell = kind("from", "to", true, FROM, TO);

        assertThat(CvRules.period(spell, Map.of("from", "2010-05", "to", "2012")))
                .isEqualTo(new Period(LocalDate.of(2010, 5, 1), LocalDate.of(2013, 1, 1)));
        assertThat(CvRules.period(spell, Map.of("from", "2010"))).isEqualTo(Period.since(LocalDate.of(2010, 1, 1)));
        assertThat(CvRules.period(kind(null, null, false, WORD), Map.of("word", "có")))
                .isEqualTo(Period.since(CvRules.ALWAYS));
    }

    private static CvEntry entry(String word, LocalDate from) {
        return new CvEntry(
                UUID.randomUUID(),
                "KIND",
                Period.since(from),
                Map.of("word", word),
                null,
                Recorded.now(Instant.EPOCH, "thử", "ai đó"));
    }

    @Test
    void ofWhatIsHeldOnceTwoDoNotBeginOnOneDayAndNothingIsSaidTwice() {
        LocalDate day = LocalDate.of(2020, 1, 1);
        List<CvEntry> standing = List.of(entry("cũ", day));
        CvKind once = kind("from", null, false, FROM, WORD);
        CvKind several = kind("from", null, true, FROM, WORD);

        assertThat(beside(once, "mới", day, standing)).containsExactly("values.from cv-entry-stands-since-that-day");
        assertThat(beside(once, "mới", day.plusDays(1), standing)).isEmpty();
        assertThat(beside(several, "mới", day, standing)).isEmpty();
        assertThat(beside(several, "cũ", day, standing)).containsExactly("kind cv-same-entry");
        assertThat(beside(kind(null, null, false, WORD), "mới", day, standing)).containsExactly("kind cv-entry-stands");
    }

    private static List<String> beside(CvKind kind, String word, LocalDate from, List<CvEntry> others) {
        return CvRules.beside(kind, Map.of("word", word), Period.since(from), others).stream()
                .map((Finding finding) -> finding.field() + " " + finding.code())
                .toList();
    }

    @Test
    void ofWhatIsHeldOnceTheLastThatBeganHolds() {
        CvEntry first = entry("trước", LocalDate.of(2010, 1, 1));
        CvEntry second = entry("sau", LocalDate.of(2020, 1, 1));

        assertThat(CvRules.holding(List.of(first, second), code -> kind("from", null, false, FROM)))
                .containsExactly(second);
        assertThat(CvRules.holding(List.of(first, second), code -> kind("from", null, true, FROM)))
                .containsExactly(first, second);
    }
}
