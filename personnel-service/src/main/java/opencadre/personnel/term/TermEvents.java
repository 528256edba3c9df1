package opencadre.personnel.term;

import java.util.UUID;
import opencadre.kit.time.DatedFacts;

/** Tells others of terms of office. */
public interface TermEvents {

    void changed(DatedFacts.Kept<TermOfOffice> term);

    /** It is believed no more. */
    void erased(UUID termId, long revision);
}
