package opencadre.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The system administrator establishes the units that do not stand yet. */
final class UnitStep {

    private UnitStep() {}

    static Tally run(Officer administrator, List<UnitRow> units) {
        Tally tally = new Tally("units");
        Map<UUID, JsonNode> standing = standing(administrator, units);
        for (UnitRow unit : units) {
            UUID id = UnitRow.id(unit.key());
            if (isSame(unit, id, standing.get(id))) {
                tally.present();
                continue;
            }
            Answer answer = administrator.put("/api/personnel/units/" + id, unit.body());
            if (answer.isGood()) {
                tally.added();
            } else {
                tally.refused(answer.refusals(unit.row()));
            }
        }
        return tally;
    }

    /** The units of every day on which one of ours begins. */
    private static Map<UUID, JsonNode> standing(Officer administrator, List<UnitRow> units) {
        Map<UUID, JsonNode> standing = new HashMap<>();
        for (LocalDate day : units.stream().map(UnitRow::from).distinct().toList()) {
            Answer answer =
                    administrator.get("/api/personnel/units?asOf=" + day).orEnd("The units of " + day);
            for (JsonNode unit : answer.body().path("items")) {
                standing.put(UUID.fromString(unit.path("id").asString()), unit);
            }
        }
        return standing;
    }

    private static boolean isSame(UnitRow unit, UUID id, @Nullable JsonNode standing) {
        Map<String, Object> wanted = new HashMap<>(unit.body());
        wanted.put("id", id.toString());
        return JsonMapper.shared().valueToTree(wanted).equals(standing);
    }
}
