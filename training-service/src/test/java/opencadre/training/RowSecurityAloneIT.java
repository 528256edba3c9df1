package opencadre.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import opencadre.kit.access.Places;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The service's own filter looks away: only row-level security is left. */
class RowSecurityAloneIT extends ScopeChecks {

    @TestConfiguration
    static class NoFilter {

        @Bean
        Places.Fences fences() {
            return Places.Fences.ROW_SECURITY_ONLY;
        }
    }

    @Test
    void withoutRowSecurityTooTheNeighbourWouldBeSeen() {
        UUID id = UUID.randomUUID();
        person(id, 1, "Ngô Không Lọc", NEIGHBOUR, "2025-07-01");
        String neighbour = id.toString();
        await(() -> as(OTHER_CLERK).get(PEOPLE + "/" + neighbour).status() == 200);
        assertThat(as(CLERK).get(PEOPLE + "/" + neighbour).status()).isEqualTo(404);

        alterOwnRole("BYPASSRLS");
        try {
            assertThat(as(CLERK).get(PEOPLE + "/" + neighbour).status()).isEqualTo(200);
        } finally {
            alterOwnRole("NOBYPASSRLS");
        }
    }
}
