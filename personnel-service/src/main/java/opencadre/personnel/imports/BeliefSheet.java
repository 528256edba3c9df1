package opencadre.personnel.imports;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.kit.workbook.RowExchange;
import opencadre.kit.workbook.RowToken;
import opencadre.personnel.person.Recorded;
import org.jspecify.annotations.Nullable;

/** A sheet whose lines say what is believed of some things, and come back. */
abstract class BeliefSheet implements RowExchange {

    /**
     * A belief as a line says it.
     *
     * @param to until when it was believed; null while it is
     * @param values an empty cell is null or absent
     */
    record Belief(UUID fact, Instant from, @Nullable Instant to, Map<String, Object> values) {

        Belief(UUID fact, Recorded recorded, Map<String, Object> values) {
            this(fact, recorded.from(), recorded.to(), values);
        }
    }

    /** Every belief of those things that the actor reaches, by thing, in the order of the lines. */
    abstract Map<UUID, List<Belief>> reached(Collection<UUID> things);

    /** What stands for a thing in a batch, and what that stands for: asked twice it answers with the thing. */
    UUID aggregate(UUID thing) {
        return thing;
    }

    @Override
    public final UUID thing(RowToken token) {
        return aggregate(token.aggregate());
    }

    @Override
    public final List<Standing> standing(List<UUID> things) {
        Map<UUID, List<Belief>> reached = reached(things);
        return things.stream()
                .flatMap(id -> reached.getOrDefault(id, List.of()).stream()
                        .filter(belief -> belief.to() == null)
                        .map(belief -> line(id, belief)))
                .toList();
    }

    @Override
    public final Map<RowToken, Said> said(Collection<RowToken> tokens) {
        Map<UUID, List<Belief>> reached =
                reached(tokens.stream().map(this::thing).collect(Collectors.toSet()));
        Map<RowToken, Said> said = new HashMap<>();
        for (RowToken token : tokens) {
            UUID id = thing(token);
            List<Belief> ofFact = reached.getOrDefault(id, List.of()).stream()
                    .filter(belief -> belief.fact().equals(token.fact()))
                    .toList();
            Optional<Belief> then = ofFact.stream()
                    .filter(belief -> belief.from().equals(token.recordedAt()))
                    .findFirst();
            Optional<Belief> now =
                    ofFact.stream().filter(belief -> belief.to() == null).findFirst();
            then.ifPresent(belief -> said.put(
                    token,
                    new Said(
                            line(id, belief).values(),
                            now.map(standing -> line(id, standing)).orElse(null))));
        }
        return said;
    }

    private Standing line(UUID id, Belief belief) {
        Map<String, Object> values = new HashMap<>(belief.values());
        values.values().removeIf(Objects::isNull);
        return new Standing(new RowToken(aggregate(id), belief.fact(), belief.from()), values);
    }
}
