package opencadre.personnel.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import opencadre.kit.access.AccessContracts;
import org.junit.jupiter.api.Test;

/** A paper tells what it proves: nobody reads or keeps papers of facts that they may not read. */
class DocumentAccessTest {

    private static final AccessContracts CONTRACTS = AccessContracts.of("personnel");

    private static final Map<String, List<String>> WITH = Map.of(
            "document.read", List.of("person.read", "cv.read", "cv-sensitive.read", "conduct.read"),
            "document.write", List.of("document.read", "cv.write", "cv-sensitive.write"),
            "restricted-document.read", List.of("person.read", "cv-restricted.read"),
            "restricted-document.write", List.of("restricted-document.read", "cv-restricted.write"));

    @Test
    void whoeverReadsPapersMayReadTheFactsByTheSameRole() {
        WITH.forEach((action, facts) -> assertThat(
                        CONTRACTS.roles().stream().filter(role -> CONTRACTS.carries(role, action)))
                .as(action)
                .isNotEmpty()
                .allSatisfy(role -> assertThat(facts).allMatch(fact -> CONTRACTS.carries(role, fact))));
    }

    @Test
    void noAnswerIsLessThanSensitive() {
        assertThat(CONTRACTS.operations().stream()
                        .filter(operation -> operation.contains("/people/")
                                && operation.matches(".*/(restricted-|offered-)?documents(/.*)?")))
                .hasSize(11)
                .allSatisfy(operation -> assertThat(CONTRACTS
                                .operation(
                                        operation.substring(0, operation.indexOf(' ')),
                                        operation.substring(operation.indexOf(' ') + 1))
                                .orElseThrow()
                                .fields())
                        .hasToString(operation.contains("restricted") ? "RESTRICTED" : "SENSITIVE"));
    }
}
