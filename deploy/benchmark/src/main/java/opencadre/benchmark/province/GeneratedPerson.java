package opencadre.benchmark.province;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A person with the one post that brings them in: what a registration says, and the ids that it would draw.
 *
 * @param fullName composed characters, single spaces: {@code Nông Thị Bích Hà}
 * @param fileNumber number of the dossier, as {@code B4711-0000017}
 * @param idNumber twelve digits that agree with sex and year of birth
 * @param since first day of the post
 */
public record GeneratedPerson(
        UUID id,
        UUID assignmentId,
        String fullName,
        boolean female,
        LocalDate birth,
        String fileNumber,
        String idNumber,
        GeneratedUnit unit,
        String title,
        Scope scope,
        LocalDate since) {

    /** As contracts say it. */
    public String sex() {
        return female ? "FEMALE" : "MALE";
    }
}
