package opencadre.personnel.account;

import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Grant;
import opencadre.kit.access.ScopedWork;
import opencadre.personnel.person.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Joins an account and the record it may see as its own by the number of the dossier. Whoever administers rights sees
 * no dossier: only whether there is such a number leaves, and the number that was typed.
 */
@Component
public class OwnRecords {

    private final People people;
    private final ScopedWork work;

    OwnRecords(People people, ScopedWork work) {
        this.people = people;
        this.work = work;
    }

    /** Whose dossier has this number, in the whole province. */
    public Optional<UUID> person(String fileNumber) {
        return work.unfenced(() -> people.numbered(fileNumber.strip()));
    }

    /** The number of the dossier that a grant names; null for a grant over a unit. */
    public @Nullable String fileNumber(Grant grant) {
        UUID person = grant.personId();
        return person == null
                ? null
                : work.unfenced(() -> people.fileNumber(person)).orElse(null);
    }
}
