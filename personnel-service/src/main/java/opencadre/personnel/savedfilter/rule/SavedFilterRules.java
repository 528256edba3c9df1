package opencadre.personnel.savedfilter.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be kept as a filter. These follow from what the list understands, not from a regulation. */
public final class SavedFilterRules {

    /** So many an account may keep: more is not a menu any more. */
    public static final int MOST = 50;

    /** What the address of the list carries of its filter. */
    private static final Set<String> PARAMETERS = Set.of("q", "unit", "sex", "age", "scope");

    private SavedFilterRules() {}

    /** A breach: the field, or none where it is about all of them, and the code of its text. */
    public record Breach(@Nullable String field, String code) {}

    /**
     * Every breach at once.
     *
     * @param otherNames names of the account's other filters
     */
    public static List<Breach> breaches(String name, String query, Collection<String> otherNames) {
        List<Breach> breaches = new ArrayList<>();
        if (otherNames.stream().anyMatch(other -> folded(other).equals(folded(name)))) {
            breaches.add(new Breach("name", "saved-filter-name-taken"));
        }
        if (!isOfTheList(query)) {
            breaches.add(new Breach("query", "saved-filter-not-of-the-list"));
        }
        if (otherNames.size() >= MOST) {
            breaches.add(new Breach(null, "saved-filters-too-many"));
        }
        return breaches;
    }

    /** Parameters of the list alone, each once and with a value; at least one. */
    private static boolean isOfTheList(String query) {
        Set<String> seen = new HashSet<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0 || equals == part.length() - 1) {
                return false;
            }
            String parameter = part.substring(0, equals);
            if (!PARAMETERS.contains(parameter) || !seen.add(parameter)) {
                return false;
            }
        }
        return true;
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
