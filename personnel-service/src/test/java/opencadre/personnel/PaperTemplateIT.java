package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.Grant;
import opencadre.kit.service.Caller;
import opencadre.personnel.document.SamplePapers;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Templates that users bring, try with somebody and put in force, two of them; and what is not taken. */
class PaperTemplateIT extends DecisionRequests {

    private static final String TEMPLATES = "/api/personnel/paper-templates";
    private static final String LEADER = "lanhdao.btc";
    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private final UUID unit = UUID.randomUUID();

    @BeforeEach
    void theLeaderMayPutThemInForce() {
        hold(LEADER, new Grant("PROV_ORG_LEADER", PROVINCE, List.of(), 0, LocalDate.of(2025, 1, 1), null));
    }

    @AfterEach
    void theHousesOwnIsInForceAgain() {
        is(OFFICER, null);
        is(LEADER, null);
        for (String kind : List.of("CV_TT06", "EXTRACT_LIST", "DECISION", "STATISTICS")) {
            if (kind(kind).has("inForce")) {
                assertThat(put(LEADER, kind, null).status()).isEqualTo(200);
            }
        }
    }

    private JsonNode kind(String kind) {
        return as(OFFICER)
                .get(TEMPLATES)
                .body()
                .path("kinds")
                .valueStream()
                .filter(each -> each.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] saying(String... paragraphs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            for (String paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            document.write(out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A sheet of one column. */
    private static byte[] sheet(String... cells) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("Biểu 1");
            for (String cell : cells) {
                sheet.createRow(sheet.getPhysicalNumberOfRows()).createCell(0).setCellValue(cell);
            }
            book.write(out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The first column of the first sheet. */
    private static List<String> column(byte[] file) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            List<String> cells = new ArrayList<>();
            book.getSheetAt(0).forEach(row -> cells.add(row.getCell(0).toString()));
            return cells;
        }
    }

    private static String text(byte[] file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText().strip();
        }
    }

    private Caller.Answer bring(String who, String kind, byte[] file) {
        return as(who).send(
                        TEMPLATES + "/" + kind + "/versions?note=th%E1%BB%AD&file=mau."
                                + (kind.equals("STATISTICS") ? "xlsx" : "docx"),
                        "application/octet-stream",
                        file);
    }

    private Caller.Answer put(String who, String kind, @Nullable String version) {
        Map<String, Object> body = new HashMap<>(Map.of("reason", "Mẫu mới của tỉnh"));
        if (version != null) {
            body.put("templateId", version);
        }
        return as(who).ask(
                        "PUT",
                        TEMPLATES + "/" + kind + "/in-force",
                        body,
                        "If-Match",
                        "\"" + kind(kind).path("revision").asLong() + "\"");
    }

    private String brought(String kind, byte[] file) {
        Caller.Answer answer = bring(OFFICER, kind, file);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    @Test
    void oneBringsAndTriesItAndAnotherPutsItInForceAndBack() throws IOException {
        establish(unit, COMMUNE, "Phòng Mẫu");
        String person = registered(OFFICER, "Ngô Thử Mẫu", unit);
        String version = brought("CV_TT06", saying("Mẫu của tỉnh: {{fullName}}, số {{fileNumber}}"));

        byte[] word = as(OFFICER).file(TEMPLATES + "/CV_TT06/versions/" + version + "/trial?person=" + person);
        byte[] pdf = as(OFFICER)
                .file(
                        TEMPLATES + "/CV_TT06/versions/" + version + "/trial?person=" + person,
                        "Accept",
                        "application/pdf");
        assertThat(text(word)).isEqualTo("Mẫu của tỉnh: NGÔ THỬ MẪU, số");
        assertThat(pdf).startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(auditEntries(person)).contains("tryPaperTemplate");
        assertThat(text(as(OFFICER).file(PEOPLE + "/" + person + "/cv-form"))).contains("06/2023");

        assertThat(put(OFFICER, "CV_TT06", version).codes()).containsExactly("own-template");
        Caller.Answer inForce = put(LEADER, "CV_TT06", version);
        assertThat(inForce.status()).as(inForce.body().toString()).isEqualTo(200);
        assertThat(put(LEADER, "CV_TT06", version).codes()).containsExactly("template-in-force");
        assertThat(text(as(OFFICER).file(PEOPLE + "/" + person + "/cv-form"))).startsWith("Mẫu của tỉnh: NGÔ THỬ MẪU");
        assertThat(text(as(OFFICER).file(TEMPLATES + "/CV_TT06/document"))).contains("{{fullName}}");
        assertThat(text(as(OFFICER).file(TEMPLATES + "/CV_TT06/document?own=true")))
                .contains("06/2023");
        JsonNode now = kind("CV_TT06");
        assertThat(now.path("inForce").asString()).isEqualTo(version);
        assertThat(now.path("versions").path(0).path("own").asBoolean()).isTrue();
        assertThat(now.path("versions").path(0).path("missing").valueStream().map(JsonNode::asString))
                .contains("{{managingUnit}}", "DEGREE [school]");
        assertThat(now.path("uses").path(0).path("putBy").asString()).isNotEmpty();

        assertThat(put(LEADER, "CV_TT06", null).status()).isEqualTo(200);
        assertThat(text(as(OFFICER).file(PEOPLE + "/" + person + "/cv-form"))).contains("06/2023");
        assertThat(put(LEADER, "CV_TT06", version).status()).isEqualTo(200);
    }

    @Test
    void twoAccountsOfOnePersonAreOneAlsoWhereThatBecomesKnownLater() {
        String version = brought("EXTRACT_LIST", saying("Danh sách: {{count}}"));
        String one = UUID.randomUUID().toString();
        is(OFFICER, one);
        is(LEADER, one);

        assertThatThrownBy(() -> asOwner("INSERT INTO paper_template_use (kind, revision, template_id, reason, put_by,"
                        + " put_by_name, put_hands, put_at) SELECT 'EXTRACT_LIST', 99, id, 'x', brought_by, 'x',"
                        + " ARRAY[brought_by], now() FROM paper_template WHERE id = '" + version + "'"))
                .hasStackTraceContaining("paper_template_four_eyes");
        assertThat(put(LEADER, "EXTRACT_LIST", version).codes()).containsExactly("own-template");
    }

    @Test
    void someoneOutOfReachIsNobodyAndADecisionIsTriedWithTheLatest() throws IOException {
        String version = brought("DECISION", saying("{{number}}", "{{?articles}}", "{{line}}", "{{/articles}}"));
        String trial = TEMPLATES + "/DECISION/versions/" + version + "/trial?person=";
        String person = registered(OFFICER, "Ngô Có Quyết Định", COMMUNE);

        assertThat(as(OFFICER).get(trial + person).codes()).containsExactly("template-no-decision");
        assertThat(draft(OFFICER, content("RETIRE", List.of(ending(person, mainPost(person)))))
                        .status())
                .isEqualTo(201);
        assertThat(text(as(OFFICER).file(trial + person))).contains("Điều 1", "Ngô Có Quyết Định");
        assertThat(as(OFFICER).get(trial + UUID.randomUUID()).status()).isEqualTo(404);
        hold(LEADER, new Grant("PROV_ORG_OFFICER", NEIGHBOUR, List.of(), 0, LocalDate.of(2025, 1, 1), null));
        assertThat(as(LEADER).get(trial + person).status()).isEqualTo(404);
        assertThat(as(CLERK).get(trial + person).status()).isEqualTo(403);
    }

    @Test
    void aTypoIsNamedWithItsPlaceAndNothingIsKept() {
        int before = kind("CV_TT06").path("versions").size();

        Caller.Answer typo = bring(OFFICER, "CV_TT06", saying("Họ và tên: {{fulName}}"));
        Caller.Answer open = bring(OFFICER, "DECISION", saying("{{?articles}}", "{{line}}"));

        assertThat(typo.status()).isEqualTo(422);
        assertThat(typo.codes()).containsExactly("template-unknown-place");
        assertThat(typo.body().toString()).contains("{{fulName}}", "Họ và tên");
        assertThat(open.codes()).containsExactly("template-block-not-closed");
        assertThat(kind("CV_TT06").path("versions").size()).isEqualTo(before);
    }

    @Test
    void anOfficialSheetIsTriedWithAUnitAndStatisticsArePrintedOnIt() throws IOException {
        establish(unit, COMMUNE, "=Phòng Biểu");
        registered(OFFICER, "Ngô Được Đếm", unit);
        String printed = "/api/personnel/statistics/workbook?unit=" + unit;
        String version = brought("STATISTICS", sheet("{{unit}}", "[name]: [TOTAL]", "{{TOTAL+SEX.FEMALE}}"));
        String trial = TEMPLATES + "/STATISTICS/versions/" + version + "/trial";

        assertThat(as(OFFICER).get(trial).fields()).containsExactly("unit");
        assertThat(as(OFFICER)
                        .get(TEMPLATES + "/DECISION/versions/" + version + "/trial?unit=" + unit)
                        .fields())
                .containsExactly("person");
        assertThat(as(OFFICER).get(trial + "?unit=" + UUID.randomUUID()).status())
                .isEqualTo(404);
        hold(LEADER, new Grant("PROV_ORG_OFFICER", NEIGHBOUR, List.of(), 0, LocalDate.of(2025, 1, 1), null));
        assertThat(as(LEADER).get(trial + "?unit=" + unit).status()).isEqualTo(404);
        theLeaderMayPutThemInForce();
        assertThat(as(OFFICER)
                        .ask("GET", trial + "?unit=" + unit, null, "Accept", "application/pdf")
                        .status())
                .isEqualTo(406);
        assertThat(column(as(OFFICER).file(trial + "?unit=" + unit)))
                .startsWith("=Phòng Biểu", "Tổng số: 1")
                .anyMatch(cell -> cell.startsWith("Mỗi người tính một lần"));
        assertThat(column(as(OFFICER).file(printed))).startsWith("=PHÒNG BIỂU");

        assertThat(put(OFFICER, "STATISTICS", version).codes()).containsExactly("own-template");
        assertThat(put(LEADER, "STATISTICS", version).status()).isEqualTo(200);
        assertThat(column(as(OFFICER).file(printed))).startsWith("=Phòng Biểu");
        assertThat(column(as(OFFICER).file(TEMPLATES + "/STATISTICS/document"))).startsWith("{{unit}}");
        assertThat(column(as(OFFICER).file(TEMPLATES + "/STATISTICS/document?own=true")))
                .startsWith("{{unitInCapitals}}");
        assertThat(kind("STATISTICS")
                        .path("versions")
                        .path(0)
                        .path("missing")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("notes", "AGE.TO_30", "before.TOTAL")
                .doesNotContain("TOTAL", "SEX.FEMALE");
        assertThat(put(LEADER, "STATISTICS", null).status()).isEqualTo(200);
        assertThat(column(as(OFFICER).file(printed))).startsWith("=PHÒNG BIỂU");
    }

    @Test
    void aSheetIsLookedAtAndIsOfItsKind() {
        Caller.Answer typo = bring(OFFICER, "STATISTICS", sheet("Nữ", "{{SEX.FEMAL}}"));

        assertThat(typo.codes()).containsExactly("template-unknown-place");
        assertThat(typo.body().toString()).contains("Biểu 1!A2");
        assertThat(bring(OFFICER, "STATISTICS", saying("{{unit}}")).codes()).contains("template-type-sheet");
        assertThat(bring(OFFICER, "DECISION", sheet("{{number}}")).codes()).contains("template-type");
        assertThat(bring(
                                OFFICER,
                                "STATISTICS",
                                SamplePapers.office(
                                        SHEET,
                                        Map.of(
                                                "xl/worksheets/sheet1.xml",
                                                "<worksheet><row><c><f>WEBSERVICE(A1)</f></c></row></worksheet>")))
                        .codes())
                .containsExactly("template-formula");
        assertThat(bring(OFFICER, "STATISTICS", SamplePapers.office(SHEET, Map.of("xl/connections.xml", "<a/>")))
                        .codes())
                .containsExactly("template-field");
    }

    @Test
    void whatIsHostileIsRefused() {
        assertThat(bring(OFFICER, "DECISION", new byte[0]).codes()).containsExactly("document-empty");
        assertThat(bring(OFFICER, "DECISION", SamplePapers.pdf("a")).codes()).contains("template-type");
        assertThat(bring(OFFICER, "DECISION", "MZ một chương trình".getBytes(StandardCharsets.UTF_8))
                        .codes())
                .containsExactly("template-type");
        assertThat(bring(
                                OFFICER,
                                "DECISION",
                                SamplePapers.office("application/vnd.ms-word.document.macroEnabled.main+xml", Map.of()))
                        .codes())
                .containsExactly("document-macros");
        assertThat(bring(
                                OFFICER,
                                "DECISION",
                                SamplePapers.office(
                                        WORD,
                                        Map.of(
                                                "word/_rels/settings.xml.rels",
                                                "<Relationships xmlns='r'><Relationship Id='a' TargetMode='External'"
                                                    + " Type='http://x/attachedTemplate' Target='http://127.0.0.1/a'/>"
                                                    + "</Relationships>")))
                        .codes())
                .containsExactly("document-active");
        assertThat(bring(
                                OFFICER,
                                "DECISION",
                                SamplePapers.office(
                                        WORD,
                                        Map.of(
                                                "word/document.xml",
                                                "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><d>&e;</d>")))
                        .codes())
                .contains("document-damaged");
        assertThat(bring(
                                OFFICER,
                                "DECISION",
                                SamplePapers.office(
                                        WORD,
                                        Map.of(
                                                "word/document.xml",
                                                "<w:document xmlns:w='w'>" + " ".repeat(30_000_000) + "</w:document>")))
                        .codes())
                .containsAnyOf("document-damaged", "template-not-filled");
        assertThat(bring(OFFICER, "DECISION", saying("{{@number}}")).codes()).containsExactly("template-sign");
        assertThat(bring(CLERK, "DECISION", saying("{{number}}")).status()).isEqualTo(403);
        assertThat(as(CLERK).get(TEMPLATES).status()).isEqualTo(200);
    }
}
