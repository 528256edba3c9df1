package opencadre.personnel.quality.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.personnel.cv.rule.CvFact;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of one person, as far as rules about its quality ask for it. Entries of the CV are those of class
 * personal and sensitive: what is restricted is never read for this.
 *
 * @param idNumber where it is known
 * @param posts of whatever days
 * @param entries of whatever days
 * @param ratedYears years with a rating, also {@code KXL}
 */
public record DossierFacts(
        PartialDate birth,
        boolean female,
        @Nullable String idNumber,
        List<Post> posts,
        List<Entry> entries,
        Set<Integer> ratedYears,
        List<Discipline> disciplines,
        List<Certificate> certificates) {

    /**
     * A post.
     *
     * @param tree of its unit, as {@code PARTY}
     * @param unitStands the days on which the unit stands, oldest first
     */
    public record Post(UUID id, String tree, String title, boolean concurrent, Period valid, List<Period> unitStands) {}

    /** An entry of the CV. */
    public record Entry(UUID id, String kind, Period valid, Map<String, String> values) implements CvFact {}

    /** A discipline; its days as they are recorded, in whatever order. */
    public record Discipline(
            UUID id, LocalDate decidedOn, @Nullable LocalDate revokedOn) {}

    /** A certificate that training has verified. */
    public record Certificate(UUID id, String name, PartialDate issuedOn) {}

    Stream<Entry> entries(String kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind));
    }

    boolean holds(String kind, LocalDate day) {
        return entries(kind).anyMatch(entry -> entry.valid().contains(day));
    }
}
