package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.kit.access.Access;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Servers;
import opencadre.kit.service.Tokens;
import opencadre.personnel.document.SamplePapers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The papers of a dossier over HTTP, and how they lie in the database. */
class DocumentIT extends PersonRequests {

    private static final String BINARY = "application/octet-stream";
    private static final Map<String, Object> DEGREE = Map.of(
            "kind",
            "DEGREE",
            "values",
            Map.of(
                    "to", "2005-06",
                    "school", "Trường Đại học Nông Lâm",
                    "field", "Quản lý đất đai",
                    "mode", "CHINH_QUY",
                    "degree", "DAI_HOC"));

    @BeforeEach
    void signIn() {
        // What is restricted asks for a sign-in of the last minutes.
        Tokens.ofNewSession(OFFICER, "personnel");
    }

    private static String at(String person) {
        return PEOPLE + "/" + person + "/documents";
    }

    /** What is said of a file, in the address; pairs of name and value over those of an honest paper. */
    private static String said(String... pairs) {
        Map<String, String> said =
                new LinkedHashMap<>(Map.of("kind", "KHAC", "title", "Giấy tờ", "file", "giay-to.pdf"));
        for (int at = 0; at < pairs.length; at += 2) {
            said.put(pairs[at], pairs[at + 1]);
        }
        return said.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private Caller.Answer send(String username, String person, byte[] content, String... pairs) {
        return as(username).send(at(person) + said(pairs), BINARY, content);
    }

    private JsonNode taken(String person, byte[] content, String... pairs) {
        Caller.Answer answer = send(CLERK, person, content, pairs);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body();
    }

    private JsonNode read(String person) {
        Caller.Answer answer = as(CLERK).get(at(person));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private Caller.Answer voided(String username, String path, String revision) {
        return as(username)
                .ask(
                        "POST",
                        path + "/void",
                        Map.of("reason", "Quét nhầm người"),
                        "If-Match",
                        revision,
                        "Idempotency-Key",
                        key());
    }

    private String entry(String username, String person, String list, Map<String, Object> body) {
        long revision = as(username)
                .get(PEOPLE + "/" + person + "/" + list)
                .body()
                .path("revision")
                .asLong();
        Caller.Answer answer = as(username)
                .ask(
                        "POST",
                        PEOPLE + "/" + person + "/" + list,
                        body,
                        "If-Match",
                        "\"" + revision + "\"",
                        "Idempotency-Key",
                        key());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("entries").path(0).path("id").asString();
    }

    private static List<String> missing(JsonNode documents) {
        return documents
                .path("facts")
                .valueStream()
                .filter(fact -> fact.path("missing").asBoolean())
                .map(fact -> fact.path("id").asString())
                .toList();
    }

    @Test
    void aPaperIsTakenInOpenedAndVoidedAndStays() {
        String person = registered(CLERK, "Giáp Văn Giấy", COMMUNE);
        String degree = entry(CLERK, person, "cv", DEGREE);
        assertThat(missing(read(person))).contains(degree);
        byte[] scan = SamplePapers.pdf("bằng");

        JsonNode paper = taken(
                person,
                scan,
                "kind",
                "VAN_BANG",
                "title",
                "Bằng tốt nghiệp đại học",
                "number",
                "B 123456",
                "issuedOn",
                "2005-06",
                "issuer",
                "Trường Đại học Nông Lâm",
                "factId",
                degree,
                "file",
                "Bằng đại học.pdf");

        assertThat(paper.path("fact").asString()).isEqualTo("CV_ENTRY");
        assertThat(paper.path("type").asString()).isEqualTo("PDF");
        assertThat(paper.path("size").asInt()).isEqualTo(scan.length);
        assertThat(paper.path("sha256").asString()).hasSize(64);
        assertThat(missing(read(person))).doesNotContain(degree);
        String path = at(person) + "/" + paper.path("id").asString();
        List<HttpResponse<byte[]>> heard = new ArrayList<>();
        assertThat(as(CLERK).heardBy(heard::add).file(path + "/content")).isEqualTo(scan);
        assertThat(heard.getFirst().headers().map())
                .containsEntry("content-type", List.of("application/pdf"))
                .containsEntry("x-content-type-options", List.of("nosniff"));
        assertThat(heard.getFirst().headers().firstValue("content-disposition").orElse(""))
                .startsWith("attachment;")
                .contains("B%E1%BA%B1ng");

        assertThat(voided(CLERK, path, "\"2\"").status()).isEqualTo(412);
        Caller.Answer gone = voided(CLERK, path, "\"1\"");
        assertThat(gone.status()).isEqualTo(200);
        assertThat(gone.etag()).isEqualTo("\"2\"");
        assertThat(voided(CLERK, path, "\"1\"").status()).isEqualTo(412);
        assertThat(voided(CLERK, path, "\"2\"").codes()).containsExactly("document-is-voided");
        JsonNode after = read(person);
        assertThat(after.path("items").path(0).path("voidReason").asString()).isEqualTo("Quét nhầm người");
        assertThat(missing(after)).contains(degree);
        assertThat(as(CLERK).file(path + "/content")).isEqualTo(scan);
        assertThat(auditEntries(person))
                .containsSubsequence("addDocument", "getDocumentContent", "voidDocument", "getDocumentContent");
    }

    @Test
    void whatEveryDossierHoldsAndThisOneDoesNotIsListed() {
        String person = registered(CLERK, "Giáp Văn Thiếu", COMMUNE);
        JsonNode before = read(person);
        assertThat(before.path("missingKinds").valueStream().map(JsonNode::asString))
                .contains("SO_YEU_LY_LICH", "GIAY_KHAI_SINH");
        assertThat(before.path("kinds").path(0).path("confidence").asString()).isEqualTo("UNCONFIRMED");
        // The post was typed from a paper of the past, not given by a decision here.
        assertThat(before.path("facts").path(0).path("kind").asString()).isEqualTo("POST");
        assertThat(before.path("facts").path(0).path("missing").asBoolean()).isTrue();

        taken(person, SamplePapers.picture("jpg", 20), "kind", "GIAY_KHAI_SINH", "file", "khai-sinh.jpg");

        assertThat(read(person).path("missingKinds").valueStream().map(JsonNode::asString))
                .contains("SO_YEU_LY_LICH")
                .doesNotContain("GIAY_KHAI_SINH");
    }

    @Test
    void whatLiesInTheDatabaseIsSealedAndTellsNobodyWhoHasTheSame() {
        String one = registered(CLERK, "Giáp Văn Một", COMMUNE);
        String other = registered(CLERK, "Giáp Văn Hai", COMMUNE);
        byte[] scan = SamplePapers.pdf("cùng một quyết định");
        String post = as(CLERK)
                .get(PEOPLE + "/" + one)
                .body()
                .path("assignments")
                .path(0)
                .path("id")
                .asString();
        taken(one, scan);
        JsonNode proof = taken(one, scan, "kind", "QUYET_DINH_CAN_BO", "factId", post);
        taken(other, scan);

        assertThat(count("SELECT count(*) FROM document_content WHERE person_id = ?", UUID.fromString(one)))
                .isEqualTo(1);
        String both = "person_id IN ('" + one + "', '" + other + "')";
        assertThat(column("SELECT DISTINCT encode(address, 'hex') FROM document_content WHERE " + both))
                .hasSize(2)
                .doesNotContain(proof.path("sha256").asString());
        assertThat(column("SELECT DISTINCT encode(fingerprint, 'hex') FROM document WHERE " + both))
                .hasSize(3)
                .noneMatch(hex -> hex.contains(proof.path("sha256").asString()));
        assertThat(column("SELECT encode(sealed, 'escape') FROM document_content WHERE " + both))
                .hasSize(2)
                .noneMatch(text -> text.contains("%PDF") || text.contains("obj"));
    }

    private List<String> column(String sql) {
        return Servers.asSuperuser(url(), sql);
    }

    @Test
    void whatWasTamperedWithIsAnErrorAndNotAByteOfIt() {
        String person = registered(CLERK, "Giáp Văn Sửa", COMMUNE);
        String other = registered(CLERK, "Giáp Văn Khác", COMMUNE);
        String path = at(person) + "/"
                + taken(person, SamplePapers.pdf("thật")).path("id").asString() + "/content";
        taken(other, SamplePapers.pdf("của người khác"));
        assertThat(as(CLERK).get(path).status()).isEqualTo(200);

        // Somebody else's content in its place.
        asOwner("UPDATE document_content SET sealed = (SELECT sealed FROM document_content WHERE person_id = '" + other
                + "') WHERE person_id = '" + person + "'");
        Caller.Answer swapped = as(CLERK).get(path);
        asOwner("UPDATE document_content SET sealed = set_byte(sealed, length(sealed) - 1,"
                + " get_byte(sealed, length(sealed) - 1) # 1) WHERE person_id = '" + other + "'");

        assertThat(swapped.status()).isEqualTo(500);
        assertThat(swapped.body().path("code").asString()).isEqualTo("document-does-not-open");
        String changed = read(other).path("items").path(0).path("id").asString();
        assertThat(as(CLERK).get(at(other) + "/" + changed + "/content").status())
                .isEqualTo(500);
    }

    @Test
    void theSameRequestTwiceTakesOnePaper() {
        String person = registered(CLERK, "Giáp Văn Lặp", COMMUNE);
        byte[] scan = SamplePapers.pdf("một lần");
        String key = key();
        List<Caller.Answer> answers = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            answers.add(
                    as(CLERK).ask("POST", at(person) + said(), scan, "Content-Type", BINARY, "Idempotency-Key", key));
        }

        assertThat(answers).extracting(Caller.Answer::status).containsOnly(201);
        assertThat(answers.getFirst().body()).isEqualTo(answers.getLast().body());
        assertThat(read(person).path("items")).hasSize(1);
        assertThat(send(CLERK, person, scan).codes()).containsExactly("document-already-there");
        assertThat(as(CLERK)
                        .ask(
                                "POST",
                                at(person) + said(),
                                SamplePapers.pdf("khác"),
                                "Content-Type",
                                BINARY,
                                "Idempotency-Key",
                                key)
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "kind, BANG, kind document-unknown-kind",
        "title, '', title wrong-length",
        "title, Tờ trình (MẬT), title secrecy-mark",
        "issuedOn, 2025-02-30, issuedOn unreadable-partial-date",
        "issuedOn, 2999, issuedOn document-issued-later",
        "factId, 019a8f00-0000-7000-8000-000000000001, factId document-unknown-fact",
        "file, giay-to.png, file document-name-differs"
    })
    void whatIsSaidWronglyIsNamedAtItsFieldAndNothingIsKept(String field, String value, String finding) {
        String person = registered(CLERK, "Giáp Văn Sai", COMMUNE);

        Caller.Answer answer = send(CLERK, person, SamplePapers.pdf("sai"), field, value);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields().getFirst() + " " + answer.codes().getFirst()).isEqualTo(finding);
        assertThat(answer.codes()).hasSize(1);
        assertThat(count("SELECT count(*) FROM document_content WHERE person_id = ?", UUID.fromString(person)))
                .isZero();
    }

    @Test
    void whatIsNoPaperIsRefused() {
        String person = registered(CLERK, "Giáp Văn Hỏng", COMMUNE);

        assertThat(send(CLERK, person, new byte[0]).codes()).containsExactly("document-empty");
        assertThat(send(CLERK, person, SamplePapers.pdfWithScript()).codes()).containsExactly("document-active");
        assertThat(send(CLERK, person, "<html>".getBytes(StandardCharsets.UTF_8))
                        .codes())
                .containsExactly("document-type");
        assertThat(as(CLERK)
                        .ask(
                                "POST",
                                at(person) + said(),
                                SamplePapers.pdf("x"),
                                "Content-Type",
                                "multipart/form-data; boundary=x",
                                "Idempotency-Key",
                                key())
                        .status())
                .isEqualTo(415);
        assertThat(read(person).path("items")).isEmpty();
    }

    @Test
    void aPaperOfARestrictedEntryIsAsRestrictedAsTheEntry() {
        String person = registered(CLERK, "Giáp Văn Kín", COMMUNE);
        String arrest =
                entry(OFFICER, person, "restricted-cv", Map.of("kind", "ARREST", "values", Map.of("where", "Hỏa Lò")));
        byte[] scan = SamplePapers.pdf("bản án");
        String[] said = {"kind", "LY_LICH_TU_PHAP", "title", "Bản án", "factId", arrest};
        String restricted = PEOPLE + "/" + person + "/restricted-documents";

        // Under the class of all others there is no such entry.
        assertThat(send(OFFICER, person, scan, said).codes()).containsExactly("document-unknown-fact");
        Caller.Answer paper = as(OFFICER).send(restricted + said(said), BINARY, scan);
        assertThat(paper.status()).as(paper.body().toString()).isEqualTo(201);
        String id = paper.body().path("id").asString();

        assertThat(read(person).toString()).doesNotContain(id, arrest, "Bản án");
        assertThat(as(CLERK).get(at(person) + "/" + id + "/content").status()).isEqualTo(404);
        assertThat(as(CLERK).get(restricted).status()).isEqualTo(403);
        JsonNode seen = as(OFFICER).get(restricted).body();
        assertThat(seen.path("items").path(0).path("id").asString()).isEqualTo(id);
        assertThat(seen.path("facts").path(0).path("missing").asBoolean(true)).isFalse();
        assertThat(as(OFFICER).file(restricted + "/" + id + "/content")).isEqualTo(scan);
        assertThat(voided(OFFICER, restricted + "/" + id, "\"1\"").status()).isEqualTo(200);
        assertThat(auditEntries(person)).contains("addRestrictedDocument", "getRestrictedDocumentContent");
    }

    @Test
    void nobodyOpensAPaperWithoutAPurpose() {
        String person = registered(CLERK, "Giáp Văn Mục", COMMUNE);
        String path = at(person) + "/"
                + taken(person, SamplePapers.pdf("mục")).path("id").asString() + "/content";
        long before = auditEntries(person).size();

        Caller.Answer answer = as(CLERK).ask("GET", path, null, Access.PURPOSE, "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("code").asString()).isEqualTo("purpose-needed");
        assertThat(auditEntries(person)).hasSize((int) before);
    }
}
