package opencadre.personnel.person;

import java.time.LocalDate;
import java.util.UUID;
import opencadre.personnel.seat.ManagementScope;

/**
 * A unit has the person's file. It sees all of it.
 *
 * @param scope management scope of the post the custody came with
 * @param from since when; ahead of today where the post begins later
 */
public record Custody(UUID unitId, ManagementScope scope, LocalDate from) {}
