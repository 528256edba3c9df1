package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import opencadre.kit.access.Access;
import opencadre.kit.service.Caller;
import opencadre.personnel.document.SamplePapers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Officials ask for changes of their own CV, and whoever keeps it decides. */
class DeclarationIT extends PersonRequests {

    private static final String OFFICIAL = "quyhoach.tinh";
    private static final String WORK = "/api/personnel/work-items?limit=200";
    private static final String DEGREE = "kind=VAN_BANG&title=B%E1%BA%B1ng&file=bang.pdf";
    private static final Map<String, String> AT_TEN = Map.of("address", "Tổ 10, phường Sông Công", "since", "2024-03");

    private String person = "";

    @BeforeEach
    void anOfficialWhoSeesTheirOwnRecord() {
        person = registered(CLERK, "Khổng Văn Khai", COMMUNE);
        grantOwnRecord(OFFICIAL, COMMUNE, person);
    }

    @AfterEach
    void nobodysAccount() {
        hold(OFFICIAL);
        is(CLERK, null);
    }

    private Caller.Answer declare(String list, Map<String, Object> body) {
        return as(OFFICIAL).ask("POST", PEOPLE + "/" + person + "/" + list, body, "Idempotency-Key", key());
    }

    private Caller.Answer declare(Map<String, Object> body) {
        return declare("declarations", body);
    }

    private static Map<String, Object> adding(String kind, Map<String, String> values) {
        return Map.of("act", "ADD", "kind", kind, "values", values, "document", "Sổ hộ khẩu số 12");
    }

    private Caller.Answer decide(String username, JsonNode declaration, boolean accepted, @Nullable String reason) {
        return decide(username, "declarations", declaration, accepted, reason);
    }

    private Caller.Answer decide(
            String username, String list, JsonNode declaration, boolean accepted, @Nullable String reason) {
        Map<String, Object> body = new HashMap<>(Map.of("accepted", accepted));
        if (reason != null) {
            body.put("reason", reason);
        }
        return as(username)
                .ask(
                        "POST",
                        at(list, declaration) + "/decide",
                        body,
                        "If-Match",
                        "\"" + declaration.path("revision").asLong() + "\"",
                        "Idempotency-Key",
                        key());
    }

    private Caller.Answer withdraw(String username, JsonNode declaration) {
        return as(username)
                .ask(
                        "POST",
                        at("declarations", declaration) + "/withdraw",
                        null,
                        "If-Match",
                        "\"" + declaration.path("revision").asLong() + "\"",
                        "Idempotency-Key",
                        key());
    }

    private String at(String list, JsonNode declaration) {
        return PEOPLE + "/" + person + "/" + list + "/" + declaration.path("id").asString();
    }

    private JsonNode cv(String list) {
        return as(CLERK).get(PEOPLE + "/" + person + "/" + list).body();
    }

    private static String finding(Caller.Answer answer) {
        JsonNode finding = answer.body().path("findings").path(0);
        return finding.path("field").asString("") + " " + finding.path("code").asString("");
    }

    private List<String> waiting(String username) {
        return as(username)
                .get(WORK)
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("type").asString().equals("DECLARATION_TO_DECIDE"))
                .filter(item -> item.path("personId").asString().equals(person))
                .map(item -> item.path("subject").asString())
                .toList();
    }

    private Caller.Answer offer(String username, JsonNode declaration, String said, byte[] file) {
        return as(username)
                .send(
                        PEOPLE + "/" + person + "/offered-documents?declarationId="
                                + declaration.path("id").asString() + "&" + said,
                        "application/octet-stream",
                        file);
    }

    private JsonNode papers(String username, String list) {
        return as(username).get(PEOPLE + "/" + person + "/" + list).body().path("items");
    }

    private JsonNode aDegree() {
        Caller.Answer declared = declare(adding(
                "DEGREE",
                Map.of(
                        "to", "2005-06",
                        "school", "Trường Đại học Nông Lâm",
                        "field", "Luật",
                        "mode", "CHINH_QUY",
                        "degree", "DAI_HOC")));
        assertThat(declared.status()).as(declared.body().toString()).isEqualTo(201);
        return declared.body();
    }

    @Test
    void aPaperThatIsOfferedIsOfTheDossierOnceWhatItProvesIsAccepted() {
        JsonNode declared = aDegree();
        byte[] scan = SamplePapers.pdf("Bằng " + person);
        Caller.Answer offered = offer(OFFICIAL, declared, DEGREE, scan);

        assertThat(offered.status()).as(offered.body().toString()).isEqualTo(201);
        String id = offered.body().path("id").asString();
        assertThat(papers(CLERK, "documents")).isEmpty();
        assertThat(as(CLERK)
                        .get(PEOPLE + "/" + person + "/documents/" + id + "/content")
                        .status())
                .isEqualTo(404);
        for (String username : List.of(OFFICIAL, CLERK)) {
            assertThat(papers(username, "offered-documents")
                            .path(0)
                            .path("declarationId")
                            .asString())
                    .isEqualTo(declared.path("id").asString());
            assertThat(as(username).file(PEOPLE + "/" + person + "/offered-documents/" + id + "/content"))
                    .isEqualTo(scan);
        }
        assertThat(as(OTHER_CLERK)
                        .get(PEOPLE + "/" + person + "/offered-documents")
                        .status())
                .isEqualTo(404);
        assertThat(as(OTHER_CLERK)
                        .get(PEOPLE + "/" + person + "/offered-documents/" + id + "/content")
                        .status())
                .isEqualTo(404);
        assertThat(offer(CLERK, declared, DEGREE, SamplePapers.pdf("khác")).status())
                .isEqualTo(403);

        Caller.Answer accepted = decide(CLERK, declared, true, null);
        assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(200);

        JsonNode paper = papers(CLERK, "documents").path(0);
        assertThat(paper.path("id").asString()).isEqualTo(id);
        assertThat(paper.path("fact").asString()).isEqualTo("CV_ENTRY");
        assertThat(paper.path("factId").asString())
                .isEqualTo(accepted.body().path("entryId").asString());
        assertThat(as(CLERK).file(PEOPLE + "/" + person + "/documents/" + id + "/content"))
                .isEqualTo(scan);
        assertThat(finding(offer(OFFICIAL, declared, DEGREE, SamplePapers.pdf("muộn"))))
                .isEqualTo(" declaration-ended");
    }

    private Caller.Answer declareIdentity(Map<String, String> values) {
        return declare(
                Map.of("act", "CORRECT", "entryId", person, "values", values, "document", "Giấy khai sinh số 12"));
    }

    private JsonNode identity() {
        return as(CLERK).get(PEOPLE + "/" + person).body().path("identity");
    }

    @Test
    void aBirthThatIsWrongIsDeclaredAndCorrectedOnceItIsAccepted() {
        String before = identity().path("birth").asString();
        Caller.Answer declared = declareIdentity(Map.of("birth", "1979-03"));

        assertThat(declared.status()).as(declared.body().toString()).isEqualTo(201);
        assertThat(declared.body().path("kind").asString()).isEqualTo("IDENTITY");
        assertThat(declared.body().path("standing").path("values").path("birth").asString())
                .isEqualTo(before);
        assertThat(identity().path("birth").asString()).isEqualTo(before);
        assertThat(waiting(CLERK)).hasSize(1);
        assertThat(as(OTHER_CLERK).get(at("declarations", declared.body())).status())
                .isIn(403, 404, 405);

        Caller.Answer accepted = decide(CLERK, declared.body(), true, null);

        assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(200);
        assertThat(identity().path("birth").asString()).isEqualTo("1979-03");
        assertThat(identity().path("fullName").asString()).isEqualTo("Khổng Văn Khai");
        assertThat(auditEntries(person)).contains("declareCvChange", "decideCvDeclaration");
    }

    @Test
    void whatCannotBeOfAnIdentityIsToldToWhoeverDeclaresIt() {
        assertThat(finding(declareIdentity(Map.of("birth", "1979-02-31"))))
                .isEqualTo("values.birth declared-birth-no-date");
        assertThat(finding(declareIdentity(Map.of("birth", "2999")))).isEqualTo("values.birth birth-out-of-range");
        assertThat(finding(declareIdentity(Map.of("fullName", "<b>")))).isEqualTo("values.fullName not-a-name");
        assertThat(finding(declareIdentity(Map.of("sex", "X")))).isEqualTo("values.sex declared-sex-unknown");
        assertThat(finding(declareIdentity(Map.of("fullName", "Khổng Văn Khai"))))
                .isEqualTo(" cv-same-entry");
        assertThat(finding(declareIdentity(Map.of("idNumber", "1")))).isEqualTo("values.idNumber cv-unknown-field");
        assertThat(finding(declare(Map.of("act", "VOID", "entryId", person, "note", "không cần"))))
                .isEqualTo("act declaration-keeps-the-identity");
        assertThat(finding(declare(
                        "sensitive-declarations",
                        Map.of("act", "CORRECT", "entryId", person, "values", Map.of("birth", "1979")))))
                .isEqualTo("entryId unknown-entry");
    }

    @Test
    void anIdentityThatWasCorrectedMeanwhileIsNotAcceptedUnseen() {
        JsonNode declared = declareIdentity(Map.of("birth", "1979-03")).body();
        Caller.Answer corrected = as(CLERK)
                .ask(
                        "PUT",
                        PEOPLE + "/" + person + "/identity",
                        Map.of(
                                "fullName",
                                "Khổng Văn Khải",
                                "sex",
                                "MALE",
                                "birth",
                                "1980",
                                "reason",
                                "Theo giấy khai sinh"),
                        "If-Match",
                        "\""
                                + as(CLERK)
                                        .get(PEOPLE + "/" + person)
                                        .body()
                                        .path("revision")
                                        .asLong() + "\"");
        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);

        assertThat(listed(declared).path("changedSince").asBoolean()).isTrue();
        assertThat(finding(decide(CLERK, declared, true, null)))
                .isEqualTo("accepted declaration-of-what-was-changed-since");
        assertThat(identity().path("birth").asString()).isEqualTo("1980");
        assertThat(decide(CLERK, declared, false, "Đã sửa rồi").status()).isEqualTo(200);
    }

    private JsonNode listed(JsonNode declaration) {
        return papers(CLERK, "declarations")
                .valueStream()
                .filter(each -> each.path("id").equals(declaration.path("id")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsReturnedLeavesNoPaperInTheDossier() {
        JsonNode declared = aDegree();
        assertThat(offer(OFFICIAL, declared, DEGREE, SamplePapers.pdf("Bằng " + person))
                        .status())
                .isEqualTo(201);

        assertThat(decide(CLERK, declared, false, "Ảnh mờ, hãy quét lại").status())
                .isEqualTo(200);

        assertThat(papers(CLERK, "documents")).isEmpty();
        assertThat(papers(CLERK, "offered-documents")).hasSize(1);
    }

    @Test
    void whatIsOfferedProvesWhatIsDeclaredIsSafeAndNotTooMuch() {
        JsonNode declared = aDegree();

        assertThat(finding(offer(OFFICIAL, declared, DEGREE.replace("VAN_BANG", "NOPE"), SamplePapers.pdf("a"))))
                .isEqualTo("kind document-unknown-kind");
        assertThat(finding(offer(OFFICIAL, declare(adding("RESIDENCE", AT_TEN)).body(), DEGREE, SamplePapers.pdf("a"))))
                .isEqualTo("kind document-proves-other");
        assertThat(finding(offer(OFFICIAL, declared, DEGREE, SamplePapers.pdfWithScript())))
                .isEqualTo("content document-active");
        assertThat(finding(offer(OFFICIAL, declared, DEGREE + "&number=(M%E1%BA%ACT)", SamplePapers.pdf("a"))))
                .isEqualTo("number secrecy-mark");
        byte[] first = SamplePapers.pdf("tờ đầu");
        assertThat(offer(OFFICIAL, declared, DEGREE, first).status()).isEqualTo(201);
        assertThat(finding(offer(OFFICIAL, declared, DEGREE, first))).isEqualTo("content document-already-there");
        for (int i = 1; i < 5; i++) {
            assertThat(offer(OFFICIAL, declared, DEGREE, SamplePapers.pdf("tờ " + i))
                            .status())
                    .isEqualTo(201);
        }
        assertThat(finding(offer(OFFICIAL, declared, DEGREE, SamplePapers.pdf("tờ 6"))))
                .isEqualTo(" offers-too-many");
        assertThat(papers(OFFICIAL, "offered-documents")).hasSize(5);
    }

    @Test
    void whatIsDeclaredChangesNothingUntilItIsAccepted() {
        Caller.Answer declared = declare(adding("RESIDENCE", AT_TEN));
        assertThat(declared.status()).isEqualTo(201);
        assertThat(declared.etag()).isEqualTo("\"1\"");
        assertThat(declared.body().path("state").asString()).isEqualTo("WAITING");
        assertThat(cv("cv").path("entries")).isEmpty();
        assertThat(waiting(CLERK)).containsExactly("Lý lịch, thông tin cá nhân");
        assertThat(waiting(OFFICER)).hasSize(1);
        assertThat(waiting(OTHER_CLERK)).isEmpty();

        Caller.Answer accepted = decide(CLERK, declared.body(), true, null);

        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.body().path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(accepted.body().path("decidedBy").asString()).isNotEmpty();
        JsonNode entry = cv("cv").path("entries").path(0);
        assertThat(entry.path("values").path("address").asString()).isEqualTo("Tổ 10, phường Sông Công");
        assertThat(entry.path("document").asString()).isEqualTo("Sổ hộ khẩu số 12");
        assertThat(entry.path("reason").asString()).isEqualTo("Theo kê khai của cán bộ");
        assertThat(entry.path("id").asString())
                .isEqualTo(accepted.body().path("entryId").asString());
        assertThat(waiting(CLERK)).isEmpty();
        assertThat(decide(CLERK, accepted.body(), true, null).status()).isEqualTo(422);
        assertThat(decide(CLERK, declared.body(), true, null).status()).isEqualTo(412);
        assertThat(auditEntries(person)).contains("declareCvChange", "decideCvDeclaration");
    }

    @Test
    void anEntryIsPutRightOrTakenBackAsItWasDeclared() {
        String entry = decide(CLERK, declare(adding("RESIDENCE", AT_TEN)).body(), true, null)
                .body()
                .path("entryId")
                .asString();
        Map<String, Object> moved = Map.of(
                "act",
                "CORRECT",
                "entryId",
                entry,
                "values",
                Map.of("address", "Tổ 11, phường Sông Công", "since", "2024-03"),
                "note",
                "Ghi nhầm số tổ");

        Caller.Answer declared = declare(moved);

        assertThat(declared.status()).as(declared.body().toString()).isEqualTo(201);
        assertThat(declared.body().path("kind").asString()).isEqualTo("RESIDENCE");
        assertThat(declared.body()
                        .path("standing")
                        .path("values")
                        .path("address")
                        .asString())
                .isEqualTo("Tổ 10, phường Sông Công");
        assertThat(decide(CLERK, declared.body(), true, "Đã đối chiếu sổ").status())
                .isEqualTo(200);
        assertThat(cv("cv").path("entries")
                        .path(0)
                        .path("values")
                        .path("address")
                        .asString())
                .isEqualTo("Tổ 11, phường Sông Công");

        Caller.Answer gone = declare(Map.of("act", "VOID", "entryId", entry, "note", "Chưa từng ở đó"));
        assertThat(decide(CLERK, gone.body(), true, null).status()).isEqualTo(200);
        assertThat(cv("cv").path("entries")).isEmpty();
        assertThat(cv("cv/history").path("items")).hasSize(2);
    }

    @Test
    void whatWasChangedMeanwhileIsNotAcceptedUnseen() {
        String entry = decide(CLERK, declare(adding("RESIDENCE", AT_TEN)).body(), true, null)
                .body()
                .path("entryId")
                .asString();
        JsonNode declared = declare(Map.of("act", "VOID", "entryId", entry, "note", "Chưa từng ở đó"))
                .body();
        assertThat(as(CLERK)
                        .ask(
                                "PUT",
                                PEOPLE + "/" + person + "/cv/" + entry,
                                Map.of("values", AT_TEN, "reason", "Đối chiếu lại"),
                                "If-Match",
                                "\"1\"")
                        .status())
                .isEqualTo(200);

        assertThat(as(CLERK)
                        .get(PEOPLE + "/" + person + "/declarations")
                        .body()
                        .path("items")
                        .path(0)
                        .path("changedSince")
                        .asBoolean())
                .isTrue();
        assertThat(finding(decide(CLERK, declared, true, null)))
                .isEqualTo("accepted declaration-of-what-was-changed-since");
        assertThat(finding(decide(CLERK, declared, false, null))).isEqualTo("reason required");
        Caller.Answer returned = decide(CLERK, declared, false, "Mục đã được đối chiếu lại");
        assertThat(returned.body().path("state").asString()).isEqualTo("RETURNED");
        assertThat(as(OFFICIAL)
                        .get(PEOPLE + "/" + person + "/declarations")
                        .body()
                        .path("items")
                        .path(0)
                        .path("answer")
                        .asString())
                .isEqualTo("Mục đã được đối chiếu lại");
        assertThat(cv("cv").path("entries")).hasSize(1);
    }

    @Test
    void whatIsWrongIsToldToWhoeverDeclaresItAndNothingWaits() {
        long before = count("SELECT (SELECT count(*) FROM declaration) + (SELECT count(*) FROM declaration_content)");

        assertThat(finding(declare(adding("RESIDENCE", Map.of("address", "Tổ 1", "since", "31/02/2024")))))
                .isEqualTo("values.since unreadable-partial-date");
        assertThat(finding(declare(adding("ETHNICITY", Map.of("ethnicity", "02")))))
                .isEqualTo("kind cv-unknown-kind");
        assertThat(finding(declare(adding("KHÔNG CÓ", Map.of("x", "y"))))).isEqualTo("kind cv-unknown-kind");
        assertThat(finding(declare(Map.of("act", "CORRECT", "entryId", key(), "values", AT_TEN))))
                .isEqualTo("entryId unknown-entry");
        assertThat(finding(declare(Map.of("act", "VOID", "entryId", key())))).isEqualTo("note required");
        assertThat(finding(declare(Map.of("act", "CORRECT", "kind", "RESIDENCE", "values", AT_TEN))))
                .isEqualTo("entryId required");
        assertThat(declare(adding("RESIDENCE", Map.of("address", "Tổ 1 (TUYỆT MẬT)", "since", "2024")))
                        .status())
                .isEqualTo(400);
        assertThat(declare(Map.of("act", "GIFT")).status()).isEqualTo(400);
        assertThat(count("SELECT (SELECT count(*) FROM declaration) + (SELECT count(*) FROM declaration_content)"))
                .isEqualTo(before);
    }

    @Test
    void nobodyDeclaresForAnotherAndNobodyDecidesOnTheirOwn() {
        JsonNode declared = declare(adding("RESIDENCE", AT_TEN)).body();
        String colleague = registered(CLERK, "Khổng Thị Khác", COMMUNE);
        assertThat(as(OFFICIAL)
                        .ask(
                                "POST",
                                PEOPLE + "/" + colleague + "/declarations",
                                adding("RESIDENCE", AT_TEN),
                                "Idempotency-Key",
                                key())
                        .status())
                .isEqualTo(404);
        assertThat(as(CLERK)
                        .ask(
                                "POST",
                                PEOPLE + "/" + person + "/declarations",
                                adding("RESIDENCE", AT_TEN),
                                "Idempotency-Key",
                                key())
                        .status())
                .isEqualTo(403);
        assertThat(decide(OFFICIAL, declared, true, null).status()).isEqualTo(403);
        assertThat(decide(OTHER_CLERK, declared, true, null).status()).isEqualTo(404);
        assertThat(withdraw(CLERK, declared).status()).isEqualTo(403);

        is(CLERK, person);
        assertThat(finding(decide(CLERK, declared, true, null))).isEqualTo(" own-affair");
        assertThat(waiting(CLERK)).isEmpty();
        assertThat(waiting(OFFICER)).hasSize(1);
    }

    @Test
    void theDatabaseKeepsTheTwoApartToo() {
        JsonNode declared = declare(adding("RESIDENCE", AT_TEN)).body();
        String id = declared.path("id").asString();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> asOwner("UPDATE declaration SET state = 'ACCEPTED', decided_by = 'X', decided_at = now(),"
                                + " deciders = authors WHERE id = '" + id + "'")))
                .hasMessageContaining("declaration_four_eyes");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> asOwner("UPDATE declaration SET state = 'ACCEPTED', decided_by = 'X', decided_at = now(),"
                                + " deciders = ARRAY[person_id::text] WHERE id = '" + id + "'")))
                .hasMessageContaining("declaration_four_eyes");
    }

    @Test
    void whatIsSensitiveWaitsBehindItsOwnDoor() {
        Caller.Answer declared = declare("sensitive-declarations", adding("ETHNICITY", Map.of("ethnicity", "02")));
        assertThat(declared.status()).isEqualTo(201);
        assertThat(as(OFFICIAL)
                        .ask("GET", PEOPLE + "/" + person + "/sensitive-declarations", null, Access.PURPOSE, "")
                        .status())
                .isEqualTo(400);
        assertThat(as(CLERK).get(PEOPLE + "/" + person + "/declarations").body().path("items"))
                .isEmpty();
        assertThat(waiting(CLERK)).containsExactly("Lý lịch, thông tin nhạy cảm");
        assertThat(decide(CLERK, "declarations", declared.body(), true, null).status())
                .isEqualTo(404);

        assertThat(decide(CLERK, "sensitive-declarations", declared.body(), true, null)
                        .status())
                .isEqualTo(200);
        assertThat(cv("sensitive-cv").path("entries").path(0).path("kind").asString())
                .isEqualTo("ETHNICITY");
    }

    @Test
    void whatIsNoLongerWantedIsWithdrawnAndStays() {
        JsonNode declared = declare(adding("RESIDENCE", AT_TEN)).body();

        Caller.Answer withdrawn = withdraw(OFFICIAL, declared);

        assertThat(withdrawn.body().path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(waiting(CLERK)).isEmpty();
        assertThat(finding(decide(CLERK, withdrawn.body(), true, null))).isEqualTo(" declaration-ended");
        assertThat(as(OFFICIAL)
                        .get(PEOPLE + "/" + person + "/declarations")
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void theyArePagedNewestFirst() {
        IntStream.range(1, 4).forEach(i -> declare(adding("OTHER_NAME", Map.of("name", "Khổng Tên " + i))));
        String path = PEOPLE + "/" + person + "/declarations?limit=2";

        Caller.Answer first = as(CLERK).get(path);
        Caller.Answer second =
                as(CLERK).get(path + "&cursor=" + first.body().path("next").asString());

        assertThat(names(first)).containsExactly("Khổng Tên 3", "Khổng Tên 2");
        assertThat(names(second)).containsExactly("Khổng Tên 1");
        assertThat(second.body().has("next")).isFalse();
    }

    private static List<String> names(Caller.Answer page) {
        return page.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("values").path("name").asString())
                .toList();
    }
}
