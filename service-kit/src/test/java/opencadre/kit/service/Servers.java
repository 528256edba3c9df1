package opencadre.kit.service;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import opencadre.local.BuildServers;
import opencadre.local.Database;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Points a service at the servers of this build, with a database of its own. */
public final class Servers {

    private Servers() {}

    /** Runs a statement past every fence; texts of its first column, when it has one. */
    public static List<String> asSuperuser(String url, String sql) {
        String name = url.substring(url.lastIndexOf('/') + 1);
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

    /** Registers addresses and passwords; {@code service} is its short name, as {@code personnel}. */
    public static void register(String service, DynamicPropertyRegistry registry) {
        Database database = BuildServers.freshDatabase(service);
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", database::app);
        registry.add("spring.datasource.password", database::appPassword);
        registry.add("spring.flyway.user", database::owner);
        registry.add("spring.flyway.password", database::ownerPassword);
        BuildServers.kafka(service)
                .client(service)
                .forEach((name, value) -> registry.add("spring.kafka.properties." + name, () -> value));
        registry.add("opencadre.issuer", () -> BuildServers.keycloak().issuer());
        registry.add("opencadre.keycloak.url", () -> BuildServers.keycloak().url());
        registry.add(
                "opencadre.keycloak.client-secret",
                () -> BuildServers.keycloak().settings().personnelSecret());
        registry.add("management.server.port", () -> "0");
        registry.add("logging.level.root", () -> "warn");
        registry.add("logging.level.org.apache.kafka", () -> "off");
        registry.add("logging.level.opencadre.kit.web.Problems", () -> "error");
    }
}
