package opencadre.personnel.cv;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.time.PartialDate;

/** What training says of a person's certificates; the copy that this service keeps. */
public interface Certificates {

    /**
     * A certificate that a second person in training has verified.
     *
     * @param kind as {@code POLITICAL_THEORY}
     * @param level as {@code THEORY_ADVANCED}
     */
    record Certificate(String kind, String level, String name, String number, String issuer, PartialDate issuedOn) {}

    /** Those that count on a day, the earliest first. */
    List<Certificate> verified(UUID personId, LocalDate day);

    /** The same of several people, by whose they are. */
    Map<UUID, List<Certificate>> verified(Collection<UUID> personIds, LocalDate day);
}
