package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Owner;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Figures from facts: on a day, as believed at an instant, within the reader's scope, opening to their rows. */
class ProgrammeIT extends PlanRequests {

    private static final String PROGRAMMES = "/api/planning/programmes";
    private static final Owner OWNERS = new Owner(SERVICE);
    private static final String FIRST = "2026-11-20T01:00:00Z";
    private static final String SECOND = "2026-11-22T01:00:00Z";

    @Test
    void aFigureCountsWhatWasDecidedByTheDayAndOpensToIt() {
        Official one = published("Kiều Văn Đếm");
        decided(one, "2026-05-04", FIRST, null);
        String programme = recorded(appointments("TURNS"));

        await(() -> value(OFFICER, programme, "A1", "?asOf=2026-05-04") == 1);
        assertThat(value(OFFICER, programme, "A1", "?asOf=2026-05-03")).isZero();
        JsonNode row = as(OFFICER)
                .get(PROGRAMMES + "/" + programme + "/figures/A1/rows?asOf=2026-05-04")
                .body()
                .path("items")
                .path(0);
        assertThat(row.path("personName").asString()).isEqualTo("Kiều Văn Đếm");
        assertThat(row.path("number").asString()).isEqualTo("96-QĐ/ThU");
        assertThat(row.path("unitName").asString()).isEqualTo("Đơn vị 100");
        assertThat(as(OFFICER)
                        .get(PROGRAMMES + "/" + programme + "/figures/A9/rows")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatWasRescindedCountsOnlyAsItWasBelievedBefore() {
        Official one = published("Kiều Văn Hủy");
        decided(one, "2026-05-04", FIRST, SECOND);
        String programme = recorded(appointments("PERSONS"));

        await(() -> value(OFFICER, programme, "A1", "?knownAt=2026-11-21T00:00:00Z") == 1);
        assertThat(value(OFFICER, programme, "A1", "")).isZero();
        assertThat(value(OFFICER, programme, "A1", "?knownAt=2026-11-19T00:00:00Z"))
                .isZero();
    }

    @Test
    void theNextCommuneCountsNothingOfIt() {
        Official one = published("Kiều Văn Kề");
        decided(one, "2026-05-04", FIRST, null);
        String programme = recorded(appointments("TURNS"));

        await(() -> value(OFFICER, programme, "A1", "") == 1);
        assertThat(value(CLERK, programme, "A1", "")).isEqualTo(1);
        assertThat(value(OTHER_CLERK, programme, "A1", "")).isZero();
        assertThat(as(OTHER_CLERK)
                        .get(PROGRAMMES + "/" + programme + "/figures/A1/rows")
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void theReportTellsEverySentenceOfItsDayAndWhatIsBehindItWithinTheReadersScope() {
        Official one = published("Kiều Văn Báo");
        decided(one, "2026-05-04", FIRST, null);
        String programme = recorded(appointments("TURNS"));
        await(() -> value(OFFICER, programme, "A1", "") == 1);

        String report = report(OFFICER, programme, "?asOf=2026-05-04");

        assertThat(report)
                .contains("BÁO CÁO", "đến hết ngày 04/05/2026", "theo ranh giới đơn vị khi đó", "Kiều Văn Báo")
                .contains("96-QĐ/ThU", "Đếm lượt: mỗi lần có quyết định tính một lượt; 1 dòng.")
                .doesNotContain("{{", "[day]", "{value}");
        assertThat(report(OFFICER, programme, "?asOf=2026-05-03&basis=SUCCESSOR"))
                .contains("theo đơn vị kế thừa ngày nay", "không có dòng nào")
                .doesNotContain("Kiều Văn Báo");
        assertThat(report(OTHER_CLERK, programme, "")).doesNotContain("Kiều Văn Báo", "96-QĐ/ThU");
        assertThat(as(OFFICER)
                        .get(PROGRAMMES + "/" + UUID.randomUUID() + "/figures/document")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aStudyConcernsTheUnitInWhichItsPersonWasOnThatDay() {
        Official one = published("Kiều Văn Học");
        // A level that no other test here tells of.
        String level = "THEORY_BACHELOR";
        one.studies(level, "2026-05-04");
        published("Kiều Văn Sớm").studies(level, "2026-01-02");
        Map<String, Object> counting = new HashMap<>(Map.of("fact", "STUDY", "count", "PERSONS"));
        counting.put("levels", List.of(level));
        String programme = recorded(programme(List.of(indicator("A9", counting))));

        await(() -> value(OFFICER, programme, "A9", "") == 1);
        assertThat(value(OTHER_CLERK, programme, "A9", "")).isZero();
    }

    @Test
    void aDefinitionThatCannotBeReckonedIsRefusedAtItsPlace() {
        Map<String, Object> body = new HashMap<>(appointments("UNITS"));
        body.put("to", "2025-01-01");
        body.put("ownerUnitId", UUID.randomUUID().toString());

        Caller.Answer refused = record(OFFICER, body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fields())
                .containsExactlyInAnyOrder(
                        "to", "countedFrom", "ownerUnitId", "objectives[0].indicators[0].counting.unitTypes");
        Map<String, Object> unknown = new HashMap<>(Map.of("fact", "BALLOT", "count", "TURNS"));
        assertThat(record(OFFICER, programme(List.of(indicator("A1", unknown)))).status())
                .isEqualTo(400);
        assertThat(record(CLERK, appointments("TURNS")).status()).isEqualTo(403);
        Map<String, Object> twice = programme(List.of(
                indicator("A1", Map.of("fact", "DECISION", "count", "TURNS")),
                indicator("A1", Map.of("fact", "STUDY", "count", "TITLES"))));
        assertThat(record(OFFICER, twice).codes()).contains("indicator-code-twice", "studies-have-no-seat");
    }

    /** Takes the chair of this test by a decision, and is believed not to from an instant on. */
    private void decided(Official person, String signedOn, String recordedFrom, @Nullable String rescindedAt) {
        UUID id = UUID.randomUUID();
        Map<String, Object> issued = version(person, signedOn, "ISSUED", recordedFrom);
        List<Object> versions = new ArrayList<>(List.of(issued));
        if (rescindedAt != null) {
            issued.put("recordedTo", rescindedAt);
            versions.add(version(person, signedOn, "RESCINDED", rescindedAt));
        }
        OWNERS.send(
                "personnel.decision.v1",
                id.toString(),
                1,
                Map.of(
                        "decisionId",
                        id.toString(),
                        "revision",
                        1,
                        "recordedAt",
                        recordedFrom,
                        "because",
                        "issued",
                        "versions",
                        versions));
    }

    private Map<String, Object> version(Official person, String signedOn, String status, String recordedFrom) {
        return new HashMap<>(Map.of(
                "number",
                "96-QĐ/ThU",
                "signedOn",
                signedOn,
                "kind",
                "APPOINT",
                "authority",
                "DISTRICT_BTV",
                "status",
                status,
                "effects",
                List.of(Map.of(
                        "personId",
                        person.id.toString(),
                        "act",
                        "START",
                        "seatId",
                        chair.toString(),
                        "effectiveFrom",
                        signedOn)),
                "recordedFrom",
                recordedFrom));
    }

    private Map<String, Object> appointments(String count) {
        return programme(List.of(indicator(
                "A1",
                Map.of(
                        "fact",
                        "DECISION",
                        "count",
                        count,
                        "kinds",
                        List.of("APPOINT"),
                        "titles",
                        List.of(CHAIRMAN + code(chair))))));
    }

    /** Counted from the day on which the posts of this test's people stand in the tree that is told here. */
    private static Map<String, Object> programme(List<Map<String, Object>> indicators) {
        return Map.of(
                "number",
                "01-" + UUID.randomUUID(),
                "title",
                "Đề án thử",
                "issuedOn",
                "2026-01-05",
                "from",
                "2026-01-01",
                "to",
                "2030-12-31",
                "countedFrom",
                "2026-02-01",
                "ownerUnitId",
                COMMUNE.toString(),
                "coveredUnitIds",
                List.of(COMMUNE.toString()),
                "objectives",
                List.of(Map.of("name", Map.of("vi", "Mục tiêu", "en", "Objective"), "indicators", indicators)));
    }

    private static Map<String, Object> indicator(String code, Map<String, Object> counting) {
        return Map.of(
                "code", code, "sentence", Map.of("vi", "{value} lượt", "en", "{value} turns"), "counting", counting);
    }

    private Caller.Answer record(String username, Map<String, Object> body) {
        return as(username).ask("POST", PROGRAMMES, body, "Idempotency-Key", key());
    }

    private String recorded(Map<String, Object> body) {
        Caller.Answer answer = record(OFFICER, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    private int value(String username, String programme, String code, String query) {
        return as(username)
                .get(PROGRAMMES + "/" + programme + "/figures" + query)
                .body()
                .path("objectives")
                .path(0)
                .path("figures")
                .valueStream()
                .filter(figure -> figure.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .path("value")
                .asInt();
    }

    private String report(String account, String programme, String query) {
        byte[] file = as(account).file(PROGRAMMES + "/" + programme + "/figures/document" + query);
        byte[] pdf = as(account)
                .file(PROGRAMMES + "/" + programme + "/figures/document" + query, "Accept", "application/pdf");
        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
