package opencadre.personnel.merge;

import static org.assertj.core.api.Assertions.assertThat;

import opencadre.kit.access.AccessContracts;
import org.junit.jupiter.api.Test;

/** A comparison shows two records whole; nobody is shown what they may not read. */
class MergeAccessTest {

    private static final AccessContracts CONTRACTS = AccessContracts.of("personnel");

    @Test
    void whoeverComparesMayReadTheFactsByTheSameRole() {
        assertThat(CONTRACTS.roles().stream().filter(role -> CONTRACTS.carries(role, "merge.read")))
                .isNotEmpty()
                .allSatisfy(role -> {
                    for (String fact :
                            new String[] {"person.read", "cv.read", "cv-sensitive.read", "conduct.read", "document.read"
                            }) {
                        assertThat(CONTRACTS.carries(role, fact))
                                .as(role + " " + fact)
                                .isTrue();
                    }
                });
    }

    @Test
    void whoeverWritesOrApprovesAlsoSees() {
        assertThat(CONTRACTS.roles().stream()
                        .filter(role ->
                                CONTRACTS.carries(role, "merge.write") || CONTRACTS.carries(role, "merge.approve")))
                .allMatch(role -> CONTRACTS.carries(role, "merge.read"));
    }
}
