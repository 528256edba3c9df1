package opencadre.personnel.day;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.AdvancedDay;
import org.springframework.stereotype.Service;

/** Moves the legal day of a demo. It only goes forward: what a day has brought about is not taken back by a date. */
@Service
public class DayRegister {

    /** Further than anything that is planned, and short of dates that were mistyped. */
    private static final int FURTHEST_YEARS = 30;

    private final AdvancedDay days;
    private final DayEvents events;
    private final Clock clock;

    DayRegister(AdvancedDay days, DayEvents events, Clock clock) {
        this.days = days;
        this.events = events;
        this.clock = clock;
    }

    /** Moves the day to this one. The same day again changes nothing. */
    public DayOutcome advance(Actor actor, LocalDate day) {
        if (!days.isAllowed()) {
            return new DayOutcome.ByTheCalendar();
        }
        if (day.isBefore(actor.today())) {
            return new DayOutcome.Unlawful(List.of(Finding.of("day", "legal-day-goes-forward")));
        }
        if (day.isAfter(actor.today().plusYears(FURTHEST_YEARS))) {
            return new DayOutcome.Unlawful(List.of(Finding.of("day", "legal-day-too-far")));
        }
        if (!day.equals(actor.today())) {
            var moved = new AdvancedDay.Kept(
                    day, days.kept().map(AdvancedDay.Kept::revision).orElse(0L) + 1);
            days.keep(moved);
            events.moved(moved, clock.instant());
        }
        return new DayOutcome.Today(day);
    }
}
