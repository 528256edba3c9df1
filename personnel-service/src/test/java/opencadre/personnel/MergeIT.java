package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import opencadre.kit.access.Grant;
import opencadre.kit.service.Caller;
import opencadre.personnel.document.SamplePapers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two records of one person over HTTP: made one by two pairs of eyes, and two again. */
class MergeIT extends DecisionRequests {

    private static final String MERGES = "/api/personnel/merges";
    private static final String STEWARD = "lanhdao.btc";
    private static final String OFFICIAL = "quyhoach.tinh";

    private final UUID unit = UUID.randomUUID();
    private String kept = "";
    private String merged = "";

    @BeforeEach
    void twoRecordsOfOnePerson() {
        establish(unit, COMMUNE, "Phòng Kinh tế");
        hold(STEWARD, new Grant("DATA_STEWARD", PROVINCE, List.of(), 0, LocalDate.of(2025, 1, 1), null));
        kept = registered(OFFICER, "Đàm Văn Đôi", unit);
        merged = registered(OFFICER, "Đàm Văn Đôi", unit);
    }

    private JsonNode person(String id) {
        return as(OFFICER).get(PEOPLE + "/" + id).body();
    }

    private String post(String id) {
        return person(id).path("assignments").path(0).path("id").asString();
    }

    private void rate(String id, int year, String grade) {
        Caller.Answer rated = as(OFFICER)
                .ask(
                        "POST",
                        PEOPLE + "/" + id + "/ratings",
                        Map.of("year", year, "rating", grade),
                        "If-Match",
                        "\"" + person(id).path("revision").asLong() + "\"",
                        "Idempotency-Key",
                        key());
        assertThat(rated.status()).as(rated.body().toString()).isEqualTo(201);
    }

    private List<String> ratings(String id) {
        List<String> ratings = new ArrayList<>();
        as(OFFICER)
                .get(PEOPLE + "/" + id + "/conduct")
                .body()
                .path("ratings")
                .forEach(rating -> ratings.add(rating.path("year").asInt() + " "
                        + rating.path("rating").asString()));
        return ratings.stream().sorted().toList();
    }

    private Caller.Answer prepare(String username, String... dropped) {
        return as(username)
                .ask(
                        "POST",
                        MERGES,
                        Map.of(
                                "keptId",
                                kept,
                                "mergedId",
                                merged,
                                "identityOf",
                                "KEPT",
                                "idNumberOf",
                                "KEPT",
                                "dropped",
                                List.of(dropped),
                                "reason",
                                "Cùng số căn cước, nhập hai lần"),
                        "Idempotency-Key",
                        key());
    }

    private Caller.Answer step(String username, String merge, String step) {
        return step(username, merge, step, null);
    }

    private Caller.Answer step(String username, String merge, String step, @Nullable Object body) {
        return as(username)
                .ask(
                        "POST",
                        MERGES + "/" + merge + "/" + step,
                        body,
                        "If-Match",
                        "\""
                                + as(OFFICER)
                                        .get(MERGES + "/" + merge)
                                        .body()
                                        .path("revision")
                                        .asLong() + "\"",
                        "Idempotency-Key",
                        key());
    }

    private String approved(String... dropped) {
        Caller.Answer prepared = prepare(OFFICER, dropped);
        assertThat(prepared.status()).as(prepared.body().toString()).isEqualTo(201);
        String merge = prepared.body().path("id").asString();
        Caller.Answer answer = step(STEWARD, merge, "approve");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().path("state").asString()).isEqualTo("MERGED");
        return merge;
    }

    private void undo(String merge) {
        assertThat(step(OFFICER, merge, "undo", Map.of("reason", "Hai người khác nhau"))
                        .status())
                .isEqualTo(200);
        Caller.Answer undone = step(STEWARD, merge, "approve");
        assertThat(undone.status()).as(undone.body().toString()).isEqualTo(200);
        assertThat(undone.body().path("state").asString()).isEqualTo("UNDONE");
    }

    private String work(String username) {
        return as(username).get("/api/personnel/work-items?limit=200").body().toString();
    }

    private JsonNode drafted(String username, String person, String post) {
        return draft(username, content("RETIRE", List.of(ending(person, post)))).body();
    }

    private static List<String> codes(Caller.Answer answer) {
        List<String> codes = new ArrayList<>();
        answer.body()
                .path("findings")
                .forEach(finding -> codes.add(finding.path("code").asString()));
        return codes;
    }

    @Test
    void contradictionsAreShownAndMustBeSettled() {
        rate(kept, 2025, "HTTNV");
        rate(merged, 2025, "HTXSNV");

        Caller.Answer compared = as(OFFICER).get(MERGES + "/comparison?kept=" + kept + "&merged=" + merged);

        assertThat(compared.status()).as(compared.body().toString()).isEqualTo(200);
        assertThat(codes(compared)).containsExactly("overlaps-main-post", "year-rated-twice");
        assertThat(compared.body().path("kept").path("facts")).hasSize(2);
        assertThat(codes(prepare(OFFICER))).containsExactly("merge.overlaps-main-post", "merge.year-rated-twice");
        assertThat(auditEntries(merged)).contains("compareRecords");
    }

    @Test
    void everythingIsBelievedOfTheKeptOneAndWasBelievedOfTwoBefore() {
        rate(kept, 2024, "HTTNV");
        rate(merged, 2025, "HTXSNV");
        String dropped = post(kept);
        String stays = post(merged);
        Instant before = Instant.now();

        approved(dropped);

        assertThat(ratings(kept)).containsExactly("2024 HTTNV", "2025 HTXSNV");
        assertThat(post(kept)).isEqualTo(stays);
        assertThat(person(kept).path("mergedFrom").path(0).asString()).isEqualTo(merged);
        JsonNode closed = person(merged);
        assertThat(closed.path("closed").asBoolean()).isTrue();
        assertThat(closed.path("mergedInto").asString()).isEqualTo(kept);
        assertThat(closed.path("assignments")).isEmpty();
        assertThat(ratings(merged)).isEmpty();
        JsonNode asKnownBefore =
                as(OFFICER).get(PEOPLE + "/" + merged + "?knownAt=" + before).body();
        assertThat(asKnownBefore.path("closed").asBoolean()).isFalse();
        assertThat(asKnownBefore.path("assignments").path(0).path("id").asString())
                .isEqualTo(stays);
        assertThat(as(OFFICER)
                        .get(PEOPLE + "/" + kept + "?knownAt=" + before)
                        .body()
                        .path("assignments")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(dropped);
        assertThat(auditEntries(merged)).contains("prepareMerge", "approveMerge");
    }

    @Test
    void aClosedRecordIsInNoListAndTakesNothingMore() {
        approved(post(merged));

        String list = as(OFFICER).get(PEOPLE + "?limit=200&unit=" + unit).body().toString();
        assertThat(list).contains(kept).doesNotContain(merged);
        assertThat(as(OFFICER)
                        .get(PEOPLE + "/count?unit=" + unit)
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(as(OFFICER).get("/api/personnel/duplicates?limit=200").body().toString())
                .doesNotContain(merged);
        Caller.Answer rated = as(OFFICER)
                .ask(
                        "POST",
                        PEOPLE + "/" + merged + "/ratings",
                        Map.of("year", 2023, "rating", "HTTNV"),
                        "If-Match",
                        "\"" + person(merged).path("revision").asLong() + "\"",
                        "Idempotency-Key",
                        key());
        assertThat(codes(rated)).containsExactly("record-merged");
        assertThatThrownBy(() -> asOwner("INSERT INTO conduct (id, person_id, valid, kind, word, reason, recorded_by,"
                        + " recorded_from) VALUES (uuidv7(), '" + merged
                        + "', '[2023-01-01,2024-01-01)', 'RATING', 'HTTNV', 'x', 'x', now())"))
                .hasMessageContaining("merged_record_is_closed");
    }

    @Test
    void aMergeIsUndoneWhole() {
        rate(kept, 2025, "HTTNV");
        rate(merged, 2025, "HTXSNV");
        String keptPost = post(kept);
        String mergedPost = post(merged);
        String keptRating = as(OFFICER)
                .get(PEOPLE + "/" + kept + "/conduct")
                .body()
                .path("ratings")
                .path(0)
                .path("id")
                .asString();

        undo(approved(mergedPost, keptRating));

        assertThat(post(kept)).isEqualTo(keptPost);
        assertThat(post(merged)).isEqualTo(mergedPost);
        assertThat(ratings(kept)).containsExactly("2025 HTTNV");
        assertThat(ratings(merged)).containsExactly("2025 HTXSNV");
        assertThat(person(merged).path("mergedInto").isMissingNode()).isTrue();
        assertThat(as(OFFICER)
                        .get(PEOPLE + "/count?unit=" + unit)
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void whatWasChangedSinceStaysWithTheKeptOneAndIsNamed() {
        rate(merged, 2025, "HTXSNV");
        rate(merged, 2024, "HTTNV");
        String merge = approved(post(merged));
        JsonNode rating = as(OFFICER)
                .get(PEOPLE + "/" + kept + "/conduct")
                .body()
                .path("ratings")
                .path(0);
        Caller.Answer corrected = as(OFFICER)
                .ask(
                        "PUT",
                        PEOPLE + "/" + kept + "/ratings/" + rating.path("id").asString(),
                        Map.of("year", rating.path("year").asInt(), "rating", "HTNV", "reason", "nhập sai"),
                        "If-Match",
                        "\"" + person(kept).path("revision").asLong() + "\"",
                        "Idempotency-Key",
                        key());
        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);

        assertThat(as(OFFICER).get(MERGES + "/" + merge).body().path("changedSince"))
                .hasSize(1);
        undo(merge);

        assertThat(ratings(kept)).containsExactly("2025 HTNV");
        assertThat(ratings(merged)).containsExactly("2024 HTTNV");
        assertThat(as(OFFICER)
                        .get(MERGES + "/" + merge)
                        .body()
                        .path("left")
                        .path(0)
                        .asString())
                .isEqualTo(rating.path("id").asString());
    }

    @Test
    void nobodyApprovesTheirOwnNorWhatWasChangedSince() {
        String merge = prepare(OFFICER, post(merged)).body().path("id").asString();

        assertThat(work(STEWARD)).contains(merge);
        assertThat(work(OFFICER)).doesNotContain(merge);
        assertThat(codes(step(OFFICER, merge, "approve"))).containsExactly("merge.by-its-author");
        assertThatThrownBy(() -> asOwner("UPDATE merge SET state = 'MERGED', approved_by = 'x', approved_at = now(),"
                        + " approved_hands = prepared_hands WHERE id = '" + merge + "'"))
                .hasMessageContaining("merge_four_eyes");
        assertThatThrownBy(() -> asOwner("UPDATE merge SET state = 'MERGED', approved_by = 'x', approved_at = now(),"
                        + " approved_hands = ARRAY[kept_id::text] WHERE id = '" + merge + "'"))
                .hasMessageContaining("merge_of_somebody_else");
        rate(kept, 2023, "HTTNV");
        assertThat(codes(step(STEWARD, merge, "approve"))).containsExactly("merge.changed-since-compared");
        assertThat(step(OFFICER, merge, "withdraw").status()).isEqualTo(200);
        approved(post(merged));
    }

    @Test
    void whoseAccountBecomesKnownLaterIsOneHand() {
        String merge = prepare(OFFICER, post(merged)).body().path("id").asString();
        String both = registered(OFFICER, "Đàm Hai Tài Khoản", COMMUNE);
        try {
            is(OFFICER, both);
            is(STEWARD, both);
            assertThat(codes(step(STEWARD, merge, "approve"))).containsExactly("merge.by-its-author");
        } finally {
            is(OFFICER, null);
            is(STEWARD, null);
        }
        assertThat(step(STEWARD, merge, "approve").status()).isEqualTo(200);
    }

    @Test
    void aPaperThatWasOfferedGoesAlongOnceItWasAccepted() {
        grantOwnRecord(OFFICIAL, unit, merged);
        String accepted = offered("Luật", true);
        String returned = offered("Kinh tế", false);
        hold(OFFICIAL);

        String merge = approved(post(merged));

        assertThat(papers(kept, "documents")).containsExactly(accepted);
        assertThat(papers(kept, "offered-documents")).containsExactly(accepted);
        assertThat(papers(merged, "offered-documents")).containsExactly(returned);
        undo(merge);
        assertThat(papers(kept, "documents")).isEmpty();
        assertThat(papers(merged, "documents")).containsExactly(accepted);
    }

    @AfterEach
    void nobodysAccount() {
        hold(OFFICIAL);
    }

    private List<String> papers(String id, String list) {
        return as(OFFICER)
                .get(PEOPLE + "/" + id + "/" + list)
                .body()
                .path("items")
                .valueStream()
                .map(paper -> paper.path("id").asString())
                .toList();
    }

    /** Id of the paper offered with a degree that the official declares, and that is decided. */
    private String offered(String field, boolean accepted) {
        Map<String, String> degree = Map.of(
                "to",
                "2005-06",
                "school",
                "Trường Đại học Nông Lâm",
                "field",
                field,
                "mode",
                "CHINH_QUY",
                "degree",
                "DAI_HOC");
        String declarations = PEOPLE + "/" + merged + "/declarations";
        JsonNode declared = as(OFFICIAL)
                .ask(
                        "POST",
                        declarations,
                        Map.of("act", "ADD", "kind", "DEGREE", "values", degree, "document", "Bằng số 1"),
                        "Idempotency-Key",
                        key())
                .body();
        String declaration = declared.path("id").asString();
        Caller.Answer paper = as(OFFICIAL)
                .send(
                        PEOPLE + "/" + merged + "/offered-documents?declarationId=" + declaration
                                + "&kind=VAN_BANG&title=B%E1%BA%B1ng&file=bang.pdf",
                        "application/octet-stream",
                        SamplePapers.pdf(field));
        assertThat(paper.status()).as(paper.body().toString()).isEqualTo(201);
        Caller.Answer decided = as(OFFICER)
                .ask(
                        "POST",
                        declarations + "/" + declaration + "/decide",
                        accepted ? Map.of("accepted", true) : Map.of("accepted", false, "reason", "Ảnh mờ"),
                        "If-Match",
                        "\"" + declared.path("revision").asLong() + "\"",
                        "Idempotency-Key",
                        key());
        assertThat(decided.status()).as(decided.body().toString()).isEqualTo(200);
        return paper.body().path("id").asString();
    }

    @Test
    void whatIsUnderWayIsFinishedFirst() {
        drafted(OFFICER, merged, post(merged));

        assertThat(codes(prepare(OFFICER, post(merged)))).contains("merge.decision-pending");
    }

    @Test
    void theNameIsThatOfTheRecordThatIsTrueAndComesBackWithAnUndo() {
        asOwner("UPDATE identity SET full_name = 'Đàm Văn Đội' WHERE id = '" + merged + "'");
        Map<String, Object> body = Map.of(
                "keptId",
                kept,
                "mergedId",
                merged,
                "identityOf",
                "MERGED",
                "idNumberOf",
                "KEPT",
                "dropped",
                List.of(post(merged)),
                "reason",
                "Tên đúng ở hồ sơ kia");
        String merge = as(OFFICER)
                .ask("POST", MERGES, body, "Idempotency-Key", key())
                .body()
                .path("id")
                .asString();
        assertThat(step(STEWARD, merge, "approve").status()).isEqualTo(200);

        assertThat(name(kept)).isEqualTo("Đàm Văn Đội");
        assertThat(as(OFFICER).get(PEOPLE + "?unit=" + unit).body().toString()).contains("Đàm Văn Đội");
        undo(merge);
        assertThat(name(kept)).isEqualTo("Đàm Văn Đôi");
        assertThat(name(merged)).isEqualTo("Đàm Văn Đội");
    }

    private String name(String id) {
        return person(id).path("identity").path("fullName").asString();
    }

    @Test
    void aCertificateThatTrainingToldCountsForTheKeptOne() {
        asOwner("INSERT INTO certificate_copy (certificate_id, person_id, told_of, kind, level, name, number, issuer,"
                + " issued_on, state, valid_from, valid_to) VALUES (uuidv7(), '" + merged + "', '" + merged
                + "', 'LANGUAGE', 'B1', 'Tiếng Anh B1', '1', 'x', '2024', 'VERIFIED', '2024-01-01', '9999-01-01')");

        String merge = approved(post(merged));

        assertThat(count("SELECT count(*) FROM certificate_copy WHERE person_id = '" + kept + "'"))
                .isEqualTo(1);
        undo(merge);
        assertThat(count("SELECT count(*) FROM certificate_copy WHERE person_id = '" + merged + "'"))
                .isEqualTo(1);
    }

    @Test
    void aRecordThatSomebodySeesAsTheirOwnIsNotClosed() {
        grantOwnRecord("quyhoach.tinh", COMMUNE, merged);

        assertThat(codes(prepare(OFFICER, post(merged)))).contains("merge.merged-has-account");
        hold("quyhoach.tinh");
    }

    @Test
    void papersGoWithTheRecordAndComeBack() {
        String paper = paper(merged);

        String merge = approved(post(merged));

        assertThat(papers(kept)).containsExactly(paper);
        assertThat(papers(merged)).isEmpty();
        assertThat(as(OFFICER).file(PEOPLE + "/" + kept + "/documents/" + paper + "/content"))
                .isEqualTo(SamplePapers.picture("png", 20));
        undo(merge);
        assertThat(papers(merged)).containsExactly(paper);
        assertThat(as(OFFICER).file(PEOPLE + "/" + merged + "/documents/" + paper + "/content"))
                .isEqualTo(SamplePapers.picture("png", 20));
        assertThat(count("SELECT count(*) FROM document_content WHERE person_id = '" + kept + "'"))
                .isZero();
    }

    private String paper(String person) {
        Caller.Answer answer = as(OFFICER)
                .send(
                        PEOPLE + "/" + person + "/documents?kind=KHAC&title=thu&file=thu.png",
                        "application/octet-stream",
                        SamplePapers.picture("png", 20));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    private List<String> papers(String id) {
        List<String> papers = new ArrayList<>();
        as(OFFICER)
                .get(PEOPLE + "/" + id + "/documents")
                .body()
                .path("items")
                .forEach(paper -> papers.add(paper.path("id").asString()));
        return papers;
    }

    @Test
    void aDecisionNamesTheKeptOneAndTheMergedOneAfterAnUndo() {
        JsonNode draft = drafted(CLERK, merged, post(merged));
        String decision = issued(draft, TODAY).path("id").asString();

        String merge = approved(post(kept));

        JsonNode effects = as(OFFICER).get(DECISIONS + "/" + decision).body().path("effects");
        assertThat(effects.toString()).contains(kept).doesNotContain(merged);
        undo(merge);
        assertThat(as(OFFICER)
                        .get(DECISIONS + "/" + decision)
                        .body()
                        .path("effects")
                        .toString())
                .contains(merged)
                .doesNotContain(kept);
    }

    @Test
    void numbersChangePlacesAndBack() {
        asOwner("INSERT INTO id_number VALUES ('" + merged + "', '"
                + "0190820%05d".formatted(UUID.randomUUID().hashCode() & 0xffff) + "')");

        String merge = approved(post(merged));

        assertThat(count("SELECT count(*) FROM id_number WHERE person_id = '" + kept + "'"))
                .isEqualTo(1);
        undo(merge);
        assertThat(count("SELECT count(*) FROM id_number WHERE person_id = '" + merged + "'"))
                .isEqualTo(1);
    }

    @Test
    void aNumberThatWasPutRightSinceStaysWithTheKeptOneAndWhatWasBelievedIsKept() {
        String number = numbered(merged);
        String merge = approved(post(merged));
        assertThat(idNumber(kept).path("idNumber").asString()).isEqualTo(number);
        String right = numbered(kept);

        undo(merge);

        assertThat(idNumber(kept).path("idNumber").asString()).isEqualTo(right);
        assertThat(idNumber(kept)
                        .path("beliefs")
                        .valueStream()
                        .map(b -> b.path("idNumber").asString()))
                .containsExactly(number, right);
        assertThat(idNumber(merged).has("idNumber")).isFalse();
        assertThat(as(OFFICER).get(MERGES + "/" + merge).body().path("left").toString())
                .contains(kept);
    }

    @Test
    void aNumberThatWentAndCameBackWasBelievedOfBoth() {
        String number = numbered(merged);
        String merge = approved(post(merged));
        undo(merge);

        assertThat(idNumber(merged).path("idNumber").asString()).isEqualTo(number);
        assertThat(idNumber(merged).path("beliefs")).hasSize(2);
        assertThat(idNumber(kept).path("beliefs")).hasSize(1);
        assertThat(idNumber(kept).has("idNumber")).isFalse();
    }

    /** A number that was newly recorded of somebody. */
    private String numbered(String id) {
        String number = "019082%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
        Caller.Answer answer = as(OFFICER)
                .ask(
                        "PUT",
                        PEOPLE + "/" + id + "/id-number",
                        Map.of("idNumber", number, "reason", "Theo căn cước"),
                        "If-Match",
                        "\"" + person(id).path("revision").asLong() + "\"");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return number;
    }

    private JsonNode idNumber(String id) {
        return as(OFFICER).get(PEOPLE + "/" + id + "/id-number").body();
    }

    /** Whoever has the closed record alone knows that it is closed, and nothing of the other. */
    @Test
    void aRecordThatWentElsewhereDoesNotSayWhere() {
        kept = registered(OFFICER, "Đàm Văn Đôi", NEIGHBOUR);

        approved(post(merged));

        JsonNode closed = as(CLERK).get(PEOPLE + "/" + merged).body();
        assertThat(closed.path("closed").asBoolean()).isTrue();
        assertThat(closed.toString()).doesNotContain(kept);
        assertThat(as(CLERK).get(PEOPLE + "/" + kept).status()).isEqualTo(404);
        assertThat(as(OTHER_CLERK).get(PEOPLE + "/" + kept).body().path("mergedFrom"))
                .isEmpty();
    }

    @Test
    void othersSeeNeitherTheMergeNorTheRecords() {
        String merge = approved(post(merged));

        assertThat(as(OTHER_CLERK).get(MERGES + "/" + merge).status()).isEqualTo(404);
        assertThat(as(OTHER_CLERK).get(MERGES).body().toString()).doesNotContain(merge, "Đàm");
        assertThat(as(OTHER_CLERK)
                        .get(MERGES + "/comparison?kept=" + kept + "&merged=" + merged)
                        .status())
                .isEqualTo(404);
        assertThat(as(OTHER_CLERK).get(PEOPLE + "/" + merged).status()).isEqualTo(404);
        assertThat(as(CLERK).get(PEOPLE + "/" + merged).status()).isEqualTo(200);
    }
}
