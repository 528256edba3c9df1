package opencadre.personnel.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.kit.time.PartialDate;
import opencadre.personnel.unit.Tree;

/** A line of the list of people, on a day. */
public record PersonLine(UUID id, String fullName, Sex sex, PartialDate birth, List<Post> posts) {

    /** A post held on the day. */
    public record Post(String title, UUID unitId, Tree tree, LocalDate validFrom) {}

    /** The units in which these people hold posts, to be named at once. */
    public static Set<UUID> units(Collection<PersonLine> lines) {
        return lines.stream()
                .flatMap(line -> line.posts().stream())
                .map(Post::unitId)
                .collect(Collectors.toSet());
    }
}
