package opencadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.local.Database;
import opencadre.local.ServiceProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Each service killed between commit and send, or between effect and offset: nothing is lost, nothing happens twice.
 */
@InHouse
class KilledAtTheWorstMomentIT {

    private static final Duration UNTIL_COPIED = Duration.ofSeconds(30);
    private static final List<String> COPIES = List.of("training", "planning");

    private final House house;
    private final Desk officer;

    KilledAtTheWorstMomentIT(House house) {
        this.house = house;
        this.officer = house.desk("tochuc.tinh");
    }

    @AfterEach
    void leave() {
        officer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-send", "after-send"})
    void whatPersonnelCommittedReachesTheOthersThoughItDiedBeforeTheOutboxWasDone(String moment) {
        Fault fault = house.arm("personnel-service", moment);
        String id = register("Nguyễn Thị Bền");
        fault.awaitReached();

        killAndRestart("personnel-service", fault);

        assertThat(officer.eventually(
                        UNTIL_COPIED, () -> COPIES.stream().allMatch(service -> revision(service, id) == 1)))
                .isTrue();
        // What had been sent before the end is copied at once; the row goes when it has been sent again.
        assertThat(officer.eventually(UNTIL_COPIED, () -> depth("personnel", "outbox") == 0))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "planning"})
    void anEffectThatWasCommittedIsNotRepeatedThoughItsOffsetWasLost(String service) {
        String id = register("Nguyễn Thị Chắc");
        assertThat(officer.eventually(UNTIL_COPIED, () -> revision(service, id) == 1))
                .isTrue();
        Fault fault = house.arm(service + "-service", "after-effect");
        correct(id);
        fault.awaitReached();
        String taken = appliedAt(service, id);

        killAndRestart(service + "-service", fault);

        String later = register("Nguyễn Thị Sau");
        assertThat(officer.eventually(UNTIL_COPIED, () -> revision(service, later) == 1))
                .isTrue();
        assertThat(revision(service, id)).isEqualTo(2);
        assertThat(appliedAt(service, id)).as("the one time it was taken over").isEqualTo(taken);
        assertThat(depth(service, "inbox_parked")).isZero();
    }

    @Test
    void theDoorThatDiedAsksNobodyToSignInAgain() {
        ServiceProcess gateway = house.stack().service("gateway");

        gateway.kill();
        gateway.restart();

        assertThat(officer.get("/api/personnel/people/count").status()).isEqualTo(200);
    }

    private void killAndRestart(String module, Fault fault) {
        ServiceProcess service = house.stack().service(module);
        service.kill();
        fault.disarm();
        service.restart();
    }

    private String register(String name) {
        JsonNode me = officer.get("/api/personnel/me").body();
        Answer answer = officer.api(
                "POST",
                "/api/personnel/people",
                Map.of(
                        "fullName",
                        name,
                        "sex",
                        "FEMALE",
                        "birth",
                        "1985-03",
                        "assignment",
                        Map.of(
                                "unitId",
                                me.path("grants").path(0).path("unitId").asString(),
                                "title",
                                "Công chức Văn phòng - Thống kê",
                                "managementScope",
                                "COMMUNE_PARTY_COMMITTEE",
                                "validFrom",
                                "2025-07-01")),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    private void correct(String id) {
        JsonNode post = officer.get("/api/personnel/people/" + id)
                .body()
                .path("assignments")
                .path(0);
        Answer answer = officer.api(
                "PUT",
                "/api/personnel/people/" + id + "/assignments/"
                        + post.path("id").asString(),
                Map.of(
                        "unitId", post.path("unitId").asString(),
                        "title", post.path("title").asString(),
                        "managementScope", post.path("managementScope").asString(),
                        "validFrom", "2025-07-03",
                        "reason", "Nhập sai ngày"),
                Map.of("If-Match", "\"1\""));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    /** Revision of the copy that a service has; 0 while it has none. */
    private long revision(String service, String id) {
        return panel(service, id).path("copy").path("revision").asLong(0);
    }

    private String appliedAt(String service, String id) {
        return panel(service, id).path("copy").path("appliedAt").asString("");
    }

    private JsonNode panel(String service, String id) {
        return officer.get("/api/" + service + "/people/" + id).body();
    }

    private long depth(String service, String table) {
        Database database = house.stack().database(service);
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        try (var connection = house.stack().postgres().superuser(name);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
