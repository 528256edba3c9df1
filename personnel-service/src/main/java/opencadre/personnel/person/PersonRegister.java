package opencadre.personnel.person;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongPredicate;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.personnel.person.NewPerson.NewAssignment;
import opencadre.personnel.person.rule.AssignmentRules;
import opencadre.personnel.person.rule.CorrectionRules;
import opencadre.personnel.person.rule.IdentityRules;
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
    private final Places places;
    private final PersonChanges changes;
    private final PostChanges posts;
    private final Relatives relatives;
    private final Clock clock;

    PersonRegister(
            People people, Places places, PersonChanges changes, PostChanges posts, Relatives relatives, Clock clock) {
        this.people = people;
        this.places = places;
        this.changes = changes;
        this.posts = posts;
        this.relatives = relatives;
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
        PostChanges.Judged post = posts.judge(
                actor,
                UuidV7.next(clock),
                person.assignment(),
                null,
                person.birth(),
                false,
                List.of(),
                "assignment.",
                recorded,
                null);
        findings.addAll(post.findings());
        if (!findings.isEmpty()) {
            return new PersonOutcome.Unlawful(findings);
        }
        Assignment assignment = post.assignment();
        Custody custody = new Custody(assignment.unitId(), assignment.scope(), actor.today());
        String nameKey = Places.nameKey(name);
        // The place comes first: without one, the person does not exist for the actor and may not be written.
        places.replace(id, id, nameKey, PersonChanges.custodyPlaces(id, List.of(custody)));
        places.replace(id, assignment.id(), nameKey, List.of(PostChanges.place(assignment)));
        people.add(id, custody, now);
        if (person.fileNumber() != null
                && !people.claimFileNumber(
                        id, new FileNumber(person.fileNumber().strip(), recorded))) {
            return new PersonOutcome.Unlawful(List.of(Finding.of("fileNumber", "file-number-unavailable")));
        }
        if (person.idNumber() != null
                && !people.claimIdNumber(
                        id, new IdNumber(person.idNumber(), null, person.idNumberReason(), recorded))) {
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

    /**
     * A name, sex and birth that are to stand instead.
     *
     * @param idNumberReason why the number on record stands although it says another sex or year of birth
     */
    public record CorrectedIdentity(
            String fullName,
            Sex sex,
            PartialDate birth,
            @Nullable String idNumberReason) {}

    /** Puts a name, sex or birth right that was recorded wrongly. */
    public PersonOutcome correctIdentity(
            Actor actor, UUID id, LongPredicate madeOn, CorrectedIdentity corrected, String reason) {
        return changes.make(actor, id, madeOn, "identity-corrected", (held, file) -> {
            String name = IdentityRules.tidy(corrected.fullName());
            Recorded recorded = Recorded.now(held.at(), reason, actor.account());
            List<Finding> findings = new ArrayList<>(identityFindings(actor, name, corrected.birth()));
            if (findings.isEmpty()) {
                findings.addAll(besideRecord(file, corrected));
            }
            if (findings.isEmpty()) {
                findings.addAll(againstIdNumber(file, corrected, recorded));
            }
            if (findings.isEmpty()) {
                people.endIdentity(id, held.at(), reason);
                people.record(
                        id,
                        new Identity(
                                Period.since(Identity.BEGINNING), name, corrected.sex(), corrected.birth(), recorded));
                places.index(id, name);
            }
            return findings;
        });
    }

    private List<Finding> besideRecord(PersonFile file, CorrectedIdentity corrected) {
        return CorrectionRules.breaches(
                        who(file),
                        who(corrected),
                        new CorrectionRules.Beside(
                                file.believedAssignments().stream()
                                        .map(post -> post.valid().from())
                                        .toList(),
                                relatives.parentsAndChildren(file.id())))
                .stream()
                .map(breach -> Finding.of(breach.field(), breach.code()))
                .toList();
    }

    /** With a reason the number stands on, and the reason with it. */
    private List<Finding> againstIdNumber(PersonFile file, CorrectedIdentity corrected, Recorded recorded) {
        Optional<IdNumber> number = people.idNumbersOf(file.id()).stream()
                .filter(belief -> belief.recorded().to() == null)
                .findFirst();
        Optional<AssignmentRules.Breach> doubt = CorrectionRules.doubt(
                who(file), who(corrected), number.map(IdNumber::number).orElse(null));
        if (doubt.isEmpty()) {
            return List.of();
        }
        String because = corrected.idNumberReason();
        if (because == null || because.isBlank()) {
            return List.of(Finding.of(doubt.get().field(), doubt.get().code()));
        }
        IdNumber standing = number.orElseThrow();
        people.endIdNumber(file.id(), recorded.from(), recorded.reason());
        people.claimIdNumber(
                file.id(), new IdNumber(standing.number(), standing.document(), because.strip(), recorded));
        return List.of();
    }

    private static CorrectionRules.Who who(PersonFile file) {
        Identity standing = file.believedIdentity();
        return new CorrectionRules.Who(standing.sex() == Sex.FEMALE, standing.birth());
    }

    private static CorrectionRules.Who who(CorrectedIdentity corrected) {
        return new CorrectionRules.Who(corrected.sex() == Sex.FEMALE, corrected.birth());
    }

    /** Adds a post. */
    public PersonOutcome addAssignment(Actor actor, UUID id, LongPredicate madeOn, NewAssignment post) {
        return changes.make(
                actor,
                id,
                madeOn,
                "assignment-added",
                (held, file) -> posts.start(actor, held, UuidV7.next(clock), post, NEW_POST_REASON, null));
    }

    /** Puts a post right that was recorded wrongly. What was believed moves to the past. */
    public PersonOutcome correctAssignment(
            Actor actor, UUID id, LongPredicate madeOn, UUID assignmentId, NewAssignment post, String reason) {
        return changeAssignment(
                actor,
                id,
                madeOn,
                assignmentId,
                "assignment-corrected",
                held -> posts.correct(actor, held, assignmentId, post, reason));
    }

    /** The post was never held: it stays in history only. */
    public PersonOutcome voidAssignment(Actor actor, UUID id, LongPredicate madeOn, UUID assignmentId, String reason) {
        return changeAssignment(
                actor,
                id,
                madeOn,
                assignmentId,
                "assignment-voided",
                held -> posts.takeAway(actor, held, assignmentId, reason));
    }

    /** A post that a decision gave is changed through its decision, on the word of two people. */
    private PersonOutcome changeAssignment(
            Actor actor,
            UUID id,
            LongPredicate madeOn,
            UUID assignmentId,
            String because,
            Function<PersonChanges.Held, List<Finding>> step) {
        Optional<Assignment> standing = people.believed(id, assignmentId);
        if (standing.isEmpty()) {
            return new PersonOutcome.Unknown();
        }
        return changes.make(
                actor,
                id,
                madeOn,
                because,
                (held, file) -> standing.get().decisionId() == null
                        ? step.apply(held)
                        : List.of(Finding.of(null, "post-of-a-decision")));
    }

    /** What would be against correcting an identity so, whoever does it and whatever reason they have. */
    public List<Finding> againstIdentity(Actor actor, UUID id, CorrectedIdentity corrected) {
        List<Finding> findings = identityFindings(actor, IdentityRules.tidy(corrected.fullName()), corrected.birth());
        return findings.isEmpty() ? besideRecord(people.file(id).orElseThrow(), corrected) : findings;
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
}
