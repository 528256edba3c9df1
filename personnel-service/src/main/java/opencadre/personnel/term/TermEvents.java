package opencadre.personnel.term;

import java.util.UUID;
import opencadre.personnel.unitfact.UnitFacts;

/** Tells others of terms of office. */
public interface TermEvents {

    void changed(UnitFacts.Kept<TermOfOffice> term);

    /** It is believed no more. */
    void erased(UUID termId, long revision);
}
