package opencadre.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The leader approves what the workbook brought with a decision, all in one request, and nothing else. */
final class PlanStep {

    private static final String ENTRIES = "/api/planning/plan-entries";

    private PlanStep() {}

    /** @param decisions numbers of the decisions in the workbook */
    static Tally run(Officer approver, Set<String> decisions) {
        Tally tally = new Tally("plan entries approved");
        List<Map<String, Object>> entries = waiting(approver).stream()
                .filter(entry ->
                        decisions.contains(entry.path("paper").path("decision").asString("")))
                .map(PlanStep::asThePaperSays)
                .toList();
        if (entries.isEmpty()) {
            return tally;
        }
        Answer answer = approver.post(
                ENTRIES + "/approvals",
                Map.of("entries", entries),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        if (answer.isGood()) {
            tally.added(answer.body().path("approved").asInt());
        } else {
            answer.reasons().forEach(reason -> tally.refused(List.of(new Refusal("quy-hoach.xlsx", 0, "tệp", reason))));
        }
        return tally;
    }

    private static Map<String, Object> asThePaperSays(JsonNode entry) {
        JsonNode paper = entry.path("paper");
        return Map.of(
                "id", entry.path("id").asString(),
                "revision", entry.path("revision").asLong(),
                "decision", paper.path("decision").asString(),
                "approvedOn", paper.path("approvedOn").asString());
    }

    private static List<JsonNode> waiting(Officer approver) {
        List<JsonNode> waiting = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = approver.get(ENTRIES + "?state=PROPOSED&limit=200" + cursor)
                    .orEnd("What waits at the leader")
                    .body();
            page.path("items").forEach(waiting::add);
            cursor = page.path("next").isMissingNode()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        return waiting;
    }
}
