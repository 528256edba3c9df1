package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import opencadre.kit.contract.EventContracts;
import opencadre.kit.service.Owner;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Seats: who holds them, when they fall vacant and why, and who is planned. */
class SeatIT extends PlanRequests {

    private static final Owner OWNERS = new Owner(SERVICE);

    private Official holder(String name, String birth, String from, @org.jspecify.annotations.Nullable String to) {
        Official official = new Official(name, COMMUNE)
                .born(birth)
                .post(UUID.randomUUID(), chair, from, to)
                .send();
        await(() -> !seat(DAY).path("holders").isEmpty());
        return official;
    }

    private JsonNode seat(String day) {
        return as(CLERK).get(SEATS + "/" + chair + "?asOf=" + day).body();
    }

    @Test
    void aSeatWithoutAHolderIsVacantNow() {
        JsonNode seat = seat(DAY);

        assertThat(seat.path("vacantFrom").asString()).isEqualTo(DAY);
        assertThat(seat.path("vacancyReason").asString()).isEqualTo("NOT_HELD");
        assertThat(seat.path("title").asString()).startsWith("Chức danh CT_UBND_XA");
        assertThat(seat.path("theoryAsked").asString()).isEqualTo("CAO_CAP");
    }

    @Test
    void itFallsVacantWhenTheHolderRetiresAndSaysOnWhatThatStands() {
        Official holder = holder("Hồ Văn Hưu", "1965-08", "2024-03-15", null);
        Official next = published("Hồ Văn Kế");
        planned(next.id, chair);

        JsonNode seat = seat(DAY);

        assertThat(seat.path("vacantFrom").asString()).isEqualTo("2027-06-01");
        assertThat(seat.path("vacancyReason").asString()).isEqualTo("RETIREMENT");
        JsonNode foresight = seat.path("foresight").path(0);
        assertThat(foresight.path("personId").asString()).isEqualTo(holder.id.toString());
        assertThat(foresight
                        .path("ends")
                        .valueStream()
                        .map(end -> end.path("reason").asString()))
                .containsExactly("RETIREMENT", "TERM_END");
        assertThat(foresight
                        .path("ends")
                        .path(0)
                        .path("bases")
                        .path(0)
                        .path("regulation")
                        .asString())
                .isEqualTo("135/2020/NĐ-CP");
        assertThat(seat.path("planned").path(0).path("personId").asString()).isEqualTo(next.id.toString());
        assertThat(seat.path("copies").path(0).path("topic").asString()).isEqualTo("personnel.seat.v1");
    }

    @Test
    void whoeverIsElectedHoldsItUntilTheTermOfTheBodyEnds() {
        holder("Hồ Văn Khóa", "1985", "2024-03-15", null);
        assertThat(seat(DAY).path("vacantFrom").asString()).isEqualTo("2029-03-15");
        UUID term = UUID.randomUUID();
        try {
            Official.term(term, COMMUNE, 1, "2021-06-15", "2027-04-15");
            await(() -> seat(DAY).path("vacantFrom").asString().equals("2027-04-15"));

            assertThat(seat(DAY).path("vacancyReason").asString()).isEqualTo("TERM_END");
            assertThat(seat(DAY)
                            .path("foresight")
                            .path(0)
                            .path("ends")
                            .path(0)
                            .path("notes")
                            .path(0)
                            .path("vi")
                            .asString())
                    .contains("nhiệm kỳ");
            assertThat(vacant("2027-04-14")).doesNotContain(chair.toString());
            assertThat(vacant("2027-04-15")).contains(chair.toString());
        } finally {
            Official.term(term, COMMUNE, 2, "2021-06-15", null);
        }
        await(() -> seat(DAY).path("vacantFrom").asString().equals("2029-03-15"));
    }

    @Test
    void whoeverWasRotatedToItLeavesItOnTheDayOfThePlannedReturnAsLongAsTheDecisionStands() {
        UUID post = UUID.randomUUID();
        Official sent = new Official("Hồ Văn Luân", COMMUNE)
                .born("1985")
                .post(post, chair, "2024-03-15", null)
                .send();
        await(() -> seat(DAY).path("vacantFrom").asString().equals("2029-03-15"));
        UUID decision = UUID.randomUUID();
        rotated(decision, 1, sent, post, "ISSUED");
        await(() -> seat(DAY).path("vacantFrom").asString().equals("2027-09-15"));

        assertThat(seat(DAY).path("vacancyReason").asString()).isEqualTo("RETURN");
        assertThat(vacant("2027-09-14")).doesNotContain(chair.toString());
        assertThat(vacant("2027-09-15")).contains(chair.toString());

        rotated(decision, 2, sent, post, "RESCINDED");
        await(() -> seat(DAY).path("vacantFrom").asString().equals("2029-03-15"));
    }

    /** A decision that sends somebody to a post and plans the return for September 2027. */
    private static void rotated(UUID decision, long revision, Official sent, UUID post, String status) {
        var record = (ObjectNode) EventContracts.example("personnel.decision.v1", "rotation");
        record.put("decisionId", decision.toString()).put("revision", revision);
        var version = (ObjectNode) record.path("versions").path(0);
        version.put("status", status);
        ((ObjectNode) version.path("effects").path(0))
                .put("personId", sent.id.toString())
                .put("assignmentId", post.toString())
                .put("effectiveFrom", "2024-03-15")
                .put("plannedReturn", "2027-09-15");
        OWNERS.send("personnel.decision.v1", decision.toString(), revision, record);
    }

    @Test
    void aSuccessorWithADecisionFillsItFromTheFirstDay() {
        holder("Hồ Văn Đi", "1980", "2023-01-01", "2027-10-01");
        Official next = new Official("Hồ Văn Đến", COMMUNE)
                .post(UUID.randomUUID(), chair, "2027-10-01", null)
                .send();
        await(() -> !seat(DAY).path("coming").isEmpty());

        JsonNode before = seat("2027-09-30");
        JsonNode after = seat("2027-10-01");

        assertThat(before.path("holders")).hasSize(1);
        assertThat(before.path("vacantFrom").asString()).isEqualTo("2032-10-01");
        assertThat(after.path("holders").path(0).path("personId").asString()).isEqualTo(next.id.toString());
        assertThat(after.path("coming")).isEmpty();
    }

    @Test
    void whoActsDoesNotFillIt() {
        UUID post = UUID.randomUUID();
        Official acting = new Official("Hồ Văn Quyền", COMMUNE)
                .post(post, chair, "2026-05-01", null)
                .acting(post)
                .send();
        await(() -> !seat(DAY).path("holders").isEmpty());

        assertThat(seat(DAY).path("holders").path(0).path("acting").asBoolean()).isTrue();
        assertThat(seat(DAY).path("holders").path(0).path("personId").asString())
                .isEqualTo(acting.id.toString());
        assertThat(seat(DAY).path("vacancyReason").asString()).isEqualTo("NOT_HELD");
    }

    @Test
    void thoseThatFallVacantByADayComeEarliestFirst() {
        holder("Hồ Văn Sớm", "1965-08", "2024-03-15", null);
        new Official("Hồ Văn Muộn", COMMUNE)
                .born("1990")
                .post(UUID.randomUUID(), deputy, "2025-03-15", null)
                .send();
        await(() -> !as(CLERK)
                .get(SEATS + "/" + deputy + "?asOf=" + DAY)
                .body()
                .path("holders")
                .isEmpty());

        assertThat(vacant("2027-05-31")).doesNotContain(chair.toString(), deputy.toString());
        assertThat(vacant("2027-06-01")).contains(chair.toString()).doesNotContain(deputy.toString());
        assertThat(vacant("2030-03-15")).containsSubsequence(chair.toString(), deputy.toString());
    }

    @Test
    void aListGoesOnWhereItEndedAndKeepsToTheUnit() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        Official.seat(one, OFFICE, "A" + code(one), 60, 1);
        Official.seat(two, OFFICE, "A" + code(two), 61, 1);
        await(() -> as(CLERK).get(SEATS + "/" + two).status() == 200
                && as(CLERK).get(SEATS + "/" + one).status() == 200);

        List<String> all = pages("?limit=1&unitId=" + OFFICE);

        assertThat(all).containsSubsequence(one.toString(), two.toString()).doesNotContain(chair.toString());
        assertThat(pages("?limit=200&unitId=" + COMMUNE)).contains(chair.toString(), one.toString());
        assertThat(as(CLERK).get(SEATS + "?unitId=" + NEIGHBOUR).body().path("items"))
                .isEmpty();
        String cursor = as(CLERK)
                .get(SEATS + "?limit=1&vacantBy=2030-01-01")
                .body()
                .path("next")
                .asString();
        assertThat(as(CLERK).get(SEATS + "?limit=1&cursor=" + cursor).status()).isEqualTo(400);
    }

    private List<String> vacant(String by) {
        return pages("?limit=200&asOf=" + DAY + "&vacantBy=" + by);
    }

    private List<String> pages(String query) {
        List<String> all = new java.util.ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = as(CLERK).get(SEATS + query + cursor).body();
            page.path("items").forEach(line -> all.add(line.path("id").asString()));
            String next = page.path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return all;
    }
}
