package opencadre.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import opencadre.kit.service.Caller;
import opencadre.kit.workbook.Books;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who was sent to study, from a workbook. */
class ImportEnrolmentsIT extends EnrolmentRequests {

    private static final String IMPORTS = "/api/training/imports";
    private static final String HEADER = "Số hiệu hồ sơ|Loại|Trình độ|Chương trình|Hệ|Tên lớp|Cơ sở đào tạo"
            + "|Mã nơi mở lớp|Quyết định cử|Ngày quyết định|Từ|Đến|Kết quả";

    private final UUID id = UUID.randomUUID();
    private final String number = fileNumber(id);

    @BeforeEach
    void aPerson() {
        person(id, 1, "Tạ Văn Học", COMMUNE, "2025-07-01");
        await(() -> as(TRAINER).get(PEOPLE + "/" + id).status() == 200);
    }

    @Test
    void takesThemOnceAndTheSameBookAgainChangesNothing() {
        assertThat(counts(send(TRAINER, advanced(), intermediateLine()), "made"))
                .isEqualTo(2);
        assertThat(counts(send(TRAINER, advanced(), intermediateLine()), "same"))
                .isEqualTo(2);
        assertThat(studied(CLERK, id, "")).hasSize(2);
    }

    @Test
    void refusesByCellAndKeepsNothing() {
        Caller.Answer refused = send(
                TRAINER,
                advanced(),
                line("Quản lý nhà nước|Chuyên viên|Hoàn chỉnh|Tập trung|Lớp A|Trường||1|01/02/2021|2021|2021|"),
                line("Lý luận chính trị|Trung cấp|Toàn khóa|Tập trung|Lớp B|Trường|KHONG-CO|2|01/02/2021|2021||"),
                line("Lý luận chính trị|Trung cấp|Toàn khóa|Tập trung|Lớp C|Trường||3|31/02/2021|2021||"),
                line("Lý luận chính trị|Trung cấp|Toàn khóa|Tập trung|Lớp D|Trường||4|01/02/2021|2021||Hoàn thành"),
                "F-KHONGCO|Lý luận chính trị|Trung cấp|Toàn khóa|Tập trung|Lớp E|Trường||5|01/02/2021|2021||");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()
                        .path("findings")
                        .valueStream()
                        .map(each -> each.path("field").asString() + " "
                                + each.path("code").asString()))
                .containsExactlyInAnyOrder(
                        "Đào tạo!D3 completion-of-theory-alone",
                        "Đào tạo!H4 unknown-agency-code",
                        "Đào tạo!J5 cell-no-such-day",
                        "Đào tạo!L6 result-needs-an-end",
                        "Đào tạo!A7 unknown-file-number");
        assertThat(studied(CLERK, id, "")).isEmpty();
    }

    @Test
    void takenBackTheyAreVoided() {
        String batch = send(TRAINER, advanced(), intermediateLine())
                .body()
                .path("batch")
                .asString();

        Caller.Answer undone = as(TRAINER).ask("POST", IMPORTS + "/" + batch + "/undo", null);

        assertThat(undone.body().path("gone").asInt()).isEqualTo(2);
        assertThat(studied(CLERK, id, "")).isEmpty();
    }

    @Test
    void theNeighbourDoesNotFindTheNumber() {
        assertThat(send(OTHER_CLERK, advanced()).codes()).containsExactly("unknown-file-number");
    }

    private String advanced() {
        return line("Lý luận chính trị|Cao cấp|Hoàn chỉnh|Không tập trung|Cao cấp LLCT hoàn chỉnh|Học viện Chính trị"
                + "||105-QĐ/TU|10/02/2021|03/2021|12/2021|Hoàn thành");
    }

    private String intermediateLine() {
        return line("Lý luận chính trị|Trung cấp|Toàn khóa|Không tập trung|Trung cấp LLCT khóa 15|Trường Chính trị tỉnh"
                + "|" + CODE + "|312-QĐ/TU|05/03/2021|03/2021||");
    }

    private String line(String rest) {
        return number + "|" + rest;
    }

    private static int counts(Caller.Answer answer, String what) {
        return answer.body().path("sheets").path(0).path(what).asInt();
    }

    private Caller.Answer send(String username, String... rows) {
        List<List<@Nullable Object>> all = new ArrayList<>();
        all.add(cells(HEADER));
        Arrays.stream(rows).map(ImportEnrolmentsIT::cells).forEach(all::add);
        return as(username).send(IMPORTS + "?file=dao-tao.xlsx", Books.of("Đào tạo", all));
    }

    private static List<@Nullable Object> cells(String row) {
        return new ArrayList<>(Arrays.stream(row.split("\\|", -1))
                .map(cell -> cell.isEmpty() ? null : (Object) cell)
                .toList());
    }
}
