package opencadre.personnel.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.personnel.review.rule.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Where rounds are kept. One that has nothing in the actor's reach does not exist for them; nor does a dossier in it
 * whose person they do not see.
 */
public interface Reviews {

    /** A line of a list: the round, and the name of its unit. */
    record Line(Review review, String unitName) {}

    /**
     * What a list of dossiers asks for.
     *
     * @param unitId that keeps them; null for every unit of the round
     * @param standing null for every one
     */
    record Query(@Nullable UUID unitId, @Nullable Standing standing) {}

    /** The first lines after one, newest first. */
    List<Line> page(Actor actor, @Nullable UUID after, int limit);

    Optional<Review> find(Actor actor, UUID id);

    /** Holds it until the end of the transaction, so that nothing more is said of a dossier. */
    Optional<Review> lock(Actor actor, UUID id);

    /** Holds it open until the end of the transaction. */
    Optional<Review> lockOpen(Actor actor, UUID id);

    /** Adds it, unless a round over the same unit is open: then the answer is false. */
    boolean add(Review review);

    /** Records that it is closed, with what it came to. */
    void close(Review review, List<Part> parts);

    /** How far it is in each unit that keeps dossiers, as the actor sees them today. */
    List<Part> parts(Actor actor, Review review);

    /** What a closed one came to, in the units that the actor reaches. */
    List<Part> results(Actor actor, UUID id);

    /** The first dossiers after a line, in name order. */
    List<ReviewedDossier> dossiers(Actor actor, Review review, Query query, Places.@Nullable Line after, int limit);

    /** Those of these people whose dossiers are in the round. */
    List<ReviewedDossier> dossiers(Actor actor, Review review, Collection<UUID> personIds);

    /** Where everybody's dossier is, by person: at most so many. */
    List<ReviewedDossier> all(Actor actor, Review review, int limit);

    /** Records what was said of dossiers in the place of what was said before. */
    void mark(UUID id, List<ReviewedDossier> dossiers, Marking marking);

    /** What is said of several dossiers at once, and by whom. */
    record Marking(Standing outcome, @Nullable String remark, Set<String> hands, String by, Instant at) {}
}
