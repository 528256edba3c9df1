package opencadre.personnel.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where people are kept. Every method runs inside the transaction that knows the actor. */
public interface People {

    /** The revision of a person, held until the end of the transaction so that changes come one after another. */
    record Locked(
            long revision,
            Instant recordedAt,
            List<Custody> custody,
            @Nullable UUID mergedInto) {}

    /** Holds a person; nothing outside the actor's scope. */
    Optional<Locked> lock(UUID id);

    /** Adds a person at revision 1. */
    void add(UUID id, Custody custody, Instant recordedAt);

    /** Takes a person to a revision; custody is where the file is, then where it passes to. */
    void revise(UUID id, long revision, Instant recordedAt, List<Custody> custody);

    /** Keeps the number of the dossier, unless another has it already: then nothing is kept and the answer is false. */
    boolean claimFileNumber(UUID id, FileNumber number);

    /** Ends the belief in the number of the dossier, which nobody is named by then; nothing where it has none. */
    void endFileNumber(UUID id, Instant at, String because);

    /** Every belief in the number of a dossier, the oldest first. */
    List<FileNumber> fileNumbersOf(UUID id);

    /** The person of whom everything is believed that this record said; none while the record stands for itself. */
    Optional<UUID> mergedInto(UUID id);

    /** Closes a record that went into another, or opens it again. */
    void merge(UUID id, @Nullable UUID into);

    /**
     * The numbers of two people change places, or the only one passes over; nothing where there is none.
     *
     * @param as since when and why that is believed
     */
    void exchangeIdNumbers(UUID one, UUID other, Recorded as);

    /** Whose dossier has this number, also where that went into another; nobody outside the actor's scope. */
    Optional<UUID> numbered(String fileNumber);

    /** The numbers of dossiers, by whose they are; without those that have none or lie outside the actor's scope. */
    Map<UUID, String> fileNumbers(Collection<UUID> ids);

    /** The revision of a person; empty outside the actor's scope. */
    OptionalLong revision(UUID id);

    /** Takes a person away with everything on record. */
    void remove(UUID id);

    /** The personal identification number, where it is known; nobody's outside the actor's scope. */
    Optional<String> idNumber(UUID id);

    /** The same of several people, by whose they are; without those of whom it is not known. */
    Map<UUID, String> idNumbers(Collection<UUID> ids);

    /** Keeps the number, unless somebody has it already: then nothing is kept and the answer is false. */
    boolean claimIdNumber(UUID id, IdNumber number);

    /** Ends the belief in the number; nothing where none is known. */
    void endIdNumber(UUID id, Instant at, String because);

    /** Every belief in the number of a person, the oldest first. */
    List<IdNumber> idNumbersOf(UUID id);

    void record(UUID id, Identity identity);

    void record(UUID id, Assignment assignment);

    void record(UUID id, Conduct conduct);

    /** Ends the belief in the person's identities. */
    void endIdentity(UUID id, Instant at, String because);

    /** Ends the belief in an assignment. */
    void endAssignment(UUID assignmentId, Instant at, String because);

    /** Ends the belief in something on record beside posts. */
    void endConduct(UUID conductId, Instant at, String because);

    /** Something on record of the person that is believed now, by the id of the fact. */
    Optional<Conduct> believedConduct(UUID id, UUID conductId);

    /** What is on record by a day, as believed at an instant. */
    Optional<ConductView> conduct(UUID id, LocalDate asOf, @Nullable Instant knownAt);

    /** A post of the person that is believed now, by the id of the fact. */
    Optional<Assignment> believed(UUID id, UUID assignmentId);

    /** The person on a day, as believed at an instant. */
    Optional<PersonView> view(UUID id, LocalDate asOf, @Nullable Instant knownAt);

    /** The same of several people, by whose they are; nobody outside the actor's scope. */
    Map<UUID, PersonView> views(Collection<UUID> ids, LocalDate asOf, @Nullable Instant knownAt);

    /** Where the files of people are, then where they pass to on later days. */
    Map<UUID, List<Custody>> custody(Collection<UUID> ids);

    /** Everything ever believed. */
    Optional<PersonFile> file(UUID id);

    /** Every belief in the identities of people, by whose they are, oldest first. */
    Map<UUID, List<Identity>> identities(Collection<UUID> ids);

    /** Every belief in the posts of people, by whose they are, by period of validity, then oldest first. */
    Map<UUID, List<Assignment>> assignments(Collection<UUID> ids);

    /** Every belief in what is on record beside posts, in the same order. */
    Map<UUID, List<Conduct>> conduct(Collection<UUID> ids);

    /** Lines of a list in the order of the ids. */
    List<PersonLine> lines(Collection<UUID> ids, LocalDate asOf, @Nullable Instant knownAt);
}
