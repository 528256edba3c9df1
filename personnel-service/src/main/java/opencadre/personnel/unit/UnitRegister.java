package opencadre.personnel.unit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import opencadre.kit.access.Units.Node;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.Period;
import opencadre.personnel.unit.rule.SuccessionRules;
import org.jspecify.annotations.Nullable;
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
                    ? new UnitOutcome.Stands(unit, false)
                    : new UnitOutcome.Differs();
        }
        List<Finding> findings = new ArrayList<>();
        if (unit.agencyCode() != null && units.coded(unit.agencyCode()).isPresent()) {
            findings.add(Finding.of("agencyCode", "agency-code-taken"));
        }
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
        events.changed(List.of(unit), List.of(), node, FIRST_REVISION, recordedAt);
        return new UnitOutcome.Stands(unit, true);
    }

    /** What a unit came from and went into; nothing for an unknown one. */
    public Optional<Lineage> lineage(UUID id) {
        List<Succession> before =
                units.predecessors(id).stream().map(Units.Recorded::succession).toList();
        List<Succession> after =
                units.successors(id).stream().map(Units.Recorded::succession).toList();
        Set<UUID> others = new HashSet<>();
        before.forEach(succession -> others.add(succession.predecessor()));
        after.forEach(succession -> others.add(succession.successor()));
        others.add(id);
        Map<UUID, Unit> known = units.find(others);
        return known.containsKey(id)
                ? Optional.of(new Lineage(
                        steps(before, succession -> known.get(succession.predecessor())),
                        steps(after, succession -> known.get(succession.successor()))))
                : Optional.empty();
    }

    /** What became of units after a day and up to another, oldest first; both open where they are null. */
    public List<Succession> successions(@Nullable LocalDate after, @Nullable LocalDate upTo) {
        return units.successions(after, upTo);
    }

    /** Records that a unit went into another. The same succession again changes nothing. */
    public UnitOutcome succeed(Succession succession) {
        List<Unit> before = units.versions(succession.predecessor());
        List<Unit> after = units.versions(succession.successor());
        var facts = new SuccessionRules.Facts(
                succession.predecessor().equals(succession.successor()),
                !before.isEmpty()
                        && !after.isEmpty()
                        && before.getFirst().tree() == after.getFirst().tree(),
                before.stream().map(Unit::valid).toList(),
                after.stream().map(Unit::valid).toList(),
                succession.effectiveOn());
        List<Finding> findings = SuccessionRules.breaches(facts).stream()
                .map(breach -> Finding.of(breach.field(), breach.code()))
                .toList();
        if (!findings.isEmpty()) {
            return new UnitOutcome.Unlawful(findings);
        }
        units.lockSiblings(after.getFirst().tree());
        Optional<Units.Recorded> standing = units.predecessors(succession.successor()).stream()
                .filter(each -> each.succession().predecessor().equals(succession.predecessor()))
                .findFirst();
        if (standing.isPresent()) {
            return standing.get().succession().equals(succession)
                    ? new UnitOutcome.Succeeds(standing.get().id(), false)
                    : new UnitOutcome.Differs();
        }
        var recordedAt = clock.instant();
        UUID id = units.add(succession);
        told(succession.successor(), recordedAt);
        return new UnitOutcome.Succeeds(id, true);
    }

    /**
     * Ends a unit: the day is the first on which it no longer stands. Whatever stands in it has to end by then too,
     * which the database asks when the transaction ends.
     */
    public UnitOutcome end(UUID id, LocalDate day) {
        List<Unit> versions = held(id);
        List<Finding> findings = againstChange(versions, day);
        if (findings.isEmpty() && units.isAbove(id, day)) {
            findings.add(Finding.of(null, "unit-has-units-below"));
        }
        if (!findings.isEmpty()) {
            return new UnitOutcome.Unlawful(findings);
        }
        Unit last = versions.getLast();
        List<Unit> ended = new ArrayList<>(versions.subList(0, versions.size() - 1));
        ended.add(last.over(new Period(last.valid().from(), day)));
        return replace(ended);
    }

    /** Another name, type or code from a day on; the unit and all that is its stay what they are. */
    public UnitOutcome change(
            UUID id, LocalDate day, String name, String type, @Nullable String code, String instrument) {
        List<Unit> versions = held(id);
        List<Finding> findings = againstChange(versions, day);
        if (!findings.isEmpty()) {
            return new UnitOutcome.Unlawful(findings);
        }
        Unit last = versions.getLast();
        List<Unit> changed = new ArrayList<>(versions.subList(0, versions.size() - 1));
        changed.add(last.over(new Period(last.valid().from(), day)));
        changed.add(new Unit(
                id,
                last.tree(),
                name,
                type,
                code,
                last.agencyCode(),
                last.parentId(),
                new Period(day, last.valid().to()),
                instrument));
        return replace(changed);
    }

    /** Lets a unit stand again as it stood before it was ended or changed. */
    public UnitOutcome restore(List<Unit> versions) {
        return replace(versions);
    }

    /** Its versions, read when nobody else changes a unit of its tree. */
    private List<Unit> held(UUID id) {
        List<Unit> known = units.versions(id);
        if (!known.isEmpty()) {
            units.lockSiblings(known.getFirst().tree());
        }
        return units.versions(id);
    }

    /** A unit is changed on a day between two on which it stands as it stood last. */
    private static List<Finding> againstChange(List<Unit> versions, LocalDate day) {
        List<Finding> findings = new ArrayList<>();
        if (versions.isEmpty()) {
            findings.add(Finding.of(null, "unknown-unit"));
        } else {
            Period last = versions.getLast().valid();
            if (!day.isAfter(last.from())) {
                findings.add(Finding.of(null, "unit-changes-later"));
            } else if (!last.contains(day)) {
                findings.add(Finding.of(null, "unit-does-not-stand-then"));
            }
        }
        return findings;
    }

    private UnitOutcome replace(List<Unit> versions) {
        Unit last = versions.getLast();
        units.lockSiblings(last.tree());
        var recordedAt = clock.instant();
        units.replace(versions, recordedAt);
        Node node = nodes.find(last.id()).orElseThrow();
        nodes.put(new Node(
                node.unitId(),
                node.tree(),
                node.parentId(),
                node.lo(),
                node.hi(),
                last.valid().to()));
        told(last.id(), recordedAt);
        return new UnitOutcome.Stands(last, true);
    }

    /** The revision of a unit; empty for an unknown one. */
    public OptionalLong revision(UUID id) {
        return units.revision(id);
    }

    /** Takes a unit back that was established in error and on which nothing stands yet. */
    public void withdraw(UUID id) {
        long revision = units.revision(id).orElseThrow();
        units.removeUnit(id);
        nodes.remove(id);
        events.erased(id, revision + 1);
    }

    /** Takes a succession back that was recorded in error. */
    public void withdrawSuccession(UUID successor, UUID successionId) {
        units.remove(successionId);
        told(successor, clock.instant());
    }

    private void told(UUID id, Instant recordedAt) {
        events.changed(
                units.versions(id),
                units.predecessors(id).stream().map(Units.Recorded::succession).toList(),
                nodes.find(id).orElse(null),
                units.revise(id, recordedAt),
                recordedAt);
    }

    private static List<Lineage.Step> steps(List<Succession> successions, Function<Succession, Unit> other) {
        return successions.stream()
                .map(succession -> new Lineage.Step(succession, other.apply(succession)))
                .sorted(Comparator.comparing(
                                (Lineage.Step step) -> step.succession().effectiveOn())
                        .thenComparing(step -> step.other().name()))
                .toList();
    }

    /** Whether the parent stands in the same tree on every day of the unit. */
    private boolean standsBelow(Unit unit, UUID parentId) {
        List<Unit> above = units.versions(parentId);
        return !above.isEmpty()
                && above.getFirst().tree() == unit.tree()
                && unit.valid().isCoveredBy(above.stream().map(Unit::valid).toList());
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
        return new Node(
                unit.id(),
                unit.tree().ordinal(),
                unit.parentId(),
                interval.lo(),
                interval.hi(),
                unit.valid().to());
    }
}
