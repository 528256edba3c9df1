package opencadre.personnel.person;

import java.util.List;
import java.util.UUID;
import opencadre.personnel.person.rule.CorrectionRules.Relative;

/** Whom the record names as kin. */
public interface Relatives {

    /**
     * Parents and children of whom a year of birth is on record. Years alone, also for whoever may not read of the
     * family: a correction that cannot be true is refused whoever makes it.
     */
    List<Relative> parentsAndChildren(UUID personId);
}
