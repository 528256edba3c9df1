package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import opencadre.kit.service.FirstSignIn;
import opencadre.kit.service.Tokens;
import opencadre.personnel.account.AccountDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Accounts made, disabled and reset by their administrator, against a real Keycloak. */
class AccountsIT extends RunningService {

    private static final String ACCOUNTS = "/api/personnel/accounts";
    private static final Map<String, Object> REASON = Map.of("reason", "theo công văn 12-CV/BTC");

    @Autowired
    private AccountDirectory directory;

    private String username = "";

    @BeforeEach
    void aUserNameOfItsOwn() {
        username = "thu." + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void whoeverSignsInFirstMustSetAPasswordAndASecondFactor() {
        String password = created().path("temporaryPassword").asString();

        assertThat(password).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        FirstSignIn first = FirstSignIn.with(username, password);
        assertThat(first.asksForANewPassword()).isTrue();
        first.choose("Mat-khau-moi-2026");
        assertThat(first.asksForASecondFactor()).isTrue();
        assertThat(FirstSignIn.with(username, "Mat-khau-moi-2026").asksForASecondFactor())
                .as("a second attempt gets no further")
                .isTrue();
    }

    @Test
    void theSameRequestAgainMakesNoSecondAccountAndGivesANewPasswordWhileNobodyHasSignedIn() {
        String key = UUID.randomUUID().toString();
        JsonNode first = create(key, body()).body();
        JsonNode again = create(key, body()).body();

        assertThat(again.path("account").path("account"))
                .isEqualTo(first.path("account").path("account"));
        assertThat(again.path("temporaryPassword")).isNotEqualTo(first.path("temporaryPassword"));
        assertThat(FirstSignIn.with(username, first.path("temporaryPassword").asString())
                        .asksForANewPassword())
                .isFalse();
        FirstSignIn used =
                FirstSignIn.with(username, again.path("temporaryPassword").asString());
        used.choose("Mat-khau-moi-2026");

        assertThat(create(key, body()).body().has("temporaryPassword")).isFalse();
        Caller.Answer other = create(UUID.randomUUID().toString(), body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.codes()).containsExactly("username-taken");
    }

    @Test
    void anAccountThatWasHalfMadeAtTheProviderIsFinishedAndOneThatIsTakenIsNot() {
        FirstSignIn.halfMade(username);

        assertThat(create(UUID.randomUUID().toString(), body()).status()).isEqualTo(201);
        Map<String, Object> taken = new HashMap<>(body());
        taken.put("username", "daotao.truong");
        assertThat(create(UUID.randomUUID().toString(), taken).codes()).containsExactly("username-taken");
    }

    @Test
    void aPasswordStandsNeitherInTheAuditNorInTheAnswersKept() {
        String password = created().path("temporaryPassword").asString();

        assertThat(count("SELECT count(*) FROM idempotency WHERE body LIKE ?", "%" + password + "%"))
                .isZero();
    }

    @Test
    void aDisabledAccountIsRefusedAtOnceAndSignsInNoMore() {
        assertThat(putGrants("quyhoach.tinh", clerk()).status()).isEqualTo(200);
        String token = Tokens.ofNewSession("quyhoach.tinh", "personnel");
        assertThat(stranger().with(token).get(PEOPLE).status()).isEqualTo(200);

        long begin = System.nanoTime();
        Caller.Answer disabled = act("quyhoach.tinh", "disable");

        assertThat(disabled.status()).isEqualTo(200);
        assertThat(disabled.body().path("enabled").asBoolean()).isFalse();
        assertThat(stranger().with(token).get(PEOPLE).status()).isEqualTo(401);
        assertThat(java.time.Duration.ofNanos(System.nanoTime() - begin)).isLessThan(java.time.Duration.ofSeconds(5));
        assertThat(FirstSignIn.with("quyhoach.tinh", "Demo-2026-quyhoach.tinh").isIn())
                .isFalse();

        assertThat(act("quyhoach.tinh", "enable").body().path("grants").asInt()).isEqualTo(1);
        String again = Tokens.ofNewSession("quyhoach.tinh", "personnel");
        assertThat(stranger().with(again).get(PEOPLE).status()).isEqualTo(200);
        assertThat(putGrants("quyhoach.tinh", Map.of("grants", List.of())).status())
                .isEqualTo(200);
        Tokens.ofNewSession("quyhoach.tinh", "personnel");
    }

    @Test
    void aResetTakesPasswordAndSecondFactorAwayAndEndsSessions() {
        FirstSignIn first =
                FirstSignIn.with(username, created().path("temporaryPassword").asString());
        first.choose("Mat-khau-moi-2026");

        Caller.Answer reset = act(username, "reset");

        assertThat(reset.status()).isEqualTo(200);
        assertThat(FirstSignIn.with(username, "Mat-khau-moi-2026").asksForASecondFactor())
                .isFalse();
        assertThat(FirstSignIn.with(
                                username, reset.body().path("temporaryPassword").asString())
                        .asksForANewPassword())
                .isTrue();
    }

    @Test
    void aChangeNamesTheStateItWasMadeOn() {
        created();
        String path = ACCOUNTS + "/" + username;
        Map<String, Object> change = Map.of("name", "Trần Thị Đổi", "reason", "sai tên");

        assertThat(as(ADMIN).ask("PUT", path, change).status()).isEqualTo(428);
        assertThat(as(ADMIN).ask("PUT", path, change, "If-Match", "\"0\"").status())
                .isEqualTo(412);
        Caller.Answer now = as(ADMIN).get(path);
        Caller.Answer changed = as(ADMIN).ask("PUT", path, change, "If-Match", now.etag());
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("name").asString()).isEqualTo("Trần Thị Đổi");
        assertThat(changed.etag()).isNotEqualTo(now.etag());
    }

    @Test
    void aListShowsTheAccountsOfTheRealmByUserNameAndFindsThemWithoutAccents() {
        create(UUID.randomUUID().toString(), body());
        as(ADMIN).get(ACCOUNTS + "/vanthu.songcong");

        JsonNode found = as(ADMIN).get(ACCOUNTS + "?q=nguyen%20vanthu").body().path("items");
        assertThat(found.valueStream().map(each -> each.path("username").asString()))
                .containsExactly("vanthu.songcong");
        JsonNode one = as(ADMIN).get(ACCOUNTS + "?limit=1").body();
        JsonNode two = as(ADMIN)
                .get(ACCOUNTS + "?limit=1&cursor=" + one.path("next").asString())
                .body();
        assertThat(one.path("items").path(0).path("username").asString())
                .isLessThan(two.path("items").path(0).path("username").asString());
        assertThat(as(OFFICER).get(ACCOUNTS).status()).isEqualTo(403);
    }

    @Test
    void nobodyChangesTheOwnAccountNorAnotherOfTheSamePerson() {
        assertThat(act(ADMIN, "disable").codes()).containsExactly("own-grants");
        String number = "F-" + UUID.randomUUID().toString().substring(0, 8);
        HashMap<String, Object> official = new HashMap<>(person("Ngô Văn Mình", COMMUNE));
        official.put("fileNumber", number);
        register(OFFICER, official);
        Map<String, Object> own = new HashMap<>(body());
        own.put("fileNumber", number);
        assertThat(create(UUID.randomUUID().toString(), own)
                        .body()
                        .path("account")
                        .path("fileNumber")
                        .asString())
                .isEqualTo(number);
        assertThat(as(ADMIN).get(ACCOUNTS + "/" + ADMIN).status()).isEqualTo(200);
        count(
                "WITH whose AS (SELECT person_id AS person FROM file_number WHERE number = ?), told AS (UPDATE account"
                        + " SET holder = person FROM whose WHERE username = ?), mine AS (UPDATE account_entry SET"
                        + " person_id = person FROM whose WHERE username = ? RETURNING 1) SELECT count(*) FROM mine",
                number,
                ADMIN,
                ADMIN);
        try {
            assertThat(give(username, "FILE_CLERK").codes()).contains("own-grants-by-person");
            assertThat(act(username, "reset").codes()).containsExactly("own-grants-by-person");
        } finally {
            count(
                    "WITH mine AS (UPDATE account_entry SET person_id = NULL WHERE username = ? RETURNING 1)"
                            + " SELECT count(*) FROM mine",
                    ADMIN);
        }
    }

    @Test
    void whoseAnAccountIsIsToldWithItsRights() {
        String number = "F-" + UUID.randomUUID().toString().substring(0, 8);
        HashMap<String, Object> official = new HashMap<>(person("Ngô Văn Chủ", COMMUNE));
        official.put("fileNumber", number);
        register(OFFICER, official);
        Map<String, Object> account = new HashMap<>(body());
        account.put("fileNumber", number);
        assertThat(create(UUID.randomUUID().toString(), account).status()).isEqualTo(201);
        String holder = "SELECT count(*) FROM account a JOIN file_number f ON f.person_id = a.holder"
                + " WHERE a.username = ? AND f.number = ?";
        assertThat(count(holder, username, number)).isEqualTo(1);

        // As it is after an upgrade from a release that told nobody.
        asOwner("UPDATE account SET holder = NULL WHERE username = '" + username + "'");
        directory.takeOverAll();

        assertThat(count(holder, username, number)).isEqualTo(1);
    }

    @Test
    void aRightIsGivenAndEndedWithItsReasonAndSaysWhoGaveIt() {
        created();
        Caller.Answer given = give(username, "FILE_CLERK");

        assertThat(given.status()).as(given.body().toString()).isEqualTo(201);
        JsonNode grant = given.body().path("grants").path(0);
        assertThat(grant.path("givenBy").asString()).isEqualTo(ADMIN);
        assertThat(grant.path("reason").asString()).isEqualTo("thử quyền");
        assertThat(grant.path("unitName").asString()).isEqualTo("Phường Sông Công");
        assertThat(give(username, "FILE_CLERK").codes()).containsExactly("grant-stands-already");

        String end = ACCOUNTS + "/" + username + "/grants/" + grant.path("id").asString() + "/end";
        Caller.Answer ended = act(end, given.etag());
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.body().path("grants").path(0).path("validTo").asString())
                .isEqualTo(as(ADMIN)
                        .get("/api/personnel/me")
                        .body()
                        .path("legalDay")
                        .asString());
        assertThat(act(end, ended.etag()).codes()).containsExactly("grant-is-over");
        assertThat(act(
                                end.replace(
                                        grant.path("id").asString(),
                                        UUID.randomUUID().toString()),
                                ended.etag())
                        .status())
                .isEqualTo(404);
        assertThat(as(ADMIN)
                        .get(ACCOUNTS + "/" + username)
                        .body()
                        .path("grants")
                        .asInt())
                .isZero();
    }

    @Test
    void anAdministratorIsGivenNoRoleThatOpensDossiersAndNobodyIsMadeOneHere() {
        assertThat(give("quyhoach.tinh", "SYS_ADMIN").codes()).containsExactly("unknown-role");
        // Another administrator than the one who asks.
        String other = "daotao.truong";
        assertThat(as(ADMIN).get(ACCOUNTS + "/" + other).status()).isEqualTo(200);
        administers(other, true);
        try {
            Caller.Answer put = putGrants(other, clerk());
            assertThat(put.codes()).containsExactly("administrator-opens-no-dossier");
        } finally {
            administers(other, false);
        }
    }

    private void administers(String of, boolean now) {
        count(
                "WITH changed AS (UPDATE account_entry SET administers = ? WHERE username = ? RETURNING 1)"
                        + " SELECT count(*) FROM changed",
                now,
                of);
    }

    private JsonNode created() {
        Caller.Answer answer = create(UUID.randomUUID().toString(), body());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body();
    }

    private Map<String, Object> body() {
        return Map.of("username", username, "name", "Trần Thị Thử Nghiệm");
    }

    private Caller.Answer create(String key, Map<String, Object> body) {
        return as(ADMIN).ask("POST", ACCOUNTS, body, "Idempotency-Key", key);
    }

    private Caller.Answer act(String of, String act) {
        if (of.contains("/")) {
            return as(ADMIN)
                    .ask(
                            "POST",
                            of,
                            REASON,
                            "If-Match",
                            act,
                            "Idempotency-Key",
                            UUID.randomUUID().toString());
        }
        String path = ACCOUNTS + "/" + of;
        return act(path + "/" + act, as(ADMIN).get(path).etag());
    }

    private Caller.Answer give(String of, String role) {
        Map<String, Object> grant =
                Map.of("role", role, "unitId", COMMUNE.toString(), "validFrom", "2025-07-01", "reason", "thử quyền");
        String path = ACCOUNTS + "/" + of;
        return as(ADMIN)
                .ask(
                        "POST",
                        path + "/grants",
                        grant,
                        "If-Match",
                        as(ADMIN).get(path).etag(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    private static Map<String, Object> clerk() {
        return Map.of(
                "grants",
                List.of(Map.of("role", "FILE_CLERK", "unitId", COMMUNE.toString(), "validFrom", "2025-07-01")));
    }
}
