package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

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
        String neighbour = registered(OTHER_CLERK, "Ngô Không Lọc", NEIGHBOUR);
        assertThat(as(CLERK).get(PEOPLE + "/" + neighbour).status()).isEqualTo(404);

        alterOwnRole("BYPASSRLS");
        try {
            assertThat(as(CLERK).get(PEOPLE + "/" + neighbour).status()).isEqualTo(200);
        } finally {
            alterOwnRole("NOBYPASSRLS");
        }
    }
}
