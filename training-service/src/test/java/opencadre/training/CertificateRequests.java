package opencadre.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import tools.jackson.databind.JsonNode;

/** What requests about a certificate look like. */
abstract class CertificateRequests extends RunningService {

    static final String WORK = "/api/training/work-items";
    static final Map<String, Object> WHY = Map.of("reason", "Không khớp với bản gốc");

    /** A person whom personnel publishes and who is known here. */
    final UUID published(String name, UUID unit) {
        UUID id = UUID.randomUUID();
        person(id, 1, name, unit, "2025-07-01");
        await(() -> as(OFFICER).get(PEOPLE + "/" + id).status() == 200);
        return id;
    }

    static String of(UUID person) {
        return PEOPLE + "/" + person + "/certificates";
    }

    static Map<String, Object> theory(String number) {
        return Map.of(
                "kind", "POLITICAL_THEORY",
                "level", "THEORY_ADVANCED",
                "name", "Cao cấp lý luận chính trị",
                "number", number,
                "issuer", "Học viện Chính trị quốc gia Hồ Chí Minh",
                "issuedOn", "2024-06");
    }

    static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    static String number() {
        return "LLCT-" + UUID.randomUUID();
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    final Caller.Answer enter(String username, UUID person, Map<String, Object> body) {
        return as(username).ask("POST", of(person), body, "Idempotency-Key", key());
    }

    /** Enters one as the training officer of the province and returns its id. */
    final String entered(UUID person) {
        Caller.Answer answer = enter(TRAINER, person, theory(number()));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    final Caller.Answer correct(String username, UUID person, String id, long revision, Map<String, Object> body) {
        return as(username).ask("PUT", of(person) + "/" + id, body, "If-Match", "\"" + revision + "\"");
    }

    final Caller.Answer verify(String username, UUID person, String id, long revision) {
        return decide(username, person, id, "verify", revision, Map.of());
    }

    /** A decision; only a rejection and a revocation have a body. */
    final Caller.Answer decide(
            String username, UUID person, String id, String decision, long revision, Map<String, Object> body) {
        return as(username)
                .ask(
                        "POST",
                        of(person) + "/" + id + "/" + decision,
                        body.isEmpty() ? null : body,
                        "If-Match",
                        "\"" + revision + "\"",
                        "Idempotency-Key",
                        key());
    }

    final List<JsonNode> listed(String username, UUID person) {
        return as(username).get(of(person)).body().path("items").valueStream().toList();
    }

    /** Ids of what waits for an account. */
    final List<String> waiting(String username) {
        return as(username)
                .get(WORK + "?limit=200")
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
