package opencadre.training.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where studies are kept. Every method runs inside the transaction that knows the actor. */
public interface Enrolments {

    /** Makes changes of a person's studies and the erasure of the person come one after another. */
    void hold(UUID personId);

    /** An id for a new enrolment. */
    UUID nextId();

    /** Everything ever believed; empty outside the actor's scope and before anything was recorded. */
    LearningFile file(UUID personId);

    /** What was decided by a day, as believed at an instant. */
    LearningView of(UUID personId, LocalDate decidedBy, @Nullable Instant knownAt);

    /** Takes the studies of a person to a revision. */
    void revise(UUID personId, long revision, Instant recordedAt);

    /** Records a belief. */
    void record(UUID personId, Enrolment enrolment);

    /** Ends what is believed of an enrolment. */
    void end(UUID id, Instant at, String because);

    /** The revision of a person's studies; empty outside the actor's scope. */
    OptionalLong revision(UUID personId);

    /** Deletes the studies of a person with all that was believed; the revision they had. */
    OptionalLong erase(UUID personId);
}
