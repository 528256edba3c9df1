package opencadre.personnel.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.workbook.RowExchange;
import opencadre.kit.workbook.RowToken;
import opencadre.personnel.person.People;
import opencadre.personnel.person.Recorded;

/**
 * A sheet whose lines say what is on record of people, and come back. A line of a person goes by the number of the
 * dossier, which tells people apart and is not put right here.
 */
abstract class RecordSheet implements RowExchange {

    static final String PERSON = "fileNumber";

    private final Actor actor;
    private final Places places;
    private final People people;

    RecordSheet(Actor actor, Places places, People people) {
        this.actor = actor;
        this.places = places;
        this.people = people;
    }

    /**
     * A belief as a line says it.
     *
     * @param values without the number of the dossier; an empty cell is null or absent
     */
    record Belief(UUID fact, Recorded recorded, Map<String, Object> values) {}

    /** Every belief in the facts of this sheet, by whose they are, in the order of the lines. */
    abstract Map<UUID, List<Belief>> beliefs(Collection<UUID> ids);

    /** What stands for a person in a batch, and whom that stands for: asked twice it answers with the person. */
    UUID aggregate(UUID person) {
        return person;
    }

    @Override
    public UUID person(RowToken token) {
        return aggregate(token.aggregate());
    }

    @Override
    public Set<String> fixed() {
        return Set.of(PERSON);
    }

    @Override
    public List<Standing> standing(List<UUID> things) {
        Read read = read(things);
        return things.stream()
                .flatMap(id -> read.of(id).stream()
                        .filter(belief -> belief.recorded().to() == null)
                        .map(belief -> read.line(id, belief)))
                .toList();
    }

    @Override
    public Map<RowToken, Said> said(Collection<RowToken> tokens) {
        Read read = read(tokens.stream().map(this::person).collect(Collectors.toSet()));
        Map<RowToken, Said> said = new HashMap<>();
        for (RowToken token : tokens) {
            UUID id = person(token);
            List<Belief> ofFact = read.of(id).stream()
                    .filter(belief -> belief.fact().equals(token.fact()))
                    .toList();
            Optional<Belief> then = ofFact.stream()
                    .filter(belief -> belief.recorded().from().equals(token.recordedAt()))
                    .findFirst();
            Optional<Belief> now = ofFact.stream()
                    .filter(belief -> belief.recorded().to() == null)
                    .findFirst();
            then.ifPresent(belief -> said.put(
                    token,
                    new Said(
                            read.line(id, belief).values(),
                            now.map(standing -> read.line(id, standing)).orElse(null))));
        }
        return said;
    }

    private Read read(Collection<UUID> ids) {
        Set<UUID> visible = places.visible(actor, ids);
        return new Read(visible.isEmpty() ? Map.of() : beliefs(visible), people.fileNumbers(visible));
    }

    /** What is on record of some people, read at once. */
    private final class Read {

        private final Map<UUID, List<Belief>> beliefs;
        private final Map<UUID, String> numbers;

        Read(Map<UUID, List<Belief>> beliefs, Map<UUID, String> numbers) {
            this.beliefs = beliefs;
            this.numbers = numbers;
        }

        List<Belief> of(UUID id) {
            return beliefs.getOrDefault(id, List.of());
        }

        Standing line(UUID id, Belief belief) {
            Map<String, Object> values = new HashMap<>(belief.values());
            values.values().removeIf(Objects::isNull);
            String number = numbers.get(id);
            if (number != null) {
                values.put(PERSON, number);
            }
            return new Standing(
                    new RowToken(aggregate(id), belief.fact(), belief.recorded().from()), values);
        }
    }

    /** Beliefs of each person as lines say them. */
    static <T> Map<UUID, List<Belief>> lines(Map<UUID, List<T>> records, Function<T, Belief> line) {
        return records.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream().map(line).toList()));
    }
}
