package opencadre.personnel.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of a person, believed now or earlier; what the person's revision stands for.
 *
 * @param fileNumber number of the dossier (số hiệu), where it has one
 * @param mergedInto of whom everything is believed that this record said; null while it stands for itself
 * @param revision grows by one with every change
 * @param recordedAt when that revision was recorded
 * @param custody where the file is, then where it passes to on later days; never empty
 * @param identities oldest belief first
 * @param assignments by period of validity, oldest belief first
 * @param conduct by period of validity, oldest belief first
 */
public record PersonFile(
        UUID id,
        @Nullable String fileNumber,
        @Nullable UUID mergedInto,
        long revision,
        Instant recordedAt,
        List<Custody> custody,
        List<Identity> identities,
        List<Assignment> assignments,
        List<Conduct> conduct) {

    /** What is believed now. */
    public List<Assignment> believedAssignments() {
        return assignments.stream().filter(a -> a.recorded().to() == null).toList();
    }

    /** What is believed now of conduct. */
    public List<Conduct> believedConduct() {
        return conduct.stream().filter(c -> c.recorded().to() == null).toList();
    }

    /** The latest identity believed now. */
    public Identity believedIdentity() {
        return identities.stream()
                .filter(i -> i.recorded().to() == null)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
