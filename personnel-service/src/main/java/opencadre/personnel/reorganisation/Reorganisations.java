package opencadre.personnel.reorganisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
import org.jspecify.annotations.Nullable;

/** Where reorganisations are kept. One that touches a unit out of the actor's reach does not exist for them. */
public interface Reorganisations {

    /** Where a list of posts goes on: by unit in the order of the tree, then by title and post. */
    record Position(long unit, UUID assignmentId) {}

    /** A line of that list. */
    record Line(Position position, AffectedPost post) {}

    /** The first ones after one, newest first, as lines show them: without what they bring about. */
    List<Reorganisation> page(Actor actor, @Nullable UUID after, int limit);

    Optional<Reorganisation> find(Actor actor, UUID id);

    /** Holds it until the end of the transaction. */
    Optional<Reorganisation> lock(Actor actor, UUID id);

    void add(Reorganisation reorganisation);

    /** Records it as given. */
    void put(Reorganisation reorganisation);

    /** Posts in the units that end, as far as the actor sees their holders. */
    List<Line> posts(
            Actor actor, Reorganisation reorganisation, boolean unplacedOnly, @Nullable Position after, int limit);

    /** The one post, where it is in a unit that ends. */
    Optional<AffectedPost> post(Actor actor, Reorganisation reorganisation, UUID assignmentId);

    /** Every placement on record, by post. */
    Map<UUID, Placement> placements(UUID id);

    /** Records where a holder goes on, in the place of what was said before. */
    void place(UUID id, Placement placement);

    /** Posts and placements by unit that ends. */
    List<Impact.OfUnit> impact(Actor actor, Reorganisation reorganisation);

    /** How many posts anybody at all holds in these units on a day or later; never whose. Ask it past the fence. */
    Map<UUID, Integer> held(Collection<UUID> unitIds, LocalDate day);

    /** Drops what was said of posts that were not carried out. */
    void keepCarried(UUID id);

    /** How many posts it moved, whoever sees them. Ask it past the fence. */
    int carried(UUID id);

    /**
     * Whether anybody has rights over a unit, or another reorganisation that may come about touches it. Ask it past the
     * fence.
     */
    boolean isNamedElsewhere(UUID unitId, UUID butFor);

    /** Lets the database judge now what it would judge when the transaction ends. */
    void settle();
}
