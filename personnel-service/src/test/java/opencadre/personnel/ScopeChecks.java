package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.access.Grant;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Canaries;
import opencadre.personnel.document.SamplePapers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two commune clerks, through list, count, search and by id: with both fences, and with each of them alone. */
abstract class ScopeChecks extends ReviewRequests {

    private static final String IMPORTS = "/api/personnel/imports";

    @Test
    void eachClerkSeesTheOwnPeopleAndNobodyElse() {
        // A middle name of this class alone, since classes may share a database.
        String name = "Ngô " + getClass().getSimpleName();
        String mine = registered(CLERK, name + " Lan", COMMUNE);
        String below = registered(CLERK, name + " Mai", OFFICE);
        String theirs = registered(OTHER_CLERK, name + " Nga", NEIGHBOUR);
        String above = registered(OFFICER, name + " Oanh", PROVINCE);
        String search = "q=ngo+" + getClass().getSimpleName();

        assertThat(found(CLERK, "")).contains(mine, below).doesNotContain(theirs, above);
        assertThat(found(OTHER_CLERK, "")).contains(theirs).doesNotContain(mine, below, above);
        assertThat(found(OFFICER, "")).contains(mine, below, theirs, above);
        assertThat(found(CLERK, search)).containsExactlyInAnyOrder(mine, below);
        assertThat(found(OTHER_CLERK, search)).containsExactly(theirs);
        assertThat(found(CLERK, "unit=" + NEIGHBOUR)).isEmpty();
        assertThat(total(CLERK, search)).isEqualTo(2);
        assertThat(total(OTHER_CLERK, search)).isEqualTo(1);
        assertThat(total(OFFICER, search)).isEqualTo(4);
        for (String id : List.of(mine, below)) {
            assertThat(status(CLERK, id)).isEqualTo(200);
            assertThat(status(OTHER_CLERK, id)).isEqualTo(404);
            assertThat(status(OFFICER, id)).isEqualTo(200);
        }
        for (String id : List.of(theirs, above)) {
            assertThat(status(CLERK, id)).isEqualTo(404);
        }
    }

    /** Everybody in the list, page by page: other classes may have left more people than one page shows. */
    private Set<String> found(String username, String query) {
        Set<String> found = new HashSet<>();
        String cursor = "";
        do {
            Caller.Answer answer = as(username).get(PEOPLE + "?limit=200&" + query + cursor);
            assertThat(answer.status()).isEqualTo(200);
            answer.body().path("items").forEach(row -> found.add(row.path("id").asString()));
            String next = answer.body().path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return found;
    }

    private long total(String username, String query) {
        return as(username).get(PEOPLE + "/count?" + query).body().path("total").asLong(-1);
    }

    private int status(String username, String id) {
        int detail = as(username).get(PEOPLE + "/" + id).status();
        assertThat(as(username).get(PEOPLE + "/" + id + "/history").status()).isEqualTo(detail);
        return detail;
    }

    @Test
    void whoHoldsASeatAndTheirConductIsToldToTheOwnClerkAlone() {
        String seat = seat(COMMUNE);
        String mine = registered(CLERK, "Bàng Giữ " + getClass().getSimpleName(), COMMUNE);
        assertThat(addPost(CLERK, mine, 1, inSeat(seat, "2026-01-01")).status()).isEqualTo(201);

        for (String username : List.of(CLERK, OFFICER)) {
            assertThat(as(username).get(SEATS + "/" + seat).body().path("heldBy"))
                    .hasSize(1);
            for (String read : List.of("/conduct", "/conduct/history")) {
                assertThat(as(username).get(PEOPLE + "/" + mine + read).status())
                        .as(read)
                        .isEqualTo(200);
            }
        }
        assertThat(as(OTHER_CLERK).get(SEATS + "/" + seat).body().path("heldBy"))
                .isEmpty();
        for (String read : List.of("/conduct", "/conduct/history")) {
            assertThat(as(OTHER_CLERK).get(PEOPLE + "/" + mine + read).status())
                    .as(read)
                    .isEqualTo(404);
        }
    }

    @Test
    void whatIsTakenOutAndSentBackIsOfTheOwnPeopleAlone() {
        // Letters with marks stand in the package by their numbers.
        String mark = "Solieu";
        registered(CLERK, "Bàng " + mark + " Sổ", COMMUNE);
        byte[] book = as(CLERK).file(IMPORTS + "/workbook?unit=" + COMMUNE);

        assertThat(Canaries.texts(book).toString()).contains(mark);
        for (String query : List.of("", "?unit=" + COMMUNE)) {
            assertThat(Canaries.texts(as(OTHER_CLERK).file(IMPORTS + "/workbook" + query))
                            .toString())
                    .doesNotContain(mark);
        }
        JsonNode told =
                as(OTHER_CLERK).send(IMPORTS + "?file=la.xlsx&trial=true", book).body();
        assertThat(told.path("findings")
                        .valueStream()
                        .map(each -> each.path("finding").path("code").asString()))
                .isNotEmpty()
                .containsOnly("row-unknown");
        assertThat(told.path("differences")).isEmpty();
        assertThat(told.toString()).doesNotContain(mark);
    }

    @Test
    void peopleAreCountedForTheOwnClerkAlone() {
        UUID unit = UUID.randomUUID();
        establish(unit, COMMUNE, "Ban " + getClass().getSimpleName());
        String mine = registered(CLERK, "Bàng Đếm " + getClass().getSimpleName(), unit);
        String path = "/api/personnel/statistics";

        for (String username : List.of(CLERK, OFFICER)) {
            assertThat(counted(username, COMMUNE, unit.toString())).isEqualTo(1);
            assertThat(as(username)
                            .get(path + "/rows?unit=" + COMMUNE + "&row=" + unit)
                            .body()
                            .path("items")
                            .path(0)
                            .path("id")
                            .asString())
                    .isEqualTo(mine);
        }
        assertThat(as(OTHER_CLERK).get(path + "?unit=" + unit).status()).isEqualTo(404);
        assertThat(counted(OTHER_CLERK, PROVINCE, COMMUNE.toString())).isZero();
        assertThat(as(OTHER_CLERK)
                        .get(path + "/rows?limit=200&unit=" + PROVINCE)
                        .body()
                        .toString())
                .doesNotContain(mine);
    }

    private int counted(String username, UUID unit, String line) {
        return as(username)
                .get("/api/personnel/statistics?unit=" + unit)
                .body()
                .path("lines")
                .valueStream()
                .filter(each -> each.path("code").asString().equals(line))
                .findFirst()
                .orElseThrow()
                .path("counts")
                .path(0)
                .asInt(-1);
    }

    @Test
    void theGroupsOfAListCountTheOwnPeopleAlone() {
        String word = "Nhóm" + getClass().getSimpleName();
        registered(CLERK, "Bàng " + word, COMMUNE);

        for (String facet : List.of("sex", "age", "scope")) {
            for (String username : List.of(CLERK, OFFICER)) {
                assertThat(facet(username, word, facet)).as(facet).isEqualTo(1);
            }
            assertThat(facet(OTHER_CLERK, word, facet)).as(facet).isZero();
        }
    }

    private long facet(String username, String word, String facet) {
        Caller.Answer answer = as(username).get(PEOPLE + "/facets?q=" + word);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body()
                .path(facet)
                .valueStream()
                .mapToLong(each -> each.path("people").asLong())
                .sum();
    }

    @Test
    void whoHeadsAUnitIsToldAndCountedForTheOwnClerkAlone() {
        UUID unit = UUID.randomUUID();
        establish(unit, COMMUNE, "Tổ " + getClass().getSimpleName());
        String seat = seat(unit);
        String mine = registered(CLERK, "Bàng Đứng " + getClass().getSimpleName(), unit);
        assertThat(addPost(CLERK, mine, 1, inSeat(seat, "2026-01-01")).status()).isEqualTo(201);
        String path = "/api/personnel/units/" + unit + "/staffing";

        for (String username : List.of(CLERK, OFFICER)) {
            JsonNode box = as(username).get(path).body().path("items").path(0);
            assertThat(box.path("head").path("heldBy")).hasSize(1);
            assertThat(box.path("filled").asInt()).isEqualTo(1);
        }
        JsonNode outside = as(OTHER_CLERK).get(path).body().path("items").path(0);
        assertThat(outside.path("head").path("heldBy")).isEmpty();
        assertThat(outside.path("filled").asInt(-1)).isZero();
        assertThat(outside.path("whole").asBoolean(true)).isFalse();
        assertThat(outside.path("head").path("vacant").asBoolean(true)).isFalse();
        assertThat(outside.toString()).doesNotContain(mine);
    }

    @Test
    void aDecisionIsThereForWhoeverSeesThePersonAndForNobodyElse() {
        String mine = registered(CLERK, "Bàng Ký " + getClass().getSimpleName(), COMMUNE);
        JsonNode draft = conclusion(mine, seat(COMMUNE));
        String id = draft.path("id").asString();
        String path = DECISIONS + "/" + id;

        for (String username : List.of(CLERK, OFFICER)) {
            assertThat(as(username).get(path).status()).isEqualTo(200);
            assertThat(about(username, mine)).hasSize(1);
            assertThat(waiting(username, id)).hasSize(1);
        }
        for (String read : List.of("", "/history", "/document")) {
            assertThat(as(OTHER_CLERK).get(path + read).status()).isEqualTo(404);
        }
        assertThat(about(OTHER_CLERK, mine)).isEmpty();
        assertThat(as(OTHER_CLERK).get(DECISIONS + "?limit=200").body().toString())
                .doesNotContain(id);
        assertThat(as(OTHER_CLERK)
                        .get(DECISIONS + "?limit=200&unit=" + COMMUNE)
                        .body()
                        .toString())
                .doesNotContain(id);
        assertThat(waiting(OTHER_CLERK, id)).isEmpty();
        assertThat(act(OTHER_CLERK, "issue", draft, signature(number(), draft, DAY))
                        .status())
                .isEqualTo(404);
        assertThat(act(OTHER_CLERK, "withdraw", draft, java.util.Map.of("reason", "thử"))
                        .status())
                .isEqualTo(404);
        JsonNode issued = issued(draft, DAY);
        assertThat(act(
                                OTHER_CLERK,
                                "rescind",
                                issued,
                                java.util.Map.of("number", "1", "signedOn", TODAY.toString(), "reason", "thử"))
                        .status())
                .isEqualTo(404);
        assertThat(corrected(OTHER_CLERK, issued, DAY.plusDays(1)).status()).isEqualTo(404);
        assertThat(postDays(mine, true)).containsExactly(DAY + "..");
    }

    @Test
    void aPaperIsThereForWhoeverSeesThePersonAndForNobodyElse() {
        String mine = registered(CLERK, "Bàng Giấy " + getClass().getSimpleName(), COMMUNE);
        String papers = PEOPLE + "/" + mine + "/documents";
        String said = "?kind=KHAC&title=thu&file=thu.png";
        String binary = "application/octet-stream";
        String id = as(CLERK)
                .send(papers + said, binary, SamplePapers.picture("png", 20))
                .body()
                .path("id")
                .asString();

        for (String username : List.of(CLERK, OFFICER)) {
            assertThat(as(username).get(papers).body().toString()).contains(id);
            assertThat(as(username).file(papers + "/" + id + "/content")).isNotEmpty();
        }
        assertThat(as(OTHER_CLERK).get(papers).status()).isEqualTo(404);
        assertThat(as(OTHER_CLERK).get(papers + "/" + id + "/content").status()).isEqualTo(404);
        assertThat(as(OTHER_CLERK)
                        .send(papers + said, binary, SamplePapers.picture("png", 30))
                        .status())
                .isEqualTo(404);
        assertThat(as(OTHER_CLERK)
                        .ask(
                                "POST",
                                papers + "/" + id + "/void",
                                Map.of("reason", "thử phạm vi"),
                                "If-Match",
                                "\"1\"",
                                "Idempotency-Key",
                                key())
                        .status())
                .isEqualTo(404);
        // By way of somebody of their own.
        String theirs = registered(OTHER_CLERK, "Bàng Giấy " + getClass().getSimpleName(), NEIGHBOUR);
        String there = PEOPLE + "/" + theirs + "/documents/" + id;
        assertThat(as(OTHER_CLERK).get(there + "/content").status()).isEqualTo(404);
        assertThat(as(CLERK).get(papers).body().path("items")).hasSize(1);
    }

    @Test
    void aReorganisationIsThereForWhoeverReachesEveryUnitItTouches() {
        Grant neighbours = new Grant("PROV_ORG_OFFICER", NEIGHBOUR, List.of(), 0, TODAY.minusYears(1), null);
        hold(OTHER_CLERK, neighbours);
        String path = "/api/personnel/reorganisations";
        JsonNode drafted = as(OFFICER)
                .ask("POST", path, renaming(COMMUNE, NEIGHBOUR), "Idempotency-Key", key())
                .body();
        String id = drafted.path("line").path("id").asString();

        assertThat(as(OFFICER).get(path + "/" + id).status()).isEqualTo(200);
        assertThat(as(OFFICER).get(path + "?limit=200").body().toString()).contains(id);
        for (String read : List.of("", "/posts", "/impact", "/check")) {
            assertThat(as(OTHER_CLERK).get(path + "/" + id + read).status()).isEqualTo(404);
        }
        assertThat(as(OTHER_CLERK).get(path + "?limit=200").body().toString()).doesNotContain(id);
        assertThat(as(OTHER_CLERK)
                        .ask("PUT", path + "/" + id, renaming(NEIGHBOUR), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(404);
        assertThat(as(OFFICER).get(path + "/" + id).etag()).isEqualTo("\"1\"");
    }

    @Test
    void whatIsWrongInADossierIsToldToTheOwnClerkAlone() {
        String name = "Bàng Trùng " + getClass().getSimpleName();
        String mine = registered(CLERK, name, COMMUNE);
        String below = registered(CLERK, name, OFFICE);
        String theirs = registered(OTHER_CLERK, name, NEIGHBOUR);
        String quality = "/api/personnel/quality";

        assertThat(as(CLERK).get(PEOPLE + "/" + mine + "/quality").status()).isEqualTo(200);
        assertThat(as(OTHER_CLERK).get(PEOPLE + "/" + mine + "/quality").status())
                .isEqualTo(404);
        assertThat(flawed(CLERK, COMMUNE)).contains(mine, below).doesNotContain(theirs);
        assertThat(flawed(CLERK, PROVINCE)).contains(mine, below).doesNotContain(theirs);
        assertThat(flawed(OTHER_CLERK, COMMUNE)).isEmpty();
        assertThat(flawed(OFFICER, PROVINCE)).contains(mine, below, theirs);
        JsonNode outside = as(OTHER_CLERK).get(quality + "?unit=" + COMMUNE).body();
        assertThat(outside.path("all").path("dossiers").asLong(-1)).isZero();
        assertThat(outside.path("items")).isEmpty();
        JsonNode above = as(OTHER_CLERK).get(quality + "?unit=" + PROVINCE).body();
        assertThat(above.path("items")
                        .valueStream()
                        .map(line -> line.path("unitId").asString()))
                .containsExactly(NEIGHBOUR.toString());
        assertThat(above.path("all").path("dossiers").asLong())
                .isEqualTo(as(OTHER_CLERK)
                        .get(PEOPLE + "/count")
                        .body()
                        .path("total")
                        .asLong());
        assertThat(suspects(CLERK, name)).containsExactly(Set.of(mine, below));
        assertThat(suspects(OTHER_CLERK, name)).isEmpty();
        assertThat(suspects(OFFICER, name))
                .containsExactlyInAnyOrder(Set.of(mine, below), Set.of(mine, theirs), Set.of(below, theirs));
    }

    private Set<String> flawed(String username, UUID unit) {
        return pages(username, "/api/personnel/quality/dossiers?limit=200&unit=" + unit)
                .map(row -> row.path("personId").asString())
                .collect(Collectors.toSet());
    }

    private List<Set<String>> suspects(String username, String name) {
        return pages(username, "/api/personnel/duplicates?limit=200")
                .filter(pair -> pair.path("first").path("fullName").asString().equals(name))
                .map(pair -> Set.of(
                        pair.path("first").path("id").asString(),
                        pair.path("second").path("id").asString()))
                .toList();
    }

    /** Every item of a list. */
    private Stream<JsonNode> pages(String username, String list) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = as(username)
                    .get(list + (next.isEmpty() ? "" : "&cursor=" + next))
                    .body();
            page.path("items").forEach(items::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return items.stream();
    }

    private static Map<String, Object> renaming(UUID... units) {
        return Map.of(
                "name", "Đổi tên",
                "instrument", "1683/NQ-UBTVQH15",
                "effectiveOn", DAY.toString(),
                "level", "COMMUNE_PARTY_COMMITTEE",
                "newUnits", List.of(),
                "changedUnits",
                        Stream.of(units)
                                .map(unit -> Map.of("unitId", unit, "name", "Phường Mới", "type", "PHUONG"))
                                .toList(),
                "endedUnits", List.of(),
                "successions", List.of(),
                "newSeats", List.of());
    }

    @Test
    void howSomebodyIsRatedIsThereForTheOwnClerkAlone() {
        UUID unit = UUID.randomUUID();
        establish(unit, COMMUNE, "Phòng đánh giá " + getClass().getSimpleName());
        decider(COMMUNE);
        String mine = registered(CLERK, "Khúc Được Xếp " + getClass().getSimpleName(), unit);
        assertThat(open(OTHER_CLERK, round(unit, 3)).status()).isEqualTo(404);
        String round = id(open(CLERK, round(unit, 3)));
        String path = EVALUATIONS + "/" + round;

        for (String username : List.of(CLERK, OFFICER)) {
            assertThat(as(username).get(path).body().path("sheets")).hasSize(1);
            assertThat(as(username).get(EVALUATIONS + "?unit=" + unit).body().path("items"))
                    .hasSize(1);
        }
        assertThat(as(OTHER_CLERK).get(path).status()).isEqualTo(404);
        assertThat(as(OTHER_CLERK).get(EVALUATIONS + "?unit=" + unit).body().path("items"))
                .isEmpty();
        assertThat(write(OTHER_CLERK, round, mine, sheet("STAFF", 80)).status()).isEqualTo(404);
        write(CLERK, round, mine, sheet("STAFF", 80));
        step(CLERK, "POST", round, "/propose", null);
        assertThat(step(HEAD, "POST", round, "/decide", Map.of()).status()).isEqualTo(200);
        assertThat(as(CLERK).get(PEOPLE + "/" + mine + "/evaluations").body().path("items"))
                .hasSize(1);
        assertThat(as(OTHER_CLERK).get(PEOPLE + "/" + mine + "/evaluations").status())
                .isEqualTo(404);
    }

    @Test
    void aRoundOfReviewIsThereForWhoeverReachesAPartOfIt() {
        UUID whole = UUID.randomUUID();
        UUID unit = UUID.randomUUID();
        establish(whole, COMMUNE, "Xã rà soát " + getClass().getSimpleName());
        establish(unit, whole, "Phòng rà soát " + getClass().getSimpleName());
        String mine = registered(CLERK, "Khúc Được Xem " + getClass().getSimpleName(), unit);
        assertThat(review(OTHER_CLERK, review(whole)).status()).isEqualTo(404);
        String review = reviewing(CLERK, whole);
        String path = REVIEWS + "/" + review;

        for (String username : List.of(CLERK, OFFICER)) {
            assertThat(reviewOf(username, review).path("all").path("dossiers").asLong())
                    .isEqualTo(1);
            assertThat(dossiers(username, review, "")).hasSize(1);
            assertThat(as(username).get(path + "/quality").body().path("items")).hasSize(1);
            assertThat(as(username).get(REVIEWS + "?limit=200").body().toString())
                    .contains(review);
        }
        for (String part : List.of("", "/quality", "/dossiers")) {
            assertThat(as(OTHER_CLERK).get(path + part).status()).isEqualTo(404);
        }
        assertThat(as(OTHER_CLERK).get(REVIEWS + "?limit=200").body().toString())
                .doesNotContain(review);
        assertThat(mark(OTHER_CLERK, review, marks("CONFIRMED", null, mine, "1.0"))
                        .status())
                .isEqualTo(404);
        assertThat(close(OTHER_CLERK, review).status()).isEqualTo(404);
        assertThat(as(OTHER_CLERK)
                        .get("/api/personnel/work-items?limit=200")
                        .body()
                        .toString())
                .doesNotContain(review);
        // Whoever reaches a part alone is told of it and reminded.
        grant(HEAD, "FILE_CLERK", unit);
        assertThat(waiting(HEAD, review)).hasSize(1);
        assertThat(mark(HEAD, review, "CONFIRMED", mine).status()).isEqualTo(200);
        assertThat(waiting(HEAD, review)).isEmpty();
        assertThat(close(CLERK, review).status()).isEqualTo(200);
        assertThat(reviewOf(HEAD, review).path("all").path("confirmed").asLong())
                .isEqualTo(1);
        assertThat(as(OTHER_CLERK).get(path).status()).isEqualTo(404);
    }

    @Test
    void whatAnOfficialDeclaresIsThereForTheOwnClerkAlone() {
        String official = "quyhoach.tinh";
        String person = registered(CLERK, "Khúc Tự Khai", COMMUNE);
        grantOwnRecord(official, COMMUNE, person);
        String list = PEOPLE + "/" + person + "/declarations";
        Caller.Answer declared = as(official)
                .ask(
                        "POST",
                        list,
                        Map.of("act", "ADD", "kind", "OTHER_NAME", "values", Map.of("name", "Khúc Bí Danh")),
                        "Idempotency-Key",
                        key());
        assertThat(declared.status()).isEqualTo(201);
        hold(official);
        String id = declared.body().path("id").asString();

        assertThat(as(CLERK).get(list).body().path("items")).hasSize(1);
        assertThat(as(CLERK).get("/api/personnel/work-items?limit=200").body().toString())
                .contains(id);
        assertThat(as(OTHER_CLERK).get(list).status()).isEqualTo(404);
        assertThat(as(OTHER_CLERK)
                        .get("/api/personnel/work-items?limit=200")
                        .body()
                        .toString())
                .doesNotContain(id, "Khúc");
        assertThat(decided(OTHER_CLERK, list + "/" + id)).isEqualTo(404);
        assertThat(decided(CLERK, list + "/" + id)).isEqualTo(200);
    }

    @Test
    void aMergeIsThereForWhoeverReachesBothRecords() {
        String one = registered(CLERK, "Khúc Văn Đôi", COMMUNE);
        String other = registered(OTHER_CLERK, "Khúc Văn Đôi", NEIGHBOUR);
        String post = as(OFFICER)
                .get(PEOPLE + "/" + other)
                .body()
                .path("assignments")
                .path(0)
                .path("id")
                .asString();
        String merges = "/api/personnel/merges";
        Caller.Answer prepared = as(OFFICER)
                .ask(
                        "POST",
                        merges,
                        Map.of(
                                "keptId",
                                one,
                                "mergedId",
                                other,
                                "identityOf",
                                "KEPT",
                                "idNumberOf",
                                "KEPT",
                                "dropped",
                                List.of(post),
                                "reason",
                                "thử phạm vi"),
                        "Idempotency-Key",
                        key());
        assertThat(prepared.status()).as(prepared.body().toString()).isEqualTo(201);
        String id = prepared.body().path("id").asString();

        assertThat(as(OFFICER).get(merges + "?limit=200").body().toString()).contains(id);
        assertThat(as(OFFICER).get(merges + "/" + id).status()).isEqualTo(200);
        assertThat(as(OFFICER)
                        .get(merges + "/comparison?kept=" + one + "&merged=" + other)
                        .status())
                .isEqualTo(200);
        for (String clerk : List.of(CLERK, OTHER_CLERK)) {
            assertThat(as(clerk).get(merges + "?limit=200").body().toString()).doesNotContain(id);
            assertThat(as(clerk).get(merges + "/" + id).status()).isEqualTo(404);
            assertThat(as(clerk)
                            .get(merges + "/comparison?kept=" + one + "&merged=" + other)
                            .status())
                    .isEqualTo(404);
            assertThat(as(clerk)
                            .ask(
                                    "POST",
                                    merges + "/" + id + "/withdraw",
                                    null,
                                    "If-Match",
                                    "\"1\"",
                                    "Idempotency-Key",
                                    key())
                            .status())
                    .isEqualTo(404);
        }
    }

    private int decided(String username, String declaration) {
        return as(username)
                .ask(
                        "POST",
                        declaration + "/decide",
                        Map.of("accepted", true),
                        "If-Match",
                        "\"1\"",
                        "Idempotency-Key",
                        key())
                .status();
    }
}
