package opencadre.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The second person at the school verifies the papers that the demo's workbook brought, and no others. */
final class VerifyStep {

    private VerifyStep() {}

    /** @param numbers of the papers in the workbook */
    static Tally run(Officer verifier, Set<String> numbers) {
        Tally tally = new Tally("certificates verified");
        for (JsonNode item : waiting(verifier)) {
            String path = "/api/training/people/" + item.path("personId").asString() + "/certificates";
            String id = item.path("id").asString();
            JsonNode paper = verifier.get(path)
                    .orEnd("The certificates of a person")
                    .body()
                    .path("items")
                    .valueStream()
                    .filter(each -> each.path("id").asString().equals(id))
                    .findFirst()
                    .orElseThrow();
            if (!numbers.contains(paper.path("number").asString())) {
                continue;
            }
            long revision = paper.path("revision").asLong();
            Answer answer = verifier.post(
                    path + "/" + id + "/verify",
                    Map.of(),
                    Map.of(
                            "If-Match",
                            "\"" + revision + "\"",
                            "Idempotency-Key",
                            "demo-verify-" + id + "-" + revision));
            if (answer.isGood()) {
                tally.added(1);
            } else {
                tally.note(id + ": " + answer.status());
            }
        }
        return tally;
    }

    private static List<JsonNode> waiting(Officer verifier) {
        List<JsonNode> waiting = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = verifier.get("/api/training/work-items?limit=200" + cursor)
                    .orEnd("What waits at the school")
                    .body();
            page.path("items")
                    .valueStream()
                    .filter(item -> item.path("type").asString().equals("CERTIFICATE_TO_VERIFY"))
                    .forEach(waiting::add);
            cursor = page.path("next").isMissingNode()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        return waiting;
    }
}
