package opencadre.personnel.template.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import opencadre.kit.rule.Finding;
import opencadre.personnel.document.SamplePapers;
import opencadre.personnel.template.TemplateReader.Read;
import opencadre.personnel.template.rule.FoundPlace;
import opencadre.personnel.template.rule.PlacesOfForm;
import opencadre.personnel.template.rule.TemplateRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in a template, and what is said of it to whoever wrote it. */
class WordPlacesTest {

    private static final PlacesOfForm FORM = PlacesOfForm.of(
            Map.of(
                    "fullName", "",
                    "BIRTH_PLACE", Map.of("province", ""),
                    "articles", List.of(Map.of("line", "")),
                    "DEGREE", List.of(Map.of("school", "", "from", ""))),
            List.of("DEGREE"));

    private static Read read(String body) {
        return WordPlaces.read(
                SamplePapers.office(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                        Map.of(
                                "word/document.xml",
                                "<w:document xmlns:w='w' xmlns:o='o' xmlns:wp='wp'>" + body + "</w:document>")),
                FORM);
    }

    private static String paragraph(String... runs) {
        StringBuilder text = new StringBuilder("<w:p>");
        Stream.of(runs).forEach(run -> text.append("<w:r><w:t>").append(run).append("</w:t></w:r>"));
        return text.append("</w:p>").toString();
    }

    private static String row(String... cells) {
        StringBuilder text = new StringBuilder("<w:tr>");
        Stream.of(cells)
                .forEach(cell -> text.append("<w:tc>").append(paragraph(cell)).append("</w:tc>"));
        return text.append("</w:tr>").toString();
    }

    private static List<Finding> faults(String body) {
        Read read = read(body);
        assertThat(read.faults()).isEmpty();
        return TemplateRules.faults(read.places(), FORM);
    }

    @Test
    void whatTheFormKnowsIsFoundAlsoWhereWordCutItIntoRuns() {
        String body = paragraph("Họ tên: {{full", "Name}}, sinh tại {{BIRTH_PLACE.prov", "ince}}")
                + paragraph("{{?articles}}")
                + paragraph("{{line}}")
                + paragraph("{{/articles}}")
                + "<w:tbl>" + row("Trường{{DEGREE}}", "Từ") + row("[school]", "[from]") + row("[1]", "") + "</w:tbl>"
                + paragraph("[không phải chỗ điền]");

        assertThat(faults(body)).isEmpty();
        assertThat(read(body).places().stream().map(FoundPlace::name))
                .containsExactly(
                        "fullName", "BIRTH_PLACE.province", "articles", "line", "articles", "DEGREE", "school", "from");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(paragraph("Ông {{fulName}} sinh"), "template-unknown-place", "{{fulName}}"),
                Arguments.of(paragraph("{{BIRTH_PLACE}}"), "template-unknown-place", "{{BIRTH_PLACE}}"),
                Arguments.of(paragraph("{{line}}"), "template-unknown-place", "{{line}}"),
                Arguments.of(
                        "<w:tbl>" + row("{{DEGREE}}") + row("[scool]") + "</w:tbl>",
                        "template-unknown-place",
                        "[scool]"),
                Arguments.of(
                        paragraph("{{?articles}}") + paragraph("{{line}}"),
                        "template-block-not-closed",
                        "{{?articles}}"),
                Arguments.of(paragraph("{{/articles}}"), "template-block-not-opened", "{{/articles}}"),
                Arguments.of(
                        paragraph("{{?articles}}") + paragraph("{{fullName}}") + paragraph("{{/articles}}"),
                        "template-unknown-place",
                        "{{fullName}}"),
                Arguments.of(paragraph("{{@fullName}}"), "template-sign", "{{@fullName}}"),
                Arguments.of(paragraph("{{+fullName}}"), "template-sign", "{{+fullName}}"),
                Arguments.of(
                        "<w:tbl>" + row("{{DEGREE}}") + row("[@school]") + "</w:tbl>", "template-sign", "[@school]"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatItDoesNotKnowIsNamedWithTheWordsAroundIt(String body, String code, String written) {
        assertThat(faults(body)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.messages().vi()).contains(written);
            assertThat(finding.messages().en()).contains(written);
        });
    }

    static Stream<String> loading() {
        return Stream.of(
                "<w:p><w:r><w:instrText> INCLUDEPICTURE \"http://127.0.0.1/x.png\" </w:instrText></w:r></w:p>",
                "<w:p><w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO cmd \"/c"
                        + " calc\"</w:instrText></w:r></w:p>",
                "<w:p><w:fldSimple w:instr=' INCLUDETEXT \"file:///etc/passwd\" '/></w:p>",
                "<w:altChunk/>",
                "<w:p><w:r><w:object><o:OLEObject/></w:object></w:r></w:p>");
    }

    @ParameterizedTest
    @MethodSource("loading")
    void whatBringsInContentsFromElsewhereIsRefused(String body) {
        assertThat(read(body).faults().stream().map(Finding::code)).contains("template-field");
    }

    @Test
    void aPageNumberIsNoHarm() {
        assertThat(read("<w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>")
                        .faults())
                .isEmpty();
    }

    @Test
    void aPictureIsNoPlace() {
        assertThat(read("<w:p><wp:docPr descr='{{fullName}}'/></w:p>").faults().stream()
                        .map(Finding::code))
                .containsExactly("template-sign");
    }

    @Test
    void anEntityIsNotRead() {
        Read read = WordPlaces.read(
                SamplePapers.office(
                        "x",
                        Map.of(
                                "word/document.xml",
                                "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><w:p"
                                        + " xmlns:w='w'><w:t>&e;</w:t></w:p>")),
                FORM);

        assertThat(read.faults().stream().map(Finding::code)).containsExactly("document-damaged");
    }

    @Test
    void whatTheHousesOwnSaysAndThisOneDoesNotIsTold() {
        List<FoundPlace> own =
                read(paragraph("{{fullName}} {{BIRTH_PLACE.province}}")).places();

        assertThat(TemplateRules.missing(read(paragraph("{{fullName}}")).places(), own))
                .containsExactly("{{BIRTH_PLACE.province}}");
        assertThat(TemplateRules.ofTwoPeople(Set.of("a", "p"), Set.of("b", "p")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("own-template"));
        assertThat(TemplateRules.ofTwoPeople(Set.of("a"), Set.of("b"))).isEmpty();
    }
}
