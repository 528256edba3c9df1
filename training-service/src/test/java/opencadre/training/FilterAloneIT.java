package opencadre.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A role that row-level security does not hold: only the service's filter is left. */
class FilterAloneIT extends ScopeChecks {

    @BeforeEach
    void takeRowSecurityAway() {
        alterOwnRole("BYPASSRLS");
    }

    @AfterEach
    void bringRowSecurityBack() {
        alterOwnRole("NOBYPASSRLS");
    }

    @Test
    void rowSecurityDoesNotHoldThisRole() {
        assertThat(read("SELECT rolname FROM pg_roles WHERE rolname = current_database() AND rolbypassrls"))
                .hasSize(1);
    }
}
