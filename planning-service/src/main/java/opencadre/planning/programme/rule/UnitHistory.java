package opencadre.planning.programme.rule;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The trees of every day, units that stand no longer too, and which unit came of which. */
public final class UnitHistory {

    private static final int DEEPEST = 20;

    private final Map<UUID, List<Version>> versions;
    private final Map<UUID, List<Succession>> successors;

    public UnitHistory(Map<UUID, List<Version>> versions, Map<UUID, List<Succession>> successors) {
        this.versions = versions;
        this.successors = successors;
    }

    /**
     * A unit over some days.
     *
     * @param validTo first day after
     */
    public record Version(
            UUID unitId,
            String name,
            @Nullable String type,
            @Nullable UUID parentId,
            LocalDate validFrom,
            LocalDate validTo) {

        boolean isOn(LocalDate day) {
            return !validFrom.isAfter(day) && validTo.isAfter(day);
        }
    }

    /** One unit passes into another. */
    public record Succession(UUID successorId, LocalDate effectiveOn) {}

    private Optional<Version> on(UUID unitId, LocalDate day) {
        return versions.getOrDefault(unitId, List.of()).stream()
                .filter(version -> version.isOn(day))
                .findFirst();
    }

    public boolean stands(UUID unitId, LocalDate day) {
        return on(unitId, day).isPresent();
    }

    public Optional<String> type(UUID unitId, LocalDate day) {
        return on(unitId, day).map(Version::type);
    }

    /** Its name on a day, or its last before that, or its first after. */
    public String name(UUID unitId, LocalDate day) {
        List<Version> all = versions.getOrDefault(unitId, List.of());
        return on(unitId, day)
                .or(() -> all.stream()
                        .filter(version -> version.validFrom().isBefore(day))
                        .reduce((first, second) -> second))
                .or(() -> all.stream().findFirst())
                .map(Version::name)
                .orElse("");
    }

    /** Whether a unit is one of some, or below one, in the tree of a day. */
    public boolean isWithin(UUID unitId, Collection<UUID> above, LocalDate day) {
        UUID unit = unitId;
        for (int step = 0; step < DEEPEST && unit != null; step++) {
            if (above.contains(unit)) {
                return true;
            }
            unit = on(unit, day).map(Version::parentId).orElse(null);
        }
        return false;
    }

    /** The day itself, or the last one before it on which any of some units stood. */
    public LocalDate lastStanding(Collection<UUID> units, LocalDate day) {
        return units.stream()
                .flatMap(unit -> versions.getOrDefault(unit, List.of()).stream())
                .filter(version -> !version.validFrom().isAfter(day))
                .map(version -> version.isOn(day) ? day : version.validTo().minusDays(1))
                .max(LocalDate::compareTo)
                .orElse(day);
    }

    /** The units of some types that stand in the subtree on a day. */
    public List<UUID> within(Collection<UUID> above, Set<String> types, LocalDate day) {
        return versions.keySet().stream()
                .filter(unit -> type(unit, day).filter(types::contains).isPresent())
                .filter(unit -> isWithin(unit, above, day))
                .sorted((one, other) -> name(one, day).compareTo(name(other, day)))
                .toList();
    }

    /** The units that stand on a day and came of some others; a unit that still stands is its own successor. */
    public Set<UUID> successorsOn(Collection<UUID> units, LocalDate day) {
        Set<UUID> standing = new LinkedHashSet<>();
        Set<UUID> seen = new LinkedHashSet<>();
        Deque<UUID> open = new ArrayDeque<>(units);
        while (!open.isEmpty()) {
            UUID unit = open.remove();
            if (!seen.add(unit)) {
                continue;
            }
            if (stands(unit, day)) {
                standing.add(unit);
            } else {
                successors.getOrDefault(unit, List.of()).stream()
                        .filter(succession -> !succession.effectiveOn().isAfter(day))
                        .map(Succession::successorId)
                        .forEach(open::add);
            }
        }
        return standing;
    }
}
