package opencadre.planning.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.time.LegalDay;
import opencadre.planning.seat.Holder;
import opencadre.planning.seat.Outlook;
import opencadre.planning.seat.Seat;
import opencadre.planning.seat.Seats;
import opencadre.planning.seat.Vacancies;
import org.springframework.stereotype.Component;

/** Seats that fall vacant within a year and have no open procedure: computed each time. */
@Component
public class FallingVacant {

    private static final int MONTHS_AHEAD = 12;

    private final Seats seats;
    private final Vacancies vacancies;

    FallingVacant(Seats seats, Vacancies vacancies) {
        this.seats = seats;
        this.vacancies = vacancies;
    }

    /** For an actor as far as they may open procedures. */
    public List<WorkItem> of(Actor writer) {
        LocalDate today = writer.today();
        LocalDate by = today.plusMonths(MONTHS_AHEAD);
        List<Seat> some = seats.mayFallVacant(writer, new Seats.Query(null, today), by).stream()
                .filter(seat -> seat.procedureId() == null)
                .toList();
        Map<UUID, List<Holder>> holders =
                seats.holders(writer, some.stream().map(Seat::id).toList(), today);
        return some.stream()
                .map(seat ->
                        item(seat, vacancies.outlook(seat, holders.getOrDefault(seat.id(), List.of()), today), today))
                .filter(item -> item.day() != null && !item.day().isAfter(by))
                .toList();
    }

    private static WorkItem item(Seat seat, Outlook outlook, LocalDate today) {
        LocalDate day = outlook.vacantFrom();
        // It waits from the day on which it came within the year; of one that is vacant nobody knows since when.
        LocalDate since = day != null && day.isAfter(today) ? day.minusMonths(MONTHS_AHEAD) : today;
        return new WorkItem(
                seat.id(),
                WorkItem.Type.SEAT_FALLS_VACANT,
                null,
                null,
                seat.unitName().isEmpty() ? seat.title() : seat.title() + " – " + seat.unitName(),
                null,
                since.atStartOfDay(LegalDay.ZONE).toInstant(),
                day,
                outlook.confidence(),
                null);
    }
}
