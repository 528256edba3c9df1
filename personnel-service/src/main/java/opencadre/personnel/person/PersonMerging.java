package opencadre.personnel.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.time.Period;
import org.springframework.stereotype.Service;

/**
 * Holds two people who are one, and concludes that their facts went from one to the other or back: who is closed, where
 * both are, what others are told.
 */
@Service
public class PersonMerging {

    private final People people;
    private final PersonChanges changes;
    private final Places places;

    PersonMerging(People people, PersonChanges changes, Places places) {
        this.people = people;
        this.changes = changes;
        this.places = places;
    }

    /** Both, held until the end of the transaction. */
    public final class Pair {

        private final Map<UUID, PersonChanges.Held> held;
        private final Instant at;

        private Pair(Map<UUID, PersonChanges.Held> held, Instant at) {
            this.held = held;
            this.at = at;
        }

        /** When what is recorded now is believed from. */
        public Instant at() {
            return at;
        }

        /** What is on record of one of them. */
        public PersonFile file(UUID id) {
            return people.file(id).orElseThrow();
        }

        /** Says of a person what the other's record said, or what it said itself. */
        public void identify(Actor actor, UUID id, Identity as, String reason) {
            people.endIdentity(id, at, reason);
            people.record(
                    id,
                    new Identity(
                            Period.since(Identity.BEGINNING),
                            as.fullName(),
                            as.sex(),
                            as.birth(),
                            Recorded.now(at, reason, actor.account())));
        }

        /** One record went into the other. */
        public void close(Actor actor, UUID kept, UUID merged) {
            people.merge(merged, kept);
            conclude(actor, kept, "merged");
            conclude(actor, merged, "merged");
            places.close(merged);
        }

        /** Two records stand again. */
        public void open(UUID merged) {
            people.merge(merged, null);
        }

        /** After {@link #open}, when each has its facts again. */
        public void part(Actor actor, UUID kept, UUID merged) {
            conclude(actor, kept, "merge-undone");
            conclude(actor, merged, "merge-undone");
        }

        private void conclude(Actor actor, UUID id, String because) {
            PersonChanges.Held person = held.get(id);
            if (person == null) {
                throw new IllegalArgumentException("Not held: " + id);
            }
            changes.finish(actor, person.at(at), because);
            PersonFile file = file(id);
            List<Places.Place> everywhere = new ArrayList<>(PersonChanges.custodyPlaces(id, file.custody()));
            file.believedAssignments().stream().map(PostChanges::place).forEach(everywhere::add);
            places.asService(() -> places.replace(id, null, PersonChanges.nameKey(file), everywhere));
            places.index(id, file.believedIdentity().fullName());
        }
    }

    /**
     * Both of them; nothing when one lies outside the scope.
     *
     * @param notBefore what else of them was recorded at, at the latest
     */
    public Optional<Pair> hold(Actor actor, UUID one, UUID other, Instant notBefore) {
        TreeMap<UUID, PersonChanges.Held> held = new TreeMap<>();
        Instant at = notBefore;
        for (UUID id : new TreeSet<>(List.of(one, other))) {
            Optional<PersonChanges.Held> person = changes.holdAlsoClosed(actor, id);
            if (person.isEmpty()) {
                return Optional.empty();
            }
            held.put(id, person.get());
            at = person.get().at().isAfter(at) ? person.get().at() : at;
        }
        return Optional.of(new Pair(held, at));
    }

    /** Whether the actor reaches the unit that has the file. */
    public boolean hasFile(Actor actor, PersonFile file) {
        return changes.hasFile(actor, file);
    }
}
