package opencadre.personnel.reorganisation.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.rule.FourEyes;
import org.jspecify.annotations.Nullable;

/**
 * What makes a reorganisation impossible before anything of it is tried. These follow from the meaning of the words;
 * who may decide follows the highest post touched ({@code R-AUTH-1}).
 */
public final class ReorganisationRules {

    private ReorganisationRules() {}

    /** A breach: the field, and the code of its text. */
    public record Breach(@Nullable String field, String code) {}

    /** A new unit and the unit above it. */
    public record Founded(UUID id, @Nullable UUID parentId) {}

    /**
     * What is known of a draft.
     *
     * @param unknown units named that there are none of
     * @param outside units named that lie outside the scope of whoever drafts
     * @param begun new units under an id that is taken
     */
    public record Facts(
            List<Founded> newUnits,
            List<UUID> changedUnits,
            List<UUID> endedUnits,
            List<UUID> predecessors,
            List<UUID> successors,
            List<UUID> seatUnits,
            List<UUID> seats,
            Set<UUID> unknown,
            Set<UUID> outside,
            Set<UUID> begun) {}

    /** Every breach of a draft at once. */
    public static List<Breach> ofDraft(Facts facts) {
        List<Breach> breaches = new ArrayList<>();
        List<UUID> made = facts.newUnits().stream().map(Founded::id).toList();
        twice("newUnits", made, breaches);
        twice("changedUnits", facts.changedUnits(), breaches);
        twice("endedUnits", facts.endedUnits(), breaches);
        twice("newSeats", facts.seats(), breaches);
        Set<UUID> ended = new HashSet<>(facts.endedUnits());
        made.stream()
                .filter(id -> ended.contains(id) || facts.changedUnits().contains(id))
                .forEach(id -> breaches.add(new Breach("newUnits[" + made.indexOf(id) + "].id", "named-twice")));
        for (int i = 0; i < facts.changedUnits().size(); i++) {
            if (ended.contains(facts.changedUnits().get(i))) {
                breaches.add(new Breach("changedUnits[" + i + "].unitId", "unit-ends-and-changes"));
            }
        }
        named("endedUnits", "", facts.endedUnits(), facts, breaches);
        named("changedUnits", ".unitId", facts.changedUnits(), facts, breaches);
        named("successions", ".predecessorId", facts.predecessors(), facts, breaches);
        named("successions", ".successorId", facts.successors(), facts, breaches);
        named("newSeats", ".unitId", facts.seatUnits(), facts, breaches);
        for (int i = 0; i < facts.newUnits().size(); i++) {
            String at = "newUnits[" + i + "].parentId";
            UUID parent = facts.newUnits().get(i).parentId();
            against(parent, facts).ifPresent(code -> breaches.add(new Breach(at, code)));
            if (parent == null) {
                // A new tree is for whoever runs the system: nobody's scope holds it.
                breaches.add(new Breach(at, "parent-required"));
            }
            if (facts.begun().contains(made.get(i))) {
                breaches.add(new Breach("newUnits[" + i + "].id", "unit-differs"));
            }
            if (parent != null && ended.contains(parent)) {
                breaches.add(new Breach(at, "parent-does-not-stand"));
            }
        }
        for (int i = 0; i < facts.successors().size(); i++) {
            if (ended.contains(facts.successors().get(i))) {
                breaches.add(new Breach("successions[" + i + "].successorId", "successor-ends"));
            }
        }
        if (order(facts.newUnits()).isEmpty()) {
            breaches.add(new Breach("newUnits", "units-below-each-other"));
        }
        return List.copyOf(breaches);
    }

    /**
     * New units in an order in which each comes after the one above it; nothing where that cannot be, as with two that
     * stand below each other.
     */
    public static Optional<List<Founded>> order(List<Founded> units) {
        Set<UUID> open = new HashSet<>(units.stream().map(Founded::id).toList());
        List<Founded> left = new ArrayList<>(units);
        List<Founded> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Founded> next = left.stream()
                    .filter(unit -> !open.contains(unit.parentId()))
                    .toList();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            ordered.addAll(next);
            left.removeAll(next);
            next.forEach(unit -> open.remove(unit.id()));
        }
        return Optional.of(ordered);
    }

    /** Two people, and the matter is of neither; nothing is approved for a day that is over without a reason. */
    public static List<Breach> ofApproval(
            Set<String> authors, Set<String> hands, LocalDate effectiveOn, LocalDate today, boolean reasonGiven) {
        List<Breach> breaches = new ArrayList<>();
        if (FourEyes.areOne(authors, hands)) {
            breaches.add(new Breach(null, "own-reorganisation"));
        }
        if (effectiveOn.isBefore(today) && !reasonGiven) {
            breaches.add(new Breach("reason", "back-dating-needs-a-reason"));
        }
        return breaches;
    }

    /** It is undone before its day, never after. */
    public static List<Breach> ofUndoing(LocalDate effectiveOn, LocalDate today) {
        return today.isBefore(effectiveOn) ? List.of() : List.of(new Breach(null, "reorganisation-has-taken-effect"));
    }

    private static void twice(String list, List<UUID> ids, List<Breach> breaches) {
        Map<UUID, Integer> seen = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            if (seen.put(ids.get(i), i) != null) {
                breaches.add(new Breach(list + "[" + i + "]", "named-twice"));
            }
        }
    }

    private static void named(String list, String field, List<UUID> ids, Facts facts, List<Breach> breaches) {
        for (int i = 0; i < ids.size(); i++) {
            String at = list + "[" + i + "]" + field;
            against(ids.get(i), facts).ifPresent(code -> breaches.add(new Breach(at, code)));
        }
    }

    private static Optional<String> against(@Nullable UUID unit, Facts facts) {
        if (unit == null) {
            return Optional.empty();
        }
        if (facts.unknown().contains(unit)) {
            return Optional.of("unknown-unit");
        }
        return facts.outside().contains(unit) ? Optional.of("unit-outside-scope") : Optional.empty();
    }
}
