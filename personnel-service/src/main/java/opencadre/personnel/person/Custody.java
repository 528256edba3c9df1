package opencadre.personnel.person;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The unit that has the person's file now. It sees all of it.
 *
 * @param scope management scope of the post the custody came with
 * @param from since when
 */
public record Custody(UUID unitId, ManagementScope scope, LocalDate from) {}
