package opencadre.personnel.cv;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import opencadre.personnel.cv.rule.CvClass;
import opencadre.personnel.cv.rule.CvKind;
import org.jspecify.annotations.Nullable;

/** Where CVs are kept. Every method runs inside the transaction that knows the actor, and the class that was opened. */
public interface Cvs {

    /** What stands of a CV that is held for a change; revision 0 while nothing is in it. */
    record Locked(long revision, Instant recordedAt) {}

    /** Holds a CV until the end of the transaction. */
    Locked lock(UUID personId);

    /** The revision; 0 while nothing is in it. */
    long revision(UUID personId);

    /** Takes a CV to a revision. */
    void revise(UUID personId, long revision, Instant recordedAt);

    /** Records an entry of a kind. */
    void record(UUID personId, CvKind kind, CvEntry entry);

    /** Ends the belief in an entry. */
    void end(UUID entryId, Instant at, String because);

    /** An entry that is believed now, by the id of the fact. */
    Optional<CvEntry> believed(UUID personId, UUID entryId);

    /** Everything of a class that is believed now, of whatever days. */
    List<CvEntry> believed(UUID personId, CvClass fieldClass);

    /** Everything of some classes that is believed now and began by a day, also what has passed; by whose it is. */
    Map<UUID, List<CvEntry>> begun(Collection<UUID> personIds, Collection<CvClass> classes, LocalDate day);

    /** What is true on a day, as believed at an instant; of a kind held once, also what began before and has passed. */
    List<CvEntry> on(UUID personId, CvClass fieldClass, LocalDate asOf, @Nullable Instant knownAt);

    /** Everything of a class that was ever believed. */
    List<CvEntry> ever(UUID personId, CvClass fieldClass);

    /** Every belief in entries of a kind, by whose they are, by period of validity, then oldest first. */
    Map<UUID, List<CvEntry>> ever(Collection<UUID> personIds, CvKind kind);

    /** Entries of some kinds that are true on a day, as believed now, by whose they are. */
    Map<UUID, List<CvEntry>> on(Collection<UUID> personIds, Collection<String> kinds, LocalDate day);
}
