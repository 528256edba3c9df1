package opencadre.kit.service;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opencadre.local.BuildServers;
import opencadre.local.KeycloakServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at Keycloak's own pages, from the login form on: which page comes, and what is typed into it. */
public final class FirstSignIn {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String page;
    private String location = "";

    private FirstSignIn(String address) {
        this.page = follow(HttpRequest.newBuilder(URI.create(address)));
    }

    /** Types user name and password into the login form. */
    public static FirstSignIn with(String username, String password) {
        KeycloakServer keycloak = BuildServers.keycloak();
        FirstSignIn at = new FirstSignIn(keycloak.issuer() + "/protocol/openid-connect/auth?"
                + encoded(Map.of(
                        "client_id", "gateway",
                        "response_type", "code",
                        "scope", "openid",
                        "redirect_uri", keycloak.settings().publicUrl() + "/login/oauth2/code/keycloak",
                        "code_challenge", CHALLENGE,
                        "code_challenge_method", "S256")));
        at.send(Map.of("username", username, "password", password));
        return at;
    }

    /** Whether the application was reached: Keycloak sent a code. */
    public boolean isIn() {
        return location.contains("/login/oauth2/code/") && location.contains("code=");
    }

    public boolean asksForANewPassword() {
        return !isIn() && page.contains("name=\"password-new\"");
    }

    public boolean asksForASecondFactor() {
        return !isIn() && page.contains("name=\"totpSecret\"");
    }

    /** Chooses a password where one is asked for. */
    public void choose(String password) {
        if (!asksForANewPassword()) {
            throw new IllegalStateException("No new password is asked for: " + page);
        }
        send(Map.of("password-new", password, "password-confirm", password));
    }

    /** Leaves an account at Keycloak as an attempt does that stopped after its first step. */
    public static void halfMade(String username) {
        KeycloakServer keycloak = BuildServers.keycloak();
        HttpResponse<String> token = exchange(form(
                HttpRequest.newBuilder(URI.create(keycloak.issuer() + "/protocol/openid-connect/token")),
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "personnel-admin",
                        "client_secret", keycloak.settings().personnelSecret())));
        JsonNode bearer = JsonMapper.shared().readTree(token.body()).path("access_token");
        HttpResponse<String> made =
                exchange(HttpRequest.newBuilder(URI.create(keycloak.url() + "/admin/realms/opencadre/users"))
                        .header("Authorization", "Bearer " + bearer.asString())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared()
                                .writeValueAsString(Map.of("username", username, "enabled", false)))));
        if (made.statusCode() != 201) {
            throw new IllegalStateException("Not made: " + made.statusCode() + " " + made.body());
        }
    }

    private void send(Map<String, String> fields) {
        Matcher action = FORM.matcher(page);
        if (!action.find()) {
            throw new IllegalStateException("No form: " + page);
        }
        page = follow(form(HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&"))), fields));
    }

    /** Goes where Keycloak sends the browser, as far as it stays at Keycloak. */
    private String follow(HttpRequest.Builder request) {
        HttpResponse<String> answer = exchange(withCookies(request));
        keep(answer);
        while (answer.statusCode() / 100 == 3) {
            location = answer.headers().firstValue("Location").orElseThrow();
            if (!location.startsWith(BuildServers.keycloak().issuer())) {
                return "";
            }
            answer = exchange(withCookies(HttpRequest.newBuilder(URI.create(location))));
            keep(answer);
        }
        return answer.body();
    }

    private HttpRequest.Builder withCookies(HttpRequest.Builder request) {
        return cookies.isEmpty()
                ? request
                : request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private void keep(HttpResponse<String> answer) {
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String pair = cookie.substring(0, cookie.indexOf(';'));
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
    }

    private static HttpRequest.Builder form(HttpRequest.Builder request, Map<String, String> fields) {
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("No answer from Keycloak", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
