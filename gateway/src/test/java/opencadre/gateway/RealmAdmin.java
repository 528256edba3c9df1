package opencadre.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import opencadre.local.KeycloakServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a test changes in the realm, as the administrator of the realm master. */
final class RealmAdmin {

    private static final String GATEWAY = "/clients?clientId=gateway";

    private final HttpClient http = HttpClient.newHttpClient();
    private final KeycloakServer keycloak;

    RealmAdmin(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    /** Lets logins return to this gateway, and tells it when sessions end. */
    void serveGatewayAt(String url) {
        ObjectNode client = (ObjectNode) json(send("GET", GATEWAY, "")).get(0);
        ((ArrayNode) client.path("redirectUris")).add(url + "/login/oauth2/code/keycloak");
        ((ObjectNode) client.path("attributes"))
                .put("backchannel.logout.url", url + "/logout/connect/back-channel/keycloak");
        send("PUT", "/clients/" + client.path("id").asString(), client.toString());
    }

    /** How long tokens of later logins live, the user's and the exchanged ones. */
    void tokenLifespan(int seconds) {
        ObjectNode client = (ObjectNode) json(send("GET", GATEWAY, "")).get(0);
        ((ObjectNode) client.path("attributes")).put("access.token.lifespan", Integer.toString(seconds));
        send("PUT", "/clients/" + client.path("id").asString(), client.toString());
    }

    /** Whether a refresh token may be used once only. */
    void rotateRefreshTokens(boolean rotate) {
        send("PUT", "", "{\"revokeRefreshToken\":%s,\"refreshTokenMaxReuse\":0}".formatted(rotate));
    }

    /** Ends all sessions of an account; returns after Keycloak has told the gateway. */
    void logOut(String username) {
        send("POST", "/users/" + userId(username) + "/logout", "");
    }

    /** Ends all sessions of an account at Keycloak, in a moment when the gateway cannot be told. */
    void logOutUnheard(String username, String gateway) {
        serveGatewayAt("http://localhost:1");
        logOut(username);
        serveGatewayAt(gateway);
    }

    String userId(String username) {
        return json(send("GET", "/users?exact=true&username=" + username, ""))
                .get(0)
                .path("id")
                .asString();
    }

    /** Publishes one more key of the realm, which Keycloak itself does not sign with. */
    void publishKey(String privateKeyPem) {
        String realm = json(send("GET", "", "")).path("id").asString();
        Map<String, Object> component = Map.of(
                "name", "known-to-the-test",
                "providerId", "rsa",
                "providerType", "org.keycloak.keys.KeyProvider",
                "parentId", realm,
                "config",
                        Map.of(
                                "privateKey", List.of(privateKeyPem),
                                "priority", List.of("1"),
                                "enabled", List.of("true"),
                                "active", List.of("false"),
                                "algorithm", List.of("RS256")));
        send("POST", "/components", JsonMapper.shared().writeValueAsString(component));
    }

    /** The name under which the realm publishes the key with this modulus. */
    String keyId(String modulus) {
        String certs = call(HttpRequest.newBuilder(URI.create(keycloak.issuer() + "/protocol/openid-connect/certs")));
        return json(certs)
                .path("keys")
                .valueStream()
                .filter(key -> key.path("n").asString("").equals(modulus))
                .findFirst()
                .orElseThrow()
                .path("kid")
                .asString();
    }

    private String send(String method, String path, String body) {
        return call(HttpRequest.newBuilder(URI.create(keycloak.url() + "/admin/realms/opencadre" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private String token() {
        String form = "grant_type=password&client_id=admin-cli&username=" + KeycloakServer.ADMIN + "&password="
                + keycloak.settings().admin();
        String answer =
                call(HttpRequest.newBuilder(URI.create(keycloak.url() + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        return json(answer).path("access_token").asString();
    }

    private String call(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(response.uri() + ": " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException("No answer from Keycloak", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
