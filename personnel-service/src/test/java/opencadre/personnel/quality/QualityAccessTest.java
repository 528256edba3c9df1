package opencadre.personnel.quality;

import static org.assertj.core.api.Assertions.assertThat;

import opencadre.kit.access.AccessContracts;
import org.junit.jupiter.api.Test;

/** A finding tells of facts; nobody is told of facts that they may not read. */
class QualityAccessTest {

    private static final AccessContracts CONTRACTS = AccessContracts.of("personnel");

    @Test
    void whoeverIsToldOfFindingsMayReadTheFactsByTheSameRole() {
        assertThat(CONTRACTS.roles().stream().filter(role -> CONTRACTS.carries(role, "quality.read")))
                .isNotEmpty()
                .allSatisfy(role -> {
                    for (String fact : new String[] {"person.read", "cv.read", "cv-sensitive.read", "conduct.read"}) {
                        assertThat(CONTRACTS.carries(role, fact))
                                .as(role + " " + fact)
                                .isTrue();
                    }
                });
    }

    @Test
    void everyAnswerIsSensitive() {
        assertThat(CONTRACTS.operations().stream()
                        .filter(operation ->
                                operation.matches("GET .*/(quality|duplicates|reviews/\\{reviewId}/dossiers)(/.*)?")))
                .hasSize(6)
                .allSatisfy(operation -> assertThat(CONTRACTS
                                .operation("GET", operation.substring(4))
                                .orElseThrow()
                                .fields())
                        .hasToString("SENSITIVE"));
    }
}
