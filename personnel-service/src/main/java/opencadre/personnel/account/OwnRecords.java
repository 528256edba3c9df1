package opencadre.personnel.account;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.ScopedWork;
import opencadre.personnel.person.People;
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

    /** The numbers of dossiers, by whose they are; those that have none are missing. */
    public Map<UUID, String> fileNumbers(Collection<UUID> people) {
        return people.isEmpty() ? Map.of() : work.unfenced(() -> this.people.fileNumbers(people));
    }
}
