package opencadre.personnel.person;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.time.PartialDate;
import opencadre.personnel.unit.Tree;

/** A line of the list of people, on a day. */
public record PersonLine(UUID id, String fullName, Sex sex, PartialDate birth, List<Post> posts) {

    /** A post held on the day. */
    public record Post(String title, UUID unitId, Tree tree, LocalDate validFrom) {}
}
