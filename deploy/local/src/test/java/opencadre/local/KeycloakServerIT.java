package opencadre.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class KeycloakServerIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final KeycloakServer keycloak = BuildServers.keycloak();

    @Test
    void theRealmNamesLocalhostAsItsIssuer() throws IOException, InterruptedException {
        JsonNode metadata = get(keycloak.issuer() + "/.well-known/openid-configuration");

        assertThat(metadata.path("issuer").asString()).isEqualTo(keycloak.issuer());
        assertThat(keycloak.issuer()).startsWith("http://localhost:").endsWith("/realms/opencadre");
    }

    @Test
    void theServiceAccountMayManageUsersAndNothingElse() throws IOException, InterruptedException {
        JsonNode answer = token(Map.of(
                "grant_type", "client_credentials",
                "client_id", "personnel-admin",
                "client_secret", keycloak.settings().personnelSecret()));

        JsonNode claims = claims(answer.path("access_token").asString());
        List<String> roles = claims.path("resource_access")
                .path("realm-management")
                .path("roles")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertThat(claims.has("aud")).isFalse();
        // query-groups comes with view-users.
        assertThat(roles).containsExactlyInAnyOrder("manage-users", "view-users", "query-users", "query-groups");
    }

    @Test
    void nobodyGetsATokenByPasswordAlone() throws IOException, InterruptedException {
        JsonNode answer = token(Map.of(
                "grant_type", "password",
                "client_id", "gateway",
                "client_secret", keycloak.settings().gatewaySecret(),
                "username", "quantri",
                "password", "Demo-2026-quantri"));

        assertThat(answer.path("error").asString()).isEqualTo("unauthorized_client");
    }

    @Test
    void theClientsThatKeycloakBringsAlongAreOff() throws IOException, InterruptedException {
        for (String client : List.of("admin-cli", "account-console", "security-admin-console", "account")) {
            JsonNode byPassword = token(Map.of(
                    "grant_type", "password",
                    "client_id", client,
                    "username", "quantri",
                    "password", "Demo-2026-quantri"));
            HttpResponse<String> page = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(keycloak.issuer()
                                    + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id="
                                    + client + "&redirect_uri=" + keycloak.issuer() + "/account/"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(byPassword.path("error").asString()).as(client).isEqualTo("invalid_client");
            assertThat(page.statusCode()).as(client).isEqualTo(400);
            assertThat(page.body()).as(client).doesNotContain("name=\"password\"");
        }
    }

    @Test
    void strangersRegisterNoClients() throws IOException, InterruptedException {
        JsonNode answer =
                send(HttpRequest.newBuilder(URI.create(keycloak.issuer() + "/clients-registrations/openid-connect"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"redirect_uris\":[\"https://elsewhere.invalid/\"],\"client_name\":\"stranger\"}"))
                        .build());

        assertThat(answer.path("error").asString()).isEqualTo("insufficient_scope");
    }

    @Test
    void anAccountMadeByHandMustSetUpACode() throws IOException, InterruptedException {
        String admin = keycloak.url() + "/admin/realms/opencadre/users";
        String name = "by-hand-" + UUID.randomUUID();
        asAdmin("POST", admin, Map.of("username", name, "enabled", true));
        JsonNode made =
                asAdmin("GET", admin + "?exact=true&username=" + name, null).path(0);

        assertThat(made.path("requiredActions").valueStream().map(JsonNode::asString))
                .contains("CONFIGURE_TOTP");
        asAdmin("DELETE", admin + "/" + made.path("id").asString(), null);
    }

    @Test
    void keysOfTheRealmAreLongEnough() throws IOException, InterruptedException {
        JsonNode keys =
                get(keycloak.issuer() + "/protocol/openid-connect/certs").path("keys");

        assertThat(keys.valueStream().filter(key -> key.path("use").asString().equals("sig")))
                .isNotEmpty()
                // Base64 of 3072 bits.
                .allSatisfy(key -> assertThat(key.path("n").asString()).hasSize(512));
    }

    /** Whoever guesses is held off, also with the right password, and each attempt is on record. */
    @Test
    void guessingPasswordsIsHeldOffAndRecorded() throws IOException, InterruptedException {
        String admin = keycloak.url() + "/admin/realms/opencadre";
        String name = "guessed-" + UUID.randomUUID();
        String right = "Right-" + UUID.randomUUID();
        // The realm has no client that takes a password, so that no page can be passed by.
        asAdmin(
                "POST",
                admin + "/clients",
                Map.of("clientId", name, "publicClient", true, "directAccessGrantsEnabled", true));
        asAdmin(
                "POST",
                admin + "/users",
                Map.of(
                        "username",
                        name,
                        "enabled",
                        true,
                        "email",
                        name + "@demo.opencadre.invalid",
                        "firstName",
                        "Thử",
                        "lastName",
                        "Đoán",
                        "credentials",
                        List.of(Map.of("type", "password", "value", right, "temporary", false))));
        JsonNode made = asAdmin("GET", admin + "/users?exact=true&username=" + name, null)
                .path(0);
        String user = made.path("id").asString();
        // Only so that the password alone decides.
        asAdmin(
                "PUT",
                admin + "/users/" + user,
                ((ObjectNode) made).set("requiredActions", JsonMapper.shared().createArrayNode()));
        String client = asAdmin("GET", admin + "/clients?clientId=" + name, null)
                .path(0)
                .path("id")
                .asString();
        try {
            assertThat(byPassword(name, right).propertyNames()).contains("access_token");
            for (int attempt = 0; attempt < 6; attempt++) {
                assertThat(byPassword(name, "wrong").path("error").asString()).isEqualTo("invalid_grant");
            }

            assertThat(byPassword(name, right).path("error").asString()).isEqualTo("invalid_grant");
            assertThat(asAdmin("GET", admin + "/events?type=LOGIN_ERROR&user=" + user, null)
                            .valueStream())
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allMatch(event -> event.path("ipAddress").asString().equals("127.0.0.1"));
        } finally {
            asAdmin("DELETE", admin + "/users/" + user, null);
            asAdmin("DELETE", admin + "/clients/" + client, null);
        }
    }

    private JsonNode byPassword(String name, String password) throws IOException, InterruptedException {
        return token(Map.of("grant_type", "password", "client_id", name, "username", name, "password", password));
    }

    private JsonNode asAdmin(String method, String url, @Nullable Object body)
            throws IOException, InterruptedException {
        String token = token(
                        keycloak.url() + "/realms/master",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                KeycloakServer.ADMIN,
                                "password",
                                keycloak.settings().admin()))
                .path("access_token")
                .asString();
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(body)))
                .build());
    }

    private JsonNode token(Map<String, String> form) throws IOException, InterruptedException {
        return token(keycloak.issuer(), form);
    }

    private static JsonNode token(String realm, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI uri = URI.create(realm + "/protocol/openid-connect/token");
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static JsonNode get(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    private static JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        String body = CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return body.isEmpty()
                ? JsonMapper.shared().missingNode()
                : JsonMapper.shared().readTree(body);
    }

    private static JsonNode claims(String token) {
        List<String> segments = List.of(token.split("\\.", -1));
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(segments.get(1)));
    }
}
