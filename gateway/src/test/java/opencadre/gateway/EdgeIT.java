package opencadre.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EdgeIT extends RunningGateway {

    private static final int LIMIT = 1024 * 1024;
    private static final String RAW = "GET %s HTTP/1.1\r\nHost: localhost\r\n%sConnection: close\r\n\r\n";

    @Test
    void aBodyOverTheLimitIsRefused() {
        LoginClient client = signedIn();

        isProblem(client.post("/api/personnel/large", "x".repeat(LIMIT + 1)), 413, "body-too-large");
        isProblem(client.post("/api/personnel/large", "x".repeat(8 * LIMIT)), 413, "body-too-large");

        assertThat(PERSONNEL.count("large")).isZero();
        assertThat(client.post("/api/personnel/just-small-enough", "x".repeat(LIMIT))
                        .statusCode())
                .isEqualTo(200);
        assertThat(PERSONNEL.seen("just-small-enough").body()).hasSize(LIMIT);
    }

    @Test
    void aBodyInChunksIsMeasuredToo() {
        LoginClient client = signedIn();

        isProblem(client.send(chunked(client, "/api/personnel/chunks-large", LIMIT + 1)), 413, "body-too-large");

        assertThat(PERSONNEL.count("chunks-large")).isZero();
        assertThat(client.send(chunked(client, "/api/personnel/chunks-small", 70_000))
                        .statusCode())
                .isEqualTo(200);
        assertThat(PERSONNEL.seen("chunks-small").body()).hasSize(70_000);
    }

    @Test
    void nothingOfAServiceIsKeptByTheBrowserWhateverTheServiceSays() {
        HttpResponse<String> answer = signedIn().get("/api/personnel/officers");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().map()).doesNotContainKeys("expires", "pragma", "x-powered-by", "server");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("service"));
        assertThat(header(answer, "ETag")).isEqualTo("\"7\"");
        hasAnswerHeaders(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api//personnel",
                "/api/%2e%2e/personnel",
                "/%2e%2e/",
                "/api/../personnel/a",
                "/api/personnel;x=1/a",
                "/api/%2fa",
                "/a%5cb",
                "/a%00b",
                "/a%zz",
                "/a%c0%af",
                "/a|b",
                "/a<b>",
                "/a\\b",
                "/a{b}"
            })
    void anOddAddressIsRefusedLikeEverythingElse(String path) {
        isRefused(raw(RAW.formatted(path, "")), path);
    }

    @Test
    void anOddRequestIsRefusedLikeEverythingElse() {
        isRefused(raw("GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"), "host");
        isRefused(raw("G(T / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), "method");
        isRefused(raw("TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), "trace");
        isRefused(raw(RAW.formatted("/", "X-Long: " + "x".repeat(20_000) + "\r\n")), "header");
        isRefused(raw(RAW.formatted("/", "Content-Length: abc\r\n")), "length");
    }

    @Test
    void aSecondRequestCannotHideInTheBodyOfTheFirst() {
        LoginClient client = signedIn();
        String cookies = "__Host-opencadre=" + client.cookie("__Host-opencadre") + "; __Host-XSRF-TOKEN="
                + client.cookie("__Host-XSRF-TOKEN");
        String hidden = "GET /api/personnel/smuggled HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies + "\r\n\r\n";
        String first = "POST /api/personnel/carrier HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies
                + "\r\nX-XSRF-TOKEN: " + client.cookie("__Host-XSRF-TOKEN") + "\r\n";

        String chunksWin = raw(first + "Content-Length: " + (5 + hidden.length())
                + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden);
        String twoLengths =
                raw(first + "Content-Length: 0\r\nContent-Length: " + hidden.length() + "\r\n\r\n" + hidden);
        String oddEncoding = raw(first + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + hidden);

        assertThat(chunksWin.split("HTTP/1.1 ", -1)).hasSize(2);
        assertThat(twoLengths).startsWith("HTTP/1.1 400").containsOnlyOnce("HTTP/1.1");
        assertThat(oddEncoding).matches("(?s)HTTP/1.1 (400|501) .*").containsOnlyOnce("HTTP/1.1");
        assertThat(PERSONNEL.count("smuggled")).isZero();
    }

    @Test
    void aProblemSpeaksBothLanguagesAndTheReadersFirst() {
        LoginClient stranger = new LoginClient(URL);

        JsonNode plain = isProblem(stranger.get("/api/personnel/officers"), 401, "not-signed-in");
        JsonNode english = isProblem(
                stranger.send(HttpRequest.newBuilder(URI.create(URL + "/api/personnel/officers"))
                        .header("Accept-Language", "en-GB,vi;q=0.5")),
                401,
                "not-signed-in");

        // The machine of this test speaks English.
        assertThat(plain.path("title")).isEqualTo(plain.path("messages").path("vi"));
        assertThat(english.path("title")).isEqualTo(english.path("messages").path("en"));
    }

    @Test
    void withoutASessionNothingIsServedButPages() {
        LoginClient stranger = new LoginClient(URL);

        isProblem(stranger.page("/api/personnel/officers"), 401, "not-signed-in");
        isProblem(stranger.get("/session"), 401, "not-signed-in");
        isProblem(stranger.get("/nothing.js"), 404, "not-found");
        isProblem(stranger.page("/assets/nothing.js"), 404, "not-found");
        isProblem(stranger.page("/actuator/env"), 404, "not-found");
        isProblem(signedIn().page("/api/nothing"), 404, "not-found");
        assertThat(stranger.cookie("__Host-opencadre")).isEmpty();
    }

    @Test
    void withoutTheSessionStoreNobodyIsSignedOut() {
        LoginClient client = new LoginClient(URL);

        STATEMENTS.whileDatabaseIsAway(() -> {
            HttpResponse<String> answer = client.send(client.change("/api/personnel/officers")
                    .header("Cookie", "__Host-opencadre=MTIzNDU2Nzg5MDEy")
                    .GET());
            isProblem(answer, 503, "unavailable");
            assertThat(answer.headers().map()).containsKey("retry-after").doesNotContainKey("set-cookie");
        });
    }

    @Test
    void everyAddressOfAPageLeadsToTheWebApplication() {
        LoginClient client = new LoginClient(URL);
        String front = client.page("/").body();

        HttpResponse<String> page = client.page("/people/123?asOf=2026-01-01");

        assertThat(page.body()).hasSameSizeAs(front).contains("<html").doesNotContain("__CSP_NONCE__");
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
        hasAnswerHeaders(page);
    }

    @Test
    void onlyFilesWithAHashAreKept() {
        LoginClient client = new LoginClient(URL);

        HttpResponse<String> hashed = client.get("/assets/probe-3f9a1c.js");
        HttpResponse<String> plain = client.get("/probe.svg");

        assertThat(hashed.headers().allValues("Cache-Control")).containsExactly("max-age=31536000, public, immutable");
        assertThat(plain.headers().allValues("Cache-Control")).containsExactly("no-cache");
        assertThat(header(plain, "Last-Modified")).isNotEmpty();
        hasAnswerHeaders(hashed);
        hasAnswerHeaders(plain);
    }

    @Test
    void whatIsLongIsPackedButADossierIsNot() {
        LoginClient client = signedIn();

        HttpResponse<String> list = client.send(packed(client, "/api/personnel/long/list"));
        HttpResponse<String> dossier = client.send(packed(client, "/api/personnel/long"));
        HttpResponse<String> small = client.send(packed(client, "/api/personnel/short/list"));

        assertThat(header(list, "Content-Encoding")).isEqualTo("gzip");
        assertThat(list.body().length()).isLessThan(2_000);
        assertThat(header(list, "Vary").toLowerCase(Locale.ROOT)).contains("accept-encoding");
        assertThat(dossier.headers().map()).doesNotContainKey("content-encoding");
        assertThat(dossier.body()).contains("dài dài");
        assertThat(small.headers().map()).doesNotContainKey("content-encoding");
        hasAnswerHeaders(list);
    }

    private static HttpRequest.Builder packed(LoginClient client, String path) {
        return client.change(path).GET().header("Accept-Encoding", "gzip");
    }

    private static HttpRequest.Builder chunked(LoginClient client, String path, int length) {
        byte[] body = "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
        return client.change(path).POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    private static void isRefused(String answer, String what) {
        assertThat(answer)
                .as(what)
                .matches("(?s)HTTP/1.1 40[05] .*")
                .contains("application/problem+json", "\"messages\":{\"vi\":\"", "Cache-Control: no-store")
                .contains("Content-Security-Policy: default-src 'none'", "frame-ancestors 'none'", "nosniff")
                .contains("Referrer-Policy: no-referrer", "Strict-Transport-Security")
                .doesNotContain("<html", "Exception", "Tomcat");
    }
}
