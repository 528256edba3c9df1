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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    private JsonNode token(Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI uri = URI.create(keycloak.issuer() + "/protocol/openid-connect/token");
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static JsonNode get(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    private static JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        return JsonMapper.shared()
                .readTree(CLIENT.send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    private static JsonNode claims(String token) {
        List<String> segments = List.of(token.split("\\.", -1));
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(segments.get(1)));
    }
}
