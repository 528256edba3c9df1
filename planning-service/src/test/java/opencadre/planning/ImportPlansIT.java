package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import opencadre.kit.workbook.Books;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Plans from a workbook: each line is a proposal, and somebody else approves them, one by one or all at once. */
class ImportPlansIT extends PlanRequests {

    private static final String IMPORTS = "/api/planning/imports";
    private static final String HEADER =
            "Số hiệu hồ sơ|Mã cơ quan|Mã chức danh|Nhiệm kỳ|Nguồn|Quyết định|Ngày phê duyệt";

    @Test
    void takesProposalsWithWhatThePaperSaysAndTheSameBookAgainChangesNothing() {
        Official one = published("Lã Văn Hoạch");
        Official two = published("Lã Văn Chờ");

        Caller.Answer taken = send(OFFICER, false, line(one, "214-QĐ/TU|15/03/2026"), line(two, "|"));

        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);
        assertThat(count(taken, "made")).isEqualTo(2);
        JsonNode entry = entries(one).get(0);
        assertThat(entry.path("state").asString()).isEqualTo("PROPOSED");
        assertThat(entry.path("paper").path("decision").asString()).isEqualTo("214-QĐ/TU");
        assertThat(entry.path("paper").path("approvedOn").asString()).isEqualTo("2026-03-15");
        assertThat(entries(two).get(0).has("paper")).isFalse();
        assertThat(read("SELECT topic FROM outbox WHERE key = '" + one.id + "'"))
                .isEmpty();
        assertThat(count(send(OFFICER, false, line(one, "214-QĐ/TU|15/03/2026"), line(two, "|")), "same"))
                .isEqualTo(2);
        assertThat(entries(one)).hasSize(1);
    }

    @Test
    void aTrialSaysTheSameAndKeepsNothing() {
        Official one = published("Lã Văn Thử");

        Caller.Answer tried = send(OFFICER, true, line(one, "214-QĐ/TU|15/03/2026"));

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.body().path("state").asString()).isEqualTo("WOULD_BE_TAKEN");
        assertThat(entries(one)).isEmpty();
    }

    @Test
    void refusesByCellWhatThePageWouldRefuse() {
        Official one = published("Lã Văn Sai");
        Official chairman = new Official("Lã Văn Trưởng", COMMUNE)
                .post(UUID.randomUUID(), chair, "2022-07-01", null)
                .send();
        await(() -> as(OFFICER).get(PEOPLE + "/" + chairman.id).status() == 200);
        String unit = agencyCode(COMMUNE);
        String title = CHAIRMAN + code(chair);

        Caller.Answer refused = send(
                OFFICER,
                false,
                "F-KHONGCO|" + unit + "|" + title + "|2026-2031|Tại chỗ||",
                one.number + "|CQ-KHONG|" + title + "|2026-2031|Tại chỗ||",
                one.number + "|" + unit + "|KHONG_CO|2026-2031|Tại chỗ||",
                one.number + "|" + unit + "|" + title + "|2026|Tại chỗ||",
                one.number + "|" + unit + "|" + title + "|2031-2026|Tại chỗ||",
                one.number + "|" + unit + "|" + title + "|2025-2031|Tại chỗ|1-QĐ/TU|",
                one.number + "|" + unit + "|" + title + "|2027-2031|Tại chỗ||15/03/2026",
                one.number + "|" + unit + "|" + title + "|2028-2031|Tại chỗ|1-QĐ/TU|01/01/2030",
                one.number + "|" + unit + "|" + title + "|2029-2031|Ở đâu đó||",
                chairman.number + "|" + unit + "|" + DEPUTY + code(deputy) + "|2026-2031|Tại chỗ||");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(found(refused))
                .containsExactlyInAnyOrder(
                        "Quy hoạch!A2 unknown-file-number",
                        "Quy hoạch!B3 unknown-agency-code",
                        "Quy hoạch!C4 no-seat-so",
                        "Quy hoạch!D5 wrong-form",
                        "Quy hoạch!D6 term-of-office-backwards",
                        "Quy hoạch!G7 paper-whole",
                        "Quy hoạch!F8 paper-whole",
                        "Quy hoạch!G9 in-the-future",
                        "Quy hoạch!E10 cell-unknown-word",
                        "Quy hoạch!A11 only-higher-title");
        JsonNode higher = refused.body()
                .path("findings")
                .valueStream()
                .filter(finding -> finding.path("code").asString().equals("only-higher-title"))
                .findFirst()
                .orElseThrow();
        assertThat(higher.path("article").asString()).contains("377-QĐ/TW");
        assertThat(entries(one)).isEmpty();
    }

    @Test
    void aPaperOfThePastIsJudgedByTheLawOfItsDay() {
        Official chairman = new Official("Lã Văn Luật", COMMUNE)
                .post(UUID.randomUUID(), chair, "2022-07-01", null)
                .send();
        await(() -> as(OFFICER).get(PEOPLE + "/" + chairman.id).status() == 200);
        String same = chairman.number + "|" + agencyCode(COMMUNE) + "|" + DEPUTY + code(deputy) + "|2020-2025|Tại chỗ|";

        assertThat(send(OFFICER, false, same + "9-QĐ/TU|08/10/2025")
                        .body()
                        .path("findings")
                        .path(0)
                        .path("article")
                        .asString())
                .contains("377-QĐ/TW");
        Caller.Answer before = send(OFFICER, false, same + "9-QĐ/TU|01/07/2022");
        assertThat(before.codes()).containsExactly("only-higher-title");
        assertThat(before.body().path("findings").path(0).path("article").asString())
                .contains("50-QĐ/TW");
        assertThat(send(OFFICER, false, same + "9-QĐ/TU|30/06/2022").status())
                .as("the day before the post that is higher")
                .isEqualTo(201);
        assertThat(send(OFFICER, false, same.replace("2020", "2015") + "9-QĐ/TU|30/06/2020")
                        .codes())
                .as("the seat did not stand then")
                .containsExactly("no-seat-so");
    }

    @Test
    void theNeighbourFindsTheNumberNoMoreThanOneThatIsNotThere() {
        Official one = published("Lã Văn Khuất");

        Caller.Answer there = send(OTHER_CLERK, false, line(one, "|"));
        Caller.Answer nowhere = send(OTHER_CLERK, false, line(one, "|").replace(one.number, "F-KHONGCO"));

        assertThat(found(there)).containsExactly("Quy hoạch!A2 unknown-file-number");
        assertThat(text(there).replace(one.number, "F-KHONGCO")).isEqualTo(text(nowhere));
        assertThat(send(LEADER, false, line(one, "|")).status()).isEqualTo(403);
    }

    private static String text(Caller.Answer answer) {
        return answer.body().path("findings").path(0).toString();
    }

    @Test
    void takenBackTheyAreWithdrawnButForWhatWasApprovedAndMayBeSentAgain() {
        Official one = published("Lã Văn Rút");
        Official two = published("Lã Văn Giữ");
        String batch = send(OFFICER, false, line(one, "|"), line(two, "214-QĐ/TU|15/03/2026"))
                .body()
                .path("batch")
                .asString();
        assertThat(approve(LEADER, entries(two).get(0).path("id").asString(), 1, "2026-03-15")
                        .status())
                .isEqualTo(200);

        Caller.Answer undone = as(OFFICER).ask("POST", IMPORTS + "/" + batch + "/undo", null);

        assertThat(undone.body().path("gone").asInt()).isEqualTo(1);
        assertThat(undone.body().path("kept").path(0).path("why").asString()).isEqualTo("CHANGED_SINCE");
        assertThat(entries(one))
                .extracting(entry -> entry.path("state").asString())
                .containsExactly("REMOVED");
        assertThat(read("SELECT s.person_id::text FROM audit a JOIN audit_subject s ON s.audit_id = a.id"
                        + " WHERE a.operation = 'undoImport' AND a.record_id = '" + batch + "'"))
                .as("whose was kept was not touched")
                .containsExactly(one.id.toString());
        assertThat(count(send(OFFICER, false, line(one, "|")), "made")).isEqualTo(1);
    }

    @Test
    void whatTheApproverTurnedDownIsNotBroughtBack() {
        Official one = published("Lã Văn Bác");
        send(OFFICER, false, line(one, "|"));
        String id = entries(one).get(0).path("id").asString();
        assertThat(remove(LEADER, id, 1, Map.of("reason", "Chưa đủ điều kiện", "removedOn", DAY))
                        .status())
                .isEqualTo(200);

        assertThat(count(send(OFFICER, false, line(one, "|")), "same")).isEqualTo(1);
    }

    @Test
    void anotherPersonApprovesThemAllAtOnceFromTheDayOfEachDecision() {
        Official one = published("Lã Văn Nhất");
        Official two = published("Lã Văn Nhì");
        send(OFFICER, false, line(one, "214-QĐ/TU|15/03/2026"), line(two, "215-QĐ/TU|16/03/2026"));

        Caller.Answer approved = approveAll(LEADER, List.of(waiting(one), waiting(two)));

        assertThat(approved.status()).as(approved.body().toString()).isEqualTo(200);
        assertThat(approved.body().path("approved").asInt()).isEqualTo(2);
        assertThat(entries(two).get(0).path("approvedOn").asString()).isEqualTo("2026-03-16");
        assertThat(entries(two).get(0).path("paper").path("decision").asString())
                .isEqualTo("215-QĐ/TU");
        assertThat(count(
                        send(OFFICER, false, line(one, "214-QĐ/TU|15/03/2026"), line(two, "215-QĐ/TU|16/03/2026")),
                        "same"))
                .isEqualTo(2);
    }

    @Test
    void oneWrongMeansNoneAndEachIsNamed() {
        Official one = published("Lã Văn Mốt");
        Official two = published("Lã Văn Hai");
        Official three = published("Lã Văn Ba");
        send(OFFICER, false, line(one, "214-QĐ/TU|15/03/2026"), line(two, "|"), line(three, "|"));
        Map<String, Object> stale = wanted(two, 7, "2026-03-15");
        Map<String, Object> late = wanted(three, 1, "2030-01-01");
        Map<String, Object> none = Map.of(
                "id", UUID.randomUUID().toString(), "revision", 1, "decision", "1-QĐ/TU", "approvedOn", "2026-03-15");

        Caller.Answer refused = approveAll(LEADER, List.of(waiting(one), stale, late, none));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(found(refused))
                .containsExactly(
                        "entries[1].revision plan-entry-changed",
                        "entries[2].approvedOn in-the-future",
                        "entries[3].id unknown-plan-entry");
        assertThat(entries(one).get(0).path("state").asString()).isEqualTo("PROPOSED");
        assertThat(read("SELECT topic FROM outbox WHERE key = '" + one.id + "'"))
                .isEmpty();
    }

    @Test
    void nobodyApprovesTheirOwnAmongThoseOfOthers() {
        String account = "thamdinh.truong";
        Official own = published("Lã Văn Riêng");
        Official other = published("Lã Văn Khác");
        grant(account, "PROV_ORG_OFFICER", PROVINCE, laterRevision());
        await(() -> send(account, false, line(own, "214-QĐ/TU|15/03/2026")).status() == 201);
        send(OFFICER, false, line(other, "214-QĐ/TU|15/03/2026"));
        grant(account, "PROV_ORG_LEADER", PROVINCE, laterRevision());
        await(() -> send(account, true, line(own, "|")).status() == 403);

        Caller.Answer refused = approveAll(account, List.of(waiting(other), waiting(own)));

        assertThat(found(refused)).containsExactly("entries[1] own-plan-entry");
        assertThat(entries(other).get(0).path("state").asString()).isEqualTo("PROPOSED");
        assertThat(approveAll(OFFICER, List.of(waiting(other))).status()).isEqualTo(403);
    }

    @Test
    void aFourthForATitleIsRefusedWithinOneRequest() {
        List<Official> four =
                List.of(published("Lã Văn A"), published("Lã Văn B"), published("Lã Văn C"), published("Lã Văn D"));
        String[] lines =
                four.stream().map(each -> line(each, "214-QĐ/TU|15/03/2026")).toArray(String[]::new);
        send(OFFICER, false, lines);

        Caller.Answer refused =
                approveAll(LEADER, four.stream().map(this::waiting).toList());

        assertThat(found(refused)).containsExactly("entries[3] people-per-title");
        assertThat(entries(four.getFirst()).get(0).path("state").asString()).isEqualTo("PROPOSED");
    }

    private Map<String, Object> waiting(Official person) {
        return wanted(
                person,
                1,
                entries(person).get(0).path("paper").path("approvedOn").asString());
    }

    private Map<String, Object> wanted(Official person, long revision, String on) {
        JsonNode entry = entries(person).get(0);
        return Map.of(
                "id",
                entry.path("id").asString(),
                "revision",
                revision,
                "decision",
                entry.path("paper").path("decision").asString("216-QĐ/TU"),
                "approvedOn",
                on);
    }

    private Caller.Answer approveAll(String username, List<Map<String, Object>> entries) {
        return as(username).ask("POST", PLANS + "/approvals", Map.of("entries", entries), "Idempotency-Key", key());
    }

    private List<JsonNode> entries(Official person) {
        return as(OFFICER)
                .get(PLANS + "?personId=" + person.id)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private String line(Official person, String paper) {
        return person.number + "|" + agencyCode(COMMUNE) + "|" + CHAIRMAN + code(chair) + "|2026-2031|Tại chỗ|" + paper;
    }

    private Caller.Answer send(String username, boolean trial, String... rows) {
        List<List<@Nullable Object>> all = new ArrayList<>();
        all.add(cells(HEADER));
        Arrays.stream(rows).map(ImportPlansIT::cells).forEach(all::add);
        return as(username).send(IMPORTS + "?file=quy-hoach.xlsx&trial=" + trial, Books.of("Quy hoạch", all));
    }

    private static List<@Nullable Object> cells(String row) {
        return new ArrayList<>(Arrays.stream(row.split("\\|", -1))
                .map(cell -> cell.isEmpty() ? null : (Object) cell)
                .toList());
    }

    private static int count(Caller.Answer answer, String what) {
        return answer.body().path("sheets").path(0).path(what).asInt();
    }

    private static List<String> found(Caller.Answer answer) {
        return answer.body()
                .path("findings")
                .valueStream()
                .map(each ->
                        each.path("field").asString() + " " + each.path("code").asString())
                .toList();
    }
}
