package opencadre.personnel.account.keycloak;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.personnel.account.IdentityProvider;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
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
    private static final String SYS_ADMIN = "sys-admin";
    private static final String UPDATE_PASSWORD = "UPDATE_PASSWORD";

    /** What whoever signs in first must do: a password of their own and a second factor. */
    private static final List<String> FIRST_SIGN_IN = List.of(UPDATE_PASSWORD, "CONFIGURE_TOTP");

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
    public Optional<Identity> find(String username) {
        return asking(() -> named(username).map(user -> {
            Map<String, List<String>> attributes = attributes(user);
            boolean administers = users().get(user.getId()).roles().realmLevel().listAll().stream()
                    .map(RoleRepresentation::getName)
                    .anyMatch(SYS_ADMIN::equals);
            return new Identity(
                    user.getId(),
                    user.getUsername(),
                    name(user),
                    user.getEmail(),
                    Boolean.TRUE.equals(user.isEnabled()),
                    version(attributes),
                    administers);
        }));
    }

    @Override
    public List<String> usernames(int first, int max) {
        return asking(() -> users().search(null, first, max, true).stream()
                .map(UserRepresentation::getUsername)
                .toList());
    }

    @Override
    public Opening open(String username, String name, @Nullable String email) {
        return asking(() -> {
            UserRepresentation user = new UserRepresentation();
            user.setUsername(username);
            rename(user, name);
            user.setEmail(email);
            user.setEmailVerified(email != null);
            user.setEnabled(false);
            user.setRequiredActions(FIRST_SIGN_IN);
            user.setAttributes(Map.of(AUTHZ_VERSION, List.of("0")));
            try (Response answer = users().create(user)) {
                return switch (answer.getStatusInfo().toEnum()) {
                    case CREATED -> new Opening.Ready(CreatedResponseUtil.getCreatedId(answer));
                    case CONFLICT -> named(username).map(this::standing).orElseGet(Opening.EmailTaken::new);
                    default -> throw new WebApplicationException(answer.getStatus());
                };
            }
        });
    }

    /** One that nobody can sign in with was left by an attempt that stopped half-way. */
    private Opening standing(UserRepresentation user) {
        boolean halfMade = Boolean.FALSE.equals(user.isEnabled())
                && version(attributes(user)) == 0
                && users().get(user.getId()).credentials().isEmpty();
        return halfMade ? new Opening.Ready(user.getId()) : new Opening.UsernameTaken();
    }

    /**
     * The version and whether it may sign in first, so that the next token carries the one and none is made after the
     * other; then the sessions end. A version is never lowered. An account that is gone has no sessions left to end.
     */
    @Override
    public void settle(String account, Standing standing) {
        asking(() -> {
            try {
                settleStanding(account, standing);
            } catch (NotFoundException gone) {
                LOG.info("account {} is no longer known to the identity provider", account);
            }
            return account;
        });
    }

    private void settleStanding(String account, Standing standing) {
        UserResource user = users().get(account);
        // The whole representation goes back: what an update leaves out, Keycloak wipes.
        UserRepresentation representation = user.toRepresentation();
        Map<String, List<String>> attributes = attributes(representation);
        if (version(attributes) < standing.authzVersion()) {
            attributes.put(AUTHZ_VERSION, List.of(Long.toString(standing.authzVersion())));
        }
        representation.setAttributes(attributes);
        rename(representation, standing.name());
        if (!standing.enabled() || standing.toTell().letIn()) {
            representation.setEnabled(standing.enabled());
        }
        if (standing.toTell().anew()) {
            representation.setRequiredActions(FIRST_SIGN_IN);
        }
        user.update(representation);
        if (standing.toTell().anew()) {
            user.credentials().forEach(credential -> user.removeCredential(credential.getId()));
        }
        user.logout();
    }

    @Override
    public Optional<String> handOver(String account) {
        return asking(() -> {
            UserResource user = users().get(account);
            if (!user.toRepresentation().getRequiredActions().contains(UPDATE_PASSWORD)) {
                return Optional.empty();
            }
            CredentialRepresentation password = new CredentialRepresentation();
            password.setType(CredentialRepresentation.PASSWORD);
            password.setValue(TemporaryPassword.next());
            password.setTemporary(true);
            user.resetPassword(password);
            return Optional.of(password.getValue());
        });
    }

    private Optional<UserRepresentation> named(String username) {
        return users().searchByUsername(username, true).stream().findFirst();
    }

    /** The given name is the last word, so that Keycloak shows the name in Vietnamese order. */
    private static void rename(UserRepresentation user, String name) {
        int given = name.lastIndexOf(' ');
        user.setFirstName(given < 0 ? "" : name.substring(0, given));
        user.setLastName(name.substring(given + 1));
    }

    private static String name(UserRepresentation user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? user.getUsername() : name;
    }

    private static Map<String, List<String>> attributes(UserRepresentation user) {
        return user.getAttributes() == null ? new HashMap<>() : new HashMap<>(user.getAttributes());
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
