package opencadre.kit.service;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opencadre.local.BuildServers;
import opencadre.local.KeycloakServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tokens as the gateway gets them: the demo account signs in at Keycloak's own form (code + PKCE), and its token is
 * exchanged for one that is meant for a single service.
 */
public final class Tokens {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final String VERIFIER = "a-verifier-of-the-tests-that-is-long-enough-for-pkce";
    private static final Duration AHEAD = Duration.ofSeconds(60);
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private Tokens() {}

    /** A token of an account for one service; signed in once, and again before it ends during a long test. */
    public static String of(String username, String service) {
        return KNOWN.compute(
                username + " " + service,
                (key, known) -> known != null && lasts(known) ? known : exchange(signIn(username), service));
    }

    private static boolean lasts(String token) {
        Instant end = Instant.ofEpochSecond(claims(token).path("exp").asLong());
        return Instant.now().plus(AHEAD).isBefore(end);
    }

    /** A token of a new session, after the earlier ones were ended. */
    public static String ofNewSession(String username, String service) {
        KNOWN.keySet().removeIf(key -> key.startsWith(username + " "));
        return of(username, service);
    }

    /** Subject of a token. */
    public static String subject(String token) {
        return claims(token).path("sub").asString();
    }

    /** The version of rights that a token was made under. */
    public static long version(String token) {
        return claims(token).path("authz_version").asLong(0);
    }

    private static JsonNode claims(String token) {
        String body = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(body));
    }

    /** Signs in and returns the token that no service accepts. */
    public static String signIn(String username) {
        KeycloakServer keycloak = BuildServers.keycloak();
        String redirect = keycloak.settings().publicUrl() + "/login/oauth2/code/keycloak";
        Map<String, String> question = new LinkedHashMap<>();
        question.put("client_id", "gateway");
        question.put("response_type", "code");
        question.put("scope", "openid");
        question.put("redirect_uri", redirect);
        question.put("state", UUID.randomUUID().toString());
        question.put("nonce", UUID.randomUUID().toString());
        question.put("code_challenge", challenge());
        question.put("code_challenge_method", "S256");
        HttpResponse<String> form =
                send(HttpRequest.newBuilder(URI.create(endpoint(keycloak, "auth") + "?" + encoded(question))));
        Matcher action = FORM.matcher(form.body());
        if (!action.find()) {
            throw new IllegalStateException("No login form: " + form.statusCode() + " " + form.body());
        }
        String cookies = form.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                        .header("Cookie", cookies)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                encoded(Map.of("username", username, "password", "Demo-2026-" + username)))));
        String location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException("Not signed in: " + answer.body()));
        Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(location);
        if (!code.find()) {
            throw new IllegalStateException("No code: " + location);
        }
        return token(
                keycloak,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        URLDecoder.decode(code.group(1), StandardCharsets.UTF_8),
                        "redirect_uri",
                        redirect,
                        "code_verifier",
                        VERIFIER));
    }

    private static String exchange(String subject, String service) {
        return token(
                BuildServers.keycloak(),
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:token-exchange",
                        "subject_token",
                        subject,
                        "subject_token_type",
                        "urn:ietf:params:oauth:token-type:access_token",
                        "requested_token_type",
                        "urn:ietf:params:oauth:token-type:access_token",
                        "audience",
                        service + "-service",
                        "scope",
                        "aud-" + service));
    }

    private static String token(KeycloakServer keycloak, Map<String, String> form) {
        Map<String, String> fields = new LinkedHashMap<>(form);
        fields.put("client_id", "gateway");
        fields.put("client_secret", keycloak.settings().gatewaySecret());
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(endpoint(keycloak, "token")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
        JsonNode token = JsonMapper.shared().readTree(answer.body()).path("access_token");
        if (!token.isString()) {
            throw new IllegalStateException("No token: " + answer.body());
        }
        return token.asString();
    }

    private static String endpoint(KeycloakServer keycloak, String name) {
        return keycloak.issuer() + "/protocol/openid-connect/" + name;
    }

    private static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
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
