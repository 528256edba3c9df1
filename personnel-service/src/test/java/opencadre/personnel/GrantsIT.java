package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rights given and taken over HTTP: what an administrator's acknowledgement means. */
class GrantsIT extends RunningService {

    private static final String ACCOUNT = "quyhoach.tinh";
    private static final String GRANTS = "/api/personnel/accounts/" + ACCOUNT + "/grants";
    private static final Map<String, Object> CLERK_OF_THE_COMMUNE = Map.of(
            "grants",
            List.of(Map.of(
                    "role", "FILE_CLERK",
                    "unitId", COMMUNE.toString(),
                    "managementScopes", List.of(),
                    "securityClass", "ORDINARY",
                    "validFrom", "2025-07-01")));

    private static final Map<String, Object> NOTHING = Map.of("grants", List.of());

    @AfterEach
    void takeEverythingAway() {
        assertThat(putGrants(ACCOUNT, NOTHING).status()).isEqualTo(200);
        Tokens.ofNewSession(ACCOUNT, "personnel");
    }

    @Test
    void whenTheAdministratorIsToldSoTheOldRightsAreGone() {
        long given = put(CLERK_OF_THE_COMMUNE).body().path("authzVersion").asLong();
        String token = Tokens.ofNewSession(ACCOUNT, "personnel");
        assertThat(Tokens.version(token)).isEqualTo(given);
        assertThat(stranger().with(token).get(PEOPLE).status()).isEqualTo(200);

        Caller.Answer taken = put(NOTHING);

        assertThat(stranger().with(token).get(PEOPLE).status()).isEqualTo(401);
        assertThat(taken.body().path("authzVersion").asLong()).isGreaterThan(given);
        String next = Tokens.ofNewSession(ACCOUNT, "personnel");
        assertThat(stranger().with(next).get(PEOPLE).status()).isEqualTo(403);
        assertThat(count("SELECT count(*) FROM session_to_end")).isZero();
    }

    @Test
    void ofManyChangesAtOnceTheLastVersionStandsAtTheProvider() {
        java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> java.util.concurrent.CompletableFuture.runAsync(
                        () -> put(i % 2 == 0 ? CLERK_OF_THE_COMMUNE : NOTHING)))
                .toList()
                .forEach(java.util.concurrent.CompletableFuture::join);

        long standing = as(ADMIN).get(GRANTS).body().path("authzVersion").asLong();
        assertThat(Tokens.version(Tokens.ofNewSession(ACCOUNT, "personnel"))).isEqualTo(standing);
        assertThat(count("SELECT count(*) FROM session_to_end")).isZero();
    }

    @Test
    void theSameGrantsAgainChangeNothing() {
        long version = put(CLERK_OF_THE_COMMUNE).body().path("authzVersion").asLong();

        assertThat(put(CLERK_OF_THE_COMMUNE).body().path("authzVersion").asLong())
                .isEqualTo(version);
        assertThat(as(ADMIN).get(GRANTS).body().path("grants").size()).isEqualTo(1);
    }

    @Test
    void aChangeNamesTheRightsItWasMadeOn() {
        String before = put(NOTHING).etag();
        assertThat(as(ADMIN).ask("PUT", GRANTS, CLERK_OF_THE_COMMUNE).status()).isEqualTo(428);
        assertThat(as(ADMIN)
                        .ask("PUT", GRANTS, CLERK_OF_THE_COMMUNE, "If-Match", "7")
                        .status())
                .isEqualTo(400);

        Caller.Answer given = as(ADMIN).ask("PUT", GRANTS, CLERK_OF_THE_COMMUNE, "If-Match", before);

        assertThat(given.status()).isEqualTo(200);
        assertThat(given.etag()).isNotEqualTo(before);
        assertThat(as(ADMIN).ask("PUT", GRANTS, NOTHING, "If-Match", before).status())
                .isEqualTo(412);
        assertThat(as(ADMIN).get(GRANTS).body().path("grants").size()).isEqualTo(1);
        Caller.Answer again = as(ADMIN).ask("PUT", GRANTS, CLERK_OF_THE_COMMUNE, "If-Match", before);
        assertThat(again.status()).as("asked again as no answer came").isEqualTo(200);
        assertThat(again.etag()).isEqualTo(given.etag());
    }

    @Test
    void aTokenThatIsAheadOfThisServiceIsAskedToComeBack() {
        put(CLERK_OF_THE_COMMUNE);
        String token = Tokens.ofNewSession(ACCOUNT, "personnel");
        count(
                "WITH back AS (UPDATE account SET authz_version = authz_version - 1 WHERE username = ?"
                        + " RETURNING 1) SELECT count(*) FROM back",
                ACCOUNT);

        Caller.Answer answer = stranger().with(token).get(PEOPLE);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().path("code").asString()).isEqualTo("grants-not-yet-here");
    }

    @Test
    void nobodyGivesRightsToThemselvesOrRolesThatAreNone() {
        Caller.Answer own = putGrants(ADMIN, CLERK_OF_THE_COMMUNE);
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.codes()).containsExactly("own-grants");

        Map<String, Object> superuser = Map.of(
                "grants",
                List.of(Map.of(
                        "role", "SUPERUSER",
                        "unitId", COMMUNE.toString(),
                        "managementScopes", List.of(),
                        "securityClass", "ORDINARY",
                        "validFrom", "2025-07-01")));
        assertThat(putGrants(ACCOUNT, superuser).codes()).containsExactly("unknown-role");
        assertThat(putGrants("khong.co", NOTHING).status()).isEqualTo(404);
    }

    @Test
    void anOfficialSeesTheOwnRecordAndNobodyElse() {
        String number = "F-" + UUID.randomUUID().toString().substring(0, 8);
        HashMap<String, Object> body = new HashMap<>(person("Ngọc Văn Mình", COMMUNE));
        body.put("fileNumber", number);
        String own = register(OFFICER, body).body().path("id").asString();
        String colleague = registered(OFFICER, "Ngọc Văn Bạn", COMMUNE);

        Caller.Answer given = put(ownRecord("CADRE_SELF", number));
        assertThat(given.body().path("grants").path(0).path("fileNumber").asString())
                .isEqualTo(number);
        Tokens.ofNewSession(ACCOUNT, "personnel");

        var people = as(ACCOUNT).get(PEOPLE).body().path("items");
        assertThat(people.valueStream().map(each -> each.path("id").asString())).containsExactly(own);
        assertThat(as(ACCOUNT).get(PEOPLE + "/" + own).status()).isEqualTo(200);
        assertThat(as(ACCOUNT).get(PEOPLE + "/" + own + "/conduct").status()).isEqualTo(200);
        assertThat(as(ACCOUNT).get(PEOPLE + "/" + colleague).status()).isEqualTo(404);
        assertThat(as(ACCOUNT).get(PEOPLE + "/count").body().path("total").asLong())
                .isEqualTo(1);
        assertThat(as(ACCOUNT).get("/api/personnel/decisions").status()).isEqualTo(403);
        assertThat(register(ACCOUNT, person("Ngọc Văn Thêm", COMMUNE)).status()).isEqualTo(403);
        assertThat(as(ACCOUNT)
                        .get("/api/personnel/me")
                        .body()
                        .path("grants")
                        .path(0)
                        .path("personId")
                        .asString())
                .isEqualTo(own);
    }

    @Test
    void theOwnRecordIsNamedByANumberThatThereIsAndByNoOtherRole() {
        assertThat(putGrants(ACCOUNT, ownRecord("CADRE_SELF", "F-KHONGCO")).codes())
                .containsExactly("no-such-file-number");
        assertThat(putGrants(
                                ACCOUNT,
                                Map.of(
                                        "grants",
                                        List.of(Map.of(
                                                "role", "CADRE_SELF",
                                                "unitId", COMMUNE.toString(),
                                                "validFrom", "2025-07-01"))))
                        .codes())
                .containsExactly("own-record-needs-a-file-number");
        HashMap<String, Object> body = new HashMap<>(person("Ngọc Văn Số", COMMUNE));
        String number = "F-" + UUID.randomUUID().toString().substring(0, 8);
        body.put("fileNumber", number);
        register(OFFICER, body);
        assertThat(putGrants(ACCOUNT, ownRecord("FILE_CLERK", number)).codes())
                .containsExactly("only-own-record-has-a-file-number");
    }

    private static Map<String, Object> ownRecord(String role, String fileNumber) {
        return Map.of(
                "grants",
                List.of(Map.of(
                        "role",
                        role,
                        "unitId",
                        COMMUNE.toString(),
                        "fileNumber",
                        fileNumber,
                        "validFrom",
                        "2025-07-01")));
    }

    private Caller.Answer put(Map<String, Object> grants) {
        Caller.Answer answer = putGrants(ACCOUNT, grants);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer;
    }
}
