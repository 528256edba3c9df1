package opencadre.personnel.person;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.person.rule.CustodyRules;
import opencadre.personnel.person.rule.CustodyRules.Stay;
import opencadre.personnel.seat.ManagementScope;
import org.springframework.stereotype.Component;

/**
 * The one way a person's record changes: the person is held, the step taken, the file moved where it now belongs, the
 * revision raised, and the whole new state put into the outbox.
 */
@Component
class PersonChanges {

    static final int ORDINARY = 0;

    private final People people;
    private final opencadre.kit.access.Units nodes;
    private final Places places;
    private final PersonEvents events;
    private final Clock clock;

    PersonChanges(People people, opencadre.kit.access.Units nodes, Places places, PersonEvents events, Clock clock) {
        this.people = people;
        this.nodes = nodes;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A person held for a change.
     *
     * @param revision the one that stands
     * @param at when what is recorded now is believed from
     * @param closed whether it went into another record: then nothing of it changes
     */
    record Held(UUID id, long revision, Instant at, List<Custody> custody, boolean closed) {

        Held at(Instant later) {
            return new Held(id, revision, later, custody, closed);
        }
    }

    /** A step of a change: records what it has to, or says what is against it. */
    interface Step {
        List<Finding> take(Held held, PersonFile file);
    }

    PersonOutcome make(Actor actor, UUID id, LongPredicate madeOn, String because, Step step) {
        return makeUnless(actor, id, madeOn, () -> false, because, step);
    }

    /**
     * The same, but for what stands so already: then nothing is recorded.
     *
     * @param stands asked once the person is held
     */
    PersonOutcome makeUnless(
            Actor actor, UUID id, LongPredicate madeOn, BooleanSupplier stands, String because, Step step) {
        Optional<Held> held = holdAlsoClosed(actor, id);
        if (held.isEmpty() || !madeOn.test(held.get().revision())) {
            return new PersonOutcome.Unknown();
        }
        if (held.get().closed()) {
            return new PersonOutcome.Unlawful(List.of(Finding.of(null, "record-merged")));
        }
        if (stands.getAsBoolean()) {
            return new PersonOutcome.Recorded(
                    people.view(id, actor.today(), null).orElseThrow());
        }
        List<Finding> findings = step.take(held.get(), people.file(id).orElseThrow());
        return findings.isEmpty() ? finish(actor, held.get(), because) : new PersonOutcome.Unlawful(findings);
    }

    /** Nothing outside the actor's scope, nor what went into another record. */
    Optional<Held> hold(Actor actor, UUID id) {
        return holdAlsoClosed(actor, id).filter(held -> !held.closed());
    }

    Optional<Held> holdAlsoClosed(Actor actor, UUID id) {
        Optional<People.Locked> locked = places.isVisible(actor, id) ? people.lock(id) : Optional.empty();
        return locked.map(person -> new Held(
                id,
                person.revision(),
                TwoClocks.after(person.recordedAt(), TwoClocks.now(clock)),
                person.custody(),
                person.mergedInto() != null));
    }

    PersonOutcome finish(Actor actor, Held held, String because) {
        List<Custody> custody = custody(actor, held.id(), held.custody());
        people.revise(held.id(), held.revision() + 1, held.at(), custody);
        return recorded(actor, held.id(), because);
    }

    PersonOutcome recorded(Actor actor, UUID id, String because) {
        events.changed(people.file(id).orElseThrow(), because);
        return new PersonOutcome.Recorded(people.view(id, actor.today(), null).orElseThrow());
    }

    void erased(UUID id, long revision) {
        events.erased(id, revision);
    }

    boolean inReach(Actor actor, UUID unitId, ManagementScope scope) {
        return nodes.isInReach(actor, unitId, scope.ordinal());
    }

    /** Whether the actor reaches the unit that has the file today. */
    boolean hasFile(Actor actor, PersonFile file) {
        Stay now =
                CustodyRules.on(file.custody().stream().map(PersonChanges::stay).toList(), actor.today());
        return inReach(actor, now.unitId(), scope(now));
    }

    static String nameKey(PersonFile file) {
        return Places.nameKey(file.believedIdentity().fullName());
    }

    static List<Places.Place> custodyPlaces(UUID person, List<Custody> custody) {
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
                        recorded.stream().map(PersonChanges::stay).toList(),
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

    Instant now() {
        return TwoClocks.now(clock);
    }
}
