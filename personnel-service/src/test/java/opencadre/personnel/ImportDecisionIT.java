package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Papers of the past from a workbook: drafts that are complete, which somebody else issues together. */
class ImportDecisionIT extends ImportRequests {

    private static final String HEADER = "Số quyết định|Ngày ký|Loại|Cấp quyết định|Số hiệu hồ sơ|Hành vi|Mã cơ quan"
            + "|Mã chức danh|Chức vụ|Ngày hiệu lực|Đến hết ngày|Thời hạn (tháng)|Hướng luân chuyển|Kiêm nhiệm"
            + "|Giao quyền, phụ trách";
    private static final String CITY_LEVEL = "Ban Thường vụ cấp ủy huyện";
    private static final String WARD_LEVEL = "Đảng ủy xã, phường";
    private static final String WHY = "Nhập quyết định đã ban hành trước đây";

    private final String city = "C." + run;
    private final String ward = "P." + run;
    private final String chair = "CT_" + run;
    private final String head = "TP_" + run;

    @BeforeEach
    void structure() {
        establish(null, city, "2020-01-01", "2025-07-01");
        establish(COMMUNE, ward, "2025-07-01", null);
        Caller.Answer taken = send(
                ADMIN,
                book(
                        "Chức danh",
                        List.of(
                                "Mã chức danh|Tên chức danh|Thứ bậc|Lãnh đạo, quản lý",
                                chair + "|Chủ tịch UBND|40|x",
                                head + "|Trưởng phòng Quản lý đô thị|60|x"),
                        "Ghế",
                        List.of(
                                "Mã cơ quan|Mã chức danh|Hình thức|Chế độ|Diện quản lý|Từ ngày|Đến hết ngày|Văn bản",
                                city + "|" + head + "|Bổ nhiệm|Cán bộ, công chức|" + CITY_LEVEL
                                        + "|01/01/2020|30/06/2025|1683",
                                city + "|" + chair + "|Bầu cử|Cán bộ, công chức|" + CITY_LEVEL
                                        + "|01/01/2020|30/06/2025|1683",
                                ward + "|" + chair + "|Bầu cử|Cán bộ, công chức|" + WARD_LEVEL + "|01/07/2025||1683")),
                false);
        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);
        assertThat(send(
                                CLERK,
                                book(
                                        "Cán bộ",
                                        List.of(
                                                "Số hiệu hồ sơ|Họ và tên|Giới tính|Ngày sinh|Mã cơ quan|Chức vụ"
                                                        + "|Diện quản lý|Từ ngày",
                                                "A1." + run + "|Hồ Văn Nhất " + run + "|Nam|08/1982|" + ward
                                                        + "|Chuyên viên|" + WARD_LEVEL + "|01/07/2025",
                                                "A2." + run + "|Hồ Thị Nhì " + run + "|Nữ|1985|" + ward
                                                        + "|Chuyên viên|" + WARD_LEVEL + "|01/07/2025")),
                                false)
                        .status())
                .isEqualTo(201);
    }

    private String number(int number) {
        return number + "-QĐ/" + run;
    }

    /** A line; the days in between are as typed. */
    private String line(
            int number,
            String signed,
            String kind,
            String level,
            String person,
            String act,
            String place,
            String rest) {
        return String.join("|", number(number), signed, kind, level, person + "." + run, act, place, rest);
    }

    private String at(String unit, String title) {
        return unit + "|" + title + "|";
    }

    private static byte[] decisions(String... lines) {
        return book(
                "Quyết định", Stream.concat(Stream.of(HEADER), Stream.of(lines)).toList());
    }

    /** Three papers: of a city that is no more, of a rotation in it, and of a nomination of two people today. */
    private byte[] papers() {
        return decisions(
                line(12, "05/03/2021", "Bổ nhiệm", CITY_LEVEL, "A1", "", at(city, head), "10/03/2021||60|||"),
                line(
                        77,
                        "01/02/2022",
                        "Luân chuyển",
                        CITY_LEVEL,
                        "A2",
                        "Giữ ghế",
                        at(city, chair),
                        "01/02/2022|31/12/2024|36|Trên xuống||"),
                line(44, "01/08/2025", "Giới thiệu ứng cử", WARD_LEVEL, "A1", "", at(ward, chair), "|||||"),
                line(44, "01/08/2025", "Giới thiệu ứng cử", WARD_LEVEL, "A2", "", at(ward, chair), "|||||"));
    }

    private String first() {
        return only("Hồ Văn Nhất " + run);
    }

    private String second() {
        return only("Hồ Thị Nhì " + run);
    }

    private Map<String, Object> drafts(JsonNode... decisions) {
        List<Map<String, Object>> drafts = new ArrayList<>();
        for (JsonNode decision : decisions) {
            drafts.add(Map.of(
                    "decisionId",
                    decision.path("id").asString(),
                    "revision",
                    decision.path("revision").asLong()));
        }
        return new HashMap<>(Map.of("decisions", drafts, "reason", WHY));
    }

    private Caller.Answer issue(String username, Map<String, Object> drafts) {
        return as(username).ask("POST", DECISIONS + "/issue", drafts, "Idempotency-Key", key());
    }

    private Caller.Answer issueAbout(String... people) {
        JsonNode[] drafts = Stream.of(people)
                .flatMap(person -> about(OFFICER, person).stream())
                .filter(decision -> decision.path("state").asString().equals("DRAFT"))
                .distinct()
                .toArray(JsonNode[]::new);
        return issue(OFFICER, drafts(drafts));
    }

    /** Days of the posts in the head's seat of the city, and whether a decision gave them. */
    private List<String> headPosts(String person) {
        return as(CLERK)
                .get(PEOPLE + "/" + person)
                .body()
                .path("assignments")
                .valueStream()
                .filter(post -> post.path("title").asString().startsWith("Trưởng phòng"))
                .map(post -> post.path("id").asString() + " "
                        + post.path("validFrom").asString() + ".."
                        + post.path("validTo").asString("") + " " + post.has("decisionId"))
                .toList();
    }

    @Test
    void papersBecomeDraftsThatSomebodyElseIssuesTogether() {
        Caller.Answer taken = send(CLERK, papers(), false);

        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);
        assertThat(counts(taken)).containsExactly("Quyết định 4/4/0/0");
        List<JsonNode> drafts = about(CLERK, first());
        assertThat(drafts).hasSize(2).allSatisfy(draft -> {
            assertThat(draft.path("state").asString()).isEqualTo("DRAFT");
            assertThat(draft.path("own").asBoolean()).isTrue();
        });
        assertThat(drafts.getFirst().path("effects")).as("two lines, one paper").hasSize(2);
        assertThat(drafts.getLast().path("authority").asString()).isEqualTo("DISTRICT_BTV");
        assertThat(headPosts(first())).isEmpty();

        Caller.Answer issued = issueAbout(first(), second());

        assertThat(issued.status()).as(issued.body().toString()).isEqualTo(200);
        assertThat(issued.body().path("items"))
                .hasSize(3)
                .allSatisfy(decision ->
                        assertThat(decision.path("state").asString()).isEqualTo("ISSUED"));
        assertThat(headPosts(first()))
                .as("nobody holds a seat longer than it stands")
                .singleElement()
                .asString()
                .endsWith(" 2021-03-10..2025-07-01 true");
        assertThat(about(OFFICER, second())
                        .getLast()
                        .path("effects")
                        .path(0)
                        .path("direction")
                        .asString())
                .isEqualTo("DOWN");
        assertThat(auditEntries(first())).contains("issueDecisions");
        assertThat(counts(send(CLERK, papers(), false))).containsExactly("Quyết định 4/0/4/0");
        assertThat(undo(CLERK, taken).body().path("kept")).as("issued since").hasSize(4);
    }

    @Test
    void theSameBookAgainChangesNothingAndATrialNeither() {
        Caller.Answer trial = send(CLERK, papers(), true);
        assertThat(trial.body().path("state").asString()).isEqualTo("WOULD_BE_TAKEN");
        assertThat(counts(trial)).containsExactly("Quyết định 4/4/0/0");
        assertThat(about(CLERK, first())).isEmpty();
        send(CLERK, papers(), false);

        assertThat(counts(send(CLERK, papers(), false))).containsExactly("Quyết định 4/0/4/0");
        Caller.Answer other = send(
                CLERK,
                decisions(
                        line(12, "05/03/2021", "Bổ nhiệm", CITY_LEVEL, "A1", "", at(city, head), "11/03/2021||60|||")),
                false);

        assertThat(refusals(other)).containsExactly("Quyết định!A2 decision-differs");
        assertThat(about(CLERK, first())).hasSize(2);
    }

    @Test
    void aPaperWhoseNumberWasPutRightIsNotBroughtBack() {
        send(CLERK, papers(), false);
        issueAbout(first(), second());
        JsonNode issued = about(OFFICER, second()).getLast();
        Map<String, Object> body = content(
                "ROTATE",
                List.of(with(
                        with(
                                with(
                                        with(
                                                starting(
                                                        second(),
                                                        issued.path("effects")
                                                                .path(0)
                                                                .path("seatId")
                                                                .asString()),
                                                "until",
                                                "2025-01-01"),
                                        "termMonths",
                                        36),
                                "direction",
                                "DOWN"),
                        "effectiveFrom",
                        "2022-02-03")));
        body.put("number", number(78));
        body.put("signedOn", "2022-02-01");
        body.put("reason", "Số và ngày ghi sai so với bản ký");
        Caller.Answer corrected =
                as(OFFICER).ask("PUT", DECISIONS + "/" + issued.path("id").asString(), body, "If-Match", "\"2\"");
        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);

        assertThat(counts(send(CLERK, papers(), false))).containsExactly("Quyết định 4/0/4/0");
    }

    @Test
    void eachWrongCellIsNamed() {
        String seat = at(city, head);
        byte[] wrong = decisions(
                line(1, "05/03/2021", "Bổ nhiệm", CITY_LEVEL, "KHONGCO", "", seat, "10/03/2021|||||"),
                line(2, "05/03/2021", "Bổ nhiệm", CITY_LEVEL, "A1", "", at(city, "LA"), "10/03/2021|||||"),
                line(3, "05/03/2019", "Bổ nhiệm", CITY_LEVEL, "A1", "", seat, "31/12/2019|||||"),
                line(4, "31/02/2021", "Bổ nhiệm", CITY_LEVEL, "A1", "", seat, "10/03/2021|||||"),
                line(5, "05/03/2021", "Luân chuyển", CITY_LEVEL, "A1", "", seat, "10/03/2021|||||"),
                line(6, "05/01/2026", "Bổ nhiệm", "Thủ trưởng đơn vị", "A1", "", at(ward, chair), "10/01/2026|||||"),
                line(7, "05/03/2021", "Bổ nhiệm", "Huyện", "A1", "", seat, "10/03/2021|||||"),
                line(8, "05/03/2021", "Bổ nhiệm", CITY_LEVEL, "A1", "", seat, "|||||"),
                line(9, "05/03/2021", "Cho thôi giữ chức vụ", CITY_LEVEL, "A1", "", seat, "10/03/2022|||||"),
                line(10, "05/03/2021", "Nghỉ hưu", CITY_LEVEL, "A1", "Giữ ghế", seat, "10/03/2022|||||"),
                line(11, "05/03/2021", "Bổ nhiệm", CITY_LEVEL, "A1", "", at("KHONGCO", head), "10/03/2021|||||"),
                line(13, "05/03/2021", "Bổ nhiệm", CITY_LEVEL, "A1", "", seat, "10/03/2021|09/03/2021||||"),
                line(14, "05/03/2030", "Bổ nhiệm", WARD_LEVEL, "A1", "", at(ward, chair), "10/03/2030|||||"),
                line(15, "05/03/2021", "Bổ nhiệm", CITY_LEVEL, "A1", "", seat, "10/03/2021|||Ngang||"),
                line(16, "05/03/2021", "Bổ nhiệm", CITY_LEVEL, "A1", "", seat, "10/03/2021|||||"),
                line(16, "05/03/2021", "Điều động", CITY_LEVEL, "A2", "", seat, "10/03/2021|||||"));

        Caller.Answer refused = send(CLERK, wrong, false);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refusals(refused))
                .containsExactlyInAnyOrder(
                        "Quyết định!E2 unknown-file-number",
                        "Quyết định!H3 no-seat-so",
                        "Quyết định!H4 no-seat-so",
                        "Quyết định!B5 cell-no-such-day",
                        "Quyết định!M6 required",
                        "Quyết định!D7 authority-not-the-deciding-level",
                        "Quyết định!D8 cell-unknown-word",
                        "Quyết định!J9 required",
                        "Quyết định!H10 no-post-so",
                        "Quyết định!C11 kind-gives-no-post",
                        "Quyết định!G12 unknown-agency-code",
                        "Quyết định!K13 ends-before-it-begins",
                        "Quyết định!B14 signed-in-the-future",
                        "Quyết định!M15 direction-only-in-a-rotation",
                        "Quyết định!A16 other-lines-refused",
                        "Quyết định!C17 decision-has-one-kind");
        assertThat(about(CLERK, first())).isEmpty();
    }

    @Test
    void aBatchIsTakenBackBeforeAnyOfItIsIssuedAndMayComeAgain() {
        Caller.Answer taken = send(CLERK, papers(), false);

        Caller.Answer undone = undo(CLERK, taken);

        assertThat(undone.body().path("gone").asInt()).isEqualTo(4);
        assertThat(undone.body().path("kept")).isEmpty();
        assertThat(about(CLERK, first())).isEmpty();
        assertThat(counts(send(CLERK, papers(), false))).containsExactly("Quyết định 4/4/0/0");
    }

    @Test
    void peopleAndTheirPapersOfOneBookGoTogether() {
        Caller.Answer taken = send(
                CLERK,
                book(
                        "Cán bộ",
                        List.of(
                                "Số hiệu hồ sơ|Họ và tên|Giới tính|Ngày sinh|Mã cơ quan|Chức vụ|Diện quản lý|Từ ngày",
                                "A3." + run + "|Hồ Văn Ba " + run + "|Nam|1980|" + ward + "|Chuyên viên|" + WARD_LEVEL
                                        + "|01/07/2025"),
                        "Quyết định",
                        List.of(
                                HEADER,
                                line(
                                        12,
                                        "05/03/2021",
                                        "Bổ nhiệm",
                                        CITY_LEVEL,
                                        "A3",
                                        "",
                                        at(city, head),
                                        "10/03/2021|||||"))),
                false);
        String person = only("Hồ Văn Ba " + run);
        assertThat(about(CLERK, person)).hasSize(1);

        Caller.Answer undone = undo(CLERK, taken);

        assertThat(undone.body().path("gone").asInt()).isEqualTo(2);
        assertThat(as(CLERK).get(PEOPLE + "/" + person).status()).isEqualTo(404);
    }

    @Test
    void theNeighbourKnowsNeitherThePeopleNorTheDrafts() {
        assertThat(refusals(send(OTHER_CLERK, papers(), false)))
                .containsExactly(
                        "Quyết định!E2 unknown-file-number",
                        "Quyết định!E3 unknown-file-number",
                        "Quyết định!E4 unknown-file-number",
                        "Quyết định!E5 unknown-file-number");
        send(CLERK, papers(), false);
        Map<String, Object> theirs = drafts(about(OFFICER, first()).getFirst());
        Map<String, Object> nobodys = new HashMap<>(theirs);
        nobodys.put("decisions", List.of(Map.of("decisionId", UUID.randomUUID().toString(), "revision", 1)));

        Caller.Answer refused = issue(OTHER_CLERK, theirs);

        assertThat(refused.codes()).containsExactly("unknown-decision");
        assertThat(refused.body().path("findings"))
                .isEqualTo(issue(OTHER_CLERK, nobodys).body().path("findings"));
    }

    @Test
    void allAreIssuedOrNoneAndEachThatIsRefusedIsNamed() {
        send(CLERK, papers(), false);
        List<JsonNode> imported = about(OFFICER, first());
        JsonNode ready = draft(
                        OFFICER,
                        with(
                                with(
                                        with(
                                                content("NOMINATE", List.of(nominating(second(), seat(COMMUNE)))),
                                                "number",
                                                number(90)),
                                        "signedOn",
                                        TODAY.toString()),
                                "authority",
                                "COMMUNE_PARTY_COMMITTEE"))
                .body();
        JsonNode incomplete = draft(OFFICER, content("APPOINT", List.of(starting(second(), seat(COMMUNE)))))
                .body();

        Caller.Answer own = issue(CLERK, drafts(ready, imported.getFirst(), imported.getLast()));
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.fields()).containsExactlyInAnyOrder("decisions[1]", "decisions[2]");
        assertThat(own.codes()).containsOnly("own-decision");
        Map<String, Object> stale = drafts(ready, incomplete, ready);
        stale.put(
                "decisions",
                List.of(
                        Map.of("decisionId", ready.path("id").asString(), "revision", 7),
                        Map.of("decisionId", incomplete.path("id").asString(), "revision", 1)));
        Caller.Answer others = issue(CLERK, stale);
        assertThat(others.fields()).containsExactlyInAnyOrder("decisions[0]", "decisions[1]");
        assertThat(others.codes()).containsExactlyInAnyOrder("decision-changed-since", "decision-draft-incomplete");
        assertThat(as(OFFICER)
                        .get(DECISIONS + "/" + ready.path("id").asString())
                        .body()
                        .path("revision")
                        .asLong())
                .isEqualTo(1);
        assertThat(issue(CLERK, drafts(ready, ready)).codes()).containsExactly("decision-changed-since");
        assertThat(issue(CLERK, drafts(ready)).status()).isEqualTo(200);
    }

    @Test
    void laterPapersOfABundleBuildOnEarlierOnes() {
        send(
                CLERK,
                decisions(
                        line(31, "01/02/2022", "Điều động", CITY_LEVEL, "A2", "", at(city, head), "01/02/2022|||||"),
                        line(
                                30,
                                "05/03/2021",
                                "Bổ nhiệm",
                                CITY_LEVEL,
                                "A1",
                                "",
                                at(city, head),
                                "10/03/2021|31/01/2022||||")),
                false);

        assertThat(issueAbout(second(), first()).status()).isEqualTo(200);
        assertThat(headPosts(first())).singleElement().asString().endsWith("2021-03-10..2022-02-01 true");
        assertThat(headPosts(second())).singleElement().asString().endsWith("2022-02-01..2025-07-01 true");
    }

    private void headPostOnRecord(String until) {
        assertThat(send(
                                CLERK,
                                book(
                                        "Chức vụ",
                                        List.of(
                                                "Số hiệu hồ sơ|Mã cơ quan|Mã chức danh|Từ ngày|Đến hết ngày",
                                                "A1." + run + "|" + city + "|" + head + "|10/03/2021|" + until)),
                                false)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aPostOnRecordBecomesThatOfItsPaperAndIsItselfAgainWhenThePaperFalls() {
        headPostOnRecord("31/12/2024");
        String before = headPosts(first()).getFirst();
        send(
                CLERK,
                decisions(
                        line(12, "05/03/2021", "Bổ nhiệm", CITY_LEVEL, "A1", "", at(city, head), "10/03/2021||60|||")),
                false);

        Caller.Answer issued = issueAbout(first());

        assertThat(issued.status()).as(issued.body().toString()).isEqualTo(200);
        assertThat(headPosts(first())).containsExactly(before.replace(" false", " true"));
        JsonNode decision = issued.body().path("items").path(0);
        Map<String, Object> moved = content(
                "APPOINT",
                List.of(with(
                        with(
                                with(
                                        starting(
                                                first(),
                                                decision.path("effects")
                                                        .path(0)
                                                        .path("seatId")
                                                        .asString()),
                                        "until",
                                        "2025-07-01"),
                                "termMonths",
                                60),
                        "effectiveFrom",
                        "2021-03-15")));
        moved.put("number", number(12));
        moved.put("signedOn", "2021-03-05");
        moved.put("reason", "Ngày ghi sai so với bản ký");
        Caller.Answer corrected =
                as(OFFICER).ask("PUT", DECISIONS + "/" + decision.path("id").asString(), moved, "If-Match", "\"2\"");
        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
        assertThat(headPosts(first()))
                .containsExactly(before.replace("2021-03-10", "2021-03-15").replace(" false", " true"));

        Caller.Answer rescinded = act(
                OFFICER,
                "rescind",
                corrected.body(),
                Map.of("number", "1-QĐ", "signedOn", "2021-06-01", "reason", "Sai thẩm quyền"));

        assertThat(rescinded.status()).as(rescinded.body().toString()).isEqualTo(200);
        assertThat(headPosts(first())).containsExactly(before);
        assertThat(as(CLERK)
                        .get(PEOPLE + "/" + first())
                        .body()
                        .path("assignments")
                        .valueStream()
                        .anyMatch(post -> post.has("termMonths")))
                .as("the term of the paper went with it")
                .isFalse();
    }

    @Test
    void aPostOnRecordThatSaysOtherwiseIsNotTakenOver() {
        headPostOnRecord("30/06/2025");
        send(
                CLERK,
                decisions(line(
                        12,
                        "05/03/2021",
                        "Bổ nhiệm",
                        CITY_LEVEL,
                        "A1",
                        "",
                        at(city, head),
                        "10/03/2021|31/12/2023|||x|x")),
                false);

        Caller.Answer refused = issueAbout(first());

        assertThat(refused.codes()).containsOnly("post-on-record-differs");
        assertThat(refused.fields())
                .containsExactlyInAnyOrder(
                        "decisions[0].effects[0].acting",
                        "decisions[0].effects[0].concurrent",
                        "decisions[0].effects[0].until");
    }

    @Test
    void anEndOnRecordBecomesThatOfItsPaper() {
        headPostOnRecord("30/06/2025");
        String before = headPosts(first()).getFirst();
        Caller.Answer taken = send(
                CLERK,
                decisions(line(
                        55,
                        "20/06/2025",
                        "Cho thôi giữ chức vụ",
                        CITY_LEVEL,
                        "A1",
                        "",
                        at(city, head),
                        "01/07/2025|||||")),
                false);
        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);

        Caller.Answer issued = issueAbout(first());

        assertThat(issued.status()).as(issued.body().toString()).isEqualTo(200);
        assertThat(headPosts(first())).containsExactly(before);
        assertThat(act(
                                OFFICER,
                                "rescind",
                                issued.body().path("items").path(0),
                                Map.of("number", "1-QĐ", "signedOn", "2025-06-25", "reason", "Sai thẩm quyền"))
                        .status())
                .isEqualTo(200);
        assertThat(headPosts(first())).containsExactly(before);
    }

    @Test
    void aPostInNoSeatIsLeftByItsWords() {
        LocalDate end = TODAY.plusDays(5);
        String day = java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy").format(end);
        Caller.Answer taken = send(
                CLERK,
                decisions(line(
                        60, "01/11/2026", "Nghỉ hưu", WARD_LEVEL, "A1", "", ward + "||chuyên viên", day + "|||||")),
                false);

        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);
        assertThat(issueAbout(first()).status()).isEqualTo(200);
        assertThat(postDays(first(), false)).containsExactly("2025-07-01.." + end);
    }
}
