package opencadre.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The comparison itself, seen red: a contract check that cannot fail protects nobody. */
class OpenApiTest {

    private static final String PROMISE = """
        {"paths": {"/api/x/{id}": {"put": {"operationId": "putX",
          "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
          "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/X"}}}},
          "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/X"}}}},
                        "422": {}}}}},
         "components": {"schemas": {
          "X": {"type": "object", "required": ["a"], "properties": {
             "a": {"type": "string"}, "on": {"type": "string", "format": "date"}}},
          "Problem": {"type": "object", "required": ["code"], "properties": {"code": {"type": "string"}}}}}}
        """;

    private final OpenApi contract = OpenApi.described(PROMISE);

    @Test
    void isSatisfiedByCodeThatDoesJustThat() {
        assertThat(contract.differences(
                        OpenApi.described(PROMISE.replace("components/schemas/X", "components/schemas/Y")
                                .replace("\"X\":", "\"Y\":"))))
                .isEmpty();
    }

    @Test
    void seesAFieldMoreAFieldLessAndAnotherType() {
        assertThat(differences(
                        "\"a\": {\"type\": \"string\"},",
                        "\"a\": {\"type\": \"string\"}, \"b\": {\"type\": \"string\"},"))
                .hasSize(2);
        assertThat(differences(", \"on\": {\"type\": \"string\", \"format\": \"date\"}", ""))
                .hasSize(2);
        assertThat(differences("\"format\": \"date\"", "\"format\": \"date-time\""))
                .hasSize(2);
        assertThat(differences("\"required\": [\"a\"]", "\"required\": []")).hasSize(1);
    }

    @Test
    void seesAnOperationThatOnlyOneSideKnows() {
        assertThat(differences("/api/x/{id}", "/api/y/{id}")).isNotEmpty();
        assertThat(differences("\"put\"", "\"post\"")).isNotEmpty();
        assertThat(differences("putX", "changeX")).hasSize(1);
        assertThat(differences("\"in\": \"path\"", "\"in\": \"query\"")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"personnel", "training", "planning"})
    void whoeverNamesARevisionHearsWhatIsPromised(String service) {
        assertThat(OpenApi.of(service).unpromised()).isEmpty();
    }

    @Test
    void seesAnAnswerThatTheFormBringsAndNobodyPromises() {
        assertThat(OpenApi.described(PROMISE.replace("\"parameters\": [", """
            "parameters": [{"name": "If-Match", "in": "header", "required": true, "schema": {"type": "string"}},
            """)).unpromised())
                .containsExactly("PUT /api/x/{id} 412", "PUT /api/x/{id} 428");
    }

    @Test
    void holdsAnswersToTheirForm() {
        assertThatCode(() -> answer(200, "{\"a\": \"x\", \"on\": \"2025-07-01\"}"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> answer(200, "{\"a\": \"x\", \"more\": 1}")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> answer(200, "{}")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> answer(200, "{\"a\": \"x\", \"on\": \"2025-02-30\"}"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void holdsAnswersToTheStatusesThatArePromised() {
        assertThatCode(() -> answer(422, "{\"code\": \"refused\"}")).doesNotThrowAnyException();
        assertThatThrownBy(() -> answer(422, "{\"message\": \"no\"}")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> answer(409, "{\"code\": \"x\"}")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> answer(204, "{}")).isInstanceOf(AssertionError.class);
    }

    private java.util.List<String> differences(String promised, String done) {
        assertThat(PROMISE).contains(promised);
        return contract.differences(OpenApi.described(PROMISE.replace(promised, done)));
    }

    private void answer(int status, String body) {
        JsonNode json = JsonMapper.shared().readTree(body);
        contract.hold("PUT", "/api/x/1", status, json);
    }
}
