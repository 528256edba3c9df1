package opencadre.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessContractsTest {

    @ParameterizedTest
    @ValueSource(strings = {"personnel", "training", "planning"})
    void everyOperationHasAnActionThatSomeRoleCarries(String service) {
        AccessContracts contracts = AccessContracts.of(service);

        assertThat(contracts.operations()).isNotEmpty().allSatisfy(operation -> {
            List<String> words = List.of(operation.split(" ", -1));
            String action = contracts.actionOf(words.get(0), words.get(1)).orElseThrow();
            assertThat(contracts.actionsOf(contracts.roles())).contains(action);
        });
    }

    @Test
    void knowsNothingOfAnOperationThatIsNotWritten() {
        AccessContracts contracts = AccessContracts.of("personnel");

        assertThat(contracts.actionOf("DELETE", "/api/personnel/people")).isEmpty();
        assertThat(contracts.isRole("SUPERUSER")).isFalse();
        assertThat(contracts.actionsOf(List.of("SUPERUSER"))).isEmpty();
    }

    @Test
    void keepsTheSystemAdministratorOutOfDossiers() {
        AccessContracts contracts = AccessContracts.of("personnel");

        assertThat(contracts.carries(Access.SYS_ADMIN, "person.read")).isFalse();
        assertThat(contracts.carries(Access.SYS_ADMIN, "grant.write")).isTrue();
        assertThat(contracts.carries("PROV_ORG_OFFICER", "grant.write")).isFalse();
    }
}
