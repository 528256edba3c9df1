package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.service.Caller;
import opencadre.personnel.unit.UnitOutcome;
import opencadre.personnel.unit.UnitRegister;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Units, seats and titles are taken out, changed in a spreadsheet and sent back. */
class ExportOrganisationIT extends ImportRequests {

    private static final String ALL = "&sheet=UNIT&sheet=SEAT&sheet=TITLE";

    private final String ward = "G." + run;
    private final String chair = "CT_" + run;
    private final String deputy = "PCT_" + run;
    private final UUID seat = UUID.randomUUID();
    private UUID unit = COMMUNE;

    @Autowired
    private UnitRegister register;

    @Autowired
    private ScopedWork work;

    @BeforeEach
    void organisation() {
        grant(CLERK, "PROV_ORG_OFFICER", COMMUNE);
        grant(OTHER_CLERK, "PROV_ORG_OFFICER", NEIGHBOUR);
        establish(COMMUNE, ward, "2025-07-01", null);
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
        putTitle(deputy, "Phó Chủ tịch", 50, List.of());
        putTitle(chair, "Chủ tịch", 40, List.of(deputy));
        putSeat(seatIn(unit, chair));
    }

    private void putTitle(String code, String name, int rank, List<String> equal) {
        assertThat(as(ADMIN)
                        .ask(
                                "PUT",
                                "/api/personnel/titles/" + code,
                                Map.of("name", name, "rank", rank, "leadership", true, "equalTitles", equal))
                        .status())
                .isEqualTo(200);
    }

    private void putSeat(Map<String, Object> body) {
        assertThat(as(ADMIN).ask("PUT", SEATS + "/" + seat, body).status()).isEqualTo(200);
    }

    /** What people type and paste: signs in two forms, spaces of Word, numbers that no number is as long as. */
    @Test
    void whatComesBackUnchangedChangesNothing() {
        putTitle(chair, Normalizer.normalize("Chủ tịch  Ủy\u00a0ban", Normalizer.Form.NFD), 40, List.of(deputy));
        Map<String, Object> odd = new HashMap<>(seatIn(unit, deputy));
        odd.putAll(Map.of(
                "holders", 3, "termMonths", 60, "validTo", "2031-03-01", "instrument", "0012345678901234567890"));
        assertThat(as(ADMIN).ask("PUT", SEATS + "/" + UUID.randomUUID(), odd).status())
                .isEqualTo(200);
        putSeat(with(seatIn(unit, chair), "instrument", "1683/NQ\u00a0UBTVQH15 "));
        Map<String, Object> nameless = new HashMap<>(Map.of(
                "tree", "STATE",
                "name", Normalizer.normalize("Tổ dân phố", Normalizer.Form.NFD),
                "type", "TO",
                "parentId", unit.toString(),
                "validFrom", "2025-07-01",
                "validTo", "2031-01-01",
                "instrument", "1"));
        assertThat(as(ADMIN)
                        .ask("PUT", "/api/personnel/units/" + UUID.randomUUID(), nameless)
                        .status())
                .isEqualTo(200);
        long seatBefore = revision();
        long titleBefore = titleRevision(chair);
        byte[] out = export(ADMIN, ALL);

        Caller.Answer trial = send(ADMIN, out, true);
        Caller.Answer back = send(ADMIN, edited(out, book -> {}), false);

        assertThat(trial.body().path("state").asString())
                .as(trial.body().toString())
                .isEqualTo("WOULD_BE_TAKEN");
        assertThat(trial.body().path("differences")).isEmpty();
        assertThat(counts(back)).contains("Đơn vị 2/0/2/0", "Ghế 2/0/2/0");
        assertThat(changed(back)).isZero();
        assertThat(revision()).isEqualTo(seatBefore);
        assertThat(titleRevision(chair)).isEqualTo(titleBefore);
        assertThat(count(
                        "SELECT count(*) FROM import_line WHERE batch = ?",
                        UUID.fromString(back.body().path("batch").asString())))
                .isZero();
    }

    @Test
    void whatWasChangedIsShownByATrialKeptAsOnThePageAndTakenBack() {
        byte[] changed = edited(export(CLERK, ALL_OF_OFFICER), book -> {
            set(book, "Ghế", chair, "Số người", "2");
            set(book, "Ghế", chair, "Đến hết ngày", "28/02/2031");
            set(book, "Ghế", chair, "Văn bản", "12/NQ-HĐND");
            set(book, "Chức danh", chair, "Tên chức danh", "Chủ tịch UBND phường");
            set(book, "Chức danh", chair, "Lãnh đạo, quản lý", "");
        });
        String titleRow = String.valueOf(rowOf(changed, "Chức danh", chair) + 1);

        Caller.Answer trial = send(CLERK, changed, true);

        assertThat(trial.body().path("differences").valueStream().map(ImportRequests::told))
                .containsExactlyInAnyOrder(
                        "Ghế!F2 Số người: 1 > 1 > 2",
                        "Ghế!I2 Đến hết ngày:  >  > 28/02/2031",
                        "Ghế!J2 Văn bản: 1683/NQ-UBTVQH15 > 1683/NQ-UBTVQH15 > 12/NQ-HĐND",
                        "Chức danh!B" + titleRow + " Tên chức danh: Chủ tịch > Chủ tịch > Chủ tịch UBND phường",
                        "Chức danh!D" + titleRow + " Lãnh đạo, quản lý: x > x > ");
        assertThat(get(SEATS + "/" + seat).path("holders").asInt()).isEqualTo(1);

        Caller.Answer taken = send(CLERK, changed, false);

        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);
        assertThat(changed(taken)).isEqualTo(2);
        JsonNode now = get(SEATS + "/" + seat);
        assertThat(now.path("holders").asInt()).isEqualTo(2);
        assertThat(now.path("validTo").asString()).isEqualTo("2031-03-01");
        assertThat(now.path("instrument").asString()).isEqualTo("12/NQ-HĐND");
        assertThat(now.path("title").path("name").asString()).isEqualTo("Chủ tịch UBND phường");
        assertThat(now.path("title").path("leadership").asBoolean()).isFalse();
        assertThat(now.path("title").path("equalTitles").path(0).asString()).isEqualTo(deputy);
        assertThat(changed(send(CLERK, changed, false)))
                .as("the same book again finds what it says")
                .isZero();

        Caller.Answer undone = undo(CLERK, taken);

        assertThat(undone.body().path("gone").asInt())
                .as(undone.body().toString())
                .isEqualTo(2);
        assertThat(undone.body().path("kept")).isEmpty();
        now = get(SEATS + "/" + seat);
        assertThat(now.path("holders").asInt()).isEqualTo(1);
        assertThat(now.has("validTo")).isFalse();
        assertThat(now.path("instrument").asString()).isEqualTo("1683/NQ-UBTVQH15");
        assertThat(now.path("title").path("name").asString()).isEqualTo("Chủ tịch");
        assertThat(now.path("title").path("leadership").asBoolean()).isTrue();
    }

    @Test
    void ofTwoWhoChangeDifferentCellsBothHaveTheirSayAndOfTheSameOneTheSecondIsTold() {
        byte[] out = export(CLERK, ALL_OF_OFFICER);
        byte[] first = edited(out, book -> {
            set(book, "Ghế", chair, "Số người", "2");
            set(book, "Chức danh", chair, "Tên chức danh", "Chủ tịch Một");
        });
        byte[] second = edited(out, book -> {
            set(book, "Ghế", chair, "Văn bản", "9/NQ");
            set(book, "Chức danh", chair, "Thứ bậc", "41");
        });
        byte[] third = edited(out, book -> {
            set(book, "Ghế", chair, "Số người", "3");
            set(book, "Chức danh", chair, "Tên chức danh", "Chủ tịch Ba");
        });

        assertThat(send(CLERK, first, false).status()).isEqualTo(201);
        Caller.Answer both = send(CLERK, second, false);
        assertThat(both.status()).as(both.body().toString()).isEqualTo(201);
        Caller.Answer refused = send(CLERK, third, false);

        JsonNode now = get(SEATS + "/" + seat);
        assertThat(now.path("holders").asInt()).isEqualTo(2);
        assertThat(now.path("instrument").asString()).isEqualTo("9/NQ");
        assertThat(now.path("title").path("name").asString()).isEqualTo("Chủ tịch Một");
        assertThat(now.path("title").path("rank").asInt()).isEqualTo(41);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refusals(refused))
                .containsExactlyInAnyOrder(
                        "Ghế!F2 cell-changed-since",
                        "Chức danh!B" + (rowOf(third, "Chức danh", chair) + 1) + " cell-changed-since");
    }

    @Test
    void whatWasChangedSinceStaysWhenTheBatchIsTakenBackAndIsListed() {
        Caller.Answer taken = send(
                CLERK,
                edited(export(CLERK, ALL_OF_OFFICER), book -> {
                    set(book, "Ghế", chair, "Số người", "2");
                    set(book, "Chức danh", chair, "Tên chức danh", "Chủ tịch UBND");
                    set(book, "Chức danh", deputy, "Tên chức danh", "Phó Chủ tịch UBND");
                }),
                false);
        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);
        // That another is equal to it changes the line of a title, and not the title.
        putTitle("BT_" + run, "Bí thư", 30, List.of(deputy));
        putTitle(chair, "Chủ tịch Ủy ban", 40, List.of(deputy));

        Caller.Answer undone = undo(CLERK, taken);

        assertThat(undone.body()
                        .path("kept")
                        .valueStream()
                        .map(each -> each.path("sheet").asString() + " "
                                + each.path("why").asString()))
                .as(undone.body().toString())
                .contains("Chức danh CHANGED_SINCE");
        assertThat(titleName(chair)).isEqualTo("Chủ tịch Ủy ban");
        assertThat(titleName(deputy)).isEqualTo("Phó Chủ tịch");
        assertThat(get("/api/personnel/titles")
                        .path("items")
                        .valueStream()
                        .filter(each -> each.path("code").asString().equals(deputy))
                        .findFirst()
                        .orElseThrow()
                        .path("equalTitles")
                        .toString())
                .contains("BT_" + run, chair);
    }

    @Test
    void aCellThatNoLineChangesIsRefusedWhereItStandsAndNothingIsKept() {
        byte[] out = export(ADMIN, ALL);
        byte[] changed = edited(out, book -> {
            set(book, "Đơn vị", ward, "Tên đơn vị", "UBND phường khác");
            set(book, "Đơn vị", ward, "Mã cơ quan cấp trên", "H55");
            set(book, "Ghế", chair, "Hình thức", "Bầu cử");
            set(book, "Ghế", chair, "Số người", "2");
            set(book, "Chức danh", chair, "Chức danh tương đương", "");
        });
        int title = rowOf(out, "Chức danh", chair) + 1;

        Caller.Answer refused = send(ADMIN, changed, false);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refusals(refused))
                .containsExactlyInAnyOrder(
                        "Đơn vị!C2 unit-fixed",
                        "Đơn vị!F2 unit-fixed",
                        "Ghế!C2 seat-fixed",
                        "Chức danh!E" + title + " title-equals-fixed");
        assertThat(refused.body().toString())
                .contains("Đơn vị đang có chỉ đổi qua phương án sắp xếp", "changes by a reorganisation alone");
        assertThat(get(SEATS + "/" + seat).path("holders").asInt()).isEqualTo(1);
        assertThat(found(send(
                        ADMIN,
                        edited(out, book -> {
                            set(book, "Ghế", chair, "Số người", "0");
                            set(book, "Chức danh", chair, "Tên chức danh", "");
                            set(book, "Chức danh", deputy, "Thứ bậc", "0");
                        }),
                        true)))
                .containsExactlyInAnyOrder(
                        "Ghế!F2 out-of-range",
                        "Chức danh!B" + title + " cell-empty",
                        "Chức danh!C" + (rowOf(out, "Chức danh", deputy) + 1) + " out-of-range");
    }

    @Test
    void theRuleOfThePageIsTheRuleOfTheBook() {
        String person = registered(CLERK, "Bế Văn Ngồi", unit);
        assertThat(addPost(CLERK, person, 1, inSeat(seat.toString(), "2026-01-01"))
                        .status())
                .isEqualTo(201);

        Caller.Answer refused = send(
                CLERK,
                edited(export(CLERK, "&sheet=SEAT"), book -> set(book, "Ghế", chair, "Đến hết ngày", "31/12/2029")),
                false);

        assertThat(refusals(refused)).containsExactly("Ghế!I2 seat-is-held-longer");
        assertThat(refused.body().toString()).doesNotContain("Bế Văn Ngồi", person);
    }

    @Test
    void aUnitThatWasReorganisedSinceIsNotTouchedByABookOfBefore() {
        byte[] out = export(ADMIN, "&sheet=UNIT");
        work.asSystem(
                "test",
                () -> assertThat(register.change(
                                unit, LocalDate.of(2026, 1, 1), "UBND phường Mới", "PHUONG", null, "5/NQ"))
                        .isInstanceOf(UnitOutcome.Stands.class));

        assertThat(counts(send(ADMIN, out, false))).containsExactly("Đơn vị 1/0/1/0");
        byte[] touched = edited(out, book -> set(book, "Đơn vị", ward, "Tên đơn vị", "UBND phường Khác"));
        assertThat(refusals(send(ADMIN, touched, false))).containsExactly("Đơn vị!C2 cell-changed-since");
        assertThat(cells(export(ADMIN, "&sheet=UNIT"), "Đơn vị", 2)).contains("UBND phường Mới");
    }

    @Test
    void aNewLineOfTheSameBookIsANewUnit() {
        byte[] more = edited(export(ADMIN, "&sheet=UNIT"), book -> {
            Row line = book.getSheet("Đơn vị").createRow(2);
            List<String> cells =
                    List.of("N." + run, "Chính quyền", "Phòng " + run, "PHONG", "", ward, "01/01/2026", "", "7/QĐ");
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    line.createCell(i).setCellValue(cells.get(i));
                }
            }
        });

        Caller.Answer taken = send(ADMIN, more, false);

        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);
        assertThat(counts(taken)).containsExactly("Đơn vị 2/1/1/0");
        assertThat(cells(export(ADMIN, "&sheet=UNIT"), "Đơn vị", 0)).contains("N." + run);
        assertThat(undo(ADMIN, taken).body().path("gone").asInt()).isEqualTo(1);
        assertThat(cells(export(ADMIN, "&sheet=UNIT"), "Đơn vị", 0)).containsExactly("Mã cơ quan", ward);
    }

    @Test
    void theNextCommuneTakesNoSeatOutAndATokenOfOneIsNobodys() {
        byte[] mine = export(CLERK, "&sheet=SEAT");

        assertThat(cells(mine, "Ghế", 1)).containsExactly("Mã chức danh", chair);
        for (String query : List.of("unit=" + unit, "unit=" + COMMUNE, "unit=" + PROVINCE, "")) {
            assertThat(cells(as(OTHER_CLERK).file(IMPORTS + "/workbook?sheet=SEAT&" + query), "Ghế", 1))
                    .doesNotContain(chair);
        }
        Caller.Answer refused = send(OTHER_CLERK, edited(mine, book -> set(book, "Ghế", chair, "Số người", "2")), true);
        assertThat(found(refused)).containsExactly("Ghế!L2 row-unknown");
        assertThat(refused.body().path("differences")).isEmpty();
        assertThat(refused.body().toString()).doesNotContain("1683");
        assertThat(found(send(OTHER_CLERK, mine, true))).containsExactly("Ghế!L2 row-unknown");
        assertThat(found(send(CLERK, edited(mine, book -> set(book, "Ghế", chair, "Mã dòng", "AAAA")), true)))
                .containsExactly("Ghế!L2 row-unknown");
        assertThat(get(SEATS + "/" + seat).path("holders").asInt()).isEqualTo(1);
    }

    @Test
    void termsOfOfficeAreTakenOutPutRightAddedAndTakenBack() {
        UUID term = UUID.randomUUID();
        assertThat(as(ADMIN)
                        .ask(
                                "PUT",
                                "/api/personnel/terms/" + term,
                                Map.of(
                                        "unitId", unit.toString(),
                                        "name", "Khóa I",
                                        "validFrom", "2025-07-15",
                                        "validTo", "2030-07-15",
                                        "instrument", "01/NQ-HĐND"))
                        .status())
                .isEqualTo(200);
        byte[] out = export(CLERK, "&sheet=TERM");
        assertThat(changed(send(CLERK, out, false))).isZero();
        byte[] changed = edited(out, book -> {
            set(book, "Nhiệm kỳ", ward, "Đến hết ngày", "14/05/2030");
            Row line = book.getSheet("Nhiệm kỳ").createRow(2);
            List<String> cells = List.of(ward, "Khóa II", "15/05/2030", "", "02/NQ-HĐND");
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    line.createCell(i).setCellValue(cells.get(i));
                }
            }
        });

        assertThat(send(CLERK, changed, true)
                        .body()
                        .path("differences")
                        .valueStream()
                        .map(ImportRequests::told))
                .containsExactly("Nhiệm kỳ!D2 Đến hết ngày: 14/07/2030 > 14/07/2030 > 14/05/2030");
        Caller.Answer taken = send(CLERK, changed, false);

        assertThat(counts(taken)).as(taken.body().toString()).containsExactly("Nhiệm kỳ 2/1/0/0");
        assertThat(changed(taken)).isEqualTo(1);
        assertThat(terms()).containsExactly("Khóa II 2030-05-15..", "Khóa I 2025-07-15..2030-05-15");
        assertThat(refusals(
                        send(CLERK, edited(out, book -> set(book, "Nhiệm kỳ", ward, "Mã cơ quan", "G.KHAC")), false)))
                .contains("Nhiệm kỳ!A2 term-fixed");
        assertThat(send(OTHER_CLERK, edited(out, book -> set(book, "Nhiệm kỳ", ward, "Văn bản", "3")), false)
                        .status())
                .as("another commune's")
                .isEqualTo(422);

        assertThat(undo(CLERK, taken).body().path("gone").asInt()).isEqualTo(2);
        assertThat(terms()).containsExactly("Khóa I 2025-07-15..2030-07-15");
    }

    private List<String> terms() {
        return get("/api/personnel/units/" + unit + "/terms")
                .path("items")
                .valueStream()
                .map(term -> term.path("name").asString() + " "
                        + term.path("validFrom").asString() + ".."
                        + term.path("validTo").asString(""))
                .toList();
    }

    /** A call of before means what it meant: people, and nothing else. */
    @Test
    void whatABookIsMadeOfIsWhatTheAccountFillsIn() {
        assertThat(sheets(export(CLERK, ""))).contains("Nhân thân", "Chức vụ").doesNotContain("Ghế", "Chức danh");
        assertThat(sheets(export(ADMIN, ""))).containsExactly("Đơn vị", "Chức danh", "Ghế", "Nhiệm kỳ");
        assertThat(as(CLERK).get(IMPORTS + "/workbook?sheet=UNIT").codes()).containsExactly("unknown-sheet");
        grant(CLERK, "UNIT_ORG_OFFICER", COMMUNE);
        for (String code : List.of("UNIT", "SEAT", "TITLE", "TERM")) {
            assertThat(as(CLERK).get(IMPORTS + "/workbook?sheet=" + code).codes())
                    .containsExactly("unknown-sheet");
        }
    }

    private static final String ALL_OF_OFFICER = "&sheet=SEAT&sheet=TITLE";

    private byte[] export(String username, String more) {
        return as(username).file(IMPORTS + "/workbook?unit=" + unit + more);
    }

    private JsonNode get(String path) {
        return as(ADMIN).get(path).body();
    }

    private long revision() {
        return count("SELECT revision FROM seat WHERE id = ?", seat);
    }

    private long titleRevision(String code) {
        return count("SELECT revision FROM title WHERE code = ?", code);
    }

    private String titleName(String code) {
        return get("/api/personnel/titles")
                .path("items")
                .valueStream()
                .filter(each -> each.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .path("name")
                .asString();
    }

    /** What a trial finds, as {@code Ghế!F2 out-of-range}. */
    private static List<String> found(Caller.Answer trial) {
        return trial.body()
                .path("findings")
                .valueStream()
                .map(each -> each.path("sheet").asString() + "!"
                        + each.path("cell").asString() + " "
                        + each.path("finding").path("code").asString())
                .toList();
    }

    private static List<String> sheets(byte[] content) {
        List<String> names = new ArrayList<>();
        edited(content, book -> book.forEach(sheet -> names.add(sheet.getSheetName())));
        return names;
    }

    private static int rowOf(byte[] content, String sheet, String thing) {
        List<Integer> found = new ArrayList<>();
        edited(content, book -> found.add(rowOf(book.getSheet(sheet), thing)));
        return found.getFirst();
    }

    /** Of the line that has the thing in one of its first two cells. */
    private static int rowOf(Sheet page, String thing) {
        for (Row row : page) {
            for (int i = 0; i < 2; i++) {
                Cell cell = row.getCell(i);
                if (cell != null && cell.toString().equals(thing)) {
                    return row.getRowNum();
                }
            }
        }
        throw new IllegalStateException(thing);
    }

    private static void set(XSSFWorkbook book, String sheet, String thing, String header, String value) {
        Sheet page = book.getSheet(sheet);
        set(page, rowOf(page, thing), header, value);
    }
}
