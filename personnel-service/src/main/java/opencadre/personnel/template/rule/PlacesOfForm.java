package opencadre.personnel.template.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The places that a form knows.
 *
 * @param texts as {@code fullName}, {@code BIRTH_PLACE.province}
 * @param blocks lists that repeat what stands between {@code {{?name}}} and {@code {{/name}}}, with the texts of one
 *     item
 * @param tables lists that repeat the row below, with the texts of its cells
 */
public record PlacesOfForm(Set<String> texts, Map<String, Set<String>> blocks, Map<String, Set<String>> tables) {

    /**
     * By what is put there, of which each list has one item.
     *
     * @param places as a form is filled with
     * @param tables names of those that repeat a row
     */
    public static PlacesOfForm of(Map<String, Object> places, Collection<String> tables) {
        Set<String> texts = new TreeSet<>();
        Map<String, Set<String>> blocks = new TreeMap<>();
        Map<String, Set<String>> rows = new TreeMap<>();
        places.forEach((name, value) -> {
            switch (value) {
                case Map<?, ?> parts -> parts.keySet().forEach(part -> texts.add(name + "." + part));
                case List<?> items -> (tables.contains(name) ? rows : blocks).put(name, keys(items));
                default -> texts.add(name);
            }
        });
        return new PlacesOfForm(texts, blocks, rows);
    }

    private static Set<String> keys(List<?> items) {
        Set<String> keys = new TreeSet<>();
        items.forEach(item -> {
            if (item instanceof Map<?, ?> cells) {
                cells.keySet().forEach(cell -> keys.add(String.valueOf(cell)));
            }
        });
        return keys;
    }
}
