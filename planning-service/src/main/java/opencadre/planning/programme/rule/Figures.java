package opencadre.planning.programme.rule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.planning.programme.rule.Counting.Row;

/**
 * Counts. Turns are not people, a unit may stand in two figures at once, and figures are never added: each says how it
 * was counted and opens to its rows.
 */
public final class Figures {

    private Figures() {}

    /** Whose boundaries units are counted in. */
    public enum Basis {
        /** As they stood when it was decided. */
        HISTORICAL,
        /** What came of them, as it stands today. */
        SUCCESSOR
    }

    /**
     * A figure.
     *
     * @param of all units that could have been counted, where units are
     * @param units counted, where units are
     * @param without the others of them
     * @param titles counted, where titles are
     */
    public record Figure(int value, Optional<Integer> of, List<UUID> units, List<UUID> without, List<String> titles) {}

    /**
     * Reckons one figure.
     *
     * @param rows that the indicator counts
     * @param covered roots of the units that the programme covers
     * @param asOf the day it is of
     * @param today on which successors are looked for
     */
    public static Figure of(
            Counting counting,
            List<Row> rows,
            UnitHistory units,
            Collection<UUID> covered,
            LocalDate asOf,
            Basis basis,
            LocalDate today) {
        return switch (counting.count()) {
            case TURNS -> number(turns(rows));
            case PERSONS ->
                number((int) rows.stream().map(Row::personId).distinct().count());
            case TITLES -> {
                List<String> titles =
                        List.copyOf(rows.stream().map(Row::title).collect(Collectors.toCollection(TreeSet::new)));
                yield new Figure(titles.size(), Optional.empty(), List.of(), List.of(), titles);
            }
            case UNITS -> units(counting, rows, units, covered, asOf, basis, today);
        };
    }

    private static int turns(List<Row> rows) {
        long studies = rows.stream().filter(row -> row.decisionId() == null).count();
        long decided = rows.stream()
                .filter(row -> row.decisionId() != null)
                .map(row -> List.of(Objects.requireNonNull(row.decisionId()), row.personId()))
                .distinct()
                .count();
        return (int) (studies + decided);
    }

    /**
     * Of units that the programme covers. Once these are dissolved the figure is of all that stood on their last day,
     * and a unit that was counted and ended before is one of them.
     */
    private static Figure units(
            Counting counting,
            List<Row> rows,
            UnitHistory units,
            Collection<UUID> covered,
            LocalDate asOf,
            Basis basis,
            LocalDate today) {
        Set<UUID> counted = rows.stream()
                .filter(row -> row.unitId() != null && units.isWithin(row.unitId(), covered, row.day()))
                .map(row -> Objects.requireNonNull(row.unitId()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        LocalDate day = units.lastStanding(covered, asOf);
        Set<UUID> possible = new LinkedHashSet<>(units.within(covered, counting.unitTypes(), day));
        possible.addAll(counted);
        if (basis == Basis.SUCCESSOR) {
            counted = units.successorsOn(counted, today);
            possible = units.successorsOn(possible, today);
        }
        Set<UUID> without = new LinkedHashSet<>(possible);
        without.removeAll(counted);
        return new Figure(
                counted.size(), Optional.of(possible.size()), List.copyOf(counted), List.copyOf(without), List.of());
    }

    private static Figure number(int value) {
        return new Figure(value, Optional.empty(), List.of(), List.of(), List.of());
    }
}
