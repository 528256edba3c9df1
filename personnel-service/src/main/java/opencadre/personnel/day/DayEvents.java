package opencadre.personnel.day;

import java.time.Instant;
import opencadre.kit.time.AdvancedDay;

/** Tells the other services which day it is. */
public interface DayEvents {

    void moved(AdvancedDay.Kept day, Instant recordedAt);
}
