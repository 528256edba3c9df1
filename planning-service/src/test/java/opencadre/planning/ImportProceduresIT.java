package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opencadre.kit.service.Caller;
import opencadre.kit.workbook.Books;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Procedures of the past from a workbook: taken with all their acts, and nothing counts before somebody else confirms.
 */
class ImportProceduresIT extends ProcedureRequests {

    private static final String IMPORTS = "/api/planning/imports";
    private static final String CASES = "Quy trình";
    private static final String PAPERS = "Giấy tờ";
    private static final String BALLOTS = "Phiếu";
    private static final String STEPS = "Bước";

    private static final Map<String, String> HEADERS = Map.of(
            CASES,
            "Mã quy trình|Mã cơ quan|Mã chức danh|Ngày xin chủ trương|Ngày cho chủ trương|Số văn bản chủ trương|Lý do"
                    + " chậm|Số hiệu hồ sơ nhân sự",
            PAPERS,
            "Mã quy trình|Số hiệu hồ sơ|Loại|Số|Ngày cấp",
            BALLOTS,
            "Mã quy trình|Bước|Số hiệu hồ sơ|Số phiếu",
            STEPS,
            "Mã quy trình|Bước|Ngày|Hội nghị|Triệu tập|Có mặt|Phát ra|Thu về|Hợp lệ|Không chọn ai|Tổng số thành"
                    + " viên|Cách ghi phiếu|Số biên bản|Công bố kết quả");

    private final String title = CHAIRMAN + code(chair);

    @Test
    void takesACaseWithAllItsActsByTheLawOfTheirDaysAndNothingCountsBeforeAnotherConfirmsIt() throws Exception {
        Official one = plannedBefore("Trịnh Văn Giấy");
        Official two = plannedBefore("Trịnh Văn Tờ");

        Caller.Answer taken = send(OFFICER, false, book(one, two));

        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);
        assertThat(made(taken)).containsExactly("Quy trình 1", "Giấy tờ 4", "Phiếu 5", "Bước 5");
        String id = onRecord();
        JsonNode procedure = procedure(OFFICER, id);
        assertThat(procedure.path("state").asString()).isEqualTo("PAPERS");
        assertThat(procedure.path("regulation").asString()).isEqualTo("80-QĐ/TW");
        assertThat(procedure.path("papers").path("decision").asString()).isEqualTo("90-TB/TU");
        assertThat(procedure.has("policy")).isFalse();
        assertThat(procedure.path("steps").path(4).path("ruling").path("result").asString())
                .isEqualTo("CHOSEN");
        assertThat(may(OFFICER, id)).containsExactly("STOP");
        assertThat(may(LEADER, id)).containsExactly("CONFIRM_PAPERS");
        assertThat(waiting(LEADER)).contains("PAPERS_TO_CONFIRM " + id);
        assertThat(tried(LEADER, id, "conclude", Map.of("concludedOn", "2025-09-25"))
                        .codes())
                .contains("procedure-elsewhere");
        assertThat(tried(OFFICER, id, "steps/5", ballot("2025-09-19", Map.of(one.id, 12), Map.of("kind", "ONE_NAME")))
                        .codes())
                .containsExactly("procedure-elsewhere");
        assertThat(tried(OFFICER, id, "documents", document(one, "PHOTO", "2026-09-01"))
                        .codes())
                .contains("procedure-elsewhere");
        assertThat(tried(OFFICER, id, "papers-confirmation", Map.of()).status()).isEqualTo(403);
        assertThat(read("SELECT key FROM outbox WHERE key = '" + id + "'")).isEmpty();
        assertThat(as(OFFICER).get(SEATS + "/" + chair).body().has("procedureId"))
                .isFalse();

        JsonNode confirmed = done(LEADER, id, "papers-confirmation", Map.of("note", "Đã đối chiếu hồ sơ gốc"));

        assertThat(confirmed.path("state").asString()).isEqualTo("STEPS");
        assertThat(confirmed.path("policy").path("approvedOn").asString()).isEqualTo("2025-09-12");
        assertThat(confirmed.path("policy").path("act").path("by").asString())
                .isEqualTo(confirmed.path("papers").path("confirmed").path("by").asString())
                .isNotEqualTo(confirmed.path("opened").path("by").asString());
        JsonNode concluded = done(
                LEADER, id, "conclude", Map.of("concludedOn", "2025-09-25", "reason", "Theo hồ sơ gốc của quy trình"));
        assertThat(concluded.path("conclusion").path("personId").asString()).isEqualTo(one.id.toString());
        JsonNode record = as(OFFICER).get(PROCEDURES + "/" + id + "/record").body();
        assertThat(record.path("entries")
                        .valueStream()
                        .map(entry -> entry.path("act").asString()))
                .containsExactly(
                        "Opened",
                        "DocumentRecorded",
                        "DocumentRecorded",
                        "DocumentRecorded",
                        "DocumentRecorded",
                        "StepHeld",
                        "StepHeld",
                        "StepHeld",
                        "StepHeld",
                        "StepHeld",
                        "PapersConfirmed",
                        "Concluded");
        assertThat(recomputed(record, id)).isNotEmpty();
        assertThat(record.toString()).doesNotContain("Trịnh Văn Giấy");

        Caller.Answer again = send(OFFICER, false, book(one, two));
        assertThat(again.status()).as(again.body().toString()).isEqualTo(201);
        assertThat(again.body()
                        .path("sheets")
                        .valueStream()
                        .map(sheet -> sheet.path("same").asInt()))
                .containsExactly(1, 4, 5, 5);
        assertThat(items()).hasSize(1);
    }

    @Test
    void whoeverTookItDoesNotConfirmItAlsoWithTheRightTo() {
        String account = "thamdinh.truong";
        Official one = plannedBefore("Trịnh Văn Hai Vai");
        grant(account, "PROV_ORG_OFFICER", PROVINCE, laterRevision());
        await(() -> send(account, true, book(one, null)).status() == 200);
        assertThat(send(account, false, book(one, null)).status()).isEqualTo(201);
        String id = onRecord();
        grant(account, "PROV_ORG_LEADER", PROVINCE, laterRevision());
        await(() -> send(account, true, book(one, null)).status() == 403);

        assertThat(tried(account, id, "papers-confirmation", Map.of()).codes()).containsExactly("own-procedure");
    }

    @Test
    void aTrialSaysTheSameAndKeepsNothing() {
        Official one = plannedBefore("Trịnh Văn Thử");

        assertThat(send(OFFICER, true, book(one, null)).body().path("state").asString())
                .isEqualTo("WOULD_BE_TAKEN");
        assertThat(items()).isEmpty();
    }

    @Test
    void refusesByCellWhatCannotBeTrueAndWhatTheLawForbids() {
        Official one = plannedBefore("Trịnh Văn Sai");
        Official other = published("Trịnh Văn Ngoài");
        Map<String, List<String>> book = book(one, null);
        book.put(
                STEPS,
                List.of(
                        step(1, "15/09/2025", "12|12|||||", ""),
                        step(3, "16/09/2025", "12|12|12|12|12|2|12|", ""),
                        step(2, "16/09/2025", "37|30|30|31|30|20||", "")));
        book.put(
                BALLOTS,
                List.of(
                        "QT1|3|" + one.number + "|10",
                        "QT1|2|" + one.number + "|10",
                        "QT1|2|" + other.number + "|1",
                        "QT1|2|F-KHONGCO|1",
                        "QT1|4|" + one.number + "|10",
                        "QT9|4|" + one.number + "|10",
                        "QT1|7|" + one.number + "|10",
                        "QT1|5|" + one.number + "|-1"));

        Caller.Answer refused = send(OFFICER, false, book);

        assertThat(found(refused))
                .containsExactlyInAnyOrder(
                        "Bước!B3 step.order",
                        "Bước!H4 tally.returned-above-issued",
                        "Phiếu!C4 not-a-candidate",
                        "Phiếu!C5 unknown-file-number",
                        "Phiếu!B6 votes-without-meeting",
                        "Phiếu!A7 unknown-case",
                        "Phiếu!B8 out-of-range",
                        "Phiếu!D9 tally.negative");
        assertThat(article(refused, "step.order")).isEqualTo("80-QĐ/TW");
        assertThat(items()).isEmpty();
    }

    @Test
    void aMeetingWithoutQuorumAndVotesThatDoNotAddUpAreRefusedWithTheArticle() {
        Official one = plannedBefore("Trịnh Văn Vắng");
        Map<String, List<String>> few = book(one, null);
        few.put(
                STEPS,
                List.of(step(1, "15/09/2025", "12|12|||||", ""), step(2, "16/09/2025", "37|24|24|24|24|14||", "")));
        few.put(BALLOTS, List.of("QT1|2|" + one.number + "|10"));
        Map<String, List<String>> odd = book(one, null);
        odd.put(
                STEPS,
                List.of(step(1, "15/09/2025", "12|12|||||", ""), step(2, "16/09/2025", "12|12|12|12|12|3||", "")));
        odd.put(BALLOTS, List.of("QT1|2|" + one.number + "|10"));
        Map<String, List<String>> announced = book(one, null);
        announced.put(
                STEPS,
                List.of(step(1, "15/09/2025", "12|12|||||", ""), step(2, "16/09/2025", "12|12|12|12|12|2||", "Có")));
        announced.put(BALLOTS, List.of("QT1|2|" + one.number + "|10"));

        Caller.Answer quorum = send(OFFICER, false, few);

        assertThat(found(quorum)).containsExactly("Bước!F3 ruling.no-quorum");
        assertThat(article(quorum, "ruling.no-quorum")).isEqualTo("80-QĐ/TW");
        assertThat(found(send(OFFICER, false, odd))).containsExactly("Bước!I3 tally.votes-differ-from-valid");
        assertThat(found(send(OFFICER, false, announced))).containsExactly("Bước!N3 not-to-be-announced");
    }

    @Test
    void votesForSomebodyWhoFellOutAreToldWhereTheyStand() {
        Official one = plannedBefore("Trịnh Văn Còn");
        Official two = plannedBefore("Trịnh Văn Rớt");
        Map<String, List<String>> book = book(one, two);
        book.put(
                BALLOTS,
                List.of(
                        "QT1|2|" + one.number + "|10",
                        "QT1|3|" + one.number + "|11",
                        "QT1|4|" + one.number + "|6",
                        "QT1|4|" + two.number + "|3",
                        "QT1|5|" + one.number + "|12"));

        assertThat(found(send(OFFICER, false, book)))
                .containsExactly("Phiếu!C5 not-among-the-lawful", "Bước!B6 step.order");
    }

    @Test
    void theLawOfTheDaysIsAskedAndWhereItWasNotReadItIsRefused() {
        Official one = plannedBefore("Trịnh Văn Xưa");
        Map<String, List<String>> old = book(one, null);
        old.put(CASES, List.of(line(one, "17/08/2022|18/08/2022|90-TB/TU|", null)));
        old.remove(STEPS);
        old.remove(BALLOTS);
        old.remove(PAPERS);
        Map<String, List<String>> across = book(one, null);
        across.put(STEPS, List.of(step(1, "08/10/2025", "12|12|||||", "")));
        across.remove(BALLOTS);
        Map<String, List<String>> late = book(one, null);
        late.put(CASES, List.of(line(one, "08/09/2025|25/09/2025|90-TB/TU|", null)));
        late.remove(STEPS);
        late.remove(BALLOTS);
        late.remove(PAPERS);

        assertThat(found(send(OFFICER, false, old))).contains("Quy trình!D2 law-not-read");
        assertThat(found(send(OFFICER, false, across))).containsExactly("Bước!C2 step.rule-version");
        Caller.Answer refused = send(OFFICER, false, late);
        assertThat(found(refused)).containsExactly("Quy trình!G2 policy-late");
        assertThat(article(refused, "policy-late")).isEqualTo("80-QĐ/TW");
        late.put(CASES, List.of(line(one, "08/09/2025|25/09/2025|90-TB/TU|Chờ ý kiến Tỉnh ủy", null)));
        assertThat(send(OFFICER, true, late).status()).isEqualTo(200);
    }

    @Test
    void candidatesAndTheirPapersAreJudgedAsOnThePage() {
        Official one = plannedBefore("Trịnh Văn Thiếu");
        Official unplanned = published("Trịnh Văn Chưa");
        Map<String, List<String>> book = book(one, unplanned);
        Map<String, List<String>> without = book(one, null);
        without.put(PAPERS, List.of("QT1|" + one.number + "|Ảnh|1|01/08/2025"));
        Map<String, List<String>> old = book(one, null);
        old.put(PAPERS, List.of("QT1|" + one.number + "|Ảnh|1|14/03/2025"));
        old.put(STEPS, List.of(step(1, "15/09/2025", "12|12|||||", "")));
        old.remove(BALLOTS);

        Caller.Answer refused = send(OFFICER, false, book);
        assertThat(found(refused)).contains("Quy trình!H2 in-plan");
        assertThat(refused.body().toString()).contains(unplanned.number + ": ");
        Caller.Answer missing = send(OFFICER, false, without);
        assertThat(missing.codes()).containsExactly("document-missing");
        assertThat(article(missing, "document-missing")).isEqualTo("80-QĐ/TW");
        assertThat(send(OFFICER, false, old).codes()).containsExactly("document-age");
        Map<String, List<String>> nowhere = book(one, null);
        nowhere.put(
                CASES,
                List.of(
                        line(one, "08/09/2025|12/09/2025|90-TB/TU|", null).replace(one.number, "F-KHONGCO"),
                        line(one, "08/09/2025|12/09/2025|90-TB/TU|", null)
                                .replace("QT1", "QT2")
                                .replace(agencyCode(COMMUNE), "CQ-KHONG"),
                        line(one, "08/09/2025|12/09/2025|90-TB/TU|", null)
                                .replace("QT1", "QT3")
                                .replace(title, "KHONG_CO"),
                        line(one, "08/09/2025|07/09/2025|90-TB/TU|", null).replace("QT1", "QT4")));
        nowhere.remove(STEPS);
        nowhere.remove(BALLOTS);
        nowhere.remove(PAPERS);
        assertThat(found(send(OFFICER, false, nowhere)))
                .containsExactly(
                        "Quy trình!H2 unknown-file-number",
                        "Quy trình!B3 unknown-agency-code",
                        "Quy trình!C4 no-seat-so",
                        "Quy trình!E5 before");
    }

    @Test
    void whatIsOnRecordIsNotChangedByABookThatDiffers() {
        Official one = plannedBefore("Trịnh Văn Khác");
        assertThat(send(OFFICER, false, book(one, null)).status()).isEqualTo(201);
        Map<String, List<String>> other = book(one, null);
        other.put(BALLOTS, List.of("QT1|2|" + one.number + "|9"));

        assertThat(found(send(OFFICER, false, other)))
                .contains("Bước!B3 case-differs")
                .doesNotContain("Quy trình!D2 case-differs");
        assertThat(items()).hasSize(1);
    }

    @Test
    void takenBackTheRecordStaysAndSaysSoAndTheBookMayBeSentAgain() throws Exception {
        Official one = plannedBefore("Trịnh Văn Rút");
        String batch =
                send(OFFICER, false, book(one, null)).body().path("batch").asString();
        String id = onRecord();

        Caller.Answer undone = as(OFFICER).ask("POST", IMPORTS + "/" + batch + "/undo", null);

        assertThat(undone.body().path("gone").asInt()).isEqualTo(12);
        assertThat(procedure(OFFICER, id).path("state").asString()).isEqualTo("STOPPED");
        assertThat(recomputed(as(OFFICER).get(PROCEDURES + "/" + id + "/record").body(), id))
                .isNotEmpty();
        Caller.Answer again = send(OFFICER, false, book(one, null));
        assertThat(made(again)).containsExactly("Quy trình 1", "Giấy tờ 2", "Phiếu 4", "Bước 5");
        String second = again.body().path("batch").asString();
        done(LEADER, onRecord(), "papers-confirmation", Map.of());
        Caller.Answer kept = as(OFFICER).ask("POST", IMPORTS + "/" + second + "/undo", null);
        assertThat(kept.body().path("gone").asInt()).isZero();
        assertThat(kept.body()
                        .path("kept")
                        .valueStream()
                        .map(line -> line.path("why").asString()))
                .hasSize(12)
                .containsOnly("CHANGED_SINCE");
    }

    @Test
    void itIsNotConfirmedWhileAnotherRunsForTheSeat() {
        Official one = plannedBefore("Trịnh Văn Chờ");
        assertThat(send(OFFICER, false, book(one, null)).status()).isEqualTo(201);
        String id = onRecord();
        Caller.Answer live = open(OFFICER, chair, "2026-11-02", List.of(one.id));
        assertThat(live.status()).as(live.body().toString()).isEqualTo(201);

        assertThat(tried(LEADER, id, "papers-confirmation", Map.of()).codes()).containsExactly("procedure-is-open");
        done(OFFICER, live.body().path("id").asString(), "stop", Map.of("reason", "Mở nhầm"));
        done(LEADER, id, "papers-confirmation", Map.of());
    }

    @Test
    void theNeighbourFindsNeitherThePeopleNorTheCase() {
        Official one = plannedBefore("Trịnh Văn Khuất");
        Map<String, List<String>> book = book(one, null);
        book.keySet().retainAll(List.of(CASES));
        Map<String, List<String>> nowhere = new HashMap<>(book);
        nowhere.replaceAll((sheet, lines) -> lines.stream()
                .map(each -> each.replace(one.number, "F-KHONGCO").replace(title, "KHONG_CO"))
                .toList());

        Caller.Answer there = send(OTHER_CLERK, false, book);

        assertThat(found(there)).containsExactly("Quy trình!H2 unknown-file-number", "Quy trình!C2 no-seat-so");
        assertThat(there.body()
                        .path("findings")
                        .toString()
                        .replace(one.number, "F-KHONGCO")
                        .replace(title, "KHONG_CO"))
                .isEqualTo(send(OTHER_CLERK, false, nowhere)
                        .body()
                        .path("findings")
                        .toString());
        assertThat(send(OFFICER, false, book(one, null)).status()).isEqualTo(201);
        String id = onRecord();
        assertThat(as(OTHER_CLERK).get(PROCEDURES + "/" + id).status()).isEqualTo(404);
        assertThat(found(send(OTHER_CLERK, false, book)))
                .containsExactly("Quy trình!H2 unknown-file-number", "Quy trình!C2 no-seat-so");
    }

    /** One case with five steps in September 2025, and one person far ahead. */
    private Map<String, List<String>> book(Official one, @Nullable Official two) {
        List<String> papers = new ArrayList<>();
        for (Official each : two == null ? List.of(one) : List.of(one, two)) {
            papers.add("QT1|" + each.number + "|Giấy khám sức khỏe|GK-1|01/08/2025");
            papers.add("QT1|" + each.number + "|Ảnh|A-1|01/08/2025");
        }
        List<String> ballots = new ArrayList<>(List.of(
                "QT1|2|" + one.number + "|" + (two == null ? 10 : 9),
                "QT1|3|" + one.number + "|11",
                "QT1|4|" + one.number + "|9",
                "QT1|5|" + one.number + "|12"));
        if (two != null) {
            ballots.add("QT1|2|" + two.number + "|1");
        }
        Map<String, List<String>> book = new HashMap<>();
        book.put(CASES, List.of(line(one, "08/09/2025|12/09/2025|90-TB/TU|", two)));
        book.put(PAPERS, papers);
        book.put(BALLOTS, ballots);
        book.put(
                STEPS,
                List.of(
                        step(1, "15/09/2025", "12|12|||||", ""),
                        step(2, "16/09/2025", "12|12|12|12|12|2||", "Không"),
                        step(3, "17/09/2025", "12|12|12|12|12|1|12|", ""),
                        step(4, "18/09/2025", "12|12|12|12|12|3||Chọn một người", ""),
                        step(5, "19/09/2025", "12|12|12|12|12|0||Chọn một người", "")));
        return book;
    }

    private String line(Official one, String days, @Nullable Official two) {
        String people = two == null ? one.number : one.number + "; " + two.number;
        return "QT1|" + agencyCode(COMMUNE) + "|" + title + "|" + days + "|" + people;
    }

    private static String step(int number, String day, String counts, String announced) {
        String full = counts.chars().filter(c -> c == '|').count() == 6 ? counts + "|" : counts;
        return "QT1|" + number + "|" + day + "|Ban Thường vụ|" + full + "|0" + number + "-BB/ĐU|" + announced;
    }

    private Caller.Answer send(String username, boolean trial, Map<String, List<String>> book) {
        Map<String, List<List<@Nullable Object>>> sheets = new HashMap<>();
        book.forEach((name, lines) -> {
            List<List<@Nullable Object>> all = new ArrayList<>();
            all.add(cells(HEADERS.getOrDefault(name, "")));
            lines.forEach(each -> all.add(cells(each)));
            sheets.put(name, all);
        });
        return as(username).send(IMPORTS + "?file=quy-trinh.xlsx&trial=" + trial, Books.of(sheets));
    }

    private static List<@Nullable Object> cells(String row) {
        return new ArrayList<>(Arrays.stream(row.split("\\|", -1))
                .map(cell -> cell.isEmpty() ? null : (Object) cell)
                .toList());
    }

    private List<JsonNode> items() {
        return as(OFFICER)
                .get(PROCEDURES + "?seatId=" + chair)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    /** The latest of the seat. */
    private String onRecord() {
        return items().getFirst().path("id").asString();
    }

    private static List<String> made(Caller.Answer answer) {
        return answer.body()
                .path("sheets")
                .valueStream()
                .map(sheet -> sheet.path("sheet").asString() + " "
                        + sheet.path("made").asInt())
                .toList();
    }

    private static List<String> found(Caller.Answer answer) {
        return answer.body()
                .path("findings")
                .valueStream()
                .map(each ->
                        each.path("field").asString() + " " + each.path("code").asString())
                .toList();
    }

    private static String article(Caller.Answer answer, String code) {
        return answer.body()
                .path("findings")
                .valueStream()
                .filter(each -> each.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .path("article")
                .asString("");
    }
}
