package opencadre.personnel.person;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.personnel.person.NewPerson.NewAssignment;
import opencadre.personnel.person.rule.AssignmentRules;
import opencadre.personnel.person.rule.IdentityRules;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.Seat;
import opencadre.personnel.seat.Seats;
import opencadre.personnel.seat.rule.SeatRules;
import opencadre.personnel.unit.Tree;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Use cases that change a person's record. Each holds the person, judges the change, records it with both clocks, moves
 * the places it gives, and puts the whole new state into the outbox: one transaction.
 */
@Service
public class PersonRegister {

    private static final String NEW_PERSON_REASON = "Đăng ký hồ sơ";
    private static final String NEW_POST_REASON = "Thêm chức vụ";

    private final People people;
    private final Units units;
    private final Seats seats;
    private final Places places;
    private final PersonChanges changes;
    private final Clock clock;

    PersonRegister(People people, Units units, Seats seats, Places places, PersonChanges changes, Clock clock) {
        this.people = people;
        this.units = units;
        this.seats = seats;
        this.places = places;
        this.changes = changes;
        this.clock = clock;
    }

    /** Registers a person with the post that brings them; the unit of the post has custody of the file. */
    public PersonOutcome register(Actor actor, NewPerson person) {
        String name = IdentityRules.tidy(person.fullName());
        List<Finding> findings = new ArrayList<>(identityFindings(actor, name, person.birth()));
        findings.addAll(idNumberFindings(person));
        UUID id = UuidV7.next(clock);
        Instant now = changes.now();
        Recorded recorded = Recorded.now(now, NEW_PERSON_REASON, actor.account());
        Judged post = judge(
                actor,
                UuidV7.next(clock),
                person.assignment(),
                null,
                person.birth(),
                false,
                List.of(),
                "assignment.",
                recorded);
        findings.addAll(post.findings());
        if (!findings.isEmpty()) {
            return new PersonOutcome.Unlawful(findings);
        }
        Assignment assignment = post.assignment();
        Custody custody = new Custody(assignment.unitId(), assignment.scope(), actor.today());
        String nameKey = Places.nameKey(name);
        // The place comes first: without one, the person does not exist for the actor and may not be written.
        places.replace(id, id, nameKey, PersonChanges.custodyPlaces(id, List.of(custody)));
        places.replace(id, assignment.id(), nameKey, List.of(place(assignment)));
        people.add(id, custody, now);
        if (person.fileNumber() != null
                && !people.claimFileNumber(id, person.fileNumber().strip())) {
            return new PersonOutcome.Unlawful(List.of(Finding.of("fileNumber", "file-number-unavailable")));
        }
        if (person.idNumber() != null && !people.claimIdNumber(id, person.idNumber())) {
            return new PersonOutcome.Unlawful(List.of(Finding.of("idNumber", "id-number-unavailable")));
        }
        people.record(id, new Identity(Period.since(Identity.BEGINNING), name, person.sex(), person.birth(), recorded));
        people.record(id, assignment);
        places.index(id, name);
        return changes.recorded(actor, id, "registered");
    }

    /** Takes back a registration that was made in error; others forget the person. */
    public void withdraw(UUID id) {
        long revision = people.revision(id).orElseThrow();
        people.remove(id);
        places.withdraw(id);
        changes.erased(id, revision + 1);
    }

    /** Puts a name, sex or birth right that was recorded wrongly. */
    public PersonOutcome correctIdentity(
            Actor actor, UUID id, LongPredicate madeOn, String fullName, Sex sex, PartialDate birth, String reason) {
        return changes.make(actor, id, madeOn, "identity-corrected", (file, at) -> {
            String name = IdentityRules.tidy(fullName);
            List<Finding> findings = identityFindings(actor, name, birth);
            if (findings.isEmpty()) {
                people.endIdentity(id, at, reason);
                people.record(
                        id,
                        new Identity(
                                Period.since(Identity.BEGINNING),
                                name,
                                sex,
                                birth,
                                Recorded.now(at, reason, actor.account())));
                places.index(id, name);
            }
            return findings;
        });
    }

    /** Adds a post. */
    public PersonOutcome addAssignment(Actor actor, UUID id, LongPredicate madeOn, NewAssignment post) {
        return changes.make(actor, id, madeOn, "assignment-added", (file, at) -> {
            Judged judged = judge(
                    actor,
                    UuidV7.next(clock),
                    post,
                    null,
                    file.believedIdentity().birth(),
                    changes.hasFile(actor, file),
                    file.believedAssignments(),
                    "",
                    Recorded.now(at, NEW_POST_REASON, actor.account()));
            if (judged.findings().isEmpty()) {
                Assignment assignment = judged.assignment();
                people.record(id, assignment);
                placed(actor, file, assignment);
            }
            return judged.findings();
        });
    }

    /** Puts a post right that was recorded wrongly. What was believed moves to the past. */
    public PersonOutcome correctAssignment(
            Actor actor, UUID id, LongPredicate madeOn, UUID assignmentId, NewAssignment post, String reason) {
        return changeAssignment(actor, id, madeOn, assignmentId, "assignment-corrected", (file, at) -> {
            List<Assignment> others = file.believedAssignments().stream()
                    .filter(a -> !a.id().equals(assignmentId))
                    .toList();
            Judged judged = judge(
                    actor,
                    assignmentId,
                    post,
                    standing(file, assignmentId),
                    file.believedIdentity().birth(),
                    changes.hasFile(actor, file),
                    others,
                    "",
                    Recorded.now(at, reason, actor.account()));
            if (judged.findings().isEmpty()) {
                Assignment assignment = judged.assignment();
                people.endAssignment(assignmentId, at, reason);
                people.record(id, assignment);
                placed(actor, file, assignment);
            }
            return judged.findings();
        });
    }

    /** The post was never held: it stays in history only. */
    public PersonOutcome voidAssignment(Actor actor, UUID id, LongPredicate madeOn, UUID assignmentId, String reason) {
        return changeAssignment(actor, id, madeOn, assignmentId, "assignment-voided", (file, at) -> {
            people.endAssignment(assignmentId, at, reason);
            places.replace(id, assignmentId, PersonChanges.nameKey(file), List.of());
            return List.of();
        });
    }

    private PersonOutcome changeAssignment(
            Actor actor, UUID id, LongPredicate madeOn, UUID assignmentId, String because, PersonChanges.Step step) {
        if (people.believed(id, assignmentId).isEmpty()) {
            return new PersonOutcome.Unknown();
        }
        return changes.make(actor, id, madeOn, because, (file, at) -> {
            Assignment standing = standing(file, assignmentId);
            boolean past =
                    standing.valid().to() != null && !standing.valid().to().isAfter(actor.today());
            return changes.inReach(actor, standing.unitId(), standing.scope()) || (past && changes.hasFile(actor, file))
                    ? step.take(file, at)
                    : List.of(Finding.of("unitId", "unit-outside-scope"));
        });
    }

    private static Assignment standing(PersonFile file, UUID assignmentId) {
        return file.believedAssignments().stream()
                .filter(post -> post.id().equals(assignmentId))
                .findFirst()
                .orElseThrow();
    }

    private static List<Finding> identityFindings(Actor actor, String name, PartialDate birth) {
        List<Finding> findings = new ArrayList<>();
        if (!IdentityRules.isName(name)) {
            findings.add(Finding.of("fullName", "not-a-name"));
        }
        if (!IdentityRules.isBorn(birth, actor.today())) {
            findings.add(Finding.of("birth", "birth-out-of-range"));
        }
        return findings;
    }

    private static List<Finding> idNumberFindings(NewPerson person) {
        String number = person.idNumber();
        if (!IdentityRules.isIdNumber(number)) {
            return List.of(Finding.of("idNumber", "wrong-form"));
        }
        if (number == null || person.idNumberReason() != null) {
            return List.of();
        }
        return IdentityRules.doubt(number, person.sex() == Sex.FEMALE, person.birth())
                .map(doubt -> List.of(Finding.of("idNumber", doubt)))
                .orElse(List.of());
    }

    /** A post that was judged: what is against it, or what it becomes. */
    private record Judged(List<Finding> findings, @Nullable Assignment post) {

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

    private Judged judge(
            Actor actor,
            UUID id,
            NewAssignment post,
            @Nullable Assignment standing,
            PartialDate birth,
            boolean fileInReach,
            List<Assignment> others,
            String fieldPrefix,
            Recorded recorded) {
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

    private static Places.Place place(Assignment a) {
        return new Places.Place(
                a.id(),
                a.unitId(),
                a.scope().ordinal(),
                PersonChanges.ORDINARY,
                a.valid().from(),
                a.valid().to());
    }
}
