package opencadre.training.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The studies of a person with everything ever believed of them.
 *
 * @param revision 0 before anything was recorded
 * @param beliefs oldest first
 */
public record LearningFile(UUID personId, long revision, Instant recordedAt, List<Enrolment> beliefs) {

    /** Of somebody of whom nothing was recorded yet. */
    public static LearningFile empty(UUID personId) {
        return new LearningFile(personId, 0, Instant.EPOCH, List.of());
    }

    /** What is believed now. */
    public List<Enrolment> believed() {
        return beliefs.stream()
                .filter(enrolment -> enrolment.recordedTo() == null)
                .toList();
    }

    /** An enrolment that is believed now. */
    Optional<Enrolment> believed(UUID id) {
        return believed().stream()
                .filter(enrolment -> enrolment.id().equals(id))
                .findFirst();
    }
}
