package opencadre.personnel.savedfilter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where saved filters are kept, by account. */
public interface SavedFilters {

    /** Makes the changes of one account come one after another. */
    void hold(String account);

    /** Those of an account, by name. */
    List<SavedFilter> of(String account);

    /** Keeps one, in the place of what stood under its id. */
    void put(String account, SavedFilter filter, Instant savedAt);

    /** Takes one away; false where there was none. */
    boolean remove(String account, UUID id);
}
