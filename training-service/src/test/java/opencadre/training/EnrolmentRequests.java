package opencadre.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import tools.jackson.databind.JsonNode;

/** What requests about studies look like. */
abstract class EnrolmentRequests extends CertificateRequests {

    static String studies(UUID person) {
        return PEOPLE + "/" + person + "/enrolments";
    }

    /** The class of 2021 that is held in the own commune. */
    static Map<String, Object> intermediate() {
        return Map.ofEntries(
                Map.entry("kind", "POLITICAL_THEORY"),
                Map.entry("level", "THEORY_INTERMEDIATE"),
                Map.entry("course", "FULL"),
                Map.entry("mode", "NON_CONCENTRATED"),
                Map.entry("name", "Trung cấp lý luận chính trị khóa 15"),
                Map.entry("provider", "Trường Chính trị tỉnh"),
                Map.entry("placeUnitId", COMMUNE.toString()),
                Map.entry("decision", "312-QĐ/TU"),
                Map.entry("decidedOn", "2021-03-05"),
                Map.entry("startsOn", "2021-03"));
    }

    final Caller.Answer enrol(String username, UUID person, Map<String, Object> body) {
        return as(username).ask("POST", studies(person), body, "Idempotency-Key", key());
    }

    /** Enrols as the training officer of the province and returns the id. */
    final String enrolled(UUID person) {
        Caller.Answer answer = enrol(TRAINER, person, intermediate());
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("items").path(0).path("id").asString();
    }

    final Caller.Answer correctStudy(String username, UUID person, String id, long revision, Map<String, Object> body) {
        return as(username)
                .ask(
                        "PUT",
                        studies(person) + "/" + id,
                        with(body, "reason", "Theo giấy triệu tập"),
                        "If-Match",
                        "\"" + revision + "\"");
    }

    final Caller.Answer voidStudy(String username, UUID person, String id, long revision) {
        return as(username)
                .ask(
                        "POST",
                        studies(person) + "/" + id + "/void",
                        WHY,
                        "If-Match",
                        "\"" + revision + "\"",
                        "Idempotency-Key",
                        key());
    }

    final List<JsonNode> studied(String username, UUID person, String query) {
        return as(username)
                .get(studies(person) + query)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }
}
