package opencadre.kit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegulationsTest {

    private static final LocalDate CHANGE = LocalDate.of(2025, 10, 8);

    private static final String OLD = """
        {"number": "1-QĐ", "subject": {"vi": "Cũ", "en": "Old"}, "issuer": "Bộ", "issuedOn": null,
         "effectiveFrom": "2022-08-18", "effectiveTo": "2025-10-08", "replaces": [],
         "articles": [{"article": "18", "vi": "Điều kiện", "en": "Conditions"}],
         "parameters": [
          {"key": "limit.months", "value": 12, "unit": "months", "article": "18", "validFrom": "2022-08-18",
           "validTo": "2025-10-08", "confidence": "CONFIRMED", "source": "S1"}]}
        """;

    private static final String NEW = """
        {"number": "2-QĐ", "subject": {"vi": "Mới", "en": "New"}, "issuer": "Bộ", "issuedOn": "2025-10-08",
         "effectiveFrom": "2025-10-08", "effectiveTo": null, "replaces": ["1-QĐ"], "articles": [],
         "parameters": [
          {"key": "limit.months", "value": 24, "unit": "months", "article": null, "validFrom": "2025-10-08",
           "validTo": null, "confidence": "UNCONFIRMED", "source": "S2", "note": {"vi": "Báo", "en": "Press"}}]}
        """;

    private static Regulations of(String... files) {
        return Regulations.of(List.of(files).stream()
                .map(json -> RegulationFiles.read("planted.json", json))
                .toList());
    }

    @Test
    void aValueChangesOnTheDayTheRegulationDoes() {
        Regulations regulations = of(OLD, NEW);

        assertThat(regulations
                        .parameter("limit.months", CHANGE.minusDays(1))
                        .orElseThrow()
                        .number())
                .isEqualTo(12);
        assertThat(regulations.parameter("limit.months", CHANGE).orElseThrow().number())
                .isEqualTo(24);
        assertThat(regulations
                        .parameter("limit.months", CHANGE.plusDays(1))
                        .orElseThrow()
                        .number())
                .isEqualTo(24);
    }

    @Test
    void aValueSaysWhereItStandsAndHowCertainItIs() {
        Parameter before =
                of(OLD, NEW).parameter("limit.months", CHANGE.minusDays(1)).orElseThrow();
        Parameter after = of(OLD, NEW).parameter("limit.months", CHANGE).orElseThrow();

        assertThat(before.basis()).isEqualTo(new Basis("1-QĐ", "18", Confidence.CONFIRMED, "S1", null));
        assertThat(before.basis().citation()).isEqualTo("1-QĐ, 18");
        assertThat(after.basis())
                .isEqualTo(new Basis("2-QĐ", null, Confidence.UNCONFIRMED, "S2", new Bilingual("Báo", "Press")));
    }

    @Test
    void anUnknownKeyAndADayForWhichNothingWasReadHaveNoAnswer() {
        assertThat(of(OLD, NEW).parameter("limit.days", CHANGE)).isEmpty();
        assertThat(of(OLD).parameter("limit.months", LocalDate.of(2022, 8, 17))).isEmpty();
        assertThat(of(OLD).parameter("limit.months", LocalDate.of(2022, 8, 18))).isPresent();
        assertThat(of(OLD).parameter("limit.months", CHANGE)).isEmpty();
    }

    @Test
    void oneAmendmentTakesThePlaceOfTheRegulationOfItsNumber() {
        Regulation amended = RegulationFiles.read("amended.json", NEW.replace("24", "30"));

        assertThat(of(OLD, NEW)
                        .with(amended)
                        .parameter("limit.months", CHANGE)
                        .orElseThrow()
                        .number())
                .isEqualTo(30);
    }

    @Test
    void refusesPeriodsOfOneKeyThatOverlap() {
        String early = NEW.replace("\"effectiveFrom\": \"2025-10-08\"", "\"effectiveFrom\": \"2025-10-07\"")
                .replace("\"validFrom\": \"2025-10-08\"", "\"validFrom\": \"2025-10-07\"");

        assertThatThrownBy(() -> of(OLD, early))
                .hasMessageContaining("limit.months overlaps: 1-QĐ [2022-08-18,2025-10-08) and 2-QĐ [2025-10-07,)");
    }

    @Test
    void refusesOneNumberTwice() {
        assertThatThrownBy(() -> of(OLD, OLD)).hasMessageContaining("1-QĐ stands there twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"confidence\": \"CONFIRMED\" | \"confidence\": \"SURE\" | unknown confidence SURE",
                "\"validTo\": \"2025-10-08\" | \"validTo\": \"2025-02-30\" | validTo: no such day: 2025-02-30",
                "\"validFrom\": \"2022-08-18\" | \"validFrom\": null | validFrom: a day is missing",
                "\"value\": 12 | \"value\": 12.5 | value: neither a whole number",
                "\"source\": \"S1\" | \"source\": \"\" | source: a text is missing",
                "\"subject\": {\"vi\": \"Cũ\" | \"subject\": {\"vu\": \"Cũ\" | subject.vi: a text is missing"
            })
    void refusesABrokenFileAndSaysWhere(String right, String planted, String said) {
        assertThat(OLD).contains(right);

        assertThatThrownBy(() -> of(OLD.replace(right, planted)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("planted.json")
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"article\": \"18\", \"validFrom\" | \"article\": \"19\", \"validFrom\" | article 19, which is not"
                        + " listed",
                "\"validTo\": \"2025-10-08\" | \"validTo\": \"2022-08-18\" | limit.months of 1-QĐ ends before it"
                        + " begins",
                "\"validTo\": \"2025-10-08\" | \"validTo\": null | holds on days on which the regulation does not",
                "\"validFrom\": \"2022-08-18\" | \"validFrom\": \"2022-08-17\" | holds on days on which the regulation"
                        + " does not",
                "\"effectiveTo\": \"2025-10-08\" | \"effectiveTo\": \"2022-08-18\" | 1-QĐ ends before it begins"
            })
    void refusesWhatContradictsItself(String right, String planted, String said) {
        assertThat(OLD).contains(right);

        assertThatThrownBy(() -> of(OLD.replace(right, planted)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @Test
    void aValueIsNotReadAsWhatItIsNot() {
        Parameter months =
                of(OLD).parameter("limit.months", CHANGE.minusDays(1)).orElseThrow();

        assertThatThrownBy(months::isYes).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(months::share).isInstanceOf(IllegalStateException.class);
    }
}
