package opencadre.personnel.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.personnel.person.People;
import org.jspecify.annotations.Nullable;

/**
 * A sheet whose lines say what is on record of people. A line of a person goes by the number of the dossier, which
 * tells people apart and is not put right here.
 */
abstract class RecordSheet extends BeliefSheet {

    static final String PERSON = "fileNumber";

    private final Actor actor;
    private final Roll roll;
    private final People people;

    RecordSheet(Actor actor, Roll roll, People people) {
        this.actor = actor;
        this.roll = roll;
        this.people = people;
    }

    /** Every belief in the facts of this sheet, by whose they are, without the number of the dossier. */
    abstract Map<UUID, List<Belief>> beliefs(Collection<UUID> ids);

    @Override
    public Map<String, String> fixed() {
        return Map.of(PERSON, "cell-fixed");
    }

    @Override
    public boolean isOfPeople() {
        return true;
    }

    @Override
    public List<UUID> things(@Nullable UUID unit) {
        return roll.under(unit);
    }

    @Override
    final Map<UUID, List<Belief>> reached(Collection<UUID> things) {
        Set<UUID> visible = roll.visible(actor, things);
        if (visible.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Belief>> beliefs = beliefs(visible);
        Map<UUID, String> numbers = people.fileNumbers(visible);
        return beliefs.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream()
                                .map(belief -> numbered(belief, numbers.get(each.getKey())))
                                .toList()));
    }

    private static Belief numbered(Belief belief, @Nullable String number) {
        Map<String, Object> values = new HashMap<>(belief.values());
        values.put(PERSON, number);
        return new Belief(belief.fact(), belief.from(), belief.to(), values);
    }

    /** Beliefs of each person as lines say them. */
    static <T> Map<UUID, List<Belief>> lines(Map<UUID, List<T>> records, Function<T, Belief> line) {
        return records.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream().map(line).toList()));
    }
}
