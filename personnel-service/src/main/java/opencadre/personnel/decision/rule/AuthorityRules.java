package opencadre.personnel.decision.rule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import opencadre.kit.time.Period;

/**
 * Who decides about a person: the level that manages the highest post they hold or take (377-QĐ/TW, key
 * {@code authority.highest-post-decides}; its article was not read).
 */
public final class AuthorityRules {

    private AuthorityRules() {}

    /** A management scope; a greater height is a higher level, and two of one height have no order between them. */
    public record Level(String name, int height) {}

    /** A post that somebody holds over some days, by the level that manages it. */
    public record Held(Level level, Period days) {}

    /**
     * The levels that may decide on a day: one, or several of one height where nothing says which is the higher. What
     * was left by that day, and what is taken up after it, says nothing.
     *
     * @param held posts of the person, of whatever day
     * @param concerned levels that manage the posts of the decision itself
     */
    public static Set<String> deciding(Collection<Held> held, Collection<Level> concerned, LocalDate day) {
        List<Level> levels = Stream.concat(
                        held.stream().filter(post -> post.days().contains(day)).map(Held::level), concerned.stream())
                .toList();
        int highest = levels.stream().mapToInt(Level::height).max().orElse(0);
        Set<String> deciding = new TreeSet<>();
        levels.stream().filter(level -> level.height() == highest).forEach(level -> deciding.add(level.name()));
        return deciding;
    }
}
