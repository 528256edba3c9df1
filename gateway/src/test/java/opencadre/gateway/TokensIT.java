package opencadre.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TokensIT extends RunningGateway {

    private static final String REFRESH = "grant_type=refresh_token";
    private static final String EXCHANGE = "token-exchange";
    /** Tokens are not used in their last minute, so these are good for two seconds. */
    private static final int SHORT = 62;

    @AfterEach
    void mendWhatTestsBreak() {
        IDENTITY.turn(IdentityRelay.Way.OPEN);
        REALM.rotateRefreshTokens(false);
        REALM.tokenLifespan(300);
    }

    @Test
    void eachServiceGetsATokenForItselfAlone() {
        LoginClient client = signedIn();

        List.of("personnel", "training", "planning")
                .forEach(service -> assertThat(
                                client.get("/api/" + service + "/own-token").statusCode())
                        .isEqualTo(200));

        assertThat(audience(PERSONNEL)).isEqualTo("\"personnel-service\"");
        assertThat(audience(TRAINING)).isEqualTo("\"training-service\"");
        assertThat(audience(PLANNING)).isEqualTo("\"planning-service\"");
        assertThat(claims(PERSONNEL.seen("own-token"))
                        .path("preferred_username")
                        .asString())
                .isEqualTo(OFFICER);
    }

    @Test
    void whatABrowserClaimsNeverReachesAService() {
        LoginClient client = signedIn();

        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(URI.create(URL + "/api/personnel/claims?asOf=2026-01-01"))
                        .header("Authorization", "Bearer forged")
                        .header("Forwarded", "for=1.2.3.4")
                        .header("X-Forwarded-For", "1.2.3.4")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("X-Real-IP", "1.2.3.4")
                        .header("X-User-Id", "forged")
                        .header("X-User-Roles", "sys-admin")
                        .header("X-Authz-Version", "9")
                        .header("X-Original-URL", "/api/personnel/secret")
                        .header("X-XSRF-TOKEN", "x")
                        .header("Accept-Language", "en"));

        assertThat(answer.statusCode()).isEqualTo(200);
        RecordingService.Seen seen = PERSONNEL.seen("claims");
        assertThat(seen.path()).isEqualTo("/api/personnel/claims?asOf=2026-01-01");
        assertThat(seen.headers().get("Authorization"))
                .singleElement()
                .asString()
                .startsWith("Bearer eyJ");
        assertThat(seen.headers().keySet())
                .contains("Accept-language")
                .doesNotContain("Cookie", "Forwarded", "Upgrade", "Http2-settings")
                .noneMatch(name -> name.matches("X-(forwarded|real|user|authz|original|xsrf).*"));
    }

    @Test
    void noTokenEverReachesTheBrowser() {
        LoginClient client = signedIn();
        client.page("/");
        client.get("/session");
        client.get("/api/personnel/officers");
        client.post("/logout", "");

        assertThat(client.received()).hasSizeGreaterThan(6).noneMatch(answer -> answer.contains("eyJ"));
    }

    @Test
    void theNextAccountInTheSameBrowserGetsItsOwnTokens() {
        LoginClient client = signedIn();
        client.get("/api/personnel/first-account");
        REALM.logOutUnheard(OFFICER, URL);

        client.arrive(CLERK, "");
        client.get("/api/personnel/second-account");

        assertThat(claims(PERSONNEL.seen("first-account"))
                        .path("preferred_username")
                        .asString())
                .isEqualTo(OFFICER);
        assertThat(claims(PERSONNEL.seen("second-account"))
                        .path("preferred_username")
                        .asString())
                .isEqualTo(CLERK);
    }

    @Test
    void aBurstOfRequestsRefreshesOnceAndRotationDoesNotEndTheSession() {
        REALM.tokenLifespan(SHORT);
        REALM.rotateRefreshTokens(true);
        LoginClient client = signedIn();

        for (int round = 0; round < 3; round++) {
            waitForEndOfTokens();
            long refreshes = IDENTITY.count(REFRESH);
            long exchanges = IDENTITY.count(EXCHANGE);

            assertThat(burst(client)).containsOnly(200);

            assertThat(IDENTITY.count(REFRESH) - refreshes).isEqualTo(1);
            assertThat(IDENTITY.count(EXCHANGE) - exchanges).isEqualTo(2);
        }
    }

    @Test
    void aRefusedRefreshEndsTheSession() {
        REALM.tokenLifespan(SHORT);
        LoginClient client = signedIn();
        REALM.logOutUnheard(OFFICER, URL);
        waitForEndOfTokens();

        isProblem(client.get("/api/personnel/officers"), 401, "not-signed-in");

        isProblem(client.get("/session"), 401, "not-signed-in");
    }

    @Test
    void anIdentityProviderInTroubleSignsNobodyOut() {
        REALM.tokenLifespan(SHORT);
        LoginClient client = signedIn();
        assertThat(client.get("/api/personnel/officers").statusCode()).isEqualTo(200);
        waitForEndOfTokens();

        IDENTITY.turn(IdentityRelay.Way.BROKEN);
        saysLater(client);
        IDENTITY.turn(IdentityRelay.Way.SILENT);
        saysLater(client);
        IDENTITY.turn(IdentityRelay.Way.OPEN);
        IDENTITY.whileDown(() -> saysLater(client));

        assertThat(client.get("/api/personnel/officers").statusCode()).isEqualTo(200);
    }

    private static void saysLater(LoginClient client) {
        Instant begin = Instant.now();
        HttpResponse<String> answer = client.get("/api/personnel/officers");

        isProblem(answer, 503, "identity-unavailable");
        assertThat(header(answer, "Retry-After")).isEqualTo("5");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(client.get("/session").statusCode()).isEqualTo(200);
    }

    private static List<Integer> burst(LoginClient client) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> requests = IntStream.range(0, 16)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> client.get(i % 2 == 0 ? "/api/personnel/burst" : "/api/training/burst")
                                    .statusCode())
                    .toList();
            return threads.invokeAll(requests).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Nothing but time ends a token, and the provider's clock is real. */
    private static void waitForEndOfTokens() {
        try {
            Thread.sleep(Duration.ofMillis(3100));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String audience(RecordingService service) {
        return claims(service.seen("own-token")).path("aud").toString();
    }

    private static JsonNode claims(RecordingService.Seen request) {
        String token = String.join("", request.headers().getOrDefault("Authorization", List.of()));
        return json(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }
}
