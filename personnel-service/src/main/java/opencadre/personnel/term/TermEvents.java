package opencadre.personnel.term;

import java.util.UUID;

/** Tells others of terms of office. */
public interface TermEvents {

    void changed(Terms.Kept term);

    /** It is believed no more. */
    void erased(UUID termId, long revision);
}
