package opencadre.personnel.person;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The identification number of a person with its past.
 *
 * @param revision of the person
 * @param doubts what the number that stands says otherwise than the record, as {@code id-number-says-other-sex}
 * @param beliefs the oldest first
 */
public record IdNumberView(UUID personId, long revision, List<String> doubts, List<IdNumber> beliefs) {

    /** What is believed now. */
    public Optional<IdNumber> standing() {
        return beliefs.stream().filter(belief -> belief.recorded().to() == null).findFirst();
    }
}
