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

/** Certificates from a workbook: they await a second person, as if typed on the page. */
class ImportCertificatesIT extends RunningService {

    private static final String IMPORTS = "/api/training/imports";
    private static final String HEADER =
            "Số hiệu hồ sơ|Loại|Trình độ|Tên văn bằng, chứng chỉ|Số hiệu|Nơi cấp|Ngày cấp|Có giá trị đến hết ngày";

    private final UUID id = UUID.randomUUID();
    private final String number = fileNumber(id);

    @BeforeEach
    void aPerson() {
        person(id, 1, "Lã Văn Học", COMMUNE, "2025-07-01");
        await(() -> as(TRAINER).get(PEOPLE + "/" + id).status() == 200);
    }

    @Test
    void takesPapersThatAwaitVerificationAndTheSameBookAgainChangesNothing() {
        Caller.Answer taken = send(TRAINER, theory(number), language(number));

        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.body().path("sheets").path(0).path("made").asInt()).isEqualTo(2);
        assertThat(states()).containsExactlyInAnyOrder("ENTERED", "ENTERED");
        assertThat(send(TRAINER, theory(number), language(number))
                        .body()
                        .path("sheets")
                        .path(0)
                        .path("same")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void refusesByCellWhatThePageWouldRefuse() {
        Caller.Answer refused = send(
                TRAINER,
                number + "|Ngoại ngữ|Cao cấp|Tiếng Anh|V1-" + number + "|Đại học Sư phạm|06/2024|",
                number + "|Lý luận chính trị|Cao cấp|Cao cấp LLCT|V2-" + number + "|Học viện|2031|",
                "F-KHONGCO|Lý luận chính trị|Cao cấp|Cao cấp LLCT|V3-" + number + "|Học viện|2020|");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()
                        .path("findings")
                        .valueStream()
                        .map(each -> each.path("field").asString() + " "
                                + each.path("code").asString()))
                .containsExactly(
                        "Chứng chỉ!C2 level-does-not-fit-kind",
                        "Chứng chỉ!G3 issued-in-the-future",
                        "Chứng chỉ!A4 unknown-file-number");
        assertThat(states()).isEmpty();
    }

    @Test
    void takenBackTheyAreGoneButForWhatWasDecidedOn() {
        String batch = send(TRAINER, theory(number), language(number))
                .body()
                .path("batch")
                .asString();
        var entered = as(VERIFIER)
                .get(PEOPLE + "/" + id + "/certificates")
                .body()
                .path("items")
                .path(0);
        assertThat(as(VERIFIER)
                        .ask(
                                "POST",
                                PEOPLE + "/" + id + "/certificates/"
                                        + entered.path("id").asString() + "/verify",
                                null,
                                "If-Match",
                                "\"1\"",
                                "Idempotency-Key",
                                "verify-" + number)
                        .status())
                .isEqualTo(200);

        Caller.Answer undone = as(TRAINER).ask("POST", IMPORTS + "/" + batch + "/undo", null);

        assertThat(undone.body().path("gone").asInt()).isEqualTo(1);
        assertThat(undone.body().path("kept").path(0).path("why").asString()).isEqualTo("CHANGED_SINCE");
        assertThat(states()).containsExactly("VERIFIED");
    }

    @Test
    void theNeighbourDoesNotFindTheNumber() {
        assertThat(send(OTHER_CLERK, theory(number)).codes()).containsExactly("unknown-file-number");
    }

    private static String theory(String number) {
        return number + "|Lý luận chính trị|Cao cấp|Cao cấp lý luận chính trị|T-" + number + "|Học viện|20/06/2024|";
    }

    private static String language(String number) {
        return number + "|Ngoại ngữ|Bậc 3|Tiếng Anh|N-" + number + "|Đại học Sư phạm|06/2024|30/06/2027";
    }

    private Caller.Answer send(String username, String... rows) {
        List<List<@Nullable Object>> all = new ArrayList<>();
        all.add(cells(HEADER));
        Arrays.stream(rows).map(ImportCertificatesIT::cells).forEach(all::add);
        return as(username).send(IMPORTS + "?file=chung-chi.xlsx", Books.of("Chứng chỉ", all));
    }

    private static List<@Nullable Object> cells(String row) {
        return new ArrayList<>(Arrays.stream(row.split("\\|", -1))
                .map(cell -> cell.isEmpty() ? null : (Object) cell)
                .toList());
    }

    private List<String> states() {
        return as(TRAINER)
                .get(PEOPLE + "/" + id + "/certificates")
                .body()
                .path("items")
                .valueStream()
                .map(each -> each.path("state").asString())
                .toList();
    }
}
