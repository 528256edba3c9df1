package opencadre.personnel.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import org.jspecify.annotations.Nullable;

/** Where people are counted. Every method runs inside the transaction that knows the actor. */
public interface Statistics {

    /**
     * A unit that stood on a day.
     *
     * @param line the unit directly below the one that was asked for in which, or as which, it stood; null for that one
     */
    record StandingUnit(UUID id, String name, @Nullable UUID line) {}

    /** Which people: whoever holds a post in one of the units on a day; told apart in lines. */
    record Question(List<StandingUnit> units, StatisticsBy by, LocalDate day) {}

    /** A unit and all that was below it on a day, by name; nothing where it did not stand. */
    List<StandingUnit> standing(UUID unitId, LocalDate day);

    /**
     * How many people there are in each column, by line: {@code ALL}, the id of a unit, the code of a title or of a
     * rank, or {@code UNKNOWN}. Without the lines that have nobody. One statement, however many there are.
     */
    Map<String, List<Long>> counts(Actor actor, Question question, List<StatisticsColumn> columns);

    /** The first of those people of a line and a column after another, in name order. */
    List<Places.Line> counted(
            Actor actor,
            Question question,
            String line,
            StatisticsColumn column,
            Places.@Nullable Line after,
            int limit);
}
