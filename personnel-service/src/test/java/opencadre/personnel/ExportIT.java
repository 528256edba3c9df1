package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.Access;
import opencadre.kit.service.Caller;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What stands is taken out, changed in a spreadsheet and sent back. */
class ExportIT extends ImportRequests {

    private static final String ALL =
            "sheet=IDENTITY&sheet=POST&sheet=RATING&sheet=HEALTH_CERTIFICATE&sheet=DEGREE&sheet=COMMENT";

    private final String ward = "E." + run;
    private final String number = "X1." + run;
    private final String name = "Kim Văn Sổ " + run;
    private UUID unit = COMMUNE;

    @BeforeEach
    void people() {
        establish(COMMUNE, ward, "2025-07-01", null);
        Caller.Answer taken = send(
                CLERK,
                book(
                        "Cán bộ",
                        List.of(
                                "Số hiệu hồ sơ|Họ và tên|Giới tính|Ngày sinh|Mã cơ quan|Chức vụ|Diện quản lý|Từ ngày",
                                number + "|" + name + "|Nam|08/1982|" + ward
                                        + "|Chuyên viên|Thủ trưởng đơn vị|01/07/2025",
                                "X2." + run + "|Kim Xuân Sổ " + run + "|Nữ|14/05/1990|" + ward
                                        + "|Văn thư|Thủ trưởng đơn vị|01/07/2025"),
                        "Xếp loại",
                        List.of("Số hiệu hồ sơ|Năm|Xếp loại", number + "|2024|Hoàn thành nhiệm vụ"),
                        "Sức khỏe",
                        List.of("Số hiệu hồ sơ|Ngày cấp", number + "|15/09/2026")),
                false);
        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);
        unit = UUID.fromString(as(ADMIN)
                .get("/api/personnel/units")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("name").asString().equals("UBND " + ward))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString());
    }

    @Test
    void whatComesBackUnchangedChangesNothing() {
        byte[] out = export(CLERK, "&" + ALL);

        Caller.Answer trial = send(CLERK, out, true);
        Caller.Answer back = send(CLERK, edited(out, book -> {}), false);

        assertThat(trial.body().path("state").asString()).isEqualTo("WOULD_BE_TAKEN");
        assertThat(trial.body().path("differences")).isEmpty();
        assertThat(back.status()).as(back.body().toString()).isEqualTo(201);
        assertThat(counts(back))
                .contains("Nhân thân 2/0/2/0", "Chức vụ 2/0/2/0", "Xếp loại 1/0/1/0", "Sức khỏe 1/0/1/0");
        assertThat(changed(back)).isZero();
        assertThat(revision()).isEqualTo(3);
    }

    @Test
    void whatWasChangedIsShownByATrialRecordedWithItsReasonAndTakenBack() {
        String id = only(name);
        byte[] changed = edited(export(CLERK, "&" + ALL), book -> {
            set(book, "Nhân thân", "Ngày sinh", "02/08/1982");
            set(book, "Nhân thân", "Lý do sửa", "Theo giấy khai sinh");
            set(book, "Chức vụ", "Chức vụ", "Chuyên viên chính");
            set(book, "Xếp loại", "Xếp loại", "Hoàn thành tốt nhiệm vụ");
        });

        Caller.Answer trial = send(CLERK, changed, true);

        assertThat(trial.body().path("differences").valueStream().map(ImportRequests::told))
                .containsExactly(
                        "Nhân thân!D2 Ngày sinh: 08/1982 > 08/1982 > 02/08/1982",
                        "Chức vụ!D2 Chức vụ: Chuyên viên > Chuyên viên > Chuyên viên chính",
                        // Ratings are sensitive: that it differs is told, not what stands.
                        "Xếp loại!C2 Xếp loại:  >  > ");
        assertThat(auditEntries(id)).as("what a trial shows is looked at").endsWith("importWorkbook");
        assertThat(revision()).isEqualTo(3);

        Caller.Answer taken = send(CLERK, changed, false);

        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);
        assertThat(changed(taken)).isEqualTo(3);
        assertThat(taken.body().path("differences")).isEmpty();
        JsonNode person = as(CLERK).get(PEOPLE + "/" + id).body();
        assertThat(person.path("identity").path("birth").asString()).isEqualTo("1982-08-02");
        assertThat(person.path("assignments").path(0).path("title").asString()).isEqualTo("Chuyên viên chính");
        assertThat(as(CLERK).get(PEOPLE + "/" + id + "/history").body().toString())
                .contains("Theo giấy khai sinh", "Sửa trong Excel");
        assertThat(changed(send(CLERK, changed, false)))
                .as("the same book again finds what it says")
                .isZero();

        Caller.Answer undone = undo(CLERK, taken);

        assertThat(undone.body().path("gone").asInt()).isEqualTo(3);
        assertThat(undone.body().path("kept")).isEmpty();
        person = as(CLERK).get(PEOPLE + "/" + id).body();
        assertThat(person.path("identity").path("birth").asString()).isEqualTo("1982-08");
        assertThat(person.path("assignments").path(0).path("title").asString()).isEqualTo("Chuyên viên");
        assertThat(rating(id)).isEqualTo("HTNV");
    }

    @Test
    void twoOfficersWhoChangeDifferentCellsBothHaveTheirSayAndOfTheSameOneTheSecondIsTold() {
        byte[] out = export(CLERK, "&" + ALL);
        byte[] first = edited(out, book -> set(book, "Nhân thân", "Ngày sinh", "02/08/1982"));
        byte[] second = edited(out, book -> set(book, "Nhân thân", "Giới tính", "Nữ"));
        byte[] third = edited(out, book -> set(book, "Nhân thân", "Ngày sinh", "03/08/1982"));

        assertThat(send(CLERK, first, false).status()).isEqualTo(201);
        assertThat(send(CLERK, second, false).status()).isEqualTo(201);
        Caller.Answer refused = send(CLERK, third, false);

        JsonNode identity = as(CLERK).get(PEOPLE + "/" + only(name)).body().path("identity");
        assertThat(identity.path("birth").asString()).isEqualTo("1982-08-02");
        assertThat(identity.path("sex").asString()).isEqualTo("FEMALE");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refusals(refused)).containsExactly("Nhân thân!D2 cell-changed-since");
        assertThat(send(CLERK, third, true)
                        .body()
                        .path("differences")
                        .valueStream()
                        .map(ImportRequests::told))
                .containsExactly("Nhân thân!D2 Ngày sinh: 08/1982 > 02/08/1982 > 03/08/1982 conflict");
    }

    @Test
    void whatWasChangedOnThePageSinceStaysWhenTheBatchIsTakenBack() {
        Caller.Answer taken = send(
                CLERK,
                edited(export(CLERK, "&" + ALL), book -> set(book, "Nhân thân", "Ngày sinh", "02/08/1982")),
                false);
        String id = only(name);
        assertThat(as(CLERK)
                        .ask(
                                "POST",
                                PEOPLE + "/" + id + "/ratings",
                                Map.of("year", 2023, "rating", "HTNV"),
                                "If-Match",
                                "\"" + revision() + "\"",
                                "Idempotency-Key",
                                "rating-" + run)
                        .status())
                .isEqualTo(201);

        Caller.Answer undone = undo(CLERK, taken);

        assertThat(undone.body().path("gone").asInt()).isZero();
        assertThat(undone.body().path("kept").path(0).path("why").asString()).isEqualTo("CHANGED_SINCE");
    }

    @Test
    void eachCellThatCannotBeIsNamedAndNothingIsKept() {
        byte[] out = export(CLERK, "&" + ALL);

        Caller.Answer refused = send(
                CLERK,
                edited(out, book -> {
                    set(book, "Nhân thân", "Số hiệu hồ sơ", "KHAC." + run);
                    set(book, "Chức vụ", "Từ ngày", "");
                    set(book, "Xếp loại", "Mã dòng", "abc");
                    set(book, "Sức khỏe", "Ngày cấp", "31/02/2026");
                }),
                false);

        assertThat(refusals(refused))
                .containsExactlyInAnyOrder(
                        "Nhân thân!A2 cell-fixed",
                        "Chức vụ!I2 cell-empty",
                        "Xếp loại!F2 row-unknown",
                        "Sức khỏe!B2 cell-no-such-day");
        assertThat(revision()).isEqualTo(3);
        byte[] twice = edited(out, book -> {
            Sheet sheet = book.getSheet("Nhân thân");
            Cell second = sheet.getRow(2).getCell(5);
            second.setBlank();
            second.setCellValue(sheet.getRow(1).getCell(5).getStringCellValue());
        });
        assertThat(refusals(send(CLERK, twice, false))).containsExactly("Nhân thân!F3 line-twice");
        byte[] fresh = book(
                "Nhân thân", List.of("Số hiệu hồ sơ|Họ và tên|Giới tính|Ngày sinh", number + "|Kim Văn Khác|Nam|1982"));
        assertThat(refusals(send(CLERK, fresh, false))).containsExactly("Nhân thân!A2 line-not-taken-out");
    }

    @Test
    void whatWasVoidedSinceIsNotWrittenOver() {
        byte[] out = export(CLERK, "&" + ALL);
        String id = only(name);
        JsonNode rating = as(CLERK)
                .get(PEOPLE + "/" + id + "/conduct")
                .body()
                .path("ratings")
                .path(0);
        assertThat(as(CLERK)
                        .ask(
                                "POST",
                                PEOPLE + "/" + id + "/ratings/"
                                        + rating.path("id").asString() + "/void",
                                Map.of("reason", "Nhầm năm"),
                                "If-Match",
                                "\"" + revision() + "\"",
                                "Idempotency-Key",
                                "void-" + run)
                        .status())
                .isEqualTo(200);

        assertThat(counts(send(CLERK, out, false))).contains("Xếp loại 1/0/1/0");
        assertThat(refusals(send(
                        CLERK,
                        edited(out, book -> set(book, "Xếp loại", "Xếp loại", "Hoàn thành tốt nhiệm vụ")),
                        false)))
                .containsExactly("Xếp loại!F2 row-gone");
    }

    @Test
    void theNextCommuneTakesNothingOutAndItsLinesAreNobodys() {
        byte[] foreign = export(OTHER_CLERK, "&" + ALL);
        byte[] mine = export(CLERK, "&" + ALL);

        assertThat(cells(foreign, "Nhân thân", 0)).hasSize(1);
        Caller.Answer refused =
                send(OTHER_CLERK, edited(mine, book -> set(book, "Nhân thân", "Ngày sinh", "02/08/1982")), true);
        assertThat(refused.body().path("differences")).isEmpty();
        assertThat(refused.body()
                        .path("findings")
                        .valueStream()
                        .map(each -> each.path("finding").path("code").asString()))
                .isNotEmpty()
                .containsOnly("row-unknown");
        assertThat(refused.body().toString()).doesNotContain("Kim Văn Sổ", "1982");
    }

    @Test
    void whoTakesOutIsInTheAuditOfEachWithThePurposeAndWithoutOneNothingLeaves() {
        String id = only(name);
        export(CLERK, "&" + ALL);

        assertThat(auditEntries(id)).endsWith("exportWorkbook");
        assertThat(as(CLERK)
                        .ask("GET", "/api/personnel/imports/workbook?" + ALL, null, Access.PURPOSE, "")
                        .status())
                .isEqualTo(400);
        assertThat(as(CLERK)
                        .get("/api/personnel/imports/workbook?sheet=KHONG_CO")
                        .codes())
                .containsExactly("unknown-sheet");
    }

    /** Names of kinds have commas in them, and the longest text of a form is longer than most. */
    @Test
    void everySheetIsTakenOutAloneAndALongTextComesBack() {
        String comment = "Hoàn thành tốt nhiệm vụ. ".repeat(79).strip();
        Caller.Answer typed = send(
                CLERK,
                book(
                        "Thi đua, khen thưởng",
                        List.of("Số hiệu hồ sơ|Năm|Hình thức khen thưởng", number + "|2024|Giấy khen"),
                        "Nhận xét của cơ quan sử dụng",
                        List.of("Số hiệu hồ sơ|Nhận xét, đánh giá|Ngày", number + "|" + comment + "|15/09/2026")),
                false);
        assertThat(typed.status()).as(typed.body().toString()).isEqualTo(201);

        byte[] rewards = export(CLERK, "&sheet=REWARD");
        byte[] comments = export(CLERK, "&sheet=COMMENT");

        assertThat(cells(rewards, "Thi đua, khen thưởng", 0)).containsExactly("Số hiệu hồ sơ", number);
        assertThat(counts(send(CLERK, rewards, false))).containsExactly("Thi đua, khen thưởng 1/0/1/0");
        assertThat(counts(send(CLERK, comments, false))).containsExactly("Nhận xét của cơ quan sử dụng 1/0/1/0");
    }

    private byte[] export(String username, String more) {
        return as(username).file("/api/personnel/imports/workbook?unit=" + unit + more);
    }

    private long revision() {
        return as(CLERK).get(PEOPLE + "/" + only(name)).body().path("revision").asLong();
    }

    private String rating(String id) {
        return as(CLERK)
                .get(PEOPLE + "/" + id + "/conduct")
                .body()
                .path("ratings")
                .path(0)
                .path("rating")
                .asString();
    }

    /** In the first line, which is that of the first person by name. */
    private void set(XSSFWorkbook book, String sheet, String header, String value) {
        Sheet page = book.getSheet(sheet);
        set(page, rowOf(page), header, value);
    }

    private int rowOf(Sheet page) {
        for (Row row : page) {
            if (row.getRowNum() > 0 && row.getCell(0).getStringCellValue().equals(number)) {
                return row.getRowNum();
            }
        }
        throw new IllegalStateException(number);
    }
}
