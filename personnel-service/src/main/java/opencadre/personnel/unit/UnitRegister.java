package opencadre.personnel.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Units.Node;
import opencadre.kit.rule.Finding;
import org.springframework.stereotype.Service;

/** Use cases of units. */
@Service
public class UnitRegister {

    private static final long FIRST_REVISION = 1;

    private final Units units;
    private final opencadre.kit.access.Units nodes;
    private final UnitEvents events;
    private final Clock clock;

    UnitRegister(Units units, opencadre.kit.access.Units nodes, UnitEvents events, Clock clock) {
        this.units = units;
        this.nodes = nodes;
        this.events = events;
        this.clock = clock;
    }

    /** Every unit that stood on a day; units are public reference data. */
    public List<Unit> on(LocalDate day) {
        return units.on(day);
    }

    /** Establishes a unit. The same unit again changes nothing. */
    public UnitOutcome establish(Unit unit) {
        units.lockSiblings(unit.tree());
        List<Unit> standing = units.versions(unit.id());
        if (!standing.isEmpty()) {
            return standing.size() == 1 && standing.getFirst().equals(unit)
                    ? new UnitOutcome.Stands(unit)
                    : new UnitOutcome.Differs();
        }
        List<Finding> findings = new ArrayList<>();
        if (unit.parentId() != null && !standsBelow(unit, unit.parentId())) {
            findings.add(Finding.of("parentId", "parent-does-not-stand"));
        }
        Optional<Interval> interval = findings.isEmpty() ? place(unit) : Optional.empty();
        if (findings.isEmpty() && interval.isEmpty()) {
            findings.add(Finding.of("parentId", "no-room-below-parent"));
        }
        if (!findings.isEmpty()) {
            return new UnitOutcome.Unlawful(findings);
        }
        var recordedAt = clock.instant();
        units.add(unit, recordedAt);
        // Also a unit that has ended: posts of its time still hang on it.
        Node node = node(unit, interval.orElseThrow());
        nodes.put(node);
        events.changed(List.of(unit), node, FIRST_REVISION, recordedAt);
        return new UnitOutcome.Stands(unit);
    }

    /** Whether the parent stands in the same tree on every day of the unit. */
    private boolean standsBelow(Unit unit, UUID parentId) {
        return units.versions(parentId).stream()
                .anyMatch(
                        parent -> parent.tree() == unit.tree() && parent.valid().encloses(unit.valid()));
    }

    private Optional<Interval> place(Unit unit) {
        Interval above = unit.parentId() == null
                ? Interval.of(unit.tree())
                : nodes.find(unit.parentId())
                        .map(node -> new Interval(node.lo(), node.hi()))
                        .orElse(Interval.of(unit.tree()));
        return above.next(units.lastChild(unit.tree(), unit.parentId()).orElse(null));
    }

    private static Node node(Unit unit, Interval interval) {
        return new Node(unit.id(), unit.tree().ordinal(), unit.parentId(), interval.lo(), interval.hi());
    }
}
