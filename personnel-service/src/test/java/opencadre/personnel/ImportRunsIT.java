package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Trespass;
import opencadre.local.Await;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A workbook that goes on behind the request that sent it is its account's alone. */
class ImportRunsIT extends ImportRequests {

    private static final String RUNS = IMPORTS + "/runs/";

    private final String ward = "R." + run;

    @BeforeEach
    void structure() {
        establish(COMMUNE, ward, "2025-07-01", null);
    }

    @Test
    void itTellsHowFarItIsAndAnswersAsItWouldHaveAtOnce() {
        String id = accepted("&trial=false", people("Y1." + run, ward));

        JsonNode ended = ended(id);
        assertThat(ended.path("state").asString()).isEqualTo("ENDED");
        assertThat(ended.path("file").asString()).isEqualTo("can-bo.xlsx");
        assertThat(ended.path("trial").asBoolean()).isFalse();
        Caller.Answer report = as(CLERK).get(RUNS + id + "/report");
        assertThat(report.status()).isEqualTo(200);
        assertThat(counts(report)).containsExactly("Cán bộ 1/1/0/0");
        assertThat(ids(CLERK)).contains(id);
        assertThat(as(CLERK)
                        .ask("POST", RUNS + id + "/cancel", null)
                        .body()
                        .path("state")
                        .asString())
                .as("what has ended stays as it is")
                .isEqualTo("ENDED");
        assertThat(undo(CLERK, report).body().path("gone").asInt()).isEqualTo(1);
    }

    @Test
    void aBatchIsTakenBackBehindItsRequestForWhoeverPrefersSo() {
        Caller.Answer taken = send(CLERK, people("Y4." + run, ward), false);
        String undo = IMPORTS + "/" + taken.body().path("batch").asString() + "/undo";

        assertThat(as(OTHER_CLERK).ask("POST", undo, null).status()).isEqualTo(404);
        Caller.Answer accepted = as(CLERK).ask("POST", undo, null, "Prefer", "respond-async");
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.body().path("undoing").asBoolean(false)).isTrue();

        String id = accepted.body().path("id").asString();
        assertThat(ended(id).path("state").asString()).isEqualTo("ENDED");
        Caller.Answer report = as(CLERK).get(RUNS + id + "/report");
        assertThat(report.body().path("gone").asInt()).isEqualTo(1);
        assertThat(report.body().path("kept").size()).isZero();
        assertThat(as(CLERK).ask("POST", undo, null, "Prefer", "respond-async").status())
                .isEqualTo(404);
    }

    @Test
    void whatIsWrongInItIsToldByCell() {
        String id = accepted("&trial=false", people("Y2." + run, "KHONG"));

        ended(id);
        Caller.Answer report = as(CLERK).get(RUNS + id + "/report");
        assertThat(report.status()).isEqualTo(422);
        assertThat(refusals(report)).containsExactly("Cán bộ!E2 unknown-agency-code");
    }

    @Test
    void nobodyElseSeesItOrStopsIt() {
        String id = accepted("&trial=true", people("Y3." + run, ward));
        ended(id);

        for (String username : List.of(OTHER_CLERK, OFFICER, ADMIN)) {
            assertThat(as(username).get(RUNS + id).status()).isEqualTo(404);
            assertThat(as(username).get(RUNS + id + "/report").status()).isEqualTo(404);
            assertThat(as(username).ask("POST", RUNS + id + "/cancel", null).status())
                    .isEqualTo(404);
            assertThat(ids(username)).doesNotContain(id);
        }
        assertThat(as(CLERK).get(RUNS + UUID.randomUUID()).status()).isEqualTo(404);
    }

    private String accepted(String query, byte[] book) {
        return Trespass.running(as(CLERK), IMPORTS + "?file=can-bo.xlsx" + query, book);
    }

    private JsonNode ended(String id) {
        boolean hasEnded = Await.until(Duration.ofSeconds(30), () -> {
            assertThat(as(CLERK).get(RUNS + id + "/report").status()).isIn(409, 200, 422);
            return !List.of("WAITING", "RUNNING")
                    .contains(as(CLERK).get(RUNS + id).body().path("state").asString());
        });
        assertThat(hasEnded).isTrue();
        return as(CLERK).get(RUNS + id).body();
    }

    private List<String> ids(String username) {
        return as(username)
                .get(IMPORTS + "/runs")
                .body()
                .path("items")
                .valueStream()
                .map(each -> each.path("id").asString())
                .toList();
    }

    private static byte[] people(String number, String unit) {
        return book(
                "Cán bộ",
                List.of(
                        "Số hiệu hồ sơ|Họ và tên|Giới tính|Ngày sinh|Mã cơ quan|Chức vụ|Diện quản lý|Từ ngày",
                        number + "|Kim Văn Chạy|Nam|08/1982|" + unit + "|Chuyên viên|Thủ trưởng đơn vị|01/07/2025"));
    }
}
