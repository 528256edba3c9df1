package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import opencadre.kit.workbook.Books;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Units and their lineage from a workbook, as an administrator sends it. */
class ImportUnitsIT extends RunningService {

    private static final String IMPORTS = "/api/personnel/imports";
    private static final List<@Nullable Object> UNITS = List.of(
            "Mã cơ quan",
            "Hệ thống",
            "Tên đơn vị",
            "Loại",
            "Mã hành chính",
            "Mã cơ quan cấp trên",
            "Từ ngày",
            "Đến hết ngày",
            "Văn bản");
    private static final List<@Nullable Object> SUCCESSIONS =
            List.of("Mã cơ quan cũ", "Mã cơ quan mới", "Cách thức", "Từ ngày", "Văn bản");

    private final String run = UUID.randomUUID().toString().substring(0, 6);

    @Test
    void takesUnitsWithTheirLineageAndTheSameBookAgainChangesNothing() {
        Caller.Answer taken = send(ADMIN, book(), false);

        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.body().path("state").asString()).isEqualTo("TAKEN");
        assertThat(counts(taken)).containsExactly("Đơn vị 3/3/0/0", "Kế thừa 1/1/0/0");
        assertThat(unitsOf(run, "2025-06-30")).containsExactly("Phường Mỏ Chè", "Thành phố Sông Công");
        assertThat(unitsOf(run, "2025-07-01")).containsExactly("Phường Bá Xuyên");

        assertThat(counts(send(ADMIN, book(), false))).containsExactly("Đơn vị 3/0/3/0", "Kế thừa 1/0/1/0");
    }

    @Test
    void aTrialSaysTheSameAndKeepsNothing() {
        Caller.Answer trial = send(ADMIN, book(), true);

        assertThat(trial.status()).isEqualTo(200);
        assertThat(trial.body().path("state").asString()).isEqualTo("WOULD_BE_TAKEN");
        assertThat(counts(trial)).containsExactly("Đơn vị 3/3/0/0", "Kế thừa 1/1/0/0");
        assertThat(unitsOf(run, "2025-06-30")).isEmpty();
    }

    @Test
    void oneWrongCellRefusesTheWholeBook() {
        byte[] wrong = Books.of(sheets(
                List.of(
                        row(
                                "TP",
                                "Chính quyền",
                                "Thành phố Sông Công",
                                "TP",
                                null,
                                null,
                                "15/5/2015",
                                "30/6/2025",
                                "932"),
                        row("MC", "Chính quyền", "Phường Mỏ Chè", "P", null, "KHONGCO", "15/5/2015", null, "932"),
                        row("CS", "Quân đội", "Phường Châu Sơn", "P", null, "TP", "31/02/2020", null, "932")),
                List.of()));

        Caller.Answer trial = send(ADMIN, wrong, true);
        assertThat(trial.body().path("state").asString()).isEqualTo("REFUSED");
        assertThat(trial.body()
                        .path("findings")
                        .valueStream()
                        .map(each -> each.path("sheet").asString() + "!"
                                + each.path("cell").asString() + " "
                                + each.path("finding").path("code").asString())
                        .toList())
                .containsExactly(
                        "Đơn vị!B4 cell-unknown-word", "Đơn vị!G4 cell-no-such-day", "Đơn vị!F3 unknown-agency-code");

        Caller.Answer refused = send(ADMIN, wrong, false);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fields()).containsExactly("Đơn vị!B4", "Đơn vị!G4", "Đơn vị!F3");
        assertThat(unitsOf(run, "2025-06-30")).isEmpty();
    }

    @Test
    void aBatchIsTakenBackWhole() {
        String batch = send(ADMIN, book(), false).body().path("batch").asString();

        Caller.Answer undone = as(ADMIN).ask("POST", IMPORTS + "/" + batch + "/undo", null);

        assertThat(undone.status()).isEqualTo(200);
        assertThat(undone.body().path("gone").asInt()).isEqualTo(4);
        assertThat(undone.body().path("kept")).isEmpty();
        assertThat(unitsOf(run, "2025-06-30")).isEmpty();
        assertThat(as(ADMIN).ask("POST", IMPORTS + "/" + batch + "/undo", null).status())
                .isEqualTo(404);
        assertThat(as(ADMIN)
                        .get(IMPORTS)
                        .body()
                        .path("items")
                        .path(0)
                        .path("undone")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatSomethingStandsOnStays() {
        String batch = send(ADMIN, book(), false).body().path("batch").asString();
        String ward = as(ADMIN)
                .get("/api/personnel/units?asOf=2025-07-01")
                .body()
                .path("items")
                .valueStream()
                .filter(unit -> unit.path("agencyCode").asString("").equals("BX." + run))
                .map(unit -> unit.path("id").asString())
                .findFirst()
                .orElseThrow();
        registered(OFFICER, "Nguyễn Văn Giữ", UUID.fromString(ward));

        Caller.Answer undone = as(ADMIN).ask("POST", IMPORTS + "/" + batch + "/undo", null);

        assertThat(undone.body().path("gone").asInt()).isEqualTo(3);
        assertThat(undone.body().path("kept").path(0).path("row").asInt()).isEqualTo(4);
        assertThat(undone.body().path("kept").path(0).path("why").asString()).isEqualTo("IN_USE");
        assertThat(unitsOf(run, "2025-07-01")).containsExactly("Phường Bá Xuyên");
    }

    @Test
    void whoMayNotWriteUnitsHasNoSheetOfThem() {
        Caller.Answer refused = send(CLERK, book(), false);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.codes()).containsOnly("unknown-sheet");
    }

    private byte[] book() {
        return Books.of(sheets(
                List.of(
                        row(
                                "TP",
                                "Chính quyền",
                                "Thành phố Sông Công",
                                "THANH_PHO",
                                "165",
                                null,
                                LocalDate.of(2015, 5, 15),
                                LocalDate.of(2025, 6, 30),
                                "932/NQ-UBTVQH13"),
                        row(
                                "MC",
                                "STATE",
                                "Phường Mỏ Chè",
                                "PHUONG",
                                "05512",
                                "TP",
                                "15/5/2015",
                                "30/6/2025",
                                "932/NQ-UBTVQH13"),
                        row(
                                "BX",
                                "Chính quyền",
                                "Phường Bá Xuyên",
                                "PHUONG",
                                "05533",
                                "H55",
                                "01/07/2025",
                                null,
                                "1683/NQ-UBTVQH15")),
                List.of(Arrays.asList(code("MC"), code("BX"), "Sáp nhập", "01/07/2025", "1683/NQ-UBTVQH15"))));
    }

    private static Map<String, List<List<@Nullable Object>>> sheets(
            List<List<@Nullable Object>> units, List<List<@Nullable Object>> successions) {
        Map<String, List<List<@Nullable Object>>> sheets = new LinkedHashMap<>();
        sheets.put("Đơn vị", headed(UNITS, units));
        if (!successions.isEmpty()) {
            sheets.put("Kế thừa", headed(SUCCESSIONS, successions));
        }
        return sheets;
    }

    private static List<List<@Nullable Object>> headed(
            List<@Nullable Object> header, List<List<@Nullable Object>> rows) {
        List<List<@Nullable Object>> all = new ArrayList<>();
        all.add(header);
        all.addAll(rows);
        return all;
    }

    private List<@Nullable Object> row(@Nullable Object... cells) {
        List<@Nullable Object> row = new ArrayList<>(Arrays.asList(cells));
        row.set(0, code(String.valueOf(row.get(0))));
        Object above = row.get(5);
        if (above != null && !above.equals("H55")) {
            row.set(5, code(above.toString()));
        }
        return row;
    }

    private String code(String local) {
        return local + "." + run;
    }

    private Caller.Answer send(String username, byte[] book, boolean trial) {
        return as(username).send(IMPORTS + "?file=don-vi.xlsx&trial=" + trial, book);
    }

    private static List<String> counts(Caller.Answer answer) {
        return answer.body()
                .path("sheets")
                .valueStream()
                .map(ImportUnitsIT::counted)
                .toList();
    }

    private static String counted(JsonNode sheet) {
        return sheet.path("sheet").asString() + " " + sheet.path("lines").asInt() + "/"
                + sheet.path("made").asInt() + "/" + sheet.path("same").asInt() + "/"
                + sheet.path("refused").asInt();
    }

    private List<String> unitsOf(String run, String day) {
        return as(ADMIN)
                .get("/api/personnel/units?asOf=" + day)
                .body()
                .path("items")
                .valueStream()
                .filter(unit -> unit.path("agencyCode").asString("").endsWith("." + run))
                .map(unit -> unit.path("name").asString())
                .toList();
    }
}
