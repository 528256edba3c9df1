package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is refused and why, in both languages; a refusal leaves nothing behind. */
class RefusedRequestIT extends PersonRequests {

    private void refused(Caller.Answer answer, int status, String field, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.fields()).containsExactly(field);
        assertThat(answer.codes()).containsExactly(code);
        JsonNode messages = answer.body().path("findings").path(0).path("messages");
        assertThat(messages.path("vi").asString()).isNotBlank();
        assertThat(messages.path("en").asString()).isNotBlank();
    }

    @Test
    void aHouseThatLivesByTheCalendarDoesNotMoveItsDay() {
        Caller.Answer answer = as(ADMIN).ask("PUT", "/api/personnel/legal-day", java.util.Map.of("day", "2030-01-01"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().toString()).contains("legal-day-by-the-calendar");
    }

    @Test
    void anIdNumberThatAnotherUnitUsesIsRefusedWithoutSayingWhose() {
        String number = "019082" + (100_000 + new java.util.Random().nextInt(899_999));
        Map<String, Object> person = with(person("Phạm Văn Số", COMMUNE), "idNumber", number);
        assertThat(register(CLERK, person).status()).isEqualTo(201);
        long rows = rows();

        Caller.Answer answer = register(OTHER_CLERK, with(person("Lý Văn Trùng", NEIGHBOUR), "idNumber", number));

        refused(answer, 422, "idNumber", "id-number-unavailable");
        assertThat(answer.body().toString()).doesNotContain("Phạm", "Sông Công", COMMUNE.toString());
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void anIdNumberOfAnotherSexOrYearWantsAReason() {
        String woman = "019182" + (100_000 + new java.util.Random().nextInt(899_999));
        Map<String, Object> person = with(person("Vũ Văn Lý", COMMUNE), "idNumber", woman);

        refused(register(CLERK, person), 422, "idNumber", "id-number-says-other-sex");
        assertThat(register(CLERK, with(person, "idNumberReason", "Đã cải chính hộ tịch"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anUnknownUnitAndOneOutsideTheScope() {
        long rows = rows();

        refused(register(CLERK, person("An Văn Bình", UUID.randomUUID())), 422, "assignment.unitId", "unknown-unit");
        refused(register(CLERK, person("An Văn Bình", NEIGHBOUR)), 422, "assignment.unitId", "unit-outside-scope");
        assertThat(rows()).isEqualTo(rows);
    }

    /** Also composed of single strokes, as some machines write; a name that sounds the same is let in. */
    @Test
    void theMarkOfAStateSecretInWhatWasTyped() {
        String apart = java.text.Normalizer.normalize("Tờ trình 12 (TUYỆT MẬT)", java.text.Normalizer.Form.NFD);
        long rows = rows();

        refused(register(CLERK, with(person("An Văn Bình", COMMUNE), "source", apart)), 400, "source", "secrecy-mark");
        refused(
                register(
                        CLERK,
                        with(
                                person("An Văn Bình", COMMUNE),
                                "assignment",
                                with(post(COMMUNE, "2025-08-01", null), "title", "(Mật)"))),
                400,
                "assignment.title",
                "secrecy-mark");
        assertThat(rows()).isEqualTo(rows);
        assertThat(register(CLERK, person("Nguyễn Thị Mật", COMMUNE)).status()).isEqualTo(201);
    }

    @Test
    void anAddressThatSaysOneThingTwice() {
        refused(
                as(CLERK).ask("GET", "/api/personnel/people?unitId=" + COMMUNE + "&unitId=" + NEIGHBOUR, null),
                400,
                "unitId",
                "given-twice");
    }

    @Test
    void whatNoDatabaseKeeps() {
        long rows = rows();

        for (String text : List.of("a\u0000b", "\u001b[31m")) {
            refused(
                    register(CLERK, with(person("An Văn Bình", COMMUNE), "source", text)),
                    400,
                    "source",
                    "unreadable-character");
        }
        refused(as(CLERK).get("/api/personnel/people?q=a%00b"), 400, "q", "unreadable-character");
        for (String day : List.of("+999999999-12-31", "-9999-01-01", "0000-01-01")) {
            refused(
                    as(CLERK).get("/api/personnel/people?asOf=" + day.replace("+", "%2B")),
                    400,
                    "asOf",
                    "unreadable-value");
            refused(
                    register(CLERK, with(person("An Văn Bình", COMMUNE), "assignment", post(COMMUNE, day, null))),
                    400,
                    "assignment.validFrom",
                    "unreadable-value");
        }
        refused(
                as(CLERK).get("/api/personnel/people?knownAt=%2B999999999-12-31T00:00:00Z"),
                400,
                "knownAt",
                "unreadable-value");
        Caller.Answer form = as(CLERK)
                .ask(
                        "POST",
                        PEOPLE,
                        "%EF%BF%BE=1",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Idempotency-Key",
                        key());
        assertThat(form.status()).isEqualTo(400);
        assertThat(form.codes()).containsExactly("unreadable-character");
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void aListWithNothingInIt() {
        refused(
                as(ADMIN)
                        .ask(
                                "PUT",
                                "/api/personnel/accounts/" + UUID.randomUUID() + "/grants",
                                Map.of("grants", java.util.Collections.singletonList(null)),
                                "If-Match",
                                "\"1\"",
                                "Idempotency-Key",
                                UUID.randomUUID().toString()),
                400,
                "grants[0]",
                "required");
    }

    @Test
    void aFormThatThereIsNot() {
        Caller.Answer answer = as(CLERK).ask("GET", "/api/personnel/people", null, "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.body().path("code").asString()).isEqualTo("not-acceptable");
    }

    @Test
    void aDateThatCannotBe() {
        refused(
                register(CLERK, with(person("An Văn Bình", COMMUNE), "birth", "1982-02-30")),
                400,
                "birth",
                "unreadable-value");
        refused(
                register(CLERK, with(person("An Văn Bình", COMMUNE), "assignment", post(COMMUNE, "2025-02-30", null))),
                400,
                "assignment.validFrom",
                "unreadable-value");
        refused(
                register(
                        CLERK,
                        with(person("An Văn Bình", COMMUNE), "assignment", post(COMMUNE, "2025-08-01", "2025-08-01"))),
                422,
                "assignment.validTo",
                "ends-before-it-begins");
        refused(
                register(CLERK, with(person("An Văn Bình", COMMUNE), "birth", "1899")),
                422,
                "birth",
                "birth-out-of-range");
        refused(
                register(CLERK, with(person("An Văn Bình", COMMUNE), "assignment", post(COMMUNE, "2025-06-30", null))),
                422,
                "assignment.validFrom",
                "unit-does-not-stand");
    }

    @Test
    void saysWhatItCouldNotReadAndWhatItWants() {
        assertThat(said(with(person("An Văn Bình", COMMUNE), "sex", "OTHER")))
                .isEqualTo("Không nhận «OTHER»; dùng một trong: MALE, FEMALE");
        assertThat(said(with(person("An Văn Bình", COMMUNE), "assignment", post(COMMUNE, "2025-02-30", null))))
                .isEqualTo("«2025-02-30» không phải một ngày có thật; viết năm-tháng-ngày, như 2026-12-31");
        assertThat(said(with(person("An Văn Bình", COMMUNE), "rank", "x"))).isEqualTo("Không có trường này");
        assertThat(as(CLERK)
                        .get(PEOPLE + "/không-phải-mã")
                        .body()
                        .path("findings")
                        .path(0)
                        .path("messages")
                        .path("vi")
                        .asString())
                .isEqualTo("«không-phải-mã» không phải một mã định danh");
    }

    private String said(Map<String, Object> person) {
        return register(CLERK, person)
                .body()
                .path("findings")
                .path(0)
                .path("messages")
                .path("vi")
                .asString();
    }

    @Test
    void whatIsMissingByName() {
        Map<String, Object> person = new HashMap<>(person("An Văn Bình", COMMUNE));
        person.remove("fullName");

        refused(register(CLERK, person), 400, "fullName", "required");
        assertThat(as(CLERK).ask("POST", PEOPLE, person("An Văn Bình", COMMUNE)).fields())
                .containsExactly("Idempotency-Key");
    }

    @Test
    void whatIsNoJsonOrAFieldNobodyKnows() {
        Caller.Answer broken = as(CLERK).ask("POST", PEOPLE, "{\"fullName\":", "Idempotency-Key", key());
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.codes()).containsExactly("unreadable-body");

        refused(register(CLERK, with(person("An Văn Bình", COMMUNE), "rank", "x")), 400, "rank", "unreadable-value");
        Caller.Answer form =
                as(CLERK).ask("POST", PEOPLE, "fullName=An", "Idempotency-Key", key(), "Content-Type", "text/plain");
        assertThat(form.status()).isEqualTo(415);
    }

    @Test
    void aBodyThatIsTooLarge() {
        long rows = rows();

        Caller.Answer answer = register(CLERK, with(person("An Văn Bình", COMMUNE), "fullName", "a".repeat(1_100_000)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body().path("code").asString()).isEqualTo("body-too-large");
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void inVietnameseUnlessAnotherLanguageIsNamed() {
        assertThat(as(CLERK).get(PEOPLE + "?limit=0").body().path("title").asString())
                .isEqualTo("Dữ liệu gửi lên chưa đúng");
        assertThat(as(CLERK)
                        .ask("GET", PEOPLE + "?limit=0", null, "Accept-Language", "en-GB,en;q=0.8")
                        .body()
                        .path("title")
                        .asString())
                .isNotEqualTo("Dữ liệu gửi lên chưa đúng");
        assertThat(stranger().get(PEOPLE).body().path("title").asString())
                .isEqualTo("Phiên đăng nhập không còn hiệu lực, hãy đăng nhập lại");
    }

    @Test
    void whatIsNoName() {
        for (String name : List.of("1234", "An<script>", "An;--", "An\u0000Bình")) {
            assertThat(register(CLERK, person(name, COMMUNE)).status()).as(name).isIn(400, 422);
        }
    }

    @Test
    void aCursorOrALimitThatWasMadeUp() {
        assertThat(as(CLERK).get(PEOPLE + "?cursor=AAAA").fields()).containsExactly("cursor");
        assertThat(as(CLERK).get(PEOPLE + "?limit=0").codes()).containsExactly("out-of-range");
        assertThat(as(CLERK).get(PEOPLE + "?limit=201").codes()).containsExactly("out-of-range");
        assertThat(as(CLERK).get(PEOPLE + "?asOf=2025-02-30").fields()).containsExactly("asOf");
        assertThat(as(CLERK).get(PEOPLE + "/not-a-uuid").fields()).containsExactly("personId");
    }
}
