package opencadre.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The planning officer records the programme whose figures the report of 2022 tells. */
final class ProgrammeStep {

    private static final String PROGRAMMES = "/api/planning/programmes";
    private static final Set<String> UNITS = Set.of("ownerUnitId", "fromUnitId", "toUnitId", "placeUnitId");

    /** How often a service that has not heard of a seat or unit yet is asked again, a second apart. */
    private static final int PATIENCE = 60;

    private ProgrammeStep() {}

    /** @param folder holds {@code programme.json}, in which units are named as in {@code units.csv} */
    static Tally run(Officer officer, Path folder) {
        Tally tally = new Tally("programmes");
        ObjectNode programme = file(folder);
        named(programme);
        String number = programme.path("number").asString();
        boolean there = officer.get(PROGRAMMES)
                .orEnd("The programmes")
                .body()
                .path("items")
                .valueStream()
                .anyMatch(each -> each.path("number").asString().equals(number));
        if (there) {
            tally.present(1);
            return tally;
        }
        Map<String, String> key = Map.of("Idempotency-Key", "demo-programme-" + System.nanoTime());
        Answer answer = officer.post(PROGRAMMES, programme, key);
        for (int second = 0; second < PATIENCE && isEarly(answer); second++) {
            Officer.pause();
            answer = officer.post(
                    PROGRAMMES, programme, Map.of("Idempotency-Key", "demo-programme-" + System.nanoTime()));
        }
        if (answer.isGood()) {
            tally.added(1);
        } else {
            answer.reasons()
                    .forEach(reason -> tally.refused(List.of(new Refusal("programme.json", 0, number, reason))));
        }
        return tally;
    }

    /** Copies of units and seats reach a service a moment after personnel has them; anything else is wrong for good. */
    private static boolean isEarly(Answer answer) {
        JsonNode findings = answer.body().path("findings");
        return answer.status() == 422
                && findings.valueStream()
                        .map(finding -> finding.path("code").asString())
                        .allMatch(Set.of("unknown-title", "unit-does-not-stand-that-day")::contains);
    }

    /** What {@code programme.json} says, with units named as in {@code units.csv}. */
    static ObjectNode file(Path folder) {
        try {
            return (ObjectNode) JsonMapper.shared().readTree(Files.readString(folder.resolve("programme.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of the programme of a folder. */
    static String number(Path folder) {
        return file(folder).path("number").asString();
    }

    /** The service knows units by their ids. */
    private static void named(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String field : UNITS) {
                if (object.path(field).isString()) {
                    object.put(field, UnitRow.id(object.path(field).asString()).toString());
                }
            }
            if (object.path("coveredUnitIds") instanceof ArrayNode covered) {
                for (int i = 0; i < covered.size(); i++) {
                    covered.set(i, UnitRow.id(covered.path(i).asString()).toString());
                }
            }
        }
        node.valueStream().forEach(ProgrammeStep::named);
    }
}
