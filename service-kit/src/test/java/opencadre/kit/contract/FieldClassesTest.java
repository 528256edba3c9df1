package opencadre.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import opencadre.kit.access.AccessContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of every answer carries a class, and the matrix says of each operation the highest. */
class FieldClassesTest {

    @ParameterizedTest
    @ValueSource(strings = {"personnel", "training", "planning"})
    void everyFieldOfEveryAnswerCarriesAClass(String service) {
        assertThat(OpenApi.of(service).unclassified()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"personnel", "training", "planning"})
    void theMatrixSaysOfEachOperationTheHighestClassOfItsAnswer(String service) {
        AccessContracts contracts = AccessContracts.of(service);

        OpenApi.of(service).classes().forEach((operation, expected) -> {
            List<String> words = List.of(operation.split(" ", -1));
            assertThat(contracts
                            .operation(words.get(0), words.get(1))
                            .orElseThrow()
                            .fields())
                    .as(operation)
                    .hasToString(expected.toUpperCase(Locale.ROOT));
        });
    }

    @Test
    void aFieldWithoutAClassOrWithOneThatThereIsNotIsSeen() {
        OpenApi planted = OpenApi.described("""
            {"paths": {"/p": {"get": {"operationId": "p", "responses": {"200": {"content": {"application/json": {"schema":
              {"$ref": "#/components/schemas/Outer"}}}}}}}},
             "components": {"schemas": {
               "Outer": {"type": "object", "x-class": "personal", "properties": {
                 "name": {"type": "string"},
                 "inner": {"type": "array", "items": {"oneOf": [
                   {"$ref": "#/components/schemas/Inner"}, {"$ref": "#/components/schemas/Other"}]}}}},
               "Other": {"type": "object", "properties": {"unsaid": {"type": "string"}}},
               "Inner": {"type": "object", "properties": {
                 "forgotten": {"type": "string"},
                 "mistyped": {"type": "string", "x-class": "secret"},
                 "health": {"type": "string", "x-class": "sensitive"}}}}}}
            """);

        assertThat(planted.unclassified()).containsExactly("Inner.forgotten", "Inner.mistyped", "Other.unsaid");
        assertThat(planted.classes()).containsEntry("GET /p", "sensitive");
    }
}
