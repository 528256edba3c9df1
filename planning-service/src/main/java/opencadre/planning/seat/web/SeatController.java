package opencadre.planning.seat.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Cursors;
import opencadre.kit.web.Refused;
import opencadre.planning.seat.Holder;
import opencadre.planning.seat.Outlook;
import opencadre.planning.seat.Seat;
import opencadre.planning.seat.SeatCandidate;
import opencadre.planning.seat.Seats;
import opencadre.planning.seat.Vacancies;
import opencadre.planning.seat.web.Views.HolderLine;
import opencadre.planning.seat.web.Views.SeatDetail;
import opencadre.planning.seat.web.Views.SeatPage;
import opencadre.planning.seat.web.Views.SeatRow;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Seats, who holds them and when they fall vacant. Every answer is in the audit before it leaves. */
@RestController
@RequestMapping("/api/planning/seats")
final class SeatController {

    private final Seats seats;
    private final Vacancies vacancies;
    private final ScopedWork work;
    private final Audit audit;
    private final Cursors cursors;

    SeatController(Seats seats, Vacancies vacancies, ScopedWork work, Audit audit, Cursors cursors) {
        this.seats = seats;
        this.vacancies = vacancies;
        this.work = work;
        this.audit = audit;
        this.cursors = cursors;
    }

    /** A seat with its outlook, so that those that fall vacant can be sorted by it. */
    private record Looked(Seat seat, List<Holder> holders, Outlook outlook) {

        LocalDate vacantFrom() {
            return Objects.requireNonNull(outlook.vacantFrom());
        }
    }

    @GetMapping
    SeatPage listSeats(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable LocalDate vacantBy,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        LocalDate day = asOf == null ? actor.today() : asOf;
        Cursors.Position after = cursor == null ? null : cursors.decode(cursor);
        Seats.Query query = new Seats.Query(unitId, day);
        return work.read(actor, () -> {
            List<Looked> page = vacantBy == null
                    ? looked(actor, seats.page(actor, query, after == null ? null : position(after), limit + 1), day)
                    : fallingVacant(actor, query, vacantBy, after).stream()
                            .limit(limit + 1L)
                            .toList();
            List<Looked> shown = page.subList(0, Math.min(limit, page.size()));
            Map<UUID, Integer> planned = seats.planned(
                    actor, shown.stream().map(line -> line.seat().id()).toList(), day);
            audit.write(Audit.Entry.of("listSeats").among(holders(shown)).in(unitId));
            return new SeatPage(
                    day,
                    shown.stream()
                            .map(line -> row(
                                    line, day, planned.getOrDefault(line.seat().id(), 0)))
                            .toList(),
                    page.size() > limit ? next(shown.getLast(), vacantBy != null) : null);
        });
    }

    @GetMapping("/{seatId}")
    SeatDetail getSeat(
            Actor actor, @PathVariable UUID seatId, @RequestParam(required = false) @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? actor.today() : asOf;
        return work.read(actor, () -> {
            Seat seat = seats.find(actor, seatId, day).orElseThrow(Refused::notFound);
            List<Holder> holders = seats.holders(actor, List.of(seatId), day).getOrDefault(seatId, List.of());
            List<SeatCandidate> planned = seats.candidates(actor, seatId, day);
            audit.write(
                    Audit.Entry.of("getSeat").among(people(holders, planned)).in(seat.unitId()));
            return SeatDetail.of(seat, day, holders, vacancies.outlook(seat, holders, day), planned);
        });
    }

    private List<Looked> looked(Actor actor, List<Seat> some, LocalDate day) {
        Map<UUID, List<Holder>> holders =
                seats.holders(actor, some.stream().map(Seat::id).toList(), day);
        return some.stream()
                .map(seat -> {
                    List<Holder> its = holders.getOrDefault(seat.id(), List.of());
                    return new Looked(seat, its, vacancies.outlook(seat, its, day));
                })
                .toList();
    }

    /** The earliest first, so that what has to be filled next is on the first page. */
    private List<Looked> fallingVacant(Actor actor, Seats.Query query, LocalDate by, Cursors.@Nullable Position after) {
        Comparator<Looked> order = Comparator.comparing(Looked::vacantFrom)
                .thenComparing(line -> line.seat().id());
        return looked(actor, seats.mayFallVacant(actor, query, by), query.day()).stream()
                .filter(line -> line.outlook().vacantFrom() != null
                        && !line.outlook().vacantFrom().isAfter(by))
                .filter(line -> after == null || isAfter(line, after))
                .sorted(order)
                .toList();
    }

    private static boolean isAfter(Looked line, Cursors.Position after) {
        int days = line.vacantFrom().toString().compareTo(after.sortKey());
        return days > 0 || (days == 0 && line.seat().id().compareTo(after.id()) > 0);
    }

    private static SeatRow row(Looked line, LocalDate day, int planned) {
        return SeatRow.of(
                line.seat(),
                line.holders().stream()
                        .filter(holder -> !holder.from().isAfter(day))
                        .map(HolderLine::of)
                        .toList(),
                line.outlook(),
                planned);
    }

    private static Seats.Position position(Cursors.Position line) {
        List<Long> key = line.numbers(2);
        return new Seats.Position(key.get(0), key.get(1).intValue(), line.id());
    }

    private String next(Looked last, boolean byVacancy) {
        return cursors.encode(new Cursors.Position(
                byVacancy
                        ? last.vacantFrom().toString()
                        : last.seat().unitPosition() + " " + last.seat().rank(),
                last.seat().id()));
    }

    private static List<UUID> holders(List<Looked> shown) {
        return shown.stream()
                .flatMap(line -> line.holders().stream())
                .map(Holder::personId)
                .toList();
    }

    private static List<UUID> people(List<Holder> holders, List<SeatCandidate> planned) {
        return Stream.concat(
                        holders.stream().map(Holder::personId), planned.stream().map(SeatCandidate::personId))
                .toList();
    }
}
