package opencadre.personnel.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.personnel.person.NewPerson.NewAssignment;
import opencadre.personnel.person.PersonChanges.Held;
import opencadre.personnel.person.rule.AssignmentRules;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.Seat;
import opencadre.personnel.seat.Seats;
import opencadre.personnel.seat.rule.SeatRules;
import opencadre.personnel.unit.Tree;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may happen to a post of a held person, and what it does to the record and to places. */
@Component
class PostChanges {

    private final People people;
    private final Units units;
    private final Seats seats;
    private final Places places;
    private final PersonChanges changes;

    PostChanges(People people, Units units, Seats seats, Places places, PersonChanges changes) {
        this.people = people;
        this.units = units;
        this.seats = seats;
        this.places = places;
        this.changes = changes;
    }

    /** Records a post under an id that no post believed now has. */
    List<Finding> start(
            Actor actor, Held held, UUID assignmentId, NewAssignment post, String reason, @Nullable UUID decisionId) {
        PersonFile file = file(held);
        Judged judged = judge(
                actor,
                assignmentId,
                post,
                null,
                file.believedIdentity().birth(),
                changes.hasFile(actor, file),
                file.believedAssignments(),
                "",
                Recorded.now(held.at(), reason, actor.account()),
                decisionId);
        if (judged.findings().isEmpty()) {
            people.record(held.id(), judged.assignment());
            placed(actor, file, judged.assignment());
        }
        return judged.findings();
    }

    /** Records a post otherwise; what was believed moves to the past. */
    List<Finding> correct(Actor actor, Held held, UUID assignmentId, NewAssignment post, String reason) {
        PersonFile file = file(held);
        Assignment standing = standing(file, assignmentId);
        return replace(actor, held, file, standing, post, reason, standing.decisionId());
    }

    /** Records a post as that of a decision. */
    List<Finding> adopt(Actor actor, Held held, UUID assignmentId, NewAssignment post, String reason, UUID decisionId) {
        PersonFile file = file(held);
        return replace(actor, held, file, standing(file, assignmentId), post, reason, decisionId);
    }

    /** Records a post as it was last believed under no decision; one that never was is taken away. */
    List<Finding> release(Actor actor, Held held, UUID assignmentId, String reason) {
        PersonFile file = file(held);
        return file.assignments().stream()
                .filter(post -> post.id().equals(assignmentId) && post.decisionId() == null)
                .max(Comparator.comparing(post -> post.recorded().from()))
                .map(before -> replace(
                        actor,
                        held,
                        file,
                        before,
                        endingOn(before, before.valid().to()),
                        reason,
                        null))
                .orElseGet(() -> takeAway(actor, held, assignmentId, reason));
    }

    /** Records a post otherwise; what the new words leave out is as in an earlier belief in it. */
    private List<Finding> replace(
            Actor actor,
            Held held,
            PersonFile file,
            Assignment earlier,
            NewAssignment post,
            String reason,
            @Nullable UUID decisionId) {
        UUID assignmentId = earlier.id();
        if (!mayChange(actor, file, standing(file, assignmentId))) {
            return outsideScope();
        }
        List<Assignment> others = file.believedAssignments().stream()
                .filter(other -> !other.id().equals(assignmentId))
                .toList();
        Judged judged = judge(
                actor,
                assignmentId,
                post,
                earlier,
                file.believedIdentity().birth(),
                changes.hasFile(actor, file),
                others,
                "",
                Recorded.now(held.at(), reason, actor.account()),
                decisionId);
        if (judged.findings().isEmpty()) {
            people.endAssignment(assignmentId, held.at(), reason);
            people.record(held.id(), judged.assignment());
            placed(actor, file, judged.assignment());
        }
        return judged.findings();
    }

    private static NewAssignment endingOn(Assignment post, @Nullable LocalDate to) {
        return new NewAssignment(
                post.seatId(),
                post.unitId(),
                post.title(),
                post.scope(),
                post.concurrent(),
                post.acting(),
                post.termMonths(),
                post.valid().from(),
                to);
    }

    /** Records the same post with another end, or with none. */
    List<Finding> end(Actor actor, Held held, UUID assignmentId, @Nullable LocalDate to, String reason) {
        return correct(actor, held, assignmentId, endingOn(standing(file(held), assignmentId), to), reason);
    }

    /** The post is believed no longer: it stays in history only. */
    List<Finding> takeAway(Actor actor, Held held, UUID assignmentId, String reason) {
        PersonFile file = file(held);
        if (!mayChange(actor, file, standing(file, assignmentId))) {
            return outsideScope();
        }
        people.endAssignment(assignmentId, held.at(), reason);
        places.replace(held.id(), assignmentId, PersonChanges.nameKey(file), List.of());
        return List.of();
    }

    /** What is against naming a held person for a seat from a day on. */
    List<Finding> nominate(Actor actor, Held held, UUID seatId, LocalDate day) {
        Seat seat = seats.find(seatId).orElseThrow();
        LocalDate end = seat.valid().to();
        // Whoever has the file records what was, also where the seat is no more.
        boolean past = end != null && !end.isAfter(actor.today());
        if (!changes.inReach(actor, seat.unitId(), seat.scope()) && !(past && changes.hasFile(actor, file(held)))) {
            return outsideScope();
        }
        return SeatRules.againstNomination(seat.valid(), day).stream()
                .map(breach -> Finding.of(breach.field(), breach.code()))
                .toList();
    }

    private PersonFile file(Held held) {
        return people.file(held.id()).orElseThrow();
    }

    private static Assignment standing(PersonFile file, UUID assignmentId) {
        return file.believedAssignments().stream()
                .filter(post -> post.id().equals(assignmentId))
                .findFirst()
                .orElseThrow();
    }

    /** Whoever has the file changes what is past wherever it was; all else only in their units. */
    private boolean mayChange(Actor actor, PersonFile file, Assignment standing) {
        boolean past = standing.valid().to() != null && !standing.valid().to().isAfter(actor.today());
        return changes.inReach(actor, standing.unitId(), standing.scope()) || (past && changes.hasFile(actor, file));
    }

    private static List<Finding> outsideScope() {
        return List.of(Finding.of("unitId", "unit-outside-scope"));
    }

    /** A post that was judged: what is against it, or what it becomes. */
    record Judged(List<Finding> findings, @Nullable Assignment post) {

        Assignment assignment() {
            return Objects.requireNonNull(post);
        }
    }

    /** What is known of a post apart from its days: from its seat where it has one, and from what stands. */
    private record Described(
            @Nullable Seat seat,
            UUID unitId,
            @Nullable Tree tree,
            String title,
            ManagementScope scope,
            List<Period> unitStands) {}

    Judged judge(
            Actor actor,
            UUID id,
            NewAssignment post,
            @Nullable Assignment standing,
            PartialDate birth,
            boolean fileInReach,
            List<Assignment> others,
            String fieldPrefix,
            Recorded recorded,
            @Nullable UUID decisionId) {
        List<Finding> findings = new ArrayList<>();
        Described described = describe(post, standing, findings);
        boolean acting = post.acting() != null ? post.acting() : standing != null && standing.acting();
        if (described != null) {
            var facts = new AssignmentRules.Facts(
                    post.validFrom(),
                    post.validTo(),
                    post.concurrent(),
                    birth,
                    described.unitStands(),
                    changes.inReach(actor, described.unitId(), described.scope()),
                    fileInReach,
                    actor.today(),
                    others.stream()
                            .filter(other -> !other.concurrent() && other.tree() == described.tree())
                            .map(Assignment::valid)
                            .toList());
            AssignmentRules.breaches(facts).stream()
                    .map(breach -> Finding.of(breach.field(), breach.code()))
                    .forEach(findings::add);
            if (described.seat() != null && findings.isEmpty()) {
                findings.addAll(
                        againstSeat(id, described.seat(), new Period(post.validFrom(), post.validTo()), acting));
            }
        }
        if (described == null || !findings.isEmpty()) {
            return new Judged(
                    findings.stream()
                            .map(finding -> Finding.of(fieldPrefix + finding.field(), finding.code()))
                            .toList(),
                    null);
        }
        return new Judged(
                List.of(),
                new Assignment(
                        id,
                        described.unitId(),
                        Objects.requireNonNull(described.tree()),
                        described.title(),
                        described.scope(),
                        post.concurrent(),
                        described.seat() == null ? null : described.seat().id(),
                        acting,
                        post.termMonths() != null || standing == null ? post.termMonths() : standing.termMonths(),
                        decisionId,
                        new Period(post.validFrom(), post.validTo()),
                        recorded));
    }

    /** Nothing, and findings, where a post is not described or contradicts its seat. */
    private @Nullable Described describe(NewAssignment post, @Nullable Assignment standing, List<Finding> findings) {
        UUID seatId = post.seatId() != null || standing == null ? post.seatId() : standing.seatId();
        if (seatId == null) {
            UUID unitId = given("unitId", post.unitId(), findings);
            String title = given("title", post.title(), findings);
            ManagementScope scope = given("managementScope", post.scope(), findings);
            return unitId == null || title == null || scope == null
                    ? null
                    : described(null, unitId, title.strip(), scope);
        }
        Optional<Seat> seat = seats.lock(seatId).map(Seats.Kept::seat);
        if (seat.isEmpty()) {
            findings.add(Finding.of("seatId", "unknown-seat"));
            return null;
        }
        // A title that was renamed since stays in the post as it was called.
        String standingTitle = standing != null && seatId.equals(standing.seatId())
                ? standing.title()
                : seat.get().title().name();
        boolean titleAgrees = post.title() == null
                || post.title().strip().equals(standingTitle)
                || post.title().strip().equals(seat.get().title().name());
        if (post.unitId() != null && !post.unitId().equals(seat.get().unitId())) {
            findings.add(Finding.of("unitId", "differs-from-seat"));
        }
        if (!titleAgrees) {
            findings.add(Finding.of("title", "differs-from-seat"));
        }
        if (post.scope() != null && post.scope() != seat.get().scope()) {
            findings.add(Finding.of("managementScope", "differs-from-seat"));
        }
        return findings.isEmpty()
                ? described(
                        seat.get(),
                        seat.get().unitId(),
                        post.title() == null ? standingTitle : post.title().strip(),
                        seat.get().scope())
                : null;
    }

    private Described described(@Nullable Seat seat, UUID unitId, String title, ManagementScope scope) {
        List<Unit> versions = units.versions(unitId);
        return new Described(
                seat,
                unitId,
                versions.isEmpty() ? null : versions.getFirst().tree(),
                title,
                scope,
                versions.stream().map(Unit::valid).toList());
    }

    private static <T> @Nullable T given(String field, @Nullable T value, List<Finding> findings) {
        if (value == null) {
            findings.add(Finding.of(field, "required"));
        }
        return value;
    }

    /** The seat is held by {@link #describe}, so nobody takes it between the question and the change. */
    private List<Finding> againstSeat(UUID post, Seat seat, Period period, boolean acting) {
        var facts = new SeatRules.Facts(seat.valid(), seat.holders(), seats.taken(seat.id(), post));
        return SeatRules.againstPost(facts, period, acting).stream()
                .map(breach -> Finding.of(breach.field(), breach.code()))
                .toList();
    }

    /** Gives the place of a post; under both fences, but for a past post in a unit that the actor does not reach. */
    private void placed(Actor actor, PersonFile file, Assignment post) {
        if (changes.inReach(actor, post.unitId(), post.scope())) {
            places.replace(file.id(), post.id(), PersonChanges.nameKey(file), List.of(place(post)));
        } else {
            places.keep(file.id(), post.id(), PersonChanges.nameKey(file), List.of(place(post)));
        }
    }

    static Places.Place place(Assignment a) {
        return new Places.Place(
                a.id(),
                a.unitId(),
                a.scope().ordinal(),
                PersonChanges.ORDINARY,
                a.valid().from(),
                a.valid().to());
    }
}
