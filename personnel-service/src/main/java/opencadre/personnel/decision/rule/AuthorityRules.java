package opencadre.personnel.decision.rule;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Who decides about a person: the level that manages the highest post they hold or take (377-QĐ/TW). */
public final class AuthorityRules {

    private AuthorityRules() {}

    /** A management scope; a greater height is a higher level, and two of one height have no order between them. */
    public record Level(String name, int height) {}

    /** The levels that may decide: one, or several of one height where nothing says which is the higher. */
    public static Set<String> deciding(Collection<Level> posts) {
        int highest = posts.stream().mapToInt(Level::height).max().orElse(0);
        Set<String> deciding = new TreeSet<>();
        posts.stream().filter(post -> post.height() == highest).forEach(post -> deciding.add(post.name()));
        return deciding;
    }
}
