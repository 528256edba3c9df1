package opencadre.personnel.person;

import java.time.LocalDate;
import java.util.List;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import org.jspecify.annotations.Nullable;

/** Where the list of people comes from. Every method runs inside the transaction that knows the actor. */
public interface PeopleList {

    /** The first lines after a line, in name order. */
    List<Places.Line> page(Actor actor, PeopleFilter filter, LocalDate day, Places.@Nullable Line after, int limit);

    /** How many people the list would show in all. */
    long count(Actor actor, PeopleFilter filter, LocalDate day);

    /** Those whom the list would show, counted by what the list can be narrowed to. */
    Facets facets(Actor actor, PeopleFilter filter, LocalDate day);
}
