package opencadre.personnel.savedfilter;

import java.util.UUID;

/**
 * A filter of the list of people under a name.
 *
 * @param id drawn by whoever keeps it, unique within the account
 * @param name as {@code Phường Sông Công, họ Nguyễn}
 * @param query as the address of the list carries it, as {@code q=nguy%E1%BB%85n&unit=019a8f00-…}; without the day
 */
public record SavedFilter(UUID id, String name, String query) {}
