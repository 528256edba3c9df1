package opencadre.personnel.reorganisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Messages;
import opencadre.kit.time.Period;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.person.HeldPosts;
import opencadre.personnel.person.NewPerson.NewAssignment;
import opencadre.personnel.person.PostRegister;
import opencadre.personnel.person.UuidV7;
import opencadre.personnel.reorganisation.Reorganisation.BroughtAbout;
import opencadre.personnel.reorganisation.Reorganisation.Content;
import opencadre.personnel.reorganisation.Reorganisation.FutureSeat;
import opencadre.personnel.reorganisation.Reorganisation.SeatBefore;
import opencadre.personnel.reorganisation.Reorganisation.StepMade;
import opencadre.personnel.reorganisation.Reorganisation.UnitBefore;
import opencadre.personnel.reorganisation.Reorganisation.UnitMade;
import opencadre.personnel.seat.NewSeat;
import opencadre.personnel.seat.SeatRegister;
import opencadre.personnel.seat.Seats;
import opencadre.personnel.unit.Succession;
import opencadre.personnel.unit.Tree;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.UnitOutcome;
import opencadre.personnel.unit.UnitRegister;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes dated facts of a reorganisation. Every step goes through the use case that would make it alone, so nothing
 * comes about here that could not come about otherwise; where a step is refused the transaction has to be given up, and
 * the finding names the place in the document.
 */
@Component
class Carrying {

    private final Reorganisations reorganisations;
    private final UnitRegister unitRegister;
    private final Units units;
    private final SeatRegister seatRegister;
    private final Seats seats;
    private final PostRegister posts;
    private final ScopedWork work;
    private final Clock clock;
    private final TransactionTemplate nested;

    Carrying(
            Reorganisations reorganisations,
            UnitRegister unitRegister,
            Units units,
            SeatRegister seatRegister,
            Seats seats,
            PostRegister posts,
            ScopedWork work,
            Clock clock,
            PlatformTransactionManager manager) {
        this.reorganisations = reorganisations;
        this.unitRegister = unitRegister;
        this.units = units;
        this.seatRegister = seatRegister;
        this.seats = seats;
        this.posts = posts;
        this.work = work;
        this.clock = clock;
        this.nested = new TransactionTemplate(manager);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What was brought about; nothing where something was against it, which the findings then say. */
    Optional<BroughtAbout> approve(Actor actor, Reorganisation reorganisation, List<Finding> findings) {
        Content content = reorganisation.content();
        LocalDate day = content.effectiveOn();
        List<AffectedPost> seen = affected(actor, reorganisation);
        Optional<HeldPosts> held =
                posts.hold(actor, seen.stream().map(AffectedPost::personId).toList(), TwoClocks.now(clock));
        // People, seats, trees: in the order in which everybody holds them, and read only then.
        holdStructure(seats.in(content.endedUnits(), day), content, seen);
        List<AffectedPost> affected = affected(actor, reorganisation);
        judge(content, affected, seen, findings);
        if (held.isEmpty()) {
            findings.add(Finding.of(null, "reorganisation-outside-scope"));
        }
        if (!findings.isEmpty()) {
            return Optional.empty();
        }
        List<UUID> touched = new ArrayList<>(content.endedUnits());
        content.changedUnits().forEach(unit -> touched.add(unit.unitId()));
        Map<UUID, List<Unit>> before = new HashMap<>();
        touched.forEach(unit -> before.put(unit, units.versions(unit)));
        begin(content, findings);
        change(content, findings);
        if (findings.isEmpty()) {
            beginSeats(actor, content, findings);
        }
        if (findings.isEmpty()) {
            movePosts(held.orElseThrow(), reorganisation, affected, findings);
        }
        List<Seats.Kept> ending = seats.in(content.endedUnits(), day);
        if (findings.isEmpty()) {
            endSeats(actor, ending, day, findings);
            stillHeld(content, findings);
        }
        List<StepMade> steps = new ArrayList<>();
        if (findings.isEmpty()) {
            succeed(content, steps, findings);
            endUnits(content, findings);
        }
        if (findings.isEmpty()) {
            settle(findings);
        }
        return findings.isEmpty()
                ? Optional.of(new BroughtAbout(
                        touched.stream()
                                .map(unit ->
                                        new UnitBefore(unit, revision(unit), Objects.requireNonNull(before.get(unit))))
                                .toList(),
                        ending.stream()
                                .map(kept -> new SeatBefore(
                                        kept.seat().id(), kept.seat().valid().to()))
                                .toList(),
                        content.newUnits().stream()
                                .map(unit -> new UnitMade(unit.id(), revision(unit.id())))
                                .toList(),
                        steps))
                : Optional.empty();
    }

    private List<AffectedPost> affected(Actor actor, Reorganisation reorganisation) {
        return reorganisations.posts(actor, reorganisation, false, null, Integer.MAX_VALUE).stream()
                .map(Reorganisations.Line::post)
                .toList();
    }

    private void holdStructure(List<Seats.Kept> ending, Content content, List<AffectedPost> affected) {
        seats.holdCatalogue();
        TreeSet<UUID> taken = new TreeSet<>();
        ending.forEach(kept -> taken.add(kept.seat().id()));
        content.newSeats().forEach(seat -> taken.add(seat.id()));
        affected.stream()
                .flatMap(post -> Optional.ofNullable(post.placement()).stream())
                .flatMap(placement -> Optional.ofNullable(placement.seatId()).stream())
                .forEach(taken::add);
        taken.forEach(seats::lock);
        Stream.of(Tree.values()).forEach(units::lockSiblings);
    }

    private long revision(UUID unit) {
        return units.revision(unit).orElseThrow();
    }

    /** Whatever refers to what is gone, the database asks now and not when it is too late to say so. */
    private void settle(List<Finding> findings) {
        try {
            nested.executeWithoutResult(one -> reorganisations.settle());
        } catch (DataIntegrityViolationException stands) {
            findings.add(Finding.of(null, "contradicts-what-stands"));
        }
    }

    private static void judge(
            Content content, List<AffectedPost> affected, List<AffectedPost> seen, List<Finding> findings) {
        Set<UUID> held = seen.stream().map(AffectedPost::personId).collect(Collectors.toSet());
        for (AffectedPost post : affected) {
            String at = "posts." + post.assignmentId();
            if (!held.contains(post.personId())) {
                findings.add(Finding.of(at, "post-changed-since"));
            } else if (post.placement() == null) {
                findings.add(Finding.of(at, "post-without-placement"));
            } else if (!post.valid().from().isBefore(content.effectiveOn())) {
                findings.add(Finding.of(at, "post-begins-later"));
            } else if (post.scope().height() > content.level().height()) {
                findings.add(Finding.of(at, "post-above-the-level"));
            }
        }
    }

    private void begin(Content content, List<Finding> findings) {
        Map<UUID, Integer> places = new HashMap<>();
        for (int i = 0; i < content.newUnits().size(); i++) {
            places.put(content.newUnits().get(i).id(), i);
        }
        for (UUID id : content.fromBelow().reversed()) {
            int at = Objects.requireNonNull(places.get(id));
            Reorganisation.NewUnit unit = content.newUnits().get(at);
            if (units.revision(unit.id()).isPresent()) {
                findings.add(Finding.of("newUnits[" + at + "].id", "unit-differs"));
                continue;
            }
            Findings.of(
                    "newUnits[" + at + "]",
                    unitRegister.establish(new Unit(
                            unit.id(),
                            unit.tree(),
                            unit.name(),
                            unit.type(),
                            unit.code(),
                            unit.agencyCode(),
                            unit.parentId(),
                            Period.since(content.effectiveOn()),
                            content.instrument())),
                    findings);
        }
    }

    private void change(Content content, List<Finding> findings) {
        for (int i = 0; i < content.changedUnits().size(); i++) {
            Reorganisation.ChangedUnit unit = content.changedUnits().get(i);
            Findings.of(
                    "changedUnits[" + i + "]",
                    unitRegister.change(
                            unit.unitId(),
                            content.effectiveOn(),
                            unit.name(),
                            unit.type(),
                            unit.code(),
                            content.instrument()),
                    findings);
        }
    }

    private void beginSeats(Actor actor, Content content, List<Finding> findings) {
        for (int i = 0; i < content.newSeats().size(); i++) {
            FutureSeat seat = content.newSeats().get(i);
            if (seats.find(seat.id()).isPresent()) {
                findings.add(Finding.of("newSeats[" + i + "].id", "seat-differs"));
                continue;
            }
            Findings.of(
                    "newSeats[" + i + "]",
                    seatRegister.establish(
                            actor,
                            new NewSeat(
                                    seat.id(),
                                    seat.unitId(),
                                    seat.titleCode(),
                                    seat.kind(),
                                    seat.regime(),
                                    seat.scope(),
                                    seat.holders(),
                                    seat.termMonths(),
                                    Period.since(content.effectiveOn()),
                                    content.instrument())),
                    findings);
        }
    }

    /** Ends before beginnings, so that two people may change seats. */
    private void movePosts(
            HeldPosts held, Reorganisation reorganisation, List<AffectedPost> affected, List<Finding> findings) {
        Content content = reorganisation.content();
        LocalDate day = content.effectiveOn();
        String paper = paper(content);
        Map<UUID, Placement> placements = new HashMap<>();
        for (AffectedPost post : affected) {
            Findings.against(
                    "posts." + post.assignmentId(),
                    held.end(post.personId(), post.assignmentId(), day, paper),
                    findings);
        }
        for (AffectedPost post : affected) {
            Placement placement = Objects.requireNonNull(post.placement());
            UUID successor = placement.into() == Placement.Into.NONE ? null : UuidV7.next(clock);
            if (successor != null) {
                Findings.against(
                        "posts." + post.assignmentId(),
                        held.start(post.personId(), successor, next(post, placement, day), paper, null),
                        findings);
            }
            placements.put(
                    post.assignmentId(),
                    placement.carriedOut(successor, post.valid().to()));
        }
        if (findings.isEmpty()) {
            held.finish("reorganised");
            placements.values().forEach(placement -> reorganisations.place(reorganisation.id(), placement));
            // What was said of posts that do not end after all is no part of it.
            reorganisations.keepCarried(reorganisation.id());
        }
    }

    private static NewAssignment next(AffectedPost post, Placement placement, LocalDate day) {
        boolean inSeat = placement.into() == Placement.Into.SEAT;
        return new NewAssignment(
                placement.seatId(),
                inSeat ? null : placement.unitId(),
                inSeat ? null : placement.title(),
                inSeat ? null : post.scope(),
                placement.concurrent(),
                post.acting(),
                placement.termMonths(),
                day,
                post.valid().to());
    }

    private void endSeats(Actor actor, List<Seats.Kept> ending, LocalDate day, List<Finding> findings) {
        for (Seats.Kept kept : ending) {
            String at = "seats." + kept.seat().id();
            if (!kept.seat().valid().from().isBefore(day)) {
                findings.add(Finding.of(at, "seat-begins-later"));
            } else {
                Findings.of(at, seatRegister.until(actor, kept.seat().id(), day), findings);
            }
        }
    }

    /** Somebody whom the approver does not see may hold a post there, in a seat or in none. */
    private void stillHeld(Content content, List<Finding> findings) {
        Map<UUID, Integer> held =
                work.unfenced(() -> reorganisations.held(content.endedUnits(), content.effectiveOn()));
        for (int i = 0; i < content.endedUnits().size(); i++) {
            if (held.getOrDefault(content.endedUnits().get(i), 0) > 0) {
                findings.add(Finding.of("endedUnits[" + i + "]", "unit-is-still-held"));
            }
        }
    }

    private void succeed(Content content, List<StepMade> made, List<Finding> findings) {
        for (int i = 0; i < content.successions().size(); i++) {
            Reorganisation.Step step = content.successions().get(i);
            UnitOutcome outcome = unitRegister.succeed(new Succession(
                    step.predecessorId(),
                    step.successorId(),
                    step.kind(),
                    content.effectiveOn(),
                    content.instrument(),
                    step.note()));
            if (outcome instanceof UnitOutcome.Succeeds(UUID id, boolean isNew) && isNew) {
                made.add(new StepMade(step.successorId(), id));
            }
            Findings.of("successions[" + i + "]", outcome, findings);
        }
    }

    /** Those below before those above. */
    private void endUnits(Content content, List<Finding> findings) {
        Map<UUID, @Nullable UUID> parents = new HashMap<>();
        content.endedUnits()
                .forEach(
                        unit -> parents.put(unit, units.versions(unit).getLast().parentId()));
        List<UUID> fromBelow = content.endedUnits().stream()
                .sorted(Comparator.comparingInt((UUID unit) -> depth(unit, parents))
                        .reversed())
                .toList();
        for (UUID unit : fromBelow) {
            Findings.of(
                    "endedUnits[" + content.endedUnits().indexOf(unit) + "]",
                    unitRegister.end(unit, content.effectiveOn()),
                    findings);
        }
    }

    /** How many of the units that end stand above one of them. */
    private static int depth(UUID unit, Map<UUID, @Nullable UUID> parents) {
        int depth = 0;
        UUID above = parents.get(unit);
        while (above != null && parents.containsKey(above)) {
            depth++;
            above = parents.get(above);
        }
        return depth;
    }

    /** What the records of the people say of it: its name and instrument. */
    static String paper(Content content) {
        return Messages.of("reorganisation-as-reason", content.name(), content.instrument())
                .vi();
    }
}
