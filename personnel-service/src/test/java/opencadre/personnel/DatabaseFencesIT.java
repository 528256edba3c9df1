package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import opencadre.kit.service.DatabaseFences;
import opencadre.kit.service.Servers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** No table about people without a fence, no right too many, nothing of a request left on a connection. */
class DatabaseFencesIT extends RunningService {

    private static final Map<String, String> OPEN = Map.ofEntries(
            Map.entry("unit", "structure of the province"),
            Map.entry("term_of_office", "structure of the province"),
            Map.entry("term_of_office_past", "structure of the province, as it was believed to be"),
            Map.entry("staffing_quota", "structure of the province"),
            Map.entry("staffing_quota_past", "structure of the province, as it was believed to be"),
            Map.entry("unit_root", "structure of the province"),
            Map.entry("unit_succession", "structure of the province"),
            Map.entry("title", "structure of the province"),
            Map.entry("title_equal", "structure of the province"),
            Map.entry("seat", "structure of the province; who holds it stands in assignment"),
            Map.entry("unit_past", "structure of the province, as it was believed to be"),
            Map.entry("title_past", "structure of the province, as it was believed to be"),
            Map.entry("seat_past", "structure of the province, as it was believed to be"),
            Map.entry("session_to_end", "accounts whose sessions end"),
            Map.entry("account_entry", "accounts, which their administrators see all of; no fact of a dossier"),
            Map.entry("grant_act", "who gave and ended which right"),
            Map.entry("document_key", "a known text under the keys of the documents"),
            Map.entry("paper_template", "files that the whole house prints with; no fact of a dossier"),
            Map.entry("paper_template_use", "which of these files is in force"));

    @Value("${spring.datasource.url}")
    private String database;

    @Value("${spring.datasource.username}")
    private String role;

    @Autowired
    private DataSource pool;

    @Test
    void everyTableIsFencedOrNamedWithAReason() {
        assertThat(DatabaseFences.holes(database, role, OPEN)).isEmpty();
    }

    @Test
    void aTableWithoutAFenceAndARoleThatMayTooMuchAreSeen() {
        Servers.asSuperuser(database, "CREATE TABLE planted (person_id uuid)");
        Servers.asSuperuser(database, "GRANT TRUNCATE ON planted TO " + role);
        Servers.asSuperuser(database, "GRANT UPDATE ON audit TO " + role);
        try {
            assertThat(DatabaseFences.holes(database, role, OPEN))
                    .containsExactlyInAnyOrder(
                            "planted has no forced row security, and nobody has said why",
                            "planted tells of people without a fence",
                            role + " may truncate planted",
                            "the audit grants UPDATE");
        } finally {
            Servers.asSuperuser(database, "DROP TABLE planted");
            Servers.asSuperuser(database, "REVOKE UPDATE ON audit FROM " + role);
        }
    }

    /** What a request told the database dies with its transaction, whichever connection served it. */
    @Test
    void noConnectionKeepsWhoAsked() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                Connection connection = pool.getConnection();
                taken.add(connection);
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("SELECT concat(current_setting('opencadre.reach', true),"
                                + " current_setting('opencadre.system', true),"
                                + " current_setting('opencadre.actor', true),"
                                + " current_setting('opencadre.purpose', true)), (SELECT count(*) FROM place)")) {
                    row.next();
                    assertThat(row.getString(1)).isEmpty();
                    assertThat(row.getLong(2)).isZero();
                }
            }
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }
}
