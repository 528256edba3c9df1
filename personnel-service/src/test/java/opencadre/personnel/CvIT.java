package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Owner;
import opencadre.kit.service.Tokens;
import opencadre.local.Await;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** CVs over HTTP. */
class CvIT extends PersonRequests {

    private static final Map<String, Object> BIRTH_PLACE = entry(
            "BIRTH_PLACE", Map.of("commune", "Vinh Sơn", "district", "thị xã Sông Công", "province", "Thái Nguyên"));

    private static Map<String, Object> entry(String kind, Map<String, String> values) {
        return Map.of("kind", kind, "values", values);
    }

    @BeforeEach
    void signIn() {
        // What is restricted asks for a sign-in of the last minutes.
        Tokens.ofNewSession(OFFICER, "personnel");
    }

    /** Whoever may read and write a class: what is restricted is not for the officer of a unit. */
    private static String reader(String path) {
        return path.startsWith("restricted") || path.startsWith("full") ? OFFICER : CLERK;
    }

    private Caller.Answer add(String person, String list, long revision, Map<String, Object> body) {
        return as(reader(list))
                .ask(
                        "POST",
                        PEOPLE + "/" + person + "/" + list,
                        body,
                        "If-Match",
                        "\"" + revision + "\"",
                        "Idempotency-Key",
                        key());
    }

    private JsonNode read(String person, String list) {
        Caller.Answer answer = as(reader(list)).get(PEOPLE + "/" + person + "/" + list);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> kinds(JsonNode cv) {
        return cv.path("entries")
                .valueStream()
                .map(entry -> entry.path("kind").asString())
                .toList();
    }

    @Test
    void eachClassIsReadAndWrittenByItself() {
        String person = registered(CLERK, "Chu Văn Lý", COMMUNE);

        assertThat(add(person, "cv", 0, BIRTH_PLACE).etag()).isEqualTo("\"1\"");
        assertThat(add(person, "sensitive-cv", 1, entry("ETHNICITY", Map.of("ethnicity", "02")))
                        .etag())
                .isEqualTo("\"2\"");
        assertThat(add(person, "restricted-cv", 2, entry("ARREST", Map.of("from", "1980", "where", "Hỏa Lò")))
                        .status())
                .isEqualTo(422);
        assertThat(add(person, "restricted-cv", 2, entry("ARREST", Map.of("from", "2001", "where", "Hỏa Lò")))
                        .etag())
                .isEqualTo("\"3\"");

        assertThat(kinds(read(person, "cv"))).containsExactly("BIRTH_PLACE");
        assertThat(kinds(read(person, "sensitive-cv"))).containsExactly("ETHNICITY");
        assertThat(kinds(read(person, "restricted-cv"))).containsExactly("ARREST");
        assertThat(read(person, "cv").path("missing").valueStream().map(JsonNode::asString))
                .contains("NATIVE_PLACE", "DEGREE")
                .doesNotContain("BIRTH_PLACE", "ETHNICITY");
        Caller.Answer wrongClass = add(person, "cv", 3, entry("ETHNICITY", Map.of("ethnicity", "02")));
        assertThat(wrongClass.body().path("findings").path(0).path("code").asString())
                .isEqualTo("cv-unknown-kind");
        String sensitive =
                read(person, "sensitive-cv").path("entries").path(0).path("id").asString();
        assertThat(as(CLERK)
                        .ask(
                                "POST",
                                PEOPLE + "/" + person + "/cv/" + sensitive + "/void",
                                Map.of("reason", "nhầm nhóm"),
                                "If-Match",
                                "\"3\"",
                                "Idempotency-Key",
                                key())
                        .status())
                .isEqualTo(404);
        assertThat(auditEntries(person)).contains("addSensitiveCvEntry", "getRestrictedCv", "getCv");
    }

    @Test
    void whoeverMovesHouseLivedElsewhereBefore() {
        String person = registered(CLERK, "Chu Văn Nhà", COMMUNE);
        add(person, "cv", 0, entry("RESIDENCE", Map.of("address", "Tổ 3, phường Mỏ Chè", "since", "2010")));
        JsonNode moved = add(
                        person,
                        "cv",
                        1,
                        entry("RESIDENCE", Map.of("address", "Tổ 7, phường Bách Quang", "since", "2021-03-01")))
                .body();
        assertThat(kinds(moved)).containsExactly("RESIDENCE");
        String later = moved.path("entries").path(0).path("id").asString();

        assertThat(address(person, "?asOf=2021-02-28")).isEqualTo("Tổ 3, phường Mỏ Chè");
        assertThat(address(person, "?asOf=2021-03-01")).isEqualTo("Tổ 7, phường Bách Quang");
        Instant before =
                Instant.parse(moved.path("entries").path(0).path("recordedFrom").asString());

        Caller.Answer corrected = as(CLERK)
                .ask(
                        "PUT",
                        PEOPLE + "/" + person + "/cv/" + later,
                        Map.of(
                                "values",
                                Map.of("address", "Tổ 7, phường Bách Quang", "since", "2021-05-01"),
                                "reason",
                                "Theo sổ hộ khẩu"),
                        "If-Match",
                        "\"2\"");
        assertThat(corrected.status()).isEqualTo(200);
        assertThat(address(person, "?asOf=2021-04-01")).isEqualTo("Tổ 3, phường Mỏ Chè");
        assertThat(address(person, "?asOf=2021-04-01&knownAt=" + before)).isEqualTo("Tổ 7, phường Bách Quang");

        Caller.Answer voided = as(CLERK)
                .ask(
                        "POST",
                        PEOPLE + "/" + person + "/cv/" + later + "/void",
                        Map.of("reason", "Chưa từng chuyển"),
                        "If-Match",
                        "\"3\"",
                        "Idempotency-Key",
                        key());
        assertThat(voided.status()).isEqualTo(200);
        assertThat(address(person, "")).isEqualTo("Tổ 3, phường Mỏ Chè");
        JsonNode history = read(person, "cv/history");
        assertThat(history.path("items")).hasSize(3);
        assertThat(history.path("items")
                        .valueStream()
                        .map(item -> item.path("endedBecause").asString("")))
                .containsExactly("", "Theo sổ hộ khẩu", "Chưa từng chuyển");
    }

    private String address(String person, String query) {
        return read(person, "cv" + query)
                .path("entries")
                .path(0)
                .path("values")
                .path("address")
                .asString();
    }

    @Test
    void whatIsWrongIsNamedAtItsFieldAndNothingIsWritten() {
        String person = registered(CLERK, "Chu Văn Sai", COMMUNE);
        long before = count("SELECT (SELECT count(*) FROM cv_entry) + (SELECT count(*) FROM cv)");

        Caller.Answer answer = add(
                person,
                "cv",
                0,
                entry("DEGREE", Map.of("to", "2005-02-30", "school", "ĐH Nông Lâm", "mode", "CHINH_QUI", "bậc", "x")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()
                        .path("findings")
                        .valueStream()
                        .map(finding -> finding.path("field").asString() + " "
                                + finding.path("code").asString()))
                .containsExactly(
                        "values.bậc cv-unknown-field",
                        "values.to unreadable-partial-date",
                        "values.field required",
                        "values.mode cv-unknown-code",
                        "values.degree required");
        Caller.Answer secret = add(person, "cv", 0, entry("OTHER_NAME", Map.of("name", "Ba (TUYỆT MẬT)")));
        assertThat(secret.status()).isEqualTo(400);
        assertThat(secret.body().path("findings").path(0).path("field").asString())
                .isEqualTo("values.name");
        assertThat(add(person, "cv", 0, Map.of("kind", "OTHER_NAME")).status()).isEqualTo(400);
        assertThat(count("SELECT (SELECT count(*) FROM cv_entry) + (SELECT count(*) FROM cv)"))
                .isEqualTo(before);
    }

    @Test
    void aSecondPlaceOfBirthIsACorrection() {
        String person = registered(CLERK, "Chu Văn Sinh", COMMUNE);
        add(person, "cv", 0, BIRTH_PLACE);

        Caller.Answer second = add(person, "cv", 1, entry("BIRTH_PLACE", Map.of("province", "Bắc Kạn")));
        Caller.Answer stale = add(person, "cv", 0, entry("OTHER_NAME", Map.of("name", "Tư")));

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body().path("findings").path(0).path("code").asString())
                .isEqualTo("cv-entry-stands");
        assertThat(stale.status()).isEqualTo(412);
    }

    @Test
    void theNextCommuneSeesNothing() {
        String person = registered(CLERK, "Chu Văn Kín", COMMUNE);
        add(person, "cv", 0, BIRTH_PLACE);

        for (String list : List.of("cv", "sensitive-cv", "cv/history", "sensitive-cv/history")) {
            assertThat(as(OTHER_CLERK).get(PEOPLE + "/" + person + "/" + list).status())
                    .as(list)
                    .isEqualTo(404);
        }
        assertThat(as(CLERK).get(PEOPLE + "/" + person + "/restricted-cv").status())
                .isEqualTo(403);
        assertThat(as(OTHER_CLERK)
                        .ask(
                                "POST",
                                PEOPLE + "/" + person + "/cv",
                                entry("OTHER_NAME", Map.of("name", "Tư")),
                                "If-Match",
                                "\"1\"",
                                "Idempotency-Key",
                                key())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theCatalogueIsToldWithItsSources() {
        JsonNode catalogue = as(CLERK).get("/api/personnel/cv-catalogue").body();

        assertThat(catalogue
                        .path("kinds")
                        .valueStream()
                        .map(kind -> kind.path("code").asString()))
                .contains("BIRTH_PLACE", "FAMILY_MEMBER", "ARREST");
        assertThat(catalogue
                        .path("lists")
                        .valueStream()
                        .map(list -> list.path("list").asString()))
                .contains("ethnicity", "religion", "civil-rank");
    }

    @Test
    void theOfficialFormsAreFilledWithWhatEveryRecordKnows() throws IOException {
        String person = registered(CLERK, "Chu Văn Mẫu", COMMUNE);
        add(person, "cv", 0, BIRTH_PLACE);
        add(
                person,
                "cv",
                1,
                entry(
                        "DEGREE",
                        Map.of(
                                "to", "2005-06",
                                "school", "Trường Đại học Nông Lâm",
                                "field", "Quản lý đất đai",
                                "mode", "CHINH_QUY",
                                "degree", "DAI_HOC")));
        add(person, "sensitive-cv", 2, entry("ETHNICITY", Map.of("ethnicity", "18")));
        add(
                person,
                "sensitive-cv",
                3,
                entry("SALARY", Map.of("rank", "01.003", "step", "4", "coefficient", "3.33", "since", "2024-03")));
        add(
                person,
                "sensitive-cv",
                4,
                entry(
                        "FAMILY_MEMBER",
                        Map.of("relation", "BO", "name", "Chu Văn Cha", "birthYear", "1950", "residence", "Phổ Yên")));
        add(person, "restricted-cv", 5, entry("ARREST", Map.of("where", "Trại giam cũ")));
        verified(person, "Cao cấp lý luận chính trị");
        disciplined(person, 1);

        String tt06 = text(person, "cv-form?form=TT06");
        String tctw98 = text(person, "full-cv-form?form=TCTW98");

        assertThat(tt06)
                .contains("CHU VĂN MẪU", "Giới tính: Nam", "Vinh Sơn, thị xã Sông Công, Thái Nguyên", "Sán Dìu")
                .contains("Trường Đại học Nông Lâm", "06/2005", "Chính quy")
                .contains("Chuyên viên", "01.003", "Hệ số: 3,33", "Chu Văn Cha", "1950", "Phổ Yên")
                .contains(
                        "Công chức Văn phòng - Thống kê", "Phường Sông Công", "Cao cấp lý luận chính trị", "bản riêng")
                .contains(
                        "Cảnh cáo (kỷ luật hành chính)", "Chủ tịch UBND phường Sông Công", "Vi phạm kỷ luật phát ngôn")
                .doesNotContain("Trại giam cũ", "{{", "}}", "[from]", "null");
        assertThat(tctw98)
                .contains("CHU VĂN MẪU", "Trại giam cũ", "Lý luận chính trị: Cao cấp", "Chu Văn Cha")
                .contains("Tỉnh: Thái Nguyên", "Đại học (Quản lý đất đai, 2005)", "Ghi là công nhân, nông dân")
                .doesNotContain("{{", "}}", "[from]", "null", "bản riêng");
        assertThat(auditEntries(person)).contains("printCv", "printFullCv");
        for (String form : List.of("TT06", "TCTW98")) {
            byte[] file = as(CLERK).file(PEOPLE + "/" + person + "/cv-form?form=" + form, "Accept", "application/pdf");
            try (PDDocument pdf = Loader.loadPDF(file)) {
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains("CHU VĂN MẪU", "Trường Đại học")
                        .doesNotContain("{{", "Trại giam cũ");
            }
        }
        assertThat(as(OTHER_CLERK)
                        .get(PEOPLE + "/" + person + "/cv-form?form=TT06")
                        .status())
                .isEqualTo(404);
    }

    private void disciplined(String person, long revision) {
        assertThat(as(CLERK)
                        .ask(
                                "POST",
                                PEOPLE + "/" + person + "/disciplines",
                                Map.of(
                                        "form",
                                        "WARNING",
                                        "decidedOn",
                                        "2026-01-15",
                                        "track",
                                        "STATE",
                                        "authority",
                                        "Chủ tịch UBND phường Sông Công",
                                        "matter",
                                        "Vi phạm kỷ luật phát ngôn"),
                                "If-Match",
                                "\"" + revision + "\"",
                                "Idempotency-Key",
                                key())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aSpellThatWasTypedAndHasComeOnRecordSinceIsPrintedOnce() throws IOException {
        String person = registered(CLERK, "Chu Văn Đời", COMMUNE);
        int once = text(person, "cv-form?form=TT06").split("Công chức Văn phòng - Thống kê", -1).length;
        Map<String, String> known =
                Map.of("from", "2025-07", "unit", "phường Sông Công", "title", "Công chức Văn phòng - Thống kê");
        add(person, "cv", 0, entry("WORK_HISTORY", known));
        add(
                person,
                "cv",
                1,
                entry(
                        "WORK_HISTORY",
                        Map.of("from", "2009-09", "to", "2025-06", "unit", "UBND xã Bá Xuyên", "title", "Cán bộ")));

        String form = text(person, "cv-form?form=TT06");

        assertThat(form.split("Công chức Văn phòng - Thống kê", -1)).hasSize(once);
        assertThat(form).contains("UBND xã Bá Xuyên", "09/2009", "06/2025");
    }

    @Test
    void whoeverIsAppointedAnewHasBothDaysOnTheForm() throws IOException {
        String person = registered(CLERK, "Chu Văn Lại", COMMUNE);
        assertThat(text(person, "cv-form?form=TT06")).contains("nhiệm kỳ tiếp theo: .../.../......");
        String post = as(CLERK)
                .get(PEOPLE + "/" + person)
                .body()
                .path("assignments")
                .path(0)
                .path("id")
                .asString();
        Map<String, Object> held = new HashMap<>(Map.of(
                "unitId",
                COMMUNE.toString(),
                "title",
                "Công chức Văn phòng - Thống kê",
                "managementScope",
                "COMMUNE_PARTY_COMMITTEE",
                "validFrom",
                "2025-07-01",
                "validTo",
                "2026-07-01",
                "reason",
                "Hết thời hạn bổ nhiệm"));
        assertThat(as(CLERK)
                        .ask("PUT", PEOPLE + "/" + person + "/assignments/" + post, held, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        held.remove("validTo");
        held.remove("reason");
        held.put("validFrom", "2026-07-01");
        assertThat(addPost(CLERK, person, 2, held).status()).isEqualTo(201);

        assertThat(text(person, "cv-form?form=TT06"))
                .contains("phê chuẩn: 01/07/2025", "nhiệm kỳ tiếp theo: 01/07/2026");
    }

    @Test
    void aRankThatIsInNoListIsCalledByItsName() throws IOException {
        String person = registered(CLERK, "Chu Thị Ngạch", COMMUNE);
        Map<String, String> salary =
                new HashMap<>(Map.of("rank", "V.07.03.29", "step", "4", "coefficient", "3.33", "since", "2020-03"));
        add(person, "sensitive-cv", 0, entry("SALARY", salary));
        salary.putAll(Map.of("rank", "KHAC", "rankOther", "Di sản viên hạng III", "since", "2024-03"));
        add(person, "sensitive-cv", 1, entry("SALARY", salary));

        assertThat(text(person, "cv-form?form=TT06"))
                .contains("Di sản viên hạng III", "V.07.03.29")
                .doesNotContain("KHAC");
    }

    /** The school verifies a certificate of the person. */
    private void verified(String person, String name) {
        UUID certificate = UUID.randomUUID();
        try (Owner training = new Owner("personnel")) {
            training.send(
                    "training.certificate.v1",
                    certificate.toString(),
                    2,
                    Map.of(
                            "certificateId",
                            certificate.toString(),
                            "personId",
                            person,
                            "revision",
                            2,
                            "recordedAt",
                            "2026-11-20T01:00:00Z",
                            "because",
                            "verified",
                            "versions",
                            List.of(Map.of(
                                    "kind", "POLITICAL_THEORY",
                                    "level", "THEORY_ADVANCED",
                                    "name", name,
                                    "number", "CC-" + certificate,
                                    "issuer", "Học viện Chính trị khu vực I",
                                    "issuedOn", "2024-06",
                                    "state", "VERIFIED",
                                    "validFrom", "2024-06-01",
                                    "recordedFrom", "2026-11-20T01:00:00Z"))));
        }
        assertThat(Await.until(
                        Duration.ofSeconds(30),
                        () -> count("SELECT count(*) FROM certificate_copy WHERE certificate_id = ?", certificate)
                                == 1))
                .isTrue();
    }

    private String text(String person, String form) throws IOException {
        byte[] file = as(reader(form)).file(PEOPLE + "/" + person + "/" + form);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }
}
