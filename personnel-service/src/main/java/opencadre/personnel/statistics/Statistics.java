package opencadre.personnel.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.personnel.unit.StandingUnit;
import org.jspecify.annotations.Nullable;

/** Where people are counted. Every method runs inside the transaction that knows the actor. */
public interface Statistics {

    /** Which people: whoever holds a post in one of the units on a day; told apart in lines. */
    record Question(List<StandingUnit> units, StatisticsBy by, LocalDate day) {}

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
