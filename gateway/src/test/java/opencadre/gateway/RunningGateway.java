package opencadre.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import opencadre.local.BuildServers;
import opencadre.local.Database;
import opencadre.local.FreePorts;
import opencadre.local.KeycloakServer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One gateway for all tests, between a real Keycloak, a real PostgreSQL and services that remember what they hear. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@Import(RunningGateway.Listening.class)
abstract class RunningGateway {

    static final String OFFICER = "tochuc.tinh";
    static final String CLERK = "vanthu.songcong";

    static final KeycloakServer KEYCLOAK = BuildServers.keycloak();
    static final RealmAdmin REALM = new RealmAdmin(KEYCLOAK);
    static final IdentityRelay IDENTITY = new IdentityRelay(KEYCLOAK.url());
    static final RecordingService PERSONNEL = new RecordingService();
    static final RecordingService TRAINING = new RecordingService();
    static final RecordingService PLANNING = new RecordingService();
    static final SessionStatements STATEMENTS = new SessionStatements();

    private static final List<Integer> PORTS = FreePorts.some(2);
    static final String URL = "http://localhost:" + PORTS.getFirst();
    private static final Database DATABASE = BuildServers.freshDatabase("gateway");

    /** Puts the listener between the gateway and its database. */
    @TestConfiguration
    static class Listening {

        @Bean
        static SessionStatements sessionStatements() {
            return STATEMENTS;
        }
    }

    @DynamicPropertySource
    static void environment(DynamicPropertyRegistry registry) {
        REALM.serveGatewayAt(URL);
        Database database = DATABASE;
        registry.add("server.port", PORTS::getFirst);
        registry.add("management.server.port", PORTS::getLast);
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", database::app);
        registry.add("spring.datasource.password", database::appPassword);
        registry.add("spring.flyway.user", database::owner);
        registry.add("spring.flyway.password", database::ownerPassword);
        registry.add("opencadre.public-url", () -> URL);
        registry.add("opencadre.issuer", KEYCLOAK::issuer);
        registry.add("opencadre.identity-url", () -> IDENTITY.url() + "/realms/opencadre");
        registry.add("opencadre.client-secret", () -> KEYCLOAK.settings().gatewaySecret());
        registry.add("opencadre.services.personnel", PERSONNEL::url);
        registry.add("opencadre.services.training", TRAINING::url);
        registry.add("opencadre.services.planning", PLANNING::url);
        registry.add("opencadre.identity-patience.read", () -> "2s");
        registry.add("opencadre.service-patience.read", () -> "2s");
    }

    static LoginClient signedIn() {
        return new LoginClient(URL).login(OFFICER);
    }

    static JsonNode isProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        hasAnswerHeaders(answer);
        JsonNode problem = json(answer.body());
        assertThat(problem.propertyNames()).containsExactly("type", "title", "status", "code", "messages", "findings");
        assertThat(problem.path("type").asString()).isEqualTo("urn:opencadre:problem:" + code);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("messages").propertyNames()).containsExactly("vi", "en");
        assertThat(problem.path("messages").path("vi").asString()).isNotBlank();
        assertThat(problem.path("messages").path("en").asString()).isNotBlank();
        assertThat(problem.path("findings").isArray()).isTrue();
        return problem;
    }

    static void hasAnswerHeaders(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .matches("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\\w-]{22}'; .*")
                .contains("frame-ancestors 'none'", "form-action 'self' " + KEYCLOAK.url() + ";");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
    }

    /** A statement past every right; texts of its first column, when it has one. */
    static List<String> asSuperuser(String sql) {
        String name = DATABASE.url().substring(DATABASE.url().lastIndexOf('/') + 1);
        List<String> texts = new ArrayList<>();
        try (Connection connection = BuildServers.postgres().superuser(name);
                Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                ResultSet rows = statement.getResultSet();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }

    static String header(HttpResponse<String> answer, String name) {
        return String.join(",", answer.headers().allValues(name));
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** What comes back for these very bytes. */
    static String raw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORTS.getFirst())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("No answer", e);
        }
    }
}
