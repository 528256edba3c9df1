package opencadre.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A second officer issues the papers that the demo's workbook brought, as they say themselves, and no others. */
final class IssueStep {

    private static final String DECISIONS = "/api/personnel/decisions";
    private static final int AT_ONCE = 100;

    private IssueStep() {}

    /** @param numbers of the papers in the workbook */
    static Tally run(Officer issuer, Set<String> numbers) {
        Tally tally = new Tally("decisions issued");
        List<Map<String, Object>> drafts = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = issuer.get(DECISIONS + "?state=DRAFT&limit=200" + cursor)
                    .orEnd("The drafts")
                    .body();
            page.path("items")
                    .valueStream()
                    .filter(draft -> numbers.contains(draft.path("number").asString("")))
                    .forEach(draft -> drafts.add(Map.of(
                            "decisionId", draft.path("id").asString(),
                            "revision", draft.path("revision").asLong())));
            cursor = page.path("next").isMissingNode()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        for (int from = 0; from < drafts.size(); from += AT_ONCE) {
            issue(issuer, drafts.subList(from, Math.min(drafts.size(), from + AT_ONCE)), tally);
        }
        return tally;
    }

    private static void issue(Officer issuer, List<Map<String, Object>> drafts, Tally tally) {
        Answer issued = issuer.post(
                DECISIONS + "/issue",
                Map.of("decisions", drafts),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        if (issued.isGood()) {
            tally.added(drafts.size());
        } else {
            issued.reasons()
                    .forEach(reason -> tally.refused(List.of(new Refusal("Quyết định.csv", 0, "decisions", reason))));
        }
    }
}
