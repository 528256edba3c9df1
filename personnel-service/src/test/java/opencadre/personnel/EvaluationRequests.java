package opencadre.personnel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.Grant;
import opencadre.kit.service.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What requests about rounds of evaluation look like. */
abstract class EvaluationRequests extends DecisionRequests {

    static final String EVALUATIONS = "/api/personnel/evaluations";
    static final String HEAD = "lanhdao.btc";

    /** Lets the head of a unit decide. */
    final void decider(UUID unit) {
        hold(HEAD, new Grant("UNIT_HEAD", unit, List.of(), 0, LocalDate.of(2025, 1, 1), null));
    }

    static Map<String, Object> round(UUID unit, @Nullable Integer quarter) {
        Map<String, Object> round = new HashMap<>(Map.of(
                "unitId",
                unit.toString(),
                "level",
                "COMMUNE_PARTY_COMMITTEE",
                "year",
                2026,
                "scheme",
                quarter == null ? "PUBLIC_EMPLOYEE_YEAR_233" : "PUBLIC_EMPLOYEE_QUARTER_233"));
        if (quarter != null) {
            round.put("quarter", quarter);
        }
        return round;
    }

    final Caller.Answer open(String username, Map<String, Object> round) {
        return as(username).ask("POST", EVALUATIONS, round, "Idempotency-Key", key());
    }

    /** A sheet of so many points. */
    static Map<String, Object> sheet(String standing, int points) {
        return Map.of(
                "standing",
                standing,
                "selfPoints",
                92.5,
                "selfGrade",
                "HTXSNV",
                "comment",
                "Tập thể nhất trí",
                "scores",
                Map.of("CHUNG", List.of(Math.min(30, points)), "KET_QUA", List.of(Math.max(0, points - 30))),
                "circumstances",
                standing.equals("STAFF") ? Map.of("DEGRADED", 0) : Map.of("DEGRADED", 0, "UNIT_IN_CORRUPTION", 0));
    }

    /** A step on a round as it stands now. */
    final Caller.Answer step(
            String username, String method, String round, String step, @Nullable Map<String, Object> body) {
        String etag = as(OFFICER).get(EVALUATIONS + "/" + round).etag();
        return method.equals("PUT")
                ? as(username).ask("PUT", EVALUATIONS + "/" + round + step, body, "If-Match", etag)
                : as(username)
                        .ask(
                                "POST",
                                EVALUATIONS + "/" + round + step,
                                body,
                                "If-Match",
                                etag,
                                "Idempotency-Key",
                                key());
    }

    final Caller.Answer write(String username, String round, String person, Map<String, Object> sheet) {
        return step(username, "PUT", round, "/sheets/" + person, sheet);
    }

    static String id(Caller.Answer opened) {
        return opened.body().path("line").path("id").asString();
    }

    static JsonNode sheetOf(JsonNode round, String person) {
        return round.path("sheets")
                .valueStream()
                .filter(sheet -> sheet.path("personId").asString().equals(person))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sheet of " + person + " in " + round));
    }
}
