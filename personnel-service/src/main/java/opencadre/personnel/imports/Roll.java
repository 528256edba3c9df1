package opencadre.personnel.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.workbook.Workbook;
import org.jspecify.annotations.Nullable;

/** Whom an actor's list of people shows, read once for all sheets of a request. */
final class Roll {

    private static final int AT_ONCE = 500;

    private final Actor actor;
    private final Places places;
    private final Map<@Nullable UUID, List<UUID>> read = new HashMap<>();

    Roll(Actor actor, Places places) {
        this.actor = actor;
        this.places = places;
    }

    /** Which of them an actor sees. */
    Set<UUID> visible(Actor other, Collection<UUID> ids) {
        return places.visible(other, ids);
    }

    /** In the order of the list; once there are more than a book takes, the rest is not read. */
    List<UUID> under(@Nullable UUID unit) {
        return read.computeIfAbsent(unit, this::people);
    }

    private List<UUID> people(@Nullable UUID unit) {
        List<UUID> people = new ArrayList<>();
        Places.Line after = null;
        List<Places.Line> page;
        do {
            page = places.page(actor, new Places.Query(null, unit), after, AT_ONCE);
            page.forEach(line -> people.add(line.personId()));
            after = page.isEmpty() ? null : page.getLast();
        } while (page.size() == AT_ONCE && people.size() <= Workbook.MOST_LINES);
        return people;
    }
}
