package opencadre.personnel.reorganisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.FourEyes;
import opencadre.kit.rule.Messages;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.HeldPosts;
import opencadre.personnel.person.PostRegister;
import opencadre.personnel.reorganisation.Reorganisation.BroughtAbout;
import opencadre.personnel.reorganisation.Reorganisation.Content;
import opencadre.personnel.reorganisation.Reorganisation.SeatBefore;
import opencadre.personnel.reorganisation.Reorganisation.UnitBefore;
import opencadre.personnel.reorganisation.Reorganisation.UnitMade;
import opencadre.personnel.seat.Seat;
import opencadre.personnel.seat.SeatRegister;
import opencadre.personnel.seat.Seats;
import opencadre.personnel.unit.Tree;
import opencadre.personnel.unit.UnitRegister;
import opencadre.personnel.unit.Units;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes back what the approval of a reorganisation brought about, all of it or nothing: what somebody built on since is
 * in the way, and the findings say what. Where anything is, the transaction has to be given up.
 */
@Component
class TakingBack {

    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private final Reorganisations reorganisations;
    private final UnitRegister unitRegister;
    private final Units units;
    private final SeatRegister seatRegister;
    private final Seats seats;
    private final PostRegister posts;
    private final ScopedWork work;
    private final Clock clock;
    private final TransactionTemplate nested;

    TakingBack(
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

    void undo(Actor actor, Reorganisation reorganisation, List<Finding> findings) {
        Content content = reorganisation.content();
        BroughtAbout done = Objects.requireNonNull(reorganisation.broughtAbout());
        List<Placement> placements = reorganisations.placements(reorganisation.id()).values().stream()
                .filter(Placement::carried)
                .toList();
        List<UUID> people = placements.stream().map(Placement::personId).toList();
        findings.addAll(FourEyes.ofOwnAffair(actor.hands(), people));
        Optional<HeldPosts> holding = posts.hold(actor, people, TwoClocks.now(clock));
        // Half of it is none: whoever does not see everybody it moved may not take it back.
        int all = work.unfenced(() -> reorganisations.carried(reorganisation.id()));
        if (holding.isEmpty() || all > placements.size()) {
            findings.add(Finding.of(null, "reorganisation-outside-scope"));
        }
        if (!findings.isEmpty()) {
            return;
        }
        holdStructure(content, done);
        HeldPosts held = holding.orElseThrow();
        String paper =
                Messages.of("reorganisation-undone", Carrying.paper(content)).vi();
        takeAwayPosts(held, placements, content.effectiveOn(), paper, findings);
        if (findings.isEmpty()) {
            takeAwaySeats(content, findings);
        }
        if (findings.isEmpty()) {
            restore(actor, content, done, findings);
        }
        if (findings.isEmpty()) {
            for (Placement placement : placements) {
                Findings.against(
                        "posts." + placement.assignmentId(),
                        held.end(placement.personId(), placement.assignmentId(), placement.priorEnd(), paper),
                        findings);
                reorganisations.place(reorganisation.id(), placement.takenBack());
            }
        }
        if (findings.isEmpty()) {
            // The files go back first: they were to pass to the units that are taken away.
            held.finish("reorganisation-undone");
            takeAwayUnits(reorganisation.id(), content, done, findings);
        }
        if (findings.isEmpty() && !isDone(reorganisations::settle)) {
            findings.add(Finding.of(null, "contradicts-what-stands"));
        }
    }

    /** After the people: seats, then trees, as everybody holds them. */
    private void holdStructure(Content content, BroughtAbout done) {
        seats.holdCatalogue();
        TreeSet<UUID> taken = new TreeSet<>();
        content.newSeats().forEach(seat -> taken.add(seat.id()));
        done.seats().forEach(seat -> taken.add(seat.seatId()));
        taken.forEach(seats::lock);
        Stream.of(Tree.values()).forEach(units::lockSiblings);
    }

    private static void takeAwayPosts(
            HeldPosts held, List<Placement> placements, LocalDate day, String paper, List<Finding> findings) {
        for (Placement placement : placements) {
            String at = "posts." + placement.assignmentId();
            Optional<Assignment> ended = held.believed(placement.personId(), placement.assignmentId());
            Optional<Assignment> begun = Optional.ofNullable(placement.successorId())
                    .flatMap(successor -> held.believed(placement.personId(), successor));
            boolean stands = ended.filter(post -> day.equals(post.valid().to())).isPresent()
                    && (placement.successorId() == null
                            || begun.filter(post -> isAsBegun(post, placement, day))
                                    .isPresent());
            if (stands) {
                begun.ifPresent(
                        post -> Findings.against(at, held.takeAway(placement.personId(), post.id(), paper), findings));
            } else {
                findings.add(Finding.of(at, "post-changed-since"));
            }
        }
    }

    /** What was corrected since is somebody's word, which is not thrown away. */
    private static boolean isAsBegun(Assignment post, Placement placement, LocalDate day) {
        return post.decisionId() == null
                && post.valid().from().equals(day)
                && Objects.equals(post.valid().to(), placement.priorEnd())
                && Objects.equals(post.seatId(), placement.seatId())
                && post.concurrent() == placement.concurrent()
                && Objects.equals(post.termMonths(), placement.termMonths())
                && (placement.unitId() == null || placement.unitId().equals(post.unitId()))
                && (placement.title() == null || placement.title().equals(post.title()));
    }

    private void takeAwaySeats(Content content, List<Finding> findings) {
        for (int i = 0; i < content.newSeats().size(); i++) {
            UUID seat = content.newSeats().get(i).id();
            if (!seats.taken(seat, null).isEmpty()) {
                findings.add(Finding.of("newSeats[" + i + "]", "seat-is-held"));
            } else if (!isDone(() -> seatRegister.withdraw(seat))) {
                findings.add(Finding.of("newSeats[" + i + "]", "seat-is-used"));
            }
        }
    }

    private void restore(Actor actor, Content content, BroughtAbout done, List<Finding> findings) {
        for (UnitBefore unit : done.units()) {
            if (units.revision(unit.unitId()).orElseThrow() == unit.revision()) {
                unitRegister.restore(unit.versions());
            } else {
                findings.add(Finding.of("units." + unit.unitId(), "changed-since"));
            }
        }
        for (SeatBefore before : done.seats()) {
            String at = "seats." + before.seatId();
            Optional<Seat> seat = seats.find(before.seatId());
            if (seat.filter(standing ->
                            content.effectiveOn().equals(standing.valid().to()))
                    .isPresent()) {
                Findings.of(at, seatRegister.until(actor, before.seatId(), before.end()), findings);
            } else {
                findings.add(Finding.of(at, "changed-since"));
            }
        }
    }

    /** Those below before those above. */
    private void takeAwayUnits(UUID id, Content content, BroughtAbout done, List<Finding> findings) {
        List<UUID> made = content.fromBelow();
        boolean changed = false;
        for (UnitMade unit : done.newUnits()) {
            if (units.revision(unit.unitId()).orElseThrow() != unit.revision()) {
                findings.add(Finding.of("units." + unit.unitId(), "changed-since"));
                changed = true;
            }
        }
        if (changed) {
            return;
        }
        done.successions().forEach(step -> unitRegister.withdrawSuccession(step.successorId(), step.id()));
        var held = work.unfenced(() -> reorganisations.held(made, BEGINNING));
        for (UUID unit : made) {
            boolean isUsed = held.getOrDefault(unit, 0) > 0
                    || !seats.in(List.of(unit), BEGINNING).isEmpty()
                    || units.isAbove(unit, content.effectiveOn())
                    || work.unfenced(() -> reorganisations.isNamedElsewhere(unit, id))
                    || !isDone(() -> unitRegister.withdraw(unit));
            if (isUsed) {
                findings.add(Finding.of("units." + unit, "unit-is-used"));
            }
        }
    }

    /** Whatever else refers to it, as a decision about it, is known to the database. */
    private boolean isDone(Runnable step) {
        try {
            nested.executeWithoutResult(one -> step.run());
            return true;
        } catch (DataIntegrityViolationException inUse) {
            return false;
        }
    }
}
