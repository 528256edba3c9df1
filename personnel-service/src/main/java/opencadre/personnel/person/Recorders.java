package opencadre.personnel.person;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who recorded facts and who ended beliefs, by name.
 *
 * @param names account to its name as it is shown today, as {@code {"7f3c…": "Nguyễn Thị Lan"}}; unknown ones are
 *     missing
 */
public record Recorders(Map<String, String> names) {

    /** Of an answer that is no history: nobody is named. */
    public static final Recorders UNNAMED = new Recorders(Map.of());

    /** Who recorded it. */
    public @Nullable String by(Recorded recorded) {
        return names.get(recorded.by());
    }

    /** Who ended the belief in it. */
    public @Nullable String endedBy(Recorded recorded) {
        return recorded.endedBy() == null ? null : names.get(recorded.endedBy());
    }

    /** The accounts whose names a history asks for. */
    public static Set<String> accounts(Collection<Recorded> beliefs) {
        return beliefs.stream()
                .flatMap(belief -> Stream.concat(Stream.of(belief.by()), Stream.ofNullable(belief.endedBy())))
                .collect(Collectors.toSet());
    }
}
