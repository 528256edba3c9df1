package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Titles, seats, people, their posts and conduct from workbooks, as officers send them. */
class ImportPeopleIT extends ImportRequests {

    private static final String POST_HEADER =
            "Mã cơ quan|Mã chức danh|Chức vụ|Diện quản lý|Kiêm nhiệm|Từ ngày|Đến hết ngày";

    private final String ward = "P." + run;
    private final String neighbour = "N." + run;
    private final String chair = "CT_" + run;

    @BeforeEach
    void structure() {
        establish(COMMUNE, ward, "2025-07-01", null);
        establish(NEIGHBOUR, neighbour, "2025-07-01", null);
        byte[] book = book(
                "Chức danh",
                List.of(
                        "Mã chức danh|Tên chức danh|Thứ bậc|Lãnh đạo, quản lý|Chức danh tương đương|Lý luận chính"
                                + " trị|Căn cứ tiêu chuẩn",
                        chair + "|Chủ tịch UBND phường|40|x|EQ_" + run + "|Cao cấp|365-QĐ/TW",
                        "EQ_" + run + "|Chủ tịch HĐND phường|40|x||Cao cấp|365-QĐ/TW"),
                "Ghế",
                List.of(
                        "Mã cơ quan|Mã chức danh|Hình thức|Chế độ|Diện quản lý|Từ ngày|Văn bản",
                        ward + "|" + chair + "|Bầu cử|Cán bộ, công chức|Đảng ủy xã, phường|01/07/2025|1683"));
        Caller.Answer taken = send(ADMIN, book, false);
        assertThat(taken.status()).isEqualTo(201);
        assertThat(counts(taken)).containsExactly("Chức danh 2/2/0/0", "Ghế 1/1/0/0");
        assertThat(counts(send(ADMIN, book, false))).containsExactly("Chức danh 2/0/2/0", "Ghế 1/0/1/0");
        // The second line says nothing of the first and stays its equal.
        assertThat(as(ADMIN)
                        .get("/api/personnel/titles")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(title -> title.path("code").asString().equals("EQ_" + run))
                        .map(title -> title.path("equalTitles").path(0).asString()))
                .containsExactly(chair);
    }

    @Test
    void takesPeopleWithPostsAndConductAndTheSameBookAgainChangesNothing() {
        Caller.Answer taken = send(CLERK, people(), false);

        assertThat(taken.status()).isEqualTo(201);
        assertThat(counts(taken))
                .containsExactly("Cán bộ 2/2/0/0", "Chức vụ 1/1/0/0", "Xếp loại 2/2/0/0", "Sức khỏe 1/1/0/0");
        String id = only("Dương Minh Khải " + run);
        var person = as(CLERK).get(PEOPLE + "/" + id).body();
        assertThat(person.path("fileNumber").asString()).isEqualTo("A1." + run);
        assertThat(person.path("revision").asInt()).isEqualTo(5);
        assertThat(person.path("assignments")
                        .valueStream()
                        .map(post -> post.path("title").asString()))
                .containsExactly("Chủ tịch UBND phường", "Phó Chủ tịch");
        var conduct = as(CLERK).get(PEOPLE + "/" + id + "/conduct").body();
        assertThat(conduct.path("ratings").size()).isEqualTo(2);
        assertThat(conduct.path("healthCertificates").size()).isEqualTo(1);
        assertThat(auditEntries(id)).startsWith("importWorkbook");

        assertThat(counts(send(CLERK, people(), false)))
                .containsExactly("Cán bộ 2/0/2/0", "Chức vụ 1/0/1/0", "Xếp loại 2/0/2/0", "Sức khỏe 1/0/1/0");
        assertThat(as(CLERK).get(PEOPLE + "/" + id).body().path("revision").asInt())
                .isEqualTo(5);
    }

    @Test
    void refusesEachWrongLineByItsCell() {
        byte[] wrong = book(
                "Cán bộ",
                List.of(
                        "Số hiệu hồ sơ|Họ và tên|Giới tính|Ngày sinh|" + POST_HEADER,
                        "A1." + run + "|Dương Minh Khải " + run + "|Nam|08/1982|" + ward + "|" + chair
                                + "||||01/07/2025|",
                        "A1." + run + "|Dương Minh Khải " + run + "|Nam|08/1982|" + ward + "|" + chair
                                + "||||01/07/2025|",
                        "A2." + run + "|Lê Thị Sai|Nữ|31/02/1980|" + ward
                                + "||Chuyên viên|Thủ trưởng đơn vị||01/07/2025|",
                        "A3." + run + "|Lê Văn Lạ|Nam|1980|KHONGCO||Chuyên viên|Thủ trưởng đơn vị||01/07/2025|",
                        "A4." + run + "|Lê Văn Chen|Nam|1980|" + ward + "|" + chair + "||||01/07/2025|",
                        "A5." + run + "|Lê Văn Ngoài|Nam|1980|" + neighbour
                                + "||Chuyên viên|Thủ trưởng đơn vị||01/07/2025|"));

        Caller.Answer refused = send(CLERK, wrong, false);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refusals(refused))
                .contains(
                        "Cán bộ!A3 line-twice",
                        "Cán bộ!D4 cell-no-such-day",
                        "Cán bộ!E5 unknown-agency-code",
                        "Cán bộ!E7 unit-outside-scope")
                .anyMatch(each -> each.endsWith("seat-is-held"));
        assertThat(counted("Dương Minh Khải " + run)).isZero();
    }

    @Test
    void aBatchIsTakenBackAndOthersForgetThePerson() {
        Caller.Answer taken = send(CLERK, people(), false);
        String id = only("Dương Minh Khải " + run);

        Caller.Answer undone = undo(CLERK, taken);

        assertThat(undone.body().path("gone").asInt()).isEqualTo(6);
        assertThat(undone.body().path("kept")).isEmpty();
        assertThat(auditEntries(id)).contains("importWorkbook", "undoImport");
        assertThat(as(CLERK).get(PEOPLE + "/" + id).status()).isEqualTo(404);
        assertThat(counted("Dương Minh Khải " + run)).isZero();
        assertThat(count("SELECT count(*) FROM assignment_past WHERE person_id = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void whoWasChangedSinceStaysWithEverything() {
        Caller.Answer taken = send(CLERK, people(), false);
        String id = only("Dương Minh Khải " + run);
        Map<String, Object> rating = Map.of("year", 2022, "rating", "HTNV");
        assertThat(as(CLERK)
                        .ask(
                                "POST",
                                PEOPLE + "/" + id + "/ratings",
                                rating,
                                "If-Match",
                                "\"5\"",
                                "Idempotency-Key",
                                "rating-" + run)
                        .status())
                .isEqualTo(201);

        Caller.Answer undone = undo(CLERK, taken);

        assertThat(undone.body().path("gone").asInt()).isEqualTo(1);
        assertThat(undone.body().path("kept").size()).isEqualTo(5);
        assertThat(as(CLERK).get(PEOPLE + "/" + id).status()).isEqualTo(200);
    }

    @Test
    void theNeighbourNeitherFindsTheNumberNorMayUseIt() {
        send(CLERK, people(), false);

        Caller.Answer post = send(
                OTHER_CLERK,
                book("Xếp loại", List.of("Số hiệu hồ sơ|Năm|Xếp loại", "A1." + run + "|2022|Hoàn thành nhiệm vụ")),
                false);
        Caller.Answer registration = send(
                OTHER_CLERK,
                book(
                        "Cán bộ",
                        List.of(
                                "Số hiệu hồ sơ|Họ và tên|Giới tính|Ngày sinh|" + POST_HEADER,
                                "A1." + run + "|Lê Văn Khác|Nam|1980|" + neighbour
                                        + "||Chuyên viên|Thủ trưởng đơn vị||01/07/2025|")),
                false);

        assertThat(post.codes()).containsExactly("unknown-file-number");
        assertThat(registration.codes()).containsExactly("file-number-unavailable");
    }

    private byte[] people() {
        return book(
                "Cán bộ",
                List.of(
                        "Số hiệu hồ sơ|Họ và tên|Giới tính|Ngày sinh|" + POST_HEADER,
                        "A1." + run + "|Dương Minh Khải " + run + "|Nam|08/1982|" + ward + "|" + chair
                                + "||||01/01/2026|",
                        "A2." + run + "|Lê Thị Hà " + run + "|Nữ|1990|" + ward
                                + "||Chuyên viên|Thủ trưởng đơn vị||01/07/2025|"),
                "Chức vụ",
                List.of(
                        "Số hiệu hồ sơ|" + POST_HEADER,
                        "A1." + run + "|" + ward + "||Phó Chủ tịch|Đảng ủy xã, phường||01/07/2025|31/12/2025"),
                "Xếp loại",
                List.of(
                        "Số hiệu hồ sơ|Năm|Xếp loại",
                        "A1." + run + "|2024|Hoàn thành tốt nhiệm vụ",
                        "A1." + run + "|2025|Hoàn thành xuất sắc nhiệm vụ"),
                "Sức khỏe",
                List.of("Số hiệu hồ sơ|Ngày cấp", "A1." + run + "|15/09/2026"));
    }

    private long counted(String name) {
        return as(CLERK)
                .get(PEOPLE + "/count?q=" + name.replace(" ", "+"))
                .body()
                .path("total")
                .asLong();
    }
}
