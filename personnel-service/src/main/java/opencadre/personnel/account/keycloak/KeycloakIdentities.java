package opencadre.personnel.account.keycloak;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import opencadre.personnel.account.IdentityProvider;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.UserRepresentation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Keycloak by its admin client, with a service account that may manage users and nothing else. */
@Component
@EnableConfigurationProperties(KeycloakProperties.class)
final class KeycloakIdentities implements IdentityProvider, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakIdentities.class);
    private static final String AUTHZ_VERSION = "authzVersion";

    /** The client's own patience has no end, and an account is held while its provider is asked. */
    private static final int CONNECT_SECONDS = 2;

    private static final int ANSWER_SECONDS = 5;

    private final Keycloak keycloak;
    private final String realm;

    KeycloakIdentities(KeycloakProperties properties) {
        this.realm = properties.realm();
        this.keycloak = KeycloakBuilder.builder()
                .serverUrl(properties.url())
                .realm(properties.realm())
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret())
                .resteasyClient(ClientBuilder.newBuilder()
                        .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                        .register(new JacksonProvider(), 100)
                        .build())
                .build();
    }

    @Override
    public Optional<String> subject(String username) {
        return asking(() ->
                users().searchByUsername(username, true).stream().findFirst().map(UserRepresentation::getId));
    }

    /**
     * The version first, so that the next token carries it; then the sessions end. A version is never lowered. An
     * account that is gone has no sessions left to end.
     */
    @Override
    public void endSessions(String account, long authzVersion) {
        asking(() -> {
            try {
                endSessionsOfStanding(account, authzVersion);
            } catch (NotFoundException gone) {
                LOG.info("account {} is no longer known to the identity provider", account);
            }
            return authzVersion;
        });
    }

    private void endSessionsOfStanding(String account, long authzVersion) {
        UserResource user = users().get(account);
        // The whole representation goes back: what an update leaves out, Keycloak wipes.
        UserRepresentation representation = user.toRepresentation();
        Map<String, List<String>> attributes =
                representation.getAttributes() == null ? new HashMap<>() : representation.getAttributes();
        if (version(attributes) < authzVersion) {
            attributes.put(AUTHZ_VERSION, List.of(Long.toString(authzVersion)));
            representation.setAttributes(attributes);
            user.update(representation);
        }
        user.logout();
    }

    private UsersResource users() {
        return keycloak.realm(realm).users();
    }

    private static long version(Map<String, List<String>> attributes) {
        List<String> values = attributes.getOrDefault(AUTHZ_VERSION, List.of());
        return values.isEmpty() ? 0 : Long.parseLong(values.getFirst());
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (WebApplicationException | ProcessingException e) {
            throw new Unreachable(e);
        }
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
