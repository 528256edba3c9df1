package opencadre.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ServicesIT extends RunningGateway {

    @Test
    void aServiceThatIsSlowIsToldByNameAndNotAskedTwice() {
        LoginClient client = signedIn();
        Instant begin = Instant.now();

        JsonNode problem = isProblem(client.get("/api/planning/slow"), 504, "service-timeout");

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(4));
        assertThat(problem.path("messages").path("vi").asString()).contains("Quy hoạch");
        assertThat(problem.path("messages").path("en").asString()).contains("planning");
        assertThat(PLANNING.count("/slow")).isEqualTo(1);
    }

    @Test
    void aChangeIsNeverSentTwice() {
        LoginClient client = signedIn();

        isProblem(client.post("/api/training/change/slow", "{}"), 504, "service-timeout");

        assertThat(TRAINING.count("/change/slow")).isEqualTo(1);
    }
}
