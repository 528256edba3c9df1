package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A person taken in over HTTP, and what that writes. */
class RegisterPersonIT extends PersonRequests {

    @Test
    void recordsThePersonWithOneAuditEntryAndTellsTheOthers() {
        long entries = count("SELECT count(*) FROM person");

        Caller.Answer answer = register(CLERK, person("Dương Minh Khải", COMMUNE));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.etag()).isEqualTo("\"1\"");
        assertThat(answer.body().path("identity").path("fullName").asString()).isEqualTo("Dương Minh Khải");
        assertThat(count("SELECT count(*) FROM person")).isEqualTo(entries + 1);
    }

    @Test
    void putsTogetherWhatAKeyboardTookApart() {
        String decomposed = java.text.Normalizer.normalize("Đặng  Thị Ánh ", java.text.Normalizer.Form.NFD);

        JsonNode person = register(CLERK, with(person(decomposed, COMMUNE), "sex", "FEMALE"))
                .body();

        assertThat(person.path("identity").path("fullName").asString()).isEqualTo("Đặng Thị Ánh");
    }

    @Test
    void aRepeatedRequestRegistersOnce() {
        String key = key();
        Map<String, Object> person = person("Nguyễn Văn Lặp", COMMUNE);
        Caller.Answer first = as(CLERK).ask("POST", PEOPLE, person, "Idempotency-Key", key);
        long rows = rows();

        Caller.Answer again = as(CLERK).ask("POST", PEOPLE, person, "Idempotency-Key", key);

        assertThat(again).isEqualTo(first);
        assertThat(rows()).isEqualTo(rows);
        Caller.Answer other = as(CLERK).ask("POST", PEOPLE, person("Nguyễn Văn Khác", COMMUNE), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().path("code").asString()).isEqualTo("idempotency-key-reused");
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void everyViewIsInTheAuditAndTheServiceCanOnlyAdd() {
        String id = registered(CLERK, "Mai Thị Xem", COMMUNE);
        as(CLERK).get(PEOPLE + "/" + id);

        assertThat(auditEntries(id)).containsExactly("registerPerson", "getPerson");
    }
}
