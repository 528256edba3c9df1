package opencadre.training;

import opencadre.kit.access.Places;
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
}
