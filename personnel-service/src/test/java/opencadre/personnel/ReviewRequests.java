package opencadre.personnel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What requests about rounds of review look like. */
abstract class ReviewRequests extends EvaluationRequests {

    static final String REVIEWS = "/api/personnel/reviews";
    static final LocalDate DEADLINE = TODAY.plusDays(20);

    static Map<String, Object> review(UUID unit) {
        return review(unit.toString(), DEADLINE);
    }

    static Map<String, Object> review(String unit, LocalDate deadline) {
        return new HashMap<>(Map.of(
                "unitId",
                unit,
                "level",
                "COMMUNE_PARTY_COMMITTEE",
                "name",
                "Rà soát lý lịch",
                "groups",
                List.of(),
                "firstDay",
                TODAY.toString(),
                "deadline",
                deadline.toString()));
    }

    final Caller.Answer review(String username, Map<String, Object> review) {
        return as(username).ask("POST", REVIEWS, review, "Idempotency-Key", key());
    }

    /** Id of a new round. */
    final String reviewing(String username, UUID unit) {
        Caller.Answer opened = review(username, review(unit));
        if (opened.status() != 201) {
            throw new AssertionError("not opened: " + opened.body());
        }
        return id(opened);
    }

    final JsonNode reviewOf(String username, String review) {
        return as(username).get(REVIEWS + "/" + review).body();
    }

    /** As in {@code Tổ một: 1/2, 0 to mend, 1 changed}, in the order of the answer. */
    static List<String> progress(JsonNode review) {
        return review.path("units")
                .valueStream()
                .map(unit -> {
                    JsonNode figures = unit.path("figures");
                    long mend = figures.path("toMend").asLong();
                    return unit.path("unitName").asString() + ": "
                            + (figures.path("confirmed").asLong() + mend) + "/"
                            + figures.path("dossiers").asLong() + ", " + mend + " to mend, "
                            + figures.path("changed").asLong() + " changed"
                            + (unit.path("overdue").asBoolean() ? ", late" : "");
                })
                .toList();
    }

    final List<JsonNode> dossiers(String username, String review, String query) {
        return as(username)
                .get(REVIEWS + "/" + review + "/dossiers?limit=200" + query)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    /** The line of somebody. */
    final JsonNode dossier(String username, String review, String person) {
        return dossiers(username, review, "").stream()
                .filter(line -> line.path("personId").asString().equals(person))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no dossier of " + person));
    }

    static Map<String, Object> marks(String outcome, @Nullable String remark, String person, String version) {
        Map<String, Object> marks = new HashMap<>(
                Map.of("outcome", outcome, "dossiers", List.of(Map.of("personId", person, "version", version))));
        if (remark != null) {
            marks.put("remark", remark);
        }
        return marks;
    }

    final Caller.Answer mark(String username, String review, Map<String, Object> marks) {
        return as(username).ask("POST", REVIEWS + "/" + review + "/marks", marks, "Idempotency-Key", key());
    }

    /** Marks a dossier as it is now. */
    final Caller.Answer mark(String username, String review, String outcome, String person) {
        String version = dossier(username, review, person).path("version").asString();
        return mark(
                username, review, marks(outcome, outcome.equals("TO_MEND") ? "Thiếu nơi sinh" : null, person, version));
    }

    final Caller.Answer close(String username, String review) {
        return as(username)
                .ask(
                        "POST",
                        REVIEWS + "/" + review + "/close",
                        null,
                        "If-Match",
                        as(OFFICER).get(REVIEWS + "/" + review).etag(),
                        "Idempotency-Key",
                        key());
    }
}
