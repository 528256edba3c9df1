package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Verdicts over HTTP: each condition turns when the record that turns it arrives. */
class VerdictIT extends PlanRequests {

    private final UUID theory = UUID.randomUUID();

    private Official candidate(String name) {
        Official person = published(name);
        person.theory(theory, 1, "VERIFIED");
        planned(person.id, chair);
        await(() -> verdict(CLERK, chair, person.id, DAY)
                .body()
                .path("overall")
                .asString("")
                .equals("PASS"));
        return person;
    }

    private void turns(Official person, String code, String outcome) {
        await(() -> outcome(verdict(CLERK, chair, person.id, DAY).body(), code).equals(outcome));
        JsonNode turned = verdict(CLERK, chair, person.id, DAY).body();
        assertThat(turned.path("overall").asString()).isEqualTo(outcome);
        assertThat(turned.path("criteria")
                        .valueStream()
                        .filter(criterion ->
                                !criterion.path("outcome").asString().equals("PASS"))
                        .map(criterion -> criterion.path("code").asString()))
                .containsExactly(code);
        assertThat(turned.path("criteria")
                        .valueStream()
                        .filter(criterion -> criterion.path("code").asString().equals(code))
                        .findFirst()
                        .orElseThrow()
                        .path("turns")
                        .path("vi")
                        .asString(""))
                .isNotBlank();
    }

    @Test
    void everyConditionSaysWhatItStandsOn() {
        Official person = candidate("Vũ Văn Đủ");

        JsonNode verdict = verdict(CLERK, chair, person.id, DAY).body();

        assertThat(verdict.path("criteria")).hasSize(7);
        assertThat(verdict.path("confidence").asString()).isEqualTo("UNCONFIRMED");
        assertThat(verdict.path("criteria").valueStream())
                .allSatisfy(criterion -> assertThat(criterion.path("bases")).isNotEmpty());
        assertThat(verdict.path("copies")
                        .valueStream()
                        .map(copy -> copy.path("topic").asString()))
                .containsExactlyInAnyOrder(
                        "personnel.seat.v1",
                        "personnel.person.v1",
                        "training.certificate.v1",
                        "planning.plan-entry.v1");
    }

    @Test
    void aCertificateCountsOnceItIsVerifiedAndNoLongerOnceRevoked() {
        Official person = published("Vũ Văn Lý");
        planned(person.id, chair);
        person.theory(theory, 1, "ENTERED");
        turns(person, "theory", "FAIL");

        person.theory(theory, 2, "VERIFIED");
        await(() -> verdict(CLERK, chair, person.id, DAY)
                .body()
                .path("overall")
                .asString("")
                .equals("PASS"));

        person.theory(theory, 3, "REVOKED");
        turns(person, "theory", "FAIL");
    }

    /** The certificate stays what training keeps under the other id: only for whom it counts follows personnel. */
    @Test
    void aCertificateOfARecordThatWentIntoAnotherCountsThereUntilThatIsUndone() {
        Official kept = published("Vũ Văn Giữ");
        planned(kept.id, chair);
        Official merged = published("Vũ Văn Gộp");
        merged.theory(theory, 1, "VERIFIED");
        turns(kept, "theory", "FAIL");

        merged.mergedInto(kept.id).send();
        await(() -> verdict(CLERK, chair, kept.id, DAY)
                .body()
                .path("overall")
                .asString("")
                .equals("PASS"));
        // What training tells of it later counts there too.
        merged.theory(theory, 2, "REVOKED");
        turns(kept, "theory", "FAIL");
        merged.theory(theory, 3, "VERIFIED");
        await(() -> verdict(CLERK, chair, kept.id, DAY)
                .body()
                .path("overall")
                .asString("")
                .equals("PASS"));

        merged.mergedInto(null).send();
        turns(kept, "theory", "FAIL");
    }

    @Test
    void theOthersTurnWithTheRecordOfThePerson() {
        Official person = candidate("Vũ Văn Xoay");

        person.rated(null).send();
        turns(person, "ratings", "UNKNOWN");
        person.rated(List.of(
                        Official.rating(2023, "HTTNV"), Official.rating(2024, "KHTNV"), Official.rating(2025, "HTNV")))
                .send();
        turns(person, "ratings", "FAIL");
        person.rated(
                List.of(Official.rating(2023, "HTTNV"), Official.rating(2024, "HTNV"), Official.rating(2025, "HTNV")));

        person.disciplined(null).send();
        turns(person, "discipline", "UNKNOWN");
        person.disciplined(List.of(Official.discipline("WARNING", "2026-01-10")))
                .send();
        turns(person, "discipline", "FAIL");
        person.disciplined(List.of());

        person.examined(null).send();
        turns(person, "health", "UNKNOWN");
        person.examined(List.of(Official.certificate("2026-04-23"))).send();
        turns(person, "health", "FAIL");
        person.examined(List.of(Official.certificate("2026-05-24")));

        person.suspended("2026-11-01", null).send();
        turns(person, "suspension", "UNKNOWN");
        person.suspended("2026-11-01", "2026-11-20");

        person.born("1967-01").send();
        turns(person, "full-term", "FAIL");
        person.born("1980").send();
        await(() -> verdict(CLERK, chair, person.id, DAY)
                .body()
                .path("overall")
                .asString("")
                .equals("PASS"));
    }

    @Test
    void timeInPostFollowsTheCorrectionOfThePost() {
        Official person = new Official("Vũ Văn Giữ", COMMUNE);
        UUID post = UUID.randomUUID();
        person.post(post, deputy, "2022-07-01", null).theory(theory, 1, "VERIFIED");
        person.send();
        await(() -> as(OFFICER).get(PEOPLE + "/" + person.id).status() == 200);
        planned(person.id, chair);
        await(() -> verdict(CLERK, chair, person.id, DAY)
                .body()
                .path("overall")
                .asString("")
                .equals("PASS"));

        person.post(post, deputy, "2024-11-25", null).send();
        turns(person, "time-in-post", "FAIL");
        person.post(post, deputy, "2024-11-24", null).send();
        await(() -> outcome(verdict(CLERK, chair, person.id, DAY).body(), "time-in-post")
                .equals("PASS"));
    }

    @Test
    void whoLeavesThePlanIsNoLongerPlanned() {
        Official person = published("Vũ Văn Rút");
        person.theory(theory, 1, "VERIFIED");
        String entry = planned(person.id, chair);
        await(() -> verdict(CLERK, chair, person.id, DAY)
                .body()
                .path("overall")
                .asString("")
                .equals("PASS"));

        assertThat(remove(
                                LEADER,
                                entry,
                                2,
                                Map.of("reason", "Xin rút", "decision", "99-QĐ/TU", "removedOn", "2026-11-01"))
                        .status())
                .isEqualTo(200);

        turns(person, "in-plan", "FAIL");
        assertThat(outcome(verdict(CLERK, chair, person.id, "2026-10-31").body(), "in-plan"))
                .isEqualTo("PASS");
    }

    @Test
    void anOpenPageAsksAgainCheaplyUntilSomethingChanges() {
        Official person = candidate("Vũ Văn Chờ");
        String page = SEATS + "/" + chair + "/verdicts?asOf=" + DAY;
        Caller.Answer first = as(CLERK).get(page);
        long seen = audited();

        Caller.Answer again = as(CLERK).ask("GET", page, null, "If-None-Match", first.etag());

        assertThat(first.body().path("items")).hasSize(1);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(audited()).isEqualTo(seen);
        person.theory(theory, 2, "REVOKED");
        await(() ->
                as(CLERK).ask("GET", page, null, "If-None-Match", first.etag()).status() == 200);
        assertThat(audited()).isEqualTo(seen + 1);
        // Another day is another answer, and so is another seat.
        assertThat(as(CLERK)
                        .ask(
                                "GET",
                                SEATS + "/" + chair + "/verdicts?asOf=2026-11-25",
                                null,
                                "If-None-Match",
                                first.etag())
                        .status())
                .isEqualTo(200);
    }

    private long audited() {
        return Long.parseLong(read("SELECT count(*)::text FROM audit WHERE operation = 'listVerdicts'")
                .getFirst());
    }

    @Test
    void aPersonOrASeatOfTheNextCommuneIsNotThere() {
        Official mine = candidate("Vũ Văn Ta");
        UUID theirSeat = UUID.randomUUID();
        Official.seat(theirSeat, NEIGHBOUR, CHAIRMAN + code(theirSeat), 40, 1);
        Official theirs = new Official("Vũ Văn Họ", NEIGHBOUR)
                .post(UUID.randomUUID(), theirSeat, "2022-07-01", null)
                .send();
        await(() -> as(OTHER_CLERK).get(SEATS + "/" + theirSeat).status() == 200
                && as(OTHER_CLERK).get(PEOPLE + "/" + theirs.id).status() == 200);

        assertThat(verdict(CLERK, chair, theirs.id, DAY).status()).isEqualTo(404);
        assertThat(verdict(CLERK, theirSeat, mine.id, DAY).status()).isEqualTo(404);
        assertThat(as(OTHER_CLERK).get(SEATS + "/" + chair + "/verdicts").status())
                .isEqualTo(404);
        assertThat(verdict(OFFICER, chair, theirs.id, DAY).status()).isEqualTo(200);
        assertThat(verdict(CLERK, chair, UUID.randomUUID(), DAY).status()).isEqualTo(404);
    }

    @Test
    void aPostInNoSeatLeavesNothingOffThatIsAskedOfAHigherOne() {
        UUID post = UUID.randomUUID();
        Official person = new Official("Vũ Văn Không Ghế", COMMUNE).post(post, deputy, "2022-07-01", null);
        person.withoutSeat(post)
                .disciplined(List.of(Official.discipline("WARNING", "2026-01-10")))
                .send();
        await(() -> as(OFFICER).get(PEOPLE + "/" + person.id).status() == 200);

        assertThat(outcome(verdict(CLERK, chair, person.id, DAY).body(), "discipline"))
                .isEqualTo("FAIL");
        assertThat(List.of("PASS", "UNKNOWN", "FAIL"))
                .contains(verdict(CLERK, chair, person.id, DAY)
                        .body()
                        .path("overall")
                        .asString());
    }
}
