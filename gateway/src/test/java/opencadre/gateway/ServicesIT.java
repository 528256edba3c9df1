package opencadre.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ServicesIT extends RunningGateway {

    @Test
    void aServiceThatIsDownIsToldByNameAndTheOthersGoOn() {
        LoginClient client = signedIn();

        TRAINING.whileDown(() -> {
            // More often than the breaker needs to open.
            IntStream.range(0, 30).forEach(i -> {
                Instant begin = Instant.now();
                HttpResponse<String> answer = client.get("/api/training/down");
                JsonNode problem = isProblem(answer, 503, "service-unavailable");
                assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(2));
                assertThat(header(answer, "Retry-After")).isEqualTo("2");
                assertThat(problem.path("messages").path("vi").asString()).contains("Đào tạo");
                assertThat(problem.path("messages").path("en").asString()).contains("training");
            });
            assertThat(client.get("/api/personnel/others-go-on").statusCode()).isEqualTo(200);
            assertThat(client.get("/api/planning/others-go-on").statusCode()).isEqualTo(200);
        });

        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> client.get("/api/training/back").statusCode() == 200);
    }

    @Test
    void aServiceThatIsSlowIsToldByNameAndNotAskedTwice() {
        LoginClient client = signedIn();
        Instant begin = Instant.now();

        JsonNode problem = isProblem(client.get("/api/planning/read/slow"), 504, "service-timeout");

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(4));
        assertThat(problem.path("messages").path("vi").asString()).contains("Quy hoạch");
        assertThat(problem.path("messages").path("en").asString()).contains("planning");
        assertThat(PLANNING.count("/read/slow")).isEqualTo(1);
    }

    @Test
    void aChangeIsNeverSentTwice() {
        isProblem(signedIn().post("/api/planning/change/slow", "{}"), 504, "service-timeout");

        assertThat(PLANNING.count("/change/slow")).isEqualTo(1);
    }
}
