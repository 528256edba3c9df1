package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** CVs from workbooks: a sheet for each kind of entry. */
class ImportCvIT extends ImportRequests {

    private String person() {
        return register(CLERK, with(person("Dương Thị Sách", COMMUNE), "fileNumber", "CV." + run))
                .body()
                .path("id")
                .asString();
    }

    private byte[] cvs() {
        return book(
                "Nơi sinh",
                List.of("Số hiệu hồ sơ|Xã, phường|Huyện, quận|Tỉnh, thành phố", "CV." + run + "|Bá Xuyên||Thái Nguyên"),
                "Đào tạo chuyên môn",
                List.of(
                        "Số hiệu hồ sơ|Từ|Đến|Cơ sở đào tạo|Chuyên ngành|Hình thức đào tạo|Trình độ|Văn bản",
                        "CV." + run + "|09/2000|2004|ĐH Kinh tế|Kế toán|Chính quy|Đại học|12-VB",
                        "CV." + run + "|2010|2012|ĐH Kinh tế|Kế toán|Vừa làm vừa học|Thạc sĩ|"),
                "Lương theo ngạch, bậc",
                List.of(
                        "Số hiệu hồ sơ|Ngạch|Bậc|Hệ số|Ngày hưởng",
                        "CV." + run + "|Chuyên viên|4|3,33|01/03/2024",
                        "CV." + run + "|01.003|5|3.66|2027"));
    }

    private JsonNode cv(String person, String list) {
        return as(CLERK).get(PEOPLE + "/" + person + "/" + list).body();
    }

    @Test
    void takesEntriesOfEachKindAndTheSameBookAgainChangesNothing() {
        String person = person();

        Caller.Answer taken = send(CLERK, cvs(), false);

        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);
        assertThat(counts(taken))
                .containsExactly("Nơi sinh 1/1/0/0", "Đào tạo chuyên môn 2/2/0/0", "Lương theo ngạch, bậc 2/2/0/0");
        JsonNode degrees = cv(person, "cv").path("entries");
        assertThat(degrees.valueStream()
                        .map(entry -> entry.path("values").path("degree").asString("")))
                .containsExactly("", "DAI_HOC", "THAC_SI");
        // Pay of next year is on record and not yet paid.
        assertThat(cv(person, "sensitive-cv")
                        .path("entries")
                        .path(0)
                        .path("values")
                        .path("coefficient")
                        .asString())
                .isEqualTo("3.33");
        assertThat(counts(send(CLERK, cvs(), false)))
                .containsExactly("Nơi sinh 1/0/1/0", "Đào tạo chuyên môn 2/0/2/0", "Lương theo ngạch, bậc 2/0/2/0");
        assertThat(cv(person, "cv").path("revision").asInt()).isEqualTo(5);
    }

    @Test
    void refusesEachWrongLineByItsCell() {
        person();
        byte[] wrong = book(
                "Quan hệ gia đình",
                List.of(
                        "Số hiệu hồ sơ|Quan hệ|Họ và tên|Năm sinh",
                        "CV." + run + "|Con|Dương Văn Con|1950",
                        "CV." + run + "|Chú|Dương Văn Chú|1950",
                        "KHONG.CO|Bố|Ai đó|1940"),
                "Đào tạo chuyên môn",
                List.of(
                        "Số hiệu hồ sơ|Từ|Đến|Cơ sở đào tạo|Chuyên ngành|Hình thức đào tạo|Trình độ",
                        "CV." + run + "|2012|2010|ĐH Kinh tế|Kế toán|Chính quy|Đại học"));

        Caller.Answer refused = send(CLERK, wrong, false);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()
                        .path("findings")
                        .valueStream()
                        .map(finding -> finding.path("field").asString().replaceFirst(".*!", "") + " "
                                + finding.path("code").asString()))
                .anyMatch(text -> text.contains("D2") && text.endsWith("child-not-younger-than-parent"))
                .anyMatch(text -> text.contains("B3"))
                .anyMatch(text -> text.contains("A4") && text.endsWith("unknown-file-number"))
                .anyMatch(text -> text.contains("C2") && text.endsWith("ends-before-it-begins"));
        assertThat(count("SELECT count(*) FROM cv_entry WHERE content::text LIKE '%Dương Văn%'"))
                .isZero();
    }

    @Test
    void aBookIsTakenBackUnlessTheCvWasChangedSince() {
        String person = person();
        Caller.Answer taken = send(CLERK, cvs(), false);

        assertThat(undo(CLERK, taken).status()).isEqualTo(200);
        assertThat(cv(person, "cv").path("entries")).isEmpty();

        byte[] other = book("Tên gọi khác", List.of("Số hiệu hồ sơ|Tên gọi", "CV." + run + "|Năm Sách"));
        Caller.Answer again = send(CLERK, other, false);
        assertThat(as(CLERK)
                        .ask(
                                "POST",
                                PEOPLE + "/" + person + "/cv",
                                Map.of("kind", "OTHER_NAME", "values", Map.of("name", "Tư")),
                                "If-Match",
                                "\"" + cv(person, "cv").path("revision").asLong() + "\"",
                                "Idempotency-Key",
                                key())
                        .status())
                .isEqualTo(201);
        undo(CLERK, again);
        assertThat(cv(person, "cv").path("entries")).hasSize(2);
    }

    @Test
    void whatIsRestrictedIsNotTypedIntoWorkbooks() {
        Caller.Answer refused =
                send(CLERK, book("Bị bắt, bị tù", List.of("Số hiệu hồ sơ|Ở đâu", "CV." + run + "|Hỏa Lò")), false);

        assertThat(refused.codes()).containsExactly("unknown-sheet");
    }

    @Test
    void aPersonAndTheirCvFromOneBookGoTogetherAndStayWhileSomebodyElsesEntryStands() {
        String ward = "CVP." + run;
        establish(COMMUNE, ward, "2025-07-01", null);
        byte[] both = book(
                "Cán bộ",
                List.of(
                        "Số hiệu hồ sơ|Họ và tên|Giới tính|Ngày sinh|Mã cơ quan|Chức vụ|Diện quản lý|Từ ngày",
                        "CV." + run + "|Dương Thị Gói " + run + "|Nữ|1980|" + ward
                                + "|Văn thư|Thủ trưởng đơn vị|01/07/2025"),
                "Tên gọi khác",
                List.of("Số hiệu hồ sơ|Tên gọi", "CV." + run + "|Năm Gói"));
        Caller.Answer first = send(CLERK, both, false);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        assertThat(undo(CLERK, first).body().path("kept")).isEmpty();
        assertThat(count("SELECT count(*) FROM file_number WHERE number = ?", "CV." + run))
                .isZero();

        Caller.Answer second = send(CLERK, both, false);
        String person = only("Dương Thị Gói " + run);
        assertThat(as(CLERK)
                        .ask(
                                "POST",
                                PEOPLE + "/" + person + "/cv",
                                Map.of("kind", "OTHER_NAME", "values", Map.of("name", "Tư")),
                                "If-Match",
                                "\"1\"",
                                "Idempotency-Key",
                                key())
                        .status())
                .isEqualTo(201);
        Caller.Answer undone = undo(CLERK, second);

        assertThat(undone.body()
                        .path("kept")
                        .valueStream()
                        .map(kept -> kept.path("sheet").asString() + " "
                                + kept.path("why").asString()))
                .containsExactly("Cán bộ IN_USE", "Tên gọi khác CHANGED_SINCE");
        assertThat(cv(person, "cv").path("entries")).hasSize(2);
    }
}
