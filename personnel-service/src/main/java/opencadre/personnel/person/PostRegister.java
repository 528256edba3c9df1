package opencadre.personnel.person;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import opencadre.kit.access.Actor;
import org.springframework.stereotype.Service;

/** Holds several people so that one paper moves all their posts, or none. */
@Service
public class PostRegister {

    private final People people;
    private final PersonChanges changes;
    private final PostChanges posts;

    PostRegister(People people, PersonChanges changes, PostChanges posts) {
        this.people = people;
        this.changes = changes;
        this.posts = posts;
    }

    /**
     * These people, held until the end of the transaction; nothing when one of them lies outside the scope.
     *
     * @param notBefore what the paper itself is recorded at, at the earliest
     */
    public Optional<HeldPosts> hold(Actor actor, Collection<UUID> ids, Instant notBefore) {
        TreeMap<UUID, PersonChanges.Held> held = new TreeMap<>();
        Instant at = notBefore;
        // In one order everywhere, so that two papers about the same people do not wait for each other.
        for (UUID id : new TreeSet<>(ids)) {
            Optional<PersonChanges.Held> person = changes.hold(actor, id);
            if (person.isEmpty()) {
                return Optional.empty();
            }
            held.put(id, person.get());
            at = person.get().at().isAfter(at) ? person.get().at() : at;
        }
        return Optional.of(new HeldPosts(actor, at, held, people, changes, posts));
    }
}
