package opencadre.personnel.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/** Where the list of people comes from. Every method runs inside the transaction that knows the actor. */
public interface PeopleList {

    /**
     * How many of the people of a list have each value, today; a value that nobody has is left out.
     *
     * @param sex under everything the list asks for but the sex, and so each of the others
     */
    record Facets(Map<Sex, Long> sex, Map<AgeBand, Long> age, Map<ManagementScope, Long> scope) {}

    /** The first lines after a line, in name order. */
    List<Places.Line> page(Actor actor, PeopleFilter filter, LocalDate day, Places.@Nullable Line after, int limit);

    /** How many people the list would show in all. */
    long count(Actor actor, PeopleFilter filter);

    Facets facets(Actor actor, PeopleFilter filter);
}
