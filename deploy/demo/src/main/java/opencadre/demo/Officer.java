package opencadre.demo;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * An officer at a browser without a window: signs in at the provider's page, keeps cookies, and asks the gateway. The
 * JDK's own cookie store does not send Secure cookies to {@code http://localhost}, browsers do.
 *
 * <p>Errors: {@link Unavailable}.
 */
public final class Officer {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final int HOPS = 10;
    private static final int PATIENCE_SECONDS = 30;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI gateway;
    private final String username;
    private final Map<String, HttpCookie> cookies = new HashMap<>();

    private Officer(String gateway, String username) {
        this.gateway = URI.create(gateway);
        this.username = username;
    }

    /**
     * An officer who has given the password.
     *
     * @param gateway for example {@code http://localhost:8080}
     */
    public static Officer signedIn(String gateway, Accounts.Account account) {
        Officer officer = new Officer(gateway, account.username());
        officer.signIn(account.password());
        return officer;
    }

    public Answer get(String path) {
        return ask("GET", path, BodyPublishers.noBody(), Map.of());
    }

    public Answer put(String path, Object body) {
        return ask("PUT", path, json(body), Map.of());
    }

    public Answer put(String path, Object body, Map<String, String> headers) {
        return ask("PUT", path, json(body), headers);
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        return ask("POST", path, json(body), headers);
    }

    /** The headers by which the gateway knows the session, for whoever sends requests by other means. */
    public Map<String, String> session() {
        return Map.of("Cookie", sent("/api/"), "X-XSRF-TOKEN", cookie("__Host-XSRF-TOKEN"));
    }

    /** A workbook, to where a service takes them. What is not answered at once is waited for. */
    Answer sendBook(String path, byte[] book) {
        Answer sent = ask(
                "POST",
                path,
                BodyPublishers.ofByteArray(book),
                Map.of(
                        "Content-Type",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "Prefer",
                        "respond-async, wait=1",
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
        if (sent.status() != 202) {
            return sent;
        }
        String report =
                path.replaceFirst("\\?.*", "/runs/") + sent.body().path("id").asString() + "/report";
        Answer told = get(report);
        while (told.body().path("code").asString("").equals("import-not-ended")) {
            pause();
            told = get(report);
        }
        return told;
    }

    /** Waits where it is told to: when it is too fast, and when a service is pausing. */
    private Answer ask(String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
        for (int second = 0; ; second++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                    .method(method, body)
                    .header("X-XSRF-TOKEN", cookie("__Host-XSRF-TOKEN"))
                    .header("OpenCadre-Purpose", "RECORD");
            headers.forEach(request::header);
            if (!headers.containsKey("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
            Answer answer = Answer.of(send(request));
            if ((answer.status() != 429 && answer.status() != 503) || second == PATIENCE_SECONDS) {
                return answer;
            }
            pause();
        }
    }

    private void signIn(String password) {
        HttpResponse<String> form = follow(send(to("/oauth2/authorization/keycloak")));
        Matcher action = FORM.matcher(form.body());
        if (!action.find()) {
            throw new Unavailable("There is no login form at " + form.uri() + ": " + form.statusCode());
        }
        String fields = Map.of("username", username, "password", password).entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI target = URI.create(action.group(1).replace("&amp;", "&"));
        follow(send(HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))));
        if (send(to("/session")).statusCode() != 200) {
            throw new Unavailable(username + " cannot sign in with the password of the realm file.");
        }
    }

    private HttpResponse<String> follow(HttpResponse<String> first) {
        HttpResponse<String> response = first;
        for (int hop = 0; hop < HOPS && response.statusCode() / 100 == 3; hop++) {
            String location = response.headers().firstValue("Location").orElse("");
            response = send(HttpRequest.newBuilder(response.uri().resolve(location)));
        }
        return response;
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        URI uri = request.copy().build().uri();
        String sent = sent(uri.getPath());
        if (!sent.isEmpty()) {
            request.header("Cookie", sent);
        }
        try {
            HttpResponse<String> response = HTTP.send(
                    request.timeout(Duration.ofSeconds(PATIENCE_SECONDS)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new Unavailable("No answer from " + uri.resolve("/") + " for " + username + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted.", e);
        }
    }

    private String sent(String path) {
        return cookies.values().stream()
                .filter(cookie -> path.startsWith(cookie.getPath()))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String header) {
        for (HttpCookie cookie : HttpCookie.parse(header)) {
            if (cookie.getPath() == null) {
                cookie.setPath("/");
            }
            if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
    }

    private String cookie(String name) {
        HttpCookie cookie = cookies.get(name);
        return cookie == null ? "none" : cookie.getValue();
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
    }

    static void pause() {
        pause(Duration.ofSeconds(1));
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted.", e);
        }
    }
}
