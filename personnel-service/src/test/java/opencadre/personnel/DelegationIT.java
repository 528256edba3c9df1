package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An officer hands a part of the own rights on, over HTTP, and loses it with what it is a part of. */
class DelegationIT extends RunningService {

    private static final String GIVER = "lanhdao.btc";
    private static final String RECEIVER = "quyhoach.tinh";
    private static final String DELEGATIONS = "/api/personnel/delegations";
    private static final Map<String, Object> NOTHING = Map.of("grants", List.of());

    private LocalDate today = LocalDate.MIN;

    @BeforeEach
    void theGiverIsOrganisationOfficerOfTheCommune() {
        put(GIVER, Map.of("grants", List.of(grant("UNIT_ORG_OFFICER", COMMUNE))));
        put(RECEIVER, NOTHING);
        Tokens.ofNewSession(GIVER, "personnel");
        Tokens.ofNewSession(RECEIVER, "personnel");
        today = LocalDate.parse(
                as(GIVER).get("/api/personnel/me").body().path("legalDay").asString());
    }

    @AfterEach
    void takeEverythingAway() {
        put(GIVER, NOTHING);
        put(RECEIVER, NOTHING);
        Tokens.ofNewSession(GIVER, "personnel");
        Tokens.ofNewSession(RECEIVER, "personnel");
    }

    @Test
    void thePartOpensWhatItSaysAndNamesItsGiver() {
        String inOffice = registered(OFFICER, "Phan Văn Phòng", OFFICE);
        String inCommune = registered(OFFICER, "Phan Văn Phường", COMMUNE);

        Caller.Answer handed = delegate(OFFICE, 10);

        assertThat(handed.status()).as(handed.body().toString()).isEqualTo(201);
        assertThat(handed.body().path("given").path(0).path("username").asString())
                .isEqualTo(RECEIVER);
        Tokens.ofNewSession(RECEIVER, "personnel");
        assertThat(as(RECEIVER).get(PEOPLE + "/" + inOffice).status()).isEqualTo(200);
        assertThat(as(RECEIVER).get(PEOPLE + "/" + inCommune).status()).isEqualTo(404);
        JsonNode why = as(RECEIVER).get(PEOPLE + "/" + inOffice + "/why").body().path("grants");
        assertThat(why.size()).isEqualTo(1);
        assertThat(why.path(0).path("delegated").asBoolean()).isTrue();
        assertThat(why.path(0).path("givenBy").asString()).isEqualTo(GIVER);
        assertThat(as(RECEIVER).get(PEOPLE + "/" + inCommune + "/why").status()).isEqualTo(404);
        assertThat(as(ADMIN)
                        .get("/api/personnel/accounts/" + RECEIVER + "/grants")
                        .body()
                        .path("grants")
                        .path(0)
                        .path("givenBy")
                        .asString())
                .isEqualTo(GIVER);
    }

    @Test
    void whenTheGiverLosesTheRightThePartIsGoneAtOnce() {
        delegate(OFFICE, 10);
        String token = Tokens.ofNewSession(RECEIVER, "personnel");
        assertThat(stranger().with(token).get(PEOPLE).status()).isEqualTo(200);

        put(GIVER, NOTHING);

        assertThat(stranger().with(token).get(PEOPLE).status()).isEqualTo(401);
        String next = Tokens.ofNewSession(RECEIVER, "personnel");
        assertThat(stranger().with(next).get(PEOPLE).status()).isEqualTo(403);
        assertThat(count("SELECT count(*) FROM session_to_end")).isZero();
    }

    @Test
    void whenTheGiverIsDisabledThePartIsGoneAndComesNotBack() {
        delegate(OFFICE, 10);
        act(GIVER, "disable");
        assertThat(heldBy(RECEIVER)).isZero();
        act(GIVER, "enable");
        Tokens.ofNewSession(GIVER, "personnel");

        assertThat(heldBy(RECEIVER)).isZero();
        assertThat(heldBy(GIVER)).isEqualTo(1);
    }

    @Test
    void theGiverTakesItBackAndNobodyElseDoes() {
        String id = delegate(OFFICE, 10).body().path("given").path(0).path("id").asString();
        Tokens.ofNewSession(RECEIVER, "personnel");

        assertThat(end(RECEIVER, id).status()).isEqualTo(404);
        Caller.Answer ended = end(GIVER, id);
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.body().path("given").size()).isZero();
        assertThat(heldBy(RECEIVER)).isZero();
    }

    @Test
    void neverMoreThanIsHeldNorForLongerNorAgain() {
        assertThat(delegate(PROVINCE, 10).codes()).containsExactly("delegates-more-than-held");
        assertThat(delegate(NEIGHBOUR, 10).codes()).containsExactly("delegates-more-than-held");
        assertThat(delegate(OFFICE, 91).codes()).containsExactly("delegated-for-too-long");
        delegate(OFFICE, 10);
        Tokens.ofNewSession(RECEIVER, "personnel");
        String received = as(RECEIVER)
                .get(DELEGATIONS)
                .body()
                .path("received")
                .path(0)
                .path("id")
                .asString();
        assertThat(delegate(RECEIVER, received, GIVER, OFFICE, 5).codes()).containsExactly("delegated-once-only");
        assertThat(delegate(GIVER, ownGrant(), ADMIN, OFFICE, 5).codes())
                .containsExactly("administrator-opens-no-dossier");
        assertThat(delegate(GIVER, ownGrant(), "khong.co", OFFICE, 5).codes()).containsExactly("unknown-account");
    }

    @Test
    void aDecisionIsNotIssuedByDelegationOfWhoeverPreparedIt() {
        String person = registered(OFFICER, "Phan Văn Hưu", OFFICE);
        JsonNode draft = prepared(GIVER, person);
        delegate(COMMUNE, 10);
        Tokens.ofNewSession(RECEIVER, "personnel");

        assertThat(issue(RECEIVER, draft).codes()).contains("own-decision");
        assertThat(issue(GIVER, draft).codes()).contains("own-decision");
    }

    private JsonNode prepared(String username, String person) {
        JsonNode file = as(username).get(PEOPLE + "/" + person).body();
        Map<String, Object> effect = Map.of(
                "personId",
                person,
                "act",
                "END",
                "assignmentId",
                file.path("assignments").path(0).path("id").asString());
        Caller.Answer answer = as(username)
                .ask(
                        "POST",
                        "/api/personnel/decisions",
                        Map.of("kind", "RETIRE", "effects", List.of(effect)),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body();
    }

    private Caller.Answer issue(String username, JsonNode draft) {
        return as(username)
                .ask(
                        "POST",
                        "/api/personnel/decisions/" + draft.path("id").asString() + "/issue",
                        Map.of(
                                "number",
                                "7-QĐ/ĐU",
                                "signedOn",
                                today.toString(),
                                "authority",
                                "COMMUNE_PARTY_COMMITTEE",
                                "effects",
                                List.of(Map.of(
                                        "effectId",
                                        draft.path("effects").path(0).path("id").asString(),
                                        "effectiveFrom",
                                        today.toString()))),
                        "If-Match",
                        "\"" + draft.path("revision").asLong() + "\"",
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    private String ownGrant() {
        return as(GIVER)
                .get("/api/personnel/me")
                .body()
                .path("grants")
                .path(0)
                .path("id")
                .asString();
    }

    private Caller.Answer delegate(UUID unit, int days) {
        return delegate(GIVER, ownGrant(), RECEIVER, unit, days);
    }

    private Caller.Answer delegate(String giver, String grantId, String receiver, UUID unit, int days) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "grantId",
                grantId,
                "username",
                receiver,
                "unitId",
                unit.toString(),
                "validFrom",
                today.toString(),
                "validTo",
                today.plusDays(days).toString(),
                "reason",
                "đi công tác"));
        return as(giver)
                .ask(
                        "POST",
                        DELEGATIONS,
                        body,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    private Caller.Answer end(String giver, String id) {
        return as(giver)
                .ask(
                        "POST",
                        DELEGATIONS + "/" + id + "/end",
                        Map.of("reason", "đã về"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    private void act(String of, String act) {
        String path = "/api/personnel/accounts/" + of;
        assertThat(as(ADMIN)
                        .ask(
                                "POST",
                                path + "/" + act,
                                Map.of("reason", "thử"),
                                "If-Match",
                                as(ADMIN).get(path).etag(),
                                "Idempotency-Key",
                                UUID.randomUUID().toString())
                        .status())
                .isEqualTo(200);
    }

    private int heldBy(String of) {
        return as(ADMIN)
                .get("/api/personnel/accounts/" + of + "/grants")
                .body()
                .path("grants")
                .size();
    }

    private void put(String of, Map<String, Object> grants) {
        Caller.Answer answer = putGrants(of, grants);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private static Map<String, Object> grant(String role, UUID unit) {
        return Map.of("role", role, "unitId", unit.toString(), "validFrom", "2025-07-01");
    }
}
