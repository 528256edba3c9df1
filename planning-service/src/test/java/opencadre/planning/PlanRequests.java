package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/**
 * What requests about seats, plans and verdicts look like; each test has a chairman's seat and a deputy's of its own.
 */
abstract class PlanRequests extends RunningService {

    static final String SEATS = "/api/planning/seats";
    static final String PLANS = "/api/planning/plan-entries";
    static final String LEADER = "quyhoach.tinh";
    static final String DAY = "2026-11-24";
    static final String CHAIRMAN = "CT_UBND_XA";
    static final String DEPUTY = "PCT_UBND_XA";

    final UUID chair = UUID.randomUUID();
    final UUID deputy = UUID.randomUUID();

    @BeforeEach
    void seats() {
        grant(LEADER, "PROV_ORG_LEADER", PROVINCE);
        await(() -> as(LEADER).get(PEOPLE + "/count").status() == 200);
        // A unit may have two seats of one title, as this class has one for each test: then they would count together.
        Official.seat(chair, COMMUNE, CHAIRMAN + code(chair), 40, 1);
        Official.seat(deputy, COMMUNE, DEPUTY + code(deputy), 50, 1);
        await(() -> as(OFFICER).get(SEATS + "/" + chair).status() == 200);
        await(() -> as(OFFICER).get(SEATS + "/" + deputy).status() == 200);
    }

    static String code(UUID id) {
        return "_" + id.toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }

    /** The deputy, known here. */
    final Official published(String name) {
        Official official = new Official(name, COMMUNE)
                .post(UUID.randomUUID(), deputy, "2022-07-01", null)
                .send();
        await(() -> as(OFFICER).get(PEOPLE + "/" + official.id).status() == 200);
        return official;
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    final Caller.Answer propose(String username, UUID person, UUID seat) {
        return as(username)
                .ask(
                        "POST",
                        PLANS,
                        Map.of(
                                "personId",
                                person.toString(),
                                "seatId",
                                seat.toString(),
                                "term",
                                "2026-2031",
                                "source",
                                "INTERNAL"),
                        "Idempotency-Key",
                        key());
    }

    final String proposed(UUID person, UUID seat) {
        Caller.Answer answer = propose(OFFICER, person, seat);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    final Caller.Answer approve(String username, String entry, long revision, String on) {
        return as(username)
                .ask(
                        "POST",
                        PLANS + "/" + entry + "/approve",
                        Map.of("decision", "88-QĐ/TU", "approvedOn", on),
                        "If-Match",
                        "\"" + revision + "\"",
                        "Idempotency-Key",
                        key());
    }

    final Caller.Answer remove(String username, String entry, long revision, Map<String, Object> body) {
        return as(username)
                .ask(
                        "POST",
                        PLANS + "/" + entry + "/remove",
                        body,
                        "If-Match",
                        "\"" + revision + "\"",
                        "Idempotency-Key",
                        key());
    }

    /** Proposed by the officer and approved by the leader. */
    final String planned(UUID person, UUID seat) {
        String entry = proposed(person, seat);
        Caller.Answer answer = approve(LEADER, entry, 1, "2026-03-15");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return entry;
    }

    final JsonNode entry(String username, String id, String day) {
        return as(username).get(PLANS + "/" + id + "?asOf=" + day).body();
    }

    final Caller.Answer verdict(String username, UUID seat, UUID person, String day) {
        return as(username).get(SEATS + "/" + seat + "/verdicts/" + person + "?asOf=" + day);
    }

    static String outcome(JsonNode verdict, String code) {
        return verdict.path("criteria")
                .valueStream()
                .filter(criterion -> criterion.path("code").asString("").equals(code))
                .findFirst()
                .map(criterion -> criterion.path("outcome").asString(""))
                .orElse("");
    }
}
