package opencadre.planning.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.planning.programme.rule.Counting.Row;
import opencadre.planning.programme.rule.UnitHistory;
import org.jspecify.annotations.Nullable;

/** Where programmes are kept, and what they count. Every method runs inside the transaction that knows the actor. */
public interface Programmes {

    List<Programme> all();

    Optional<Programme> find(UUID id);

    /** Records a new one; empty when its number is taken. */
    Optional<Programme> add(Programme.Content content, String account, Instant at);

    UnitHistory units();

    /** Codes of the titles of all seats. */
    Set<String> titles();

    /**
     * Visible people who took a seat or were named for one, by decisions that were signed in a period and stand as
     * believed at an instant; in the order of the days.
     *
     * @param to last day
     */
    List<Row> deeds(Actor actor, LocalDate from, LocalDate to, @Nullable Instant knownAt);

    /** Visible people who were sent to study. */
    List<Row> studies(Actor actor, LocalDate from, LocalDate to, @Nullable Instant knownAt);

    /** The units in whose posts people were on the days of their studies: person, day and unit of each. */
    List<Post> posts(List<Row> studies);

    /** A post on the day of a row. */
    record Post(UUID personId, LocalDate day, UUID unitId) {}
}
