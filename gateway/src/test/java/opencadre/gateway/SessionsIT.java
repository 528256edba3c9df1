package opencadre.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SessionsIT extends RunningGateway {

    @Test
    void theRequestsOfOnePageReadTheirSessionOnce() {
        LoginClient client = signedIn();
        client.get("/api/personnel/officers");
        assertThat(STATEMENTS.count("SELECT")).as("the listener hears").isPositive();
        STATEMENTS.forget();

        for (int i = 0; i < 20; i++) {
            assertThat(client.get("/api/personnel/officers").statusCode()).isEqualTo(200);
        }

        // Once where the five seconds end in between.
        assertThat(STATEMENTS.count("SELECT")).isLessThanOrEqualTo(1);
        assertThat(STATEMENTS.count("UPDATE")).isZero();
    }

    @Test
    void aLogoutIsSeenByTheNextRequest() {
        LoginClient client = signedIn();
        LoginClient other = signedIn();
        client.get("/session");

        HttpResponse<String> answer = client.post("/logout", "");

        assertThat(answer.statusCode()).isEqualTo(204);
        isProblem(client.get("/session"), 401, "not-signed-in");
        assertThat(other.get("/session").statusCode()).isEqualTo(200);
    }

    @Test
    void whoSignsInAndOutIsOnRecordAndNobodyIsInWhoIsNot() {
        LoginClient client = signedIn();
        client.post("/logout", "");

        assertThat(asSuperuser(
                        "SELECT act FROM session_event WHERE username = '" + OFFICER + "' ORDER BY at DESC LIMIT 2"))
                .containsExactly("SIGNED_OUT", "SIGNED_IN");
        assertThat(asSuperuser("SELECT privilege_type FROM information_schema.role_table_grants"
                        + " WHERE table_name = 'session_event' AND grantee <> grantor"))
                .containsExactly("INSERT");
        asSuperuser("ALTER TABLE session_event RENAME TO session_event_away");
        try {
            LoginClient unrecorded = new LoginClient(URL);
            unrecorded.arrive(OFFICER, "");
            isProblem(unrecorded.get("/session"), 401, "not-signed-in");
        } finally {
            asSuperuser("ALTER TABLE session_event_away RENAME TO session_event");
        }
    }

    @Test
    void afterALogoutThePasswordIsAskedAgain() {
        LoginClient client = signedIn();
        assertThat(client.isAskedForPassword()).isFalse();

        client.post("/logout", "");

        assertThat(client.isAskedForPassword()).isTrue();
    }

    @Test
    void changesNeedTheProofOfTheirOrigin() {
        LoginClient client = signedIn();

        isProblem(client.send(post("/api/personnel/forged")), 403, "forbidden");
        isProblem(client.send(post("/logout")), 403, "forbidden");
        isProblem(client.send(post("/api/personnel/forged").header("X-XSRF-TOKEN", "guessed")), 403, "forbidden");

        assertThat(PERSONNEL.count("forged")).isZero();
        assertThat(client.post("/api/personnel/honest", "{\"a\":1}").statusCode())
                .isEqualTo(200);
        assertThat(PERSONNEL.seen("honest").body()).isEqualTo("{\"a\":1}");
    }

    @Test
    void cookiesAreForThisHostOnlyAndStayHomeWhenAnotherSiteCalls() {
        LoginClient client = signedIn();

        assertThat(client.received())
                .anyMatch(answer -> answer.contains("__Host-opencadre=")
                        && answer.contains("Path=/; Secure; HttpOnly; SameSite=Strict"))
                .anyMatch(answer ->
                        answer.contains("__Host-opencadre-login=") && answer.contains("Secure; HttpOnly; SameSite=Lax"))
                .anyMatch(answer -> answer.contains("__Host-XSRF-TOKEN=") && answer.contains("Secure; SameSite=Strict"))
                .noneMatch(answer -> answer.contains("Domain="));
        assertThat(client.cookie("__Host-opencadre-login")).isEmpty();
    }

    @Test
    void aLoginGivesTheSessionANewName() {
        LoginClient client = signedIn();
        String before = client.cookie("__Host-opencadre");

        client.isAskedForPassword();

        assertThat(client.cookie("__Host-opencadre")).isNotEmpty().isNotEqualTo(before);
        assertThat(client.get("/session").statusCode()).isEqualTo(200);
    }

    @Test
    void theSessionSaysWhoIsSignedInAndUntilWhen() {
        JsonNode session = json(signedIn().get("/session").body());

        assertThat(session.path("username").asString()).isEqualTo(OFFICER);
        assertThat(session.path("name").asString()).isEqualTo("Lê Thu Trang");
        assertThat(Instant.parse(session.path("expiresAt").asString()))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(29)),
                        Instant.now().plus(Duration.ofMinutes(31)));
    }

    @Test
    void aReaderArrivesWhereTheWayWasInterrupted() {
        HttpResponse<String> end = new LoginClient(URL)
                .arrive(OFFICER, "?return-to=%2Fpeople%2F12%3FasOf%3D2026-01-01%26tab%3Dh%25C3%25A0");

        assertThat(end.uri()).hasToString(URL + "/people/12?asOf=2026-01-01&tab=h%C3%A0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https%3A%2F%2Fevil.example%2F",
                "%2F%2Fevil.example%2F",
                "%2F%5Cevil.example",
                "javascript%3Aalert(1)",
                "%2F%09%2Fevil.example"
            })
    void nobodyIsSentToAnotherSite(String target) {
        HttpResponse<String> end = new LoginClient(URL).arrive(OFFICER, "?return-to=" + target);

        assertThat(end.uri()).hasToString(URL + "/");
    }

    @Test
    void aLoginThatWasNotStartedHereIsRefused() {
        LoginClient client = new LoginClient(URL);

        HttpResponse<String> answer = client.page("/login/oauth2/code/keycloak?code=stolen&state=guessed");

        assertThat(header(answer, "Location")).endsWith("/?login=failed");
        isProblem(client.get("/session"), 401, "not-signed-in");
    }

    @Test
    void theOwnPasswordAndCodeAreChangedOnTheProvidersPages() {
        LoginClient client = signedIn();

        assertThat(client.arriveAt("?change=password").body()).contains("name=\"password-new\"");
        assertThat(client.arriveAt("?change=code").body()).contains("name=\"totp\"");
        // Any other page of the provider is not to be asked for by an address.
        assertThat(client.arriveAt("?change=delete_account").uri().getPath()).isEqualTo("/");
        assertThat(client.arriveAt("?kc_action=UPDATE_PASSWORD").uri().getPath())
                .isEqualTo("/");
    }

    private static HttpRequest.Builder post(String path) {
        return HttpRequest.newBuilder(URI.create(URL + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
    }
}
