package opencadre.personnel.person;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/**
 * How many of the people of a list have each value, today; a value that nobody has is left out.
 *
 * <p>Shape: a list narrowed to women counts the men too, as it would show them were it not narrowed to women, and of
 * ages and scopes those of the women.
 *
 * @param sex under everything the list asks for but the sex, and so each of the others
 */
public record Facets(Map<Sex, Long> sex, Map<AgeBand, Long> age, Map<ManagementScope, Long> scope) {

    /**
     * People who are alike in everything that is counted.
     *
     * @param scopes of the posts that each of them holds; none for whoever holds no post
     */
    public record Alike(Sex sex, AgeBand age, Set<ManagementScope> scopes, long people) {}

    /**
     * Counts each value under everything the list asks for but that value's own kind.
     *
     * @param all whom the list would show if it were not narrowed to any of the values
     */
    public static Facets of(Collection<Alike> all, PeopleFilter filter) {
        return new Facets(
                counted(
                        Sex.class,
                        all.stream()
                                .filter(each ->
                                        isAsked(filter.age(), each.age()) && isAsked(filter.scope(), each.scopes()))
                                .toList(),
                        each -> List.of(each.sex())),
                counted(
                        AgeBand.class,
                        all.stream()
                                .filter(each ->
                                        isAsked(filter.sex(), each.sex()) && isAsked(filter.scope(), each.scopes()))
                                .toList(),
                        each -> List.of(each.age())),
                counted(
                        ManagementScope.class,
                        all.stream()
                                .filter(each -> isAsked(filter.sex(), each.sex()) && isAsked(filter.age(), each.age()))
                                .toList(),
                        Alike::scopes));
    }

    private static <V extends Enum<V>> Map<V, Long> counted(
            Class<V> type, List<Alike> people, Function<Alike, Collection<V>> values) {
        Map<V, Long> counts = new EnumMap<>(type);
        for (Alike each : people) {
            values.apply(each).forEach(value -> counts.merge(value, each.people(), Long::sum));
        }
        return counts;
    }

    private static <V> boolean isAsked(@Nullable V asked, V value) {
        return isAsked(asked, Set.of(value));
    }

    private static <V> boolean isAsked(@Nullable V asked, Set<V> values) {
        return asked == null || values.contains(asked);
    }
}
