package opencadre.personnel.reorganisation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongPredicate;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grants;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.FourEyes;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.person.UuidV7;
import opencadre.personnel.reorganisation.Reorganisation.Author;
import opencadre.personnel.reorganisation.Reorganisation.Content;
import opencadre.personnel.reorganisation.Reorganisation.FutureSeat;
import opencadre.personnel.reorganisation.rule.PlacementRules;
import opencadre.personnel.reorganisation.rule.PlacementRules.PostOf;
import opencadre.personnel.reorganisation.rule.PlacementRules.SeatOf;
import opencadre.personnel.reorganisation.rule.ReorganisationRules;
import opencadre.personnel.seat.Seat;
import opencadre.personnel.seat.Seats;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Use cases that change a reorganisation. Somebody prepares it and says where seats and people go on; somebody else
 * approves it, and in the same transaction all of it becomes dated facts.
 */
@Service
public class ReorganisationRegister {

    private static final int ALL = Integer.MAX_VALUE;

    private final Reorganisations reorganisations;
    private final Grants grants;
    private final Units units;
    private final opencadre.kit.access.Units nodes;
    private final Seats seats;
    private final Carrying carrying;
    private final TakingBack takingBack;
    private final ReorganisationEvents events;
    private final Clock clock;
    private final TransactionTemplate nested;

    ReorganisationRegister(
            Reorganisations reorganisations,
            Grants grants,
            Units units,
            opencadre.kit.access.Units nodes,
            Seats seats,
            Carrying carrying,
            TakingBack takingBack,
            ReorganisationEvents events,
            Clock clock,
            PlatformTransactionManager manager) {
        this.reorganisations = reorganisations;
        this.grants = grants;
        this.units = units;
        this.nodes = nodes;
        this.seats = seats;
        this.carrying = carrying;
        this.takingBack = takingBack;
        this.events = events;
        this.clock = clock;
        this.nested = new TransactionTemplate(manager);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Prepares a reorganisation; nothing comes about. */
    public ReorganisationOutcome draft(Actor actor, Content content) {
        List<Finding> findings = against(actor, content);
        if (!findings.isEmpty()) {
            return new ReorganisationOutcome.Unlawful(findings);
        }
        Author author = Author.of(actor, null);
        Reorganisation drafted = new Reorganisation(
                UuidV7.next(clock),
                1,
                TwoClocks.now(clock),
                ReorganisationState.DRAFT,
                content,
                author.hands(),
                null,
                null,
                null,
                Set.of(),
                null,
                author.account(),
                author.name());
        reorganisations.add(drafted);
        events.changed(drafted);
        return new ReorganisationOutcome.Recorded(drafted);
    }

    /** Prepares it otherwise; what was said of posts stays. */
    public ReorganisationOutcome change(Actor actor, UUID id, LongPredicate madeOn, Content content) {
        return inDraft(actor, id, madeOn, standing -> {
            List<Finding> findings = against(actor, content);
            return findings.isEmpty()
                    ? recorded(standing, content, Author.of(actor, null))
                    : new ReorganisationOutcome.Unlawful(findings);
        });
    }

    /** Says where the holder of a post goes on. */
    public ReorganisationOutcome place(Actor actor, UUID id, LongPredicate madeOn, Placement placement) {
        return inDraft(actor, id, madeOn, standing -> {
            Optional<AffectedPost> post = reorganisations.post(actor, standing, placement.assignmentId());
            if (post.isEmpty()) {
                return new ReorganisationOutcome.Unknown();
            }
            List<Finding> findings = new ArrayList<>(
                    FourEyes.ofOwnAffair(actor.hands(), List.of(post.get().personId())));
            findings.addAll(againstTarget(actor, standing.content(), placement));
            if (!findings.isEmpty()) {
                return new ReorganisationOutcome.Unlawful(findings);
            }
            reorganisations.place(id, of(placement, post.get()));
            return recorded(standing, standing.content(), Author.of(actor, null));
        });
    }

    /** Fills what nobody has said yet, where it follows by itself; see {@link PlacementRules}. */
    public ReorganisationOutcome propose(Actor actor, UUID id, LongPredicate madeOn) {
        return inDraft(actor, id, madeOn, standing -> {
            Content content = standing.content();
            List<Seat> ending = seats.in(content.endedUnits(), content.effectiveOn()).stream()
                    .map(Seats.Kept::seat)
                    .toList();
            Map<UUID, UUID> successorOf = new HashMap<>();
            content.endedUnits()
                    .forEach(unit -> PlacementRules.onlySuccessor(content.successors(unit))
                            .ifPresent(successor -> successorOf.put(unit, successor)));
            List<SeatOf> standingSeats = standing(content, successorOf);
            List<SeatOf> endingSeats =
                    ending.stream().map(ReorganisationRegister::of).toList();
            List<FutureSeat> missing = PlacementRules.missing(endingSeats, successorOf, standingSeats).stream()
                    .map(seat -> after(ending, seat))
                    .toList();
            Content filled = content.withSeats(missing);
            List<SeatOf> all = new ArrayList<>(standingSeats);
            missing.forEach(seat -> all.add(new SeatOf(seat.id(), seat.unitId(), seat.titleCode(), seat.holders())));
            List<AffectedPost> posts = reorganisations.posts(actor, standing, false, null, ALL).stream()
                    .map(Reorganisations.Line::post)
                    .toList();
            Map<UUID, AffectedPost> unplaced = new HashMap<>();
            posts.stream()
                    .filter(post -> post.placement() == null)
                    // Their own post is not theirs to place.
                    .filter(post -> !FourEyes.areOf(actor.hands(), List.of(post.personId())))
                    .forEach(post -> unplaced.put(post.assignmentId(), post));
            PlacementRules.proposals(
                            unplaced.values().stream()
                                    .map(post -> new PostOf(
                                            post.assignmentId(), post.unitId(), post.seatId(), post.acting()))
                                    .toList(),
                            endingSeats,
                            successorOf,
                            all,
                            taken(all, posts, content))
                    .forEach(proposal -> reorganisations.place(
                            id, of(proposal, Objects.requireNonNull(unplaced.get(proposal.postId())))));
            return recorded(standing, filled, Author.of(actor, null));
        });
    }

    /** What would be against approving it now: all of it is tried and taken back. */
    public List<Finding> check(Actor actor, Reorganisation standing) {
        return Objects.requireNonNull(nested.execute(whole -> {
            List<Finding> findings = new ArrayList<>();
            carrying.approve(actor, standing, findings);
            whole.setRollbackOnly();
            return findings;
        }));
    }

    /** Approves it; all of it becomes dated facts. */
    public ReorganisationOutcome approve(
            Actor actor, UUID id, LongPredicate madeOn, Set<OtherService> answered, @Nullable String reason) {
        return inDraft(actor, id, madeOn, standing -> {
            List<Finding> findings = new ArrayList<>();
            Set<String> authors = grants.hands(standing.authors());
            ReorganisationRules.ofApproval(
                            authors, actor.hands(), standing.content().effectiveOn(), actor.today(), reason != null)
                    .forEach(breach -> findings.add(Finding.of(breach.field(), breach.code())));
            List<UUID> subjects = reorganisations.posts(actor, standing, false, null, ALL).stream()
                    .map(line -> line.post().personId())
                    .toList();
            findings.addAll(FourEyes.ofOwnAffair(actor.hands(), subjects));
            if (!findings.isEmpty()) {
                return new ReorganisationOutcome.Unlawful(findings);
            }
            Optional<Reorganisation.BroughtAbout> done = carrying.approve(actor, standing, findings);
            return findings.isEmpty()
                    ? put(
                            standing,
                            ReorganisationState.APPROVED,
                            standing.content(),
                            done.orElseThrow(),
                            answered,
                            Author.of(actor, reason))
                    : new ReorganisationOutcome.Unlawful(findings);
        });
    }

    /** Takes everything back that its approval brought about, before its day. */
    public ReorganisationOutcome undo(Actor actor, UUID id, LongPredicate madeOn, String reason) {
        return change(actor, id, madeOn, standing -> {
            List<Finding> findings = new ArrayList<>();
            if (standing.state() != ReorganisationState.APPROVED) {
                findings.add(Finding.of(null, "reorganisation-not-approved"));
            } else {
                ReorganisationRules.ofUndoing(standing.content().effectiveOn(), actor.today())
                        .forEach(breach -> findings.add(Finding.of(breach.field(), breach.code())));
            }
            if (findings.isEmpty()) {
                takingBack.undo(actor, standing, findings);
            }
            return findings.isEmpty()
                    ? put(
                            standing,
                            ReorganisationState.UNDONE,
                            standing.content(),
                            standing.broughtAbout(),
                            standing.answered(),
                            Author.of(actor, reason))
                    : new ReorganisationOutcome.Unlawful(findings);
        });
    }

    /** Drops what will not be approved. */
    public ReorganisationOutcome withdraw(Actor actor, UUID id, LongPredicate madeOn, String reason) {
        return inDraft(
                actor,
                id,
                madeOn,
                standing -> put(
                        standing,
                        ReorganisationState.WITHDRAWN,
                        standing.content(),
                        null,
                        Set.of(),
                        Author.of(actor, reason)));
    }

    private interface Change {
        ReorganisationOutcome make(Reorganisation standing);
    }

    private ReorganisationOutcome inDraft(Actor actor, UUID id, LongPredicate madeOn, Change change) {
        return change(
                actor,
                id,
                madeOn,
                standing -> standing.state() == ReorganisationState.DRAFT
                        ? change.make(standing)
                        : new ReorganisationOutcome.Unlawful(List.of(Finding.of(null, "reorganisation-not-a-draft"))));
    }

    private ReorganisationOutcome change(Actor actor, UUID id, LongPredicate madeOn, Change change) {
        Optional<Reorganisation> standing = reorganisations.lock(actor, id);
        return standing.isEmpty() || !madeOn.test(standing.get().revision())
                ? new ReorganisationOutcome.Unknown()
                : change.make(standing.get());
    }

    /** Whoever has a hand in a draft is an author of it. */
    private ReorganisationOutcome recorded(Reorganisation standing, Content content, Author author) {
        return put(standing, ReorganisationState.DRAFT, content, null, Set.of(), author);
    }

    private ReorganisationOutcome put(
            Reorganisation standing,
            ReorganisationState state,
            Content content,
            Reorganisation.@Nullable BroughtAbout broughtAbout,
            Set<OtherService> answered,
            Author author) {
        Set<String> authors = new TreeSet<>(standing.authors());
        if (state == ReorganisationState.DRAFT) {
            authors.addAll(author.hands());
        }
        boolean approves = state == ReorganisationState.APPROVED;
        Instant now = TwoClocks.after(standing.recordedAt(), TwoClocks.now(clock));
        Reorganisation next = new Reorganisation(
                standing.id(),
                standing.revision() + 1,
                now,
                state,
                content,
                authors,
                broughtAbout,
                approves ? author.account() : standing.approvedBy(),
                approves ? author.name() : standing.approvedByName(),
                answered,
                author.reason(),
                author.account(),
                author.name());
        reorganisations.put(next);
        events.changed(next);
        return new ReorganisationOutcome.Recorded(next);
    }

    // What is against a draft

    private List<Finding> against(Actor actor, Content content) {
        List<UUID> concerned = content.concerned();
        if (concerned.isEmpty()) {
            return List.of(Finding.of(null, "reorganisation-touches-no-unit"));
        }
        Set<UUID> known = units.find(concerned).keySet();
        Set<UUID> begun = units.find(content.newUnits().stream()
                        .map(Reorganisation.NewUnit::id)
                        .toList())
                .keySet();
        Set<UUID> unknown = new HashSet<>(concerned);
        unknown.removeAll(known);
        Set<UUID> outside = new HashSet<>();
        for (UUID unit : known) {
            if (!nodes.isInReach(actor, unit, content.level().ordinal())) {
                outside.add(unit);
            }
        }
        return ReorganisationRules.ofDraft(new ReorganisationRules.Facts(
                        content.newUnits().stream()
                                .map(unit -> new ReorganisationRules.Founded(unit.id(), unit.parentId()))
                                .toList(),
                        content.changedUnits().stream()
                                .map(Reorganisation.ChangedUnit::unitId)
                                .toList(),
                        content.endedUnits(),
                        content.successions().stream()
                                .map(Reorganisation.Step::predecessorId)
                                .toList(),
                        content.successions().stream()
                                .map(Reorganisation.Step::successorId)
                                .toList(),
                        content.newSeats().stream().map(FutureSeat::unitId).toList(),
                        content.newSeats().stream().map(FutureSeat::id).toList(),
                        unknown,
                        outside,
                        begun))
                .stream()
                .map(breach -> Finding.of(breach.field(), breach.code()))
                .toList();
    }

    /**
     * A holder goes into a seat that begins here or stands, or into a unit that begins here or stands; all of it in
     * reach.
     */
    private List<Finding> againstTarget(Actor actor, Content content, Placement placement) {
        return switch (placement.into()) {
            case NONE -> List.of();
            case SEAT -> {
                UUID seatId = placement.seatId();
                if (seatId == null) {
                    yield List.of(Finding.of("seatId", "unknown-seat"));
                }
                if (content.newSeats().stream().anyMatch(seat -> seat.id().equals(seatId))) {
                    yield List.of();
                }
                Optional<Seat> seat = seats.find(seatId);
                yield seat.isEmpty()
                        ? List.of(Finding.of("seatId", "unknown-seat"))
                        : inReach(
                                actor,
                                "seatId",
                                seat.get().unitId(),
                                seat.get().scope().ordinal());
            }
            case UNIT -> {
                UUID unitId = placement.unitId();
                if (unitId == null) {
                    yield List.of(Finding.of("unitId", "unknown-unit"));
                }
                if (placement.title() == null) {
                    yield List.of(Finding.of("title", "needs-title-or-seat"));
                }
                if (content.newUnits().stream().anyMatch(unit -> unit.id().equals(unitId))) {
                    yield List.of();
                }
                yield units.versions(unitId).isEmpty()
                        ? List.of(Finding.of("unitId", "unknown-unit"))
                        : inReach(actor, "unitId", unitId, content.level().ordinal());
            }
        };
    }

    private List<Finding> inReach(Actor actor, String field, UUID unitId, int scope) {
        return nodes.isInReach(actor, unitId, scope) ? List.of() : List.of(Finding.of(field, "unit-outside-scope"));
    }

    // What is proposed

    private static Placement of(Placement said, AffectedPost post) {
        boolean seat = said.into() == Placement.Into.SEAT;
        boolean unit = said.into() == Placement.Into.UNIT;
        return Placement.said(
                post.assignmentId(),
                post.personId(),
                said.into(),
                seat ? said.seatId() : null,
                unit ? said.unitId() : null,
                unit ? said.title() : null,
                said.concurrent(),
                said.termMonths());
    }

    private static Placement of(PlacementRules.Proposal proposal, AffectedPost post) {
        return Placement.said(
                post.assignmentId(),
                post.personId(),
                proposal.seatId() == null ? Placement.Into.UNIT : Placement.Into.SEAT,
                proposal.seatId(),
                proposal.unitId(),
                proposal.seatId() == null ? post.title() : null,
                post.concurrent(),
                null);
    }

    /** The seats of the successors, those that are to begin among them. */
    private List<SeatOf> standing(Content content, Map<UUID, UUID> successorOf) {
        List<SeatOf> standing =
                new ArrayList<>(seats.in(Set.copyOf(successorOf.values()), content.effectiveOn()).stream()
                        .map(kept -> of(kept.seat()))
                        .toList());
        content.newSeats()
                .forEach(seat -> standing.add(new SeatOf(seat.id(), seat.unitId(), seat.titleCode(), seat.holders())));
        return standing;
    }

    /** How many hold a seat on the day already, and how many are placed in it. */
    private Map<UUID, Integer> taken(List<SeatOf> into, List<AffectedPost> posts, Content content) {
        Map<UUID, Integer> taken = new HashMap<>();
        for (SeatOf seat : into) {
            int held = (int) seats.taken(seat.id(), null).stream()
                    .filter(one -> !one.acting() && one.period().contains(content.effectiveOn()))
                    .count();
            taken.put(seat.id(), held);
        }
        posts.stream()
                .filter(post -> !post.acting())
                .flatMap(post -> Optional.ofNullable(post.placement()).stream())
                .flatMap(placement -> Optional.ofNullable(placement.seatId()).stream())
                .forEach(seat -> taken.merge(seat, 1, Integer::sum));
        return taken;
    }

    private static SeatOf of(Seat seat) {
        return new SeatOf(seat.id(), seat.unitId(), seat.title().code(), seat.holders());
    }

    /** A seat that begins, after the model of one that ends. */
    private FutureSeat after(List<Seat> ending, SeatOf missing) {
        Seat model = ending.stream()
                .filter(seat -> seat.id().equals(missing.id()))
                .findFirst()
                .orElseThrow();
        return new FutureSeat(
                UuidV7.next(clock),
                missing.unitId(),
                missing.title(),
                model.kind(),
                model.regime(),
                model.scope(),
                missing.holders(),
                model.termMonths());
    }

    /** The latest version of each unit that the reader may be told of by name. */
    public Map<UUID, Unit> named(Reorganisation reorganisation) {
        return units.find(reorganisation.content().concerned());
    }
}
