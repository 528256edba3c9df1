package opencadre.personnel.person;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
import opencadre.personnel.person.rule.CustodyRules;
import opencadre.personnel.person.rule.CustodyRules.Stay;
import opencadre.personnel.person.rule.IdentityRules;
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

    private static final int ORDINARY = 0;
    private static final String NEW_PERSON_REASON = "Đăng ký hồ sơ";
    private static final String NEW_POST_REASON = "Thêm chức vụ";

    private final People people;
    private final Units units;
    private final opencadre.kit.access.Units nodes;
    private final Places places;
    private final PersonEvents events;
    private final Clock clock;

    PersonRegister(
            People people,
            Units units,
            opencadre.kit.access.Units nodes,
            Places places,
            PersonEvents events,
            Clock clock) {
        this.people = people;
        this.units = units;
        this.nodes = nodes;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /** Registers a person with the post that brings them; the unit of the post has custody of the file. */
    public PersonOutcome register(Actor actor, NewPerson person) {
        String name = IdentityRules.tidy(person.fullName());
        List<Finding> findings = new ArrayList<>(identityFindings(actor, name, person.birth()));
        findings.addAll(idNumberFindings(person));
        Judged post = judge(actor, person.assignment(), person.birth(), false, List.of(), "assignment.");
        findings.addAll(post.findings());
        if (!findings.isEmpty()) {
            return new PersonOutcome.Unlawful(findings);
        }
        UUID id = UuidV7.next(clock);
        Instant now = now();
        Assignment assignment = post.assignment(UuidV7.next(clock), now, NEW_PERSON_REASON, actor);
        Custody custody = new Custody(assignment.unitId(), assignment.scope(), actor.today());
        String nameKey = Places.nameKey(name);
        // The place comes first: without one, the person does not exist for the actor and may not be written.
        places.replace(id, id, nameKey, custodyPlaces(id, List.of(custody)));
        places.replace(id, assignment.id(), nameKey, List.of(place(assignment)));
        people.add(id, custody, now);
        if (person.idNumber() != null && !people.claimIdNumber(id, person.idNumber())) {
            return new PersonOutcome.Unlawful(List.of(Finding.of("idNumber", "id-number-unavailable")));
        }
        people.record(
                id,
                new Identity(
                        Period.since(Identity.BEGINNING),
                        name,
                        person.sex(),
                        person.birth(),
                        Recorded.now(now, NEW_PERSON_REASON, actor.account())));
        people.record(id, assignment);
        places.index(id, name);
        return recorded(actor, id, "registered");
    }

    /** Puts a name, sex or birth right that was recorded wrongly. */
    public PersonOutcome correctIdentity(
            Actor actor, UUID id, LongPredicate madeOn, String fullName, Sex sex, PartialDate birth, String reason) {
        return change(actor, id, madeOn, "identity-corrected", at -> {
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
        return change(actor, id, madeOn, "assignment-added", at -> {
            PersonFile file = people.file(id).orElseThrow();
            Judged judged = judge(
                    actor, post, file.believedIdentity().birth(), hasFile(actor, file), file.believedAssignments(), "");
            if (judged.findings().isEmpty()) {
                Assignment assignment = judged.assignment(UuidV7.next(clock), at, NEW_POST_REASON, actor);
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
            Judged judged = judge(actor, post, file.believedIdentity().birth(), hasFile(actor, file), others, "");
            if (judged.findings().isEmpty()) {
                Assignment assignment = judged.assignment(assignmentId, at, reason, actor);
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
            places.replace(id, assignmentId, nameKey(file), List.of());
            return List.of();
        });
    }

    /** A step of a change: records what it has to, or says what is against it. */
    private interface Step {
        List<Finding> take(Instant at);
    }

    /** A step of a change that concerns a post. */
    private interface PostStep {
        List<Finding> take(PersonFile file, Instant at);
    }

    private PersonOutcome changeAssignment(
            Actor actor, UUID id, LongPredicate madeOn, UUID assignmentId, String because, PostStep step) {
        if (people.believed(id, assignmentId).isEmpty()) {
            return new PersonOutcome.Unknown();
        }
        return change(actor, id, madeOn, because, at -> {
            Assignment standing = people.believed(id, assignmentId).orElseThrow();
            PersonFile file = people.file(id).orElseThrow();
            boolean past =
                    standing.valid().to() != null && !standing.valid().to().isAfter(actor.today());
            return inReach(actor, standing.unitId(), standing.scope()) || (past && hasFile(actor, file))
                    ? step.take(file, at)
                    : List.of(Finding.of("unitId", "unit-outside-scope"));
        });
    }

    private PersonOutcome change(Actor actor, UUID id, LongPredicate madeOn, String because, Step step) {
        Optional<People.Locked> locked = places.isVisible(actor, id) ? people.lock(id) : Optional.empty();
        if (locked.isEmpty() || !madeOn.test(locked.get().revision())) {
            return new PersonOutcome.Unknown();
        }
        Instant at = after(locked.get().recordedAt());
        List<Finding> findings = step.take(at);
        if (!findings.isEmpty()) {
            return new PersonOutcome.Unlawful(findings);
        }
        List<Custody> custody = custody(actor, id, locked.get().custody());
        people.revise(id, locked.get().revision() + 1, at, custody);
        return recorded(actor, id, because);
    }

    private PersonOutcome recorded(Actor actor, UUID id, String because) {
        events.changed(people.file(id).orElseThrow(), because);
        return new PersonOutcome.Recorded(people.view(id, actor.today(), null).orElseThrow());
    }

    /** Where the file is from today on, see {@link CustodyRules}; the places move with it. */
    private List<Custody> custody(Actor actor, UUID id, List<Custody> recorded) {
        PersonFile file = people.file(id).orElseThrow();
        List<Stay> mainPosts = file.believedAssignments().stream()
                .filter(post -> !post.concurrent())
                .sorted(Comparator.comparing(Assignment::tree))
                .map(post -> new Stay(
                        post.unitId(), post.scope().ordinal(), post.valid().from()))
                .toList();
        List<Custody> custody = CustodyRules.stays(
                        recorded.stream().map(PersonRegister::stay).toList(),
                        mainPosts,
                        actor.today(),
                        stay -> inReach(actor, stay.unitId(), scope(stay)))
                .stream()
                .map(stay -> new Custody(stay.unitId(), scope(stay), stay.from()))
                .toList();
        if (!custody.equals(recorded)) {
            places.keep(id, id, nameKey(file), custodyPlaces(id, custody));
        }
        return custody;
    }

    private static Stay stay(Custody custody) {
        return new Stay(custody.unitId(), custody.scope().ordinal(), custody.from());
    }

    private static ManagementScope scope(Stay stay) {
        return ManagementScope.values()[stay.scope()];
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
    private record Judged(
            List<Finding> findings,
            NewAssignment post,
            @Nullable Tree tree) {

        Assignment assignment(UUID id, Instant at, String reason, Actor actor) {
            return new Assignment(
                    id,
                    post.unitId(),
                    java.util.Objects.requireNonNull(tree),
                    post.title().strip(),
                    post.scope(),
                    post.concurrent(),
                    new Period(post.validFrom(), post.validTo()),
                    Recorded.now(at, reason, actor.account()));
        }
    }

    private Judged judge(
            Actor actor,
            NewAssignment post,
            PartialDate birth,
            boolean fileInReach,
            List<Assignment> others,
            String fieldPrefix) {
        List<Unit> versions = units.versions(post.unitId());
        Tree tree = versions.isEmpty() ? null : versions.getFirst().tree();
        var facts = new AssignmentRules.Facts(
                post.validFrom(),
                post.validTo(),
                post.concurrent(),
                birth,
                versions.stream().map(Unit::valid).toList(),
                inReach(actor, post.unitId(), post.scope()),
                fileInReach,
                actor.today(),
                others.stream()
                        .filter(other -> !other.concurrent() && other.tree() == tree)
                        .map(Assignment::valid)
                        .toList());
        List<Finding> findings = AssignmentRules.breaches(facts).stream()
                .map(breach -> Finding.of(fieldPrefix + breach.field(), breach.code()))
                .toList();
        return new Judged(findings, post, tree);
    }

    private boolean inReach(Actor actor, UUID unitId, ManagementScope scope) {
        return nodes.isInReach(actor, unitId, scope.ordinal());
    }

    /** Whether the actor reaches the unit that has the file today. */
    private boolean hasFile(Actor actor, PersonFile file) {
        Stay now = CustodyRules.on(
                file.custody().stream().map(PersonRegister::stay).toList(), actor.today());
        return inReach(actor, now.unitId(), scope(now));
    }

    /** Gives the place of a post; under both fences, but for a past post in a unit that the actor does not reach. */
    private void placed(Actor actor, PersonFile file, Assignment post) {
        if (inReach(actor, post.unitId(), post.scope())) {
            places.replace(file.id(), post.id(), nameKey(file), List.of(place(post)));
        } else {
            places.keep(file.id(), post.id(), nameKey(file), List.of(place(post)));
        }
    }

    private static Places.Place place(Assignment a) {
        return new Places.Place(
                a.id(),
                a.unitId(),
                a.scope().ordinal(),
                ORDINARY,
                a.valid().from(),
                a.valid().to());
    }

    private static List<Places.Place> custodyPlaces(UUID person, List<Custody> custody) {
        List<Places.Place> places = new ArrayList<>();
        for (int i = 0; i < custody.size(); i++) {
            Custody here = custody.get(i);
            places.add(new Places.Place(
                    person,
                    here.unitId(),
                    here.scope().ordinal(),
                    ORDINARY,
                    here.from(),
                    i + 1 < custody.size() ? custody.get(i + 1).from() : null));
        }
        return places;
    }

    private static String nameKey(PersonFile file) {
        return Places.nameKey(file.believedIdentity().fullName());
    }

    /** Microseconds are what the database keeps. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Later than what stands, even when a clock was set back: two beliefs never share an instant. */
    private Instant after(Instant standing) {
        Instant now = now();
        return now.isAfter(standing) ? now : standing.plus(Duration.of(1, ChronoUnit.MICROS));
    }
}
