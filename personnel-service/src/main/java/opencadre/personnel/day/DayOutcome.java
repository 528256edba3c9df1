package opencadre.personnel.day;

import java.time.LocalDate;
import java.util.List;
import opencadre.kit.rule.Finding;

/** How moving the legal day ends. */
public sealed interface DayOutcome {

    /** It is this day now, or was already. */
    record Today(LocalDate day) implements DayOutcome {}

    /** This house lives by the calendar. */
    record ByTheCalendar() implements DayOutcome {}

    /** The day may not be this one. */
    record Unlawful(List<Finding> findings) implements DayOutcome {}
}
