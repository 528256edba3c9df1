package opencadre.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import opencadre.kit.TestDatabase;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Reach;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

class IdempotencyIT {

    private static final TestDatabase DATABASE = TestDatabase.create();

    private final Idempotency idempotency = new Idempotency(DATABASE.db(), JsonMapper.shared());
    private final AtomicInteger changes = new AtomicInteger();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aRepeatedRequestHearsTheSameAnswerAndChangesNothing() {
        ResponseEntity<String> first = ask("an", "repeat-0001", Map.of("name", "An"));
        ResponseEntity<String> again = ask("an", "repeat-0001", Map.of("name", "An"));

        assertThat(changes).hasValue(1);
        assertThat(again).isEqualTo(first);
        assertThat(again.getHeaders().getETag()).isEqualTo("\"1\"");
    }

    @Test
    void aUsedKeyIsRefusedForAnotherRequest() {
        ask("an", "reuse-0001", Map.of("name", "An"));

        assertThatThrownBy(() -> ask("an", "reuse-0001", Map.of("name", "Bình")))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
                    assertThat(refused.code()).isEqualTo("idempotency-key-reused");
                });
        assertThat(changes).hasValue(1);
    }

    @Test
    void keysOfTwoAccountsDoNotMeet() {
        ask("an", "same-key-1", Map.of("name", "An"));
        ask("binh", "same-key-1", Map.of("name", "Bình"));

        assertThat(changes).hasValue(2);
    }

    @Test
    void aChangeThatFailsLeavesTheKeyFree() {
        assertThatThrownBy(() -> DATABASE.work()
                        .as(
                                actor("an"),
                                () -> idempotency.once("an", "fails-0001", "op", "x", () -> {
                                    throw new IllegalStateException("no");
                                })))
                .isInstanceOf(IllegalStateException.class);

        ask("an", "fails-0001", "x");

        assertThat(changes).hasValue(1);
    }

    @Test
    void aSecondCallerWaitsForTheFirst() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CompletableFuture<ResponseEntity<String>> slow = CompletableFuture.supplyAsync(() -> DATABASE.work()
                .as(
                        actor("an"),
                        () -> idempotency.once("an", "wait-0001", "op", "x", () -> {
                            inside.countDown();
                            pause();
                            return changed();
                        })));
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

        ResponseEntity<String> second = ask("an", "wait-0001", "x");

        assertThat(second).isEqualTo(slow.get(10, TimeUnit.SECONDS));
        assertThat(changes).hasValue(1);
    }

    @Test
    void aKeyThatIsNoKeyIsRefused() {
        for (String key : List.of("short", "with space 1", "x".repeat(101), "dấu-tiếng-việt")) {
            assertThatThrownBy(() -> ask("an", key, "x")).isInstanceOf(Refused.class);
        }
    }

    private ResponseEntity<String> ask(String account, String key, Object request) {
        return DATABASE.work().as(actor(account), () -> idempotency.once(account, key, "op", request, this::changed));
    }

    private ResponseEntity<?> changed() {
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag("\"1\"")
                .body(Map.of("change", changes.incrementAndGet()));
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Actor actor(String account) {
        return new Actor(
                account, account, account, 0, "x", Set.of(), List.of(), Reach.NOTHING, LocalDate.of(2026, 11, 24));
    }
}
