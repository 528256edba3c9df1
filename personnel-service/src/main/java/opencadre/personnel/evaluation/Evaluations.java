package opencadre.personnel.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.personnel.evaluation.rule.RatedPeriod;
import opencadre.personnel.evaluation.rule.Scheme;
import opencadre.personnel.evaluation.rule.Sheet;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/**
 * Where rounds are kept. One of a unit out of the actor's reach at its level does not exist for them; nor does somebody
 * in it whom they do not see.
 */
public interface Evaluations {

    /** Somebody who holds a main post in a unit, and whether its seat is one that leads; null where no seat tells. */
    record Holder(UUID personId, String title, @Nullable Boolean leads) {}

    /** A line of a list: the round, and the name of its unit. */
    record Line(Evaluation evaluation, String unitName) {}

    /** The first lines after one, newest first, of a unit where one is named. */
    List<Line> page(Actor actor, @Nullable UUID unitId, @Nullable UUID after, int limit);

    Optional<Evaluation> find(Actor actor, UUID id);

    /** Holds it until the end of the transaction. */
    Optional<Evaluation> lock(Actor actor, UUID id);

    /** Adds it, unless the unit has one of this scheme, period and level: then the answer is false. */
    boolean add(Evaluation evaluation);

    /** Records it as given. */
    void put(Evaluation evaluation);

    /**
     * Those who hold a main post in a unit on a day, in a management scope not above the level and under the rules of
     * the scheme, as far as the actor sees them; each once.
     */
    List<Holder> holders(Actor actor, UUID unitId, ManagementScope level, Scheme.Corps corps, LocalDate day);

    /** Those of these people who are rated in another round of the period. Ask it past the fence. */
    Set<UUID> ratedElsewhere(UUID id, RatedPeriod period, String scheme, Collection<UUID> personIds);

    /** Those in a round whom the actor sees, in name order. */
    List<RatedPerson> people(Actor actor, UUID id);

    /** How many there are in a round whose rating is not decided. Ask it past the fence. */
    int undecided(UUID id);

    /** Takes people into a round, of whom nothing is said but where they stand. */
    void admit(UUID id, Map<Holder, Sheet> holders, Set<String> authors);

    /** Records what is said of somebody in the place of what was; the hands are added to those that wrote. */
    void put(UUID id, RatedPerson person, Set<String> authors);

    /** Takes people out of a round. */
    void remove(UUID id, Collection<UUID> personIds);

    /**
     * Takes out of a round those on whom nothing was ever decided and who hold no main post in its unit on a day, but
     * for these. Ask it past the fence.
     */
    void removeGone(Evaluation evaluation, LocalDate day, Collection<UUID> butFor);

    /** Every sheet of a round was proposed by these hands. */
    void proposed(UUID id, Set<String> authors);

    /** No sheet of a round is decided any longer; ratings that came of them stand until it is decided again. */
    void reopened(UUID id);

    /** Records a result, in the place of one that the same round gave the person before. */
    void put(PeriodResult result, Instant at);

    /** The standing results of people whom the actor sees, latest first; of a year where one is named. */
    Map<UUID, List<PeriodResult>> results(Actor actor, Collection<UUID> personIds, @Nullable Integer year);
}
