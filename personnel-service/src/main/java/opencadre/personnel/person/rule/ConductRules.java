package opencadre.personnel.person.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import opencadre.kit.time.PartialDate;
import opencadre.personnel.person.rule.AssignmentRules.Breach;
import org.jspecify.annotations.Nullable;

/** What makes a rating, a discipline or a health certificate impossible. */
public final class ConductRules {

    private ConductRules() {}

    /** Nobody is rated for a year to come or before their birth, and once for a year. */
    public static List<Breach> ofRating(int year, Set<Integer> otherYears, PartialDate birth, LocalDate today) {
        List<Breach> breaches = new ArrayList<>();
        if (year > today.getYear() || year <= birth.year()) {
            breaches.add(new Breach("year", "year-out-of-range"));
        }
        if (otherYears.contains(year)) {
            breaches.add(new Breach("year", "year-is-rated"));
        }
        return breaches;
    }

    /** A discipline was decided, and is revoked after that. */
    public static List<Breach> ofDiscipline(
            LocalDate decidedOn, @Nullable LocalDate revokedOn, PartialDate birth, LocalDate today) {
        List<Breach> breaches = new ArrayList<>(happened("decidedOn", decidedOn, birth, today));
        if (revokedOn != null && !decidedOn.isBefore(revokedOn)) {
            breaches.add(new Breach("revokedOn", "ends-before-it-begins"));
        }
        return breaches;
    }

    /** A certificate was issued. */
    public static List<Breach> ofHealthCertificate(LocalDate issuedOn, PartialDate birth, LocalDate today) {
        return happened("issuedOn", issuedOn, birth, today);
    }

    private static List<Breach> happened(String field, LocalDate day, PartialDate birth, LocalDate today) {
        return day.isAfter(today) || day.isBefore(birth.earliest())
                ? List.of(new Breach(field, "day-out-of-range"))
                : List.of();
    }
}
