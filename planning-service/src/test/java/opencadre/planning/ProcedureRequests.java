package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import tools.jackson.databind.JsonNode;

/** What requests about procedures look like. */
abstract class ProcedureRequests extends PlanRequests {

    static final String PROCEDURES = "/api/planning/procedures";
    static final String WORK = "/api/planning/work-items";

    /** A planned deputy with everything in order. */
    final Official candidate(String name) {
        Official person = published(name);
        person.theory(UUID.randomUUID(), 1, "VERIFIED");
        planned(person.id, chair);
        await(() -> outcome(verdict(OFFICER, chair, person.id, DAY).body(), "theory")
                .equals("PASS"));
        return person;
    }

    final Caller.Answer open(String username, UUID seat, String requestedOn, List<UUID> candidates) {
        return as(username)
                .ask(
                        "POST",
                        PROCEDURES,
                        Map.of(
                                "seatId",
                                seat.toString(),
                                "requestedOn",
                                requestedOn,
                                "candidates",
                                candidates.stream().map(UUID::toString).toList()),
                        "Idempotency-Key",
                        key());
    }

    final Caller.Answer act(String username, String id, String what, long revision, Object body) {
        return as(username)
                .ask(
                        "POST",
                        PROCEDURES + "/" + id + "/" + what,
                        body,
                        "If-Match",
                        "\"" + revision + "\"",
                        "Idempotency-Key",
                        key());
    }

    /** The same on the revision that stands, and it must be taken. */
    final JsonNode done(String username, String id, String what, Object body) {
        Caller.Answer answer = act(username, id, what, revision(id), body);
        assertThat(answer.status()).as(what + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    final Caller.Answer tried(String username, String id, String what, Object body) {
        return act(username, id, what, revision(id), body);
    }

    final JsonNode procedure(String username, String id) {
        return as(username).get(PROCEDURES + "/" + id).body();
    }

    final long revision(String id) {
        return procedure(OFFICER, id).path("revision").asLong();
    }

    /** Opened by the officer and approved by the leader. */
    final String inSteps(List<Official> candidates) {
        Caller.Answer opened = open(
                OFFICER,
                chair,
                "2026-11-02",
                candidates.stream().map(person -> person.id).toList());
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        String id = opened.body().path("id").asString();
        done(LEADER, id, "policy-approval", Map.of("approvedOn", "2026-11-05", "decision", "102-TB/TU"));
        return id;
    }

    final void documents(String id, Official person) {
        for (String kind : List.of("HEALTH_CERTIFICATE", "PHOTO")) {
            done(OFFICER, id, "documents", document(person, kind, "2026-09-01"));
        }
    }

    static Map<String, Object> document(Official person, String kind, String issuedOn) {
        return Map.of("personId", person.id.toString(), "kind", kind, "number", "GK-1", "issuedOn", issuedOn);
    }

    /** Step 1: a meeting without a ballot. */
    static Map<String, Object> agreed(String heldOn) {
        return Map.of(
                "meeting",
                Map.of(
                        "heldOn",
                        heldOn,
                        "body",
                        "Ban Thường vụ Đảng ủy",
                        "summoned",
                        12,
                        "present",
                        12,
                        "minutes",
                        "01-BB/ĐU"));
    }

    /** A ballot of 12 who were all there; who is not named by the votes is named by nobody. */
    static Map<String, Object> ballot(String heldOn, Map<UUID, Integer> votes, Map<String, Object> more) {
        Map<String, Object> meeting = new HashMap<>(Map.of(
                "heldOn", heldOn,
                "body", "Ban Thường vụ Đảng ủy",
                "summoned", 12,
                "present", 12,
                "issued", 12,
                "returned", 12,
                "valid", 12,
                "minutes", "02-BB/ĐU"));
        int named = votes.values().stream().mapToInt(Integer::intValue).sum();
        meeting.put("namingNobody", Math.max(0, 12 - named));
        List<Object> lines = new ArrayList<>();
        votes.forEach((person, count) -> lines.add(Map.of("personId", person.toString(), "count", count)));
        meeting.put("votes", lines);
        meeting.putAll(more);
        return Map.of("meeting", meeting);
    }

    /** All five steps, with one person far ahead. */
    final void fiveSteps(String id, UUID person) {
        done(OFFICER, id, "steps/1", agreed("2026-11-09"));
        done(OFFICER, id, "steps/2", ballot("2026-11-10", Map.of(person, 10), Map.of("announced", false)));
        done(OFFICER, id, "steps/3", ballot("2026-11-11", Map.of(person, 11), Map.of("members", 12)));
        done(OFFICER, id, "steps/4", ballot("2026-11-12", Map.of(person, 9), Map.of("kind", "ONE_NAME")));
        done(OFFICER, id, "steps/5", ballot("2026-11-13", Map.of(person, 12), Map.of("kind", "ONE_NAME")));
    }

    /** As docs/record.md says, with nothing of the service's own. */
    static String recomputed(JsonNode record, String id) throws Exception {
        String previous = "0".repeat(64);
        for (JsonNode entry : record.path("entries")) {
            String text = String.join(
                    "\n",
                    previous,
                    id,
                    entry.path("sequence").asString(),
                    entry.path("at").asString(),
                    entry.path("account").asString(),
                    entry.path("by").asString(),
                    entry.path("act").asString(),
                    entry.path("content").asString());
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            if (!hash.equals(entry.path("hash").asString())
                    || !previous.equals(entry.path("previous").asString())) {
                return "";
            }
            previous = hash;
        }
        return previous;
    }

    /** Planned for since before the regulation changed. */
    final Official plannedBefore(String name) {
        Official person = published(name);
        person.theory(UUID.randomUUID(), 1, "VERIFIED");
        String entry = proposed(person.id, chair);
        assertThat(approve(LEADER, entry, 1, "2025-03-01").status()).isEqualTo(200);
        await(() -> outcome(verdict(OFFICER, chair, person.id, DAY).body(), "theory")
                .equals("PASS"));
        return person;
    }

    final List<String> may(String username, String id) {
        return procedure(username, id)
                .path("may")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    final List<String> waiting(String username) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = as(username).get(WORK + "?limit=20" + cursor).body();
            page.path("items")
                    .forEach(item -> all.add(
                            item.path("type").asString() + " " + item.path("id").asString()));
            String next = page.path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return all;
    }

    /** The same body with another value at a field. */
    static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }
}
