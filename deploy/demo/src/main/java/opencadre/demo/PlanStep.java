package opencadre.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** An officer proposes people for titles, and somebody else approves what was decided. */
final class PlanStep {

    private static final String ENTRIES = "/api/planning/plan-entries";

    /** How often a service that has not heard of a person or seat yet is asked again, a second apart. */
    private static final int PATIENCE = 60;

    private final Officer proposer;
    private final Officer approver;
    private final DemoData data;
    private final Tally tally = new Tally("plan entries");
    private final Map<String, JsonNode> people = new HashMap<>();

    private PlanStep(Officer proposer, Officer approver, DemoData data) {
        this.proposer = proposer;
        this.approver = approver;
        this.data = data;
    }

    static Tally run(Officer proposer, Officer approver, DemoData data, List<PlanRow> plans) {
        PlanStep step = new PlanStep(proposer, approver, data);
        plans.forEach(step::plan);
        return step.tally;
    }

    private void plan(PlanRow plan) {
        Optional<String> person = person(plan);
        Optional<String> seat = seat(plan);
        if (person.isEmpty() || seat.isEmpty()) {
            tally.refused(List.of(new Refusal(
                    plan.row().file(), plan.row().line(), person.isEmpty() ? "person" : "title", "is not there")));
            return;
        }
        JsonNode standing = standing(person.get(), seat.get());
        if (standing.isMissingNode()) {
            Answer proposed = propose(plan, person.get(), seat.get());
            if (!proposed.isGood()) {
                tally.refused(proposed.refusals(plan.row()));
                return;
            }
            tally.added(1);
            standing = proposed.body();
        } else {
            tally.present(1);
        }
        if (plan.decision().isPresent() && standing.path("state").asString().equals("PROPOSED")) {
            approve(plan, standing);
        }
    }

    private Answer propose(PlanRow plan, String person, String seat) {
        Map<String, Object> body =
                Map.of("personId", person, "seatId", seat, "term", plan.term(), "source", plan.source());
        Map<String, String> key = Map.of("Idempotency-Key", "demo-plan-" + person + "-" + seat);
        Answer answer = proposer.post(ENTRIES, body, key);
        for (int second = 0; second < PATIENCE && answer.status() == 404; second++) {
            Officer.pause();
            answer = proposer.post(ENTRIES, body, key);
        }
        return answer;
    }

    private void approve(PlanRow plan, JsonNode entry) {
        String id = entry.path("id").asString();
        long revision = entry.path("revision").asLong();
        Answer answer = approver.post(
                ENTRIES + "/" + id + "/approve",
                Map.of(
                        "decision", plan.decision().orElseThrow(),
                        "approvedOn", plan.approvedOn().orElseThrow().toString()),
                Map.of("If-Match", "\"" + revision + "\"", "Idempotency-Key", "demo-approve-" + id));
        if (!answer.isGood()) {
            tally.refused(answer.refusals(plan.row()));
        }
    }

    private JsonNode standing(String person, String seat) {
        return proposer.get(ENTRIES + "?personId=" + person + "&seatId=" + seat)
                .orEnd("The plan of a person")
                .body()
                .path("items")
                .path(0);
    }

    private Optional<String> person(PlanRow plan) {
        PersonRow row = data.people().stream()
                .filter(person -> person.key().equals(plan.person()))
                .findFirst()
                .orElseThrow(() -> plan.row().refused("person", "there is no " + plan.person()));
        if (people.isEmpty()) {
            pages("/api/personnel/people?limit=200")
                    .forEach(person -> people.put(
                            person.path("fullName").asString() + " "
                                    + person.path("birth").asString(),
                            person));
        }
        return Optional.ofNullable(people.get(row.sameness()))
                .map(person -> person.path("id").asString());
    }

    private Optional<String> seat(PlanRow plan) {
        return pages("/api/personnel/seats?limit=200&unitId=" + UnitRow.id(plan.unit()))
                .filter(seat -> seat.path("title").path("code").asString().equals(plan.title()))
                .map(seat -> seat.path("id").asString())
                .findFirst();
    }

    private Stream<JsonNode> pages(String path) {
        JsonNode page = proposer.get(path).orEnd(path).body();
        Stream<JsonNode> items = page.path("items").valueStream();
        return page.path("next").isMissingNode()
                ? items
                : Stream.concat(
                        items,
                        pages(path.replaceAll("&cursor=.*", "") + "&cursor="
                                + page.path("next").asString()));
    }
}
