package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Titles and seats over HTTP, and posts in seats. */
class SeatIT extends PersonRequests {

    private JsonNode get(String username, String seat) {
        Caller.Answer answer = as(username).get(SEATS + "/" + seat);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private long told(String seat) {
        return count("SELECT revision FROM seat WHERE id = ?", UUID.fromString(seat));
    }

    @Test
    void beingEqualGoesBothWaysAndIsToldWithTheSeatsOfBoth() {
        String seat = seat(COMMUNE);
        long before = told(seat);
        Map<String, Object> other =
                Map.of("name", "Tương đương", "rank", 50, "leadership", true, "equalTitles", List.of("T_THU"));

        as(ADMIN).ask("PUT", "/api/personnel/titles/T_TUONG", other);
        as(ADMIN).ask("PUT", "/api/personnel/titles/T_TUONG", other);

        assertThat(get(CLERK, seat).path("title").path("equalTitles").toString())
                .contains("T_TUONG");
        assertThat(told(seat)).as("once, since the second time changed nothing").isEqualTo(before + 1);
        as(ADMIN).ask("PUT", "/api/personnel/titles/T_TUONG", with(other, "equalTitles", List.of()));
        assertThat(get(CLERK, seat).path("title").path("equalTitles")).isEmpty();
        assertThat(told(seat)).isEqualTo(before + 2);
        assertThat(as(ADMIN)
                        .ask("PUT", "/api/personnel/titles/T_TUONG", with(other, "equalTitles", List.of("T_TUONG")))
                        .codes())
                .containsExactly("title-equal-to-itself");
    }

    @Test
    void onlyThoseWhoShapeTheStructureWriteIt() {
        title("T_THU", 50);
        String path = SEATS + "/" + UUID.randomUUID();

        assertThat(as(CLERK).ask("PUT", path, seatIn(COMMUNE, "T_THU")).status())
                .isEqualTo(403);
        assertThat(as(OFFICER).ask("PUT", path, seatIn(COMMUNE, "T_THU")).status())
                .isEqualTo(200);
        assertThat(as(OFFICER)
                        .ask("PUT", SEATS + "/" + UUID.randomUUID(), seatIn(UUID.randomUUID(), "T_KHONG"))
                        .codes())
                .containsExactlyInAnyOrder("unknown-unit", "unknown-title");
        assertThat(as(OFFICER)
                        .ask(
                                "PUT",
                                SEATS + "/" + UUID.randomUUID(),
                                with(seatIn(COMMUNE, "T_THU"), "validFrom", "2025-06-30"))
                        .codes())
                .containsExactly("unit-does-not-stand");
    }

    @Test
    void ofASeatThatStandsHoldersEndAndInstrumentChangeAndNothingElse() {
        String seat = seat(COMMUNE);
        String path = SEATS + "/" + seat;
        Map<String, Object> standing = seatIn(COMMUNE, "T_THU");
        String person = registered(CLERK, "Bế Văn Giữ", COMMUNE);
        assertThat(addPost(CLERK, person, 1, inSeat(seat, "2026-01-01")).status())
                .isEqualTo(201);

        assertThat(as(ADMIN).ask("PUT", path, standing).status()).isEqualTo(200);
        assertThat(as(ADMIN)
                        .ask("PUT", path, with(with(standing, "holders", 2), "instrument", "2/NQ"))
                        .body()
                        .path("holders")
                        .asInt())
                .isEqualTo(2);
        assertThat(as(ADMIN).ask("PUT", path, with(standing, "kind", "ELECTED")).status())
                .isEqualTo(409);
        Caller.Answer ended = as(ADMIN).ask("PUT", path, with(standing, "validTo", "2030-01-01"));
        assertThat(ended.codes()).containsExactly("seat-is-held-longer");
        assertThat(ended.body().toString()).doesNotContain("Bế Văn Giữ", person);
        assertThat(told(seat)).isEqualTo(2);
    }

    @Test
    void theListGoesByUnitAndHeightAndShowsWhoHoldsWhat() {
        title("T_CAO", 10);
        title("T_THAP", 90);
        UUID low = UUID.randomUUID();
        UUID high = UUID.randomUUID();
        UUID below = UUID.randomUUID();
        as(ADMIN).ask("PUT", SEATS + "/" + low, seatIn(COMMUNE, "T_THAP"));
        as(ADMIN).ask("PUT", SEATS + "/" + high, seatIn(COMMUNE, "T_CAO"));
        as(ADMIN).ask("PUT", SEATS + "/" + below, seatIn(OFFICE, "T_CAO"));
        String person = registered(CLERK, "Bế Văn Ngồi", COMMUNE);
        addPost(CLERK, person, 1, inSeat(high.toString(), "2026-01-01"));

        List<String> shown = listed(CLERK, "unitId=" + COMMUNE + "&below=true&limit=1");

        assertThat(shown).containsSubsequence(high.toString(), low.toString(), below.toString());
        assertThat(shown).doesNotHaveDuplicates();
        assertThat(listed(CLERK, "unitId=" + COMMUNE + "&limit=200")).doesNotContain(below.toString());
        assertThat(listed(CLERK, "unitId=" + COMMUNE + "&asOf=2025-06-30")).isEmpty();
        assertThat(get(CLERK, high.toString())
                        .path("heldBy")
                        .path(0)
                        .path("fullName")
                        .asString())
                .isEqualTo("Bế Văn Ngồi");
        assertThat(as(CLERK).get(SEATS + "/" + high + "?asOf=2025-12-31").body().path("heldBy"))
                .isEmpty();
        assertThat(get(OTHER_CLERK, high.toString()).path("heldBy"))
                .as("the neighbour sees the seat and not who holds it")
                .isEmpty();
        assertThat(as(CLERK).get(SEATS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    private List<String> listed(String username, String query) {
        List<String> ids = new java.util.ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = as(username).get(SEATS + "?" + query + cursor).body();
            page.path("items").forEach(item -> ids.add(item.path("id").asString()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return ids;
    }

    @Test
    void aPostInASeatTakesUnitTitleAndScopeFromIt() {
        String seat = seat(COMMUNE);
        String person = registered(CLERK, "Bế Văn Nhận", COMMUNE);

        Caller.Answer wrong = addPost(
                CLERK,
                person,
                1,
                with(
                        with(with(inSeat(seat, "2026-01-01"), "title", "Khác"), "unitId", NEIGHBOUR.toString()),
                        "managementScope",
                        "UNIT_HEAD"));
        Caller.Answer added = addPost(CLERK, person, 1, with(inSeat(seat, "2026-01-01"), "termMonths", 60));

        assertThat(wrong.fields()).containsExactlyInAnyOrder("unitId", "title", "managementScope");
        assertThat(wrong.codes()).containsOnly("differs-from-seat");
        JsonNode post = added.body().path("assignments").path(0);
        assertThat(post.path("title").asString()).isEqualTo("Chức danh T_THU");
        assertThat(post.path("unitId").asString()).isEqualTo(COMMUNE.toString());
        assertThat(post.path("termMonths").asInt()).isEqualTo(60);
        assertThat(addPost(CLERK, person, 2, Map.of("validFrom", "2026-01-01")).fields())
                .containsExactlyInAnyOrder("unitId", "title", "managementScope");
        assertThat(addPost(CLERK, person, 2, inSeat(UUID.randomUUID().toString(), "2026-01-01"))
                        .codes())
                .containsExactly("unknown-seat");
    }

    @Test
    void aCorrectionThatDoesNotSpeakOfTheSeatLeavesThePostInIt() {
        String seat = seat(COMMUNE);
        String person = registered(CLERK, "Bế Văn Sửa", COMMUNE);
        JsonNode post = addPost(CLERK, person, 1, with(inSeat(seat, "2026-01-01"), "termMonths", 60))
                .body()
                .path("assignments")
                .path(0);
        Map<String, Object> asThePageSendsIt = Map.of(
                "unitId",
                COMMUNE.toString(),
                "title",
                post.path("title").asString(),
                "managementScope",
                "COMMUNE_PARTY_COMMITTEE",
                "concurrent",
                true,
                "validFrom",
                "2026-01-03",
                "reason",
                "Ngày sai");

        Caller.Answer corrected = as(CLERK)
                .ask(
                        "PUT",
                        PEOPLE + "/" + person + "/assignments/"
                                + post.path("id").asString(),
                        asThePageSendsIt,
                        "If-Match",
                        "\"2\"");

        JsonNode now = corrected.body().path("assignments").path(0);
        assertThat(now.path("validFrom").asString()).isEqualTo("2026-01-03");
        assertThat(now.path("seatId").asString()).isEqualTo(seat);
        assertThat(now.path("termMonths").asInt()).isEqualTo(60);
    }

    @Test
    void aSeatIsHeldByNoMoreThanItAllows() {
        String seat = seat(COMMUNE);
        String first = registered(CLERK, "Bế Văn Đầu", COMMUNE);
        String second = registered(CLERK, "Bế Văn Sau", COMMUNE);
        addPost(CLERK, first, 1, with(inSeat(seat, "2026-01-01"), "validTo", "2026-06-01"));

        Caller.Answer early = addPost(CLERK, second, 1, inSeat(seat, "2026-05-31"));
        Caller.Answer acting = addPost(CLERK, second, 1, with(inSeat(seat, "2026-05-31"), "acting", true));
        Caller.Answer next = addPost(CLERK, second, 2, inSeat(seat, "2026-06-01"));

        assertThat(early.codes()).containsExactly("seat-is-held");
        assertThat(early.fields()).containsExactly("seatId");
        assertThat(acting.status()).isEqualTo(201);
        assertThat(next.status()).isEqualTo(201);
    }

    @Test
    void aSeatIsFullAlsoForWhoeverDoesNotSeeItsHolder() {
        String seat = seat(NEIGHBOUR);
        String theirs = registered(OTHER_CLERK, "Bế Văn Kín", NEIGHBOUR);
        addPost(OTHER_CLERK, theirs, 1, with(inSeat(seat, "2026-01-01"), "validTo", "2026-06-01"));
        String mine = registered(CLERK, "Bế Văn Cũ", COMMUNE);

        Caller.Answer past = addPost(CLERK, mine, 1, with(inSeat(seat, "2026-02-01"), "validTo", "2026-03-01"));

        assertThat(past.codes()).containsExactly("seat-is-held");
        assertThat(past.body().toString()).doesNotContain("Bế Văn Kín", theirs);
    }

    @Test
    void ofTwoWhoTakeASeatAtOnceOneIsRefused() {
        String seat = seat(COMMUNE);
        List<String> two = Stream.of("Bế Văn Một", "Bế Văn Hai")
                .map(name -> registered(CLERK, name, COMMUNE))
                .toList();

        List<Integer> answers = IntStream.range(0, 2)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> addPost(CLERK, two.get(i), 1, inSeat(seat, "2026-01-01"))
                                .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(201, 422);
    }
}
