package opencadre.personnel.seat.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Finding;
import opencadre.kit.web.Cursors;
import opencadre.kit.web.Refused;
import opencadre.personnel.seat.Seat;
import opencadre.personnel.seat.SeatHolder;
import opencadre.personnel.seat.SeatOutcome;
import opencadre.personnel.seat.SeatRegister;
import opencadre.personnel.seat.Seats;
import opencadre.personnel.seat.Title;
import opencadre.personnel.seat.web.Requests.NewSeat;
import opencadre.personnel.seat.web.Requests.TitleChange;
import opencadre.personnel.seat.web.Views.SeatPage;
import opencadre.personnel.seat.web.Views.SeatView;
import opencadre.personnel.seat.web.Views.TitleView;
import opencadre.personnel.seat.web.Views.TitlesView;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Titles and seats; who holds a seat is told only of people in the reader's scope. */
@RestController
@RequestMapping("/api/personnel")
final class SeatController {

    private final SeatRegister register;
    private final Seats seats;
    private final Units units;
    private final ScopedWork work;
    private final Audit audit;
    private final Cursors cursors;

    SeatController(SeatRegister register, Seats seats, Units units, ScopedWork work, Audit audit, Cursors cursors) {
        this.register = register;
        this.seats = seats;
        this.units = units;
        this.work = work;
        this.audit = audit;
        this.cursors = cursors;
    }

    @GetMapping("/titles")
    TitlesView listTitles(Actor actor) {
        return work.read(
                actor,
                () -> new TitlesView(seats.titles().stream().map(TitleView::of).toList()));
    }

    @PutMapping("/titles/{code}")
    TitleView putTitle(
            Actor actor,
            @PathVariable @Pattern(regexp = "[A-Z0-9_]{2,40}") String code,
            @RequestBody @Valid TitleChange body) {
        Title title = body.title(code);
        if (title.equalTitles().contains(code)) {
            throw Refused.unlawful(List.of(Finding.of("equalTitles", "title-equal-to-itself")));
        }
        return work.as(actor, () -> {
            Title standing = register.put(title);
            audit.write(Audit.Entry.of("putTitle").because(code));
            return TitleView.of(standing);
        });
    }

    @GetMapping("/seats")
    SeatPage listSeats(
            Actor actor,
            @RequestParam UUID unitId,
            @RequestParam(defaultValue = "false") boolean below,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        LocalDate day = asOf == null ? actor.today() : asOf;
        Seats.Position after = cursor == null ? null : position(cursors.decode(cursor));
        return work.read(actor, () -> {
            List<Seats.Line> page = seats.page(new Seats.Query(unitId, below, day), after, limit + 1);
            List<Seats.Line> shown = page.subList(0, Math.min(limit, page.size()));
            List<SeatView> items =
                    views(actor, shown.stream().map(Seats.Line::seat).toList(), day);
            audit.write(Audit.Entry.of("listSeats").among(holders(items)).in(unitId));
            return new SeatPage(
                    day, items, page.size() > limit ? next(shown.getLast().position()) : null);
        });
    }

    @GetMapping("/seats/{seatId}")
    SeatView getSeat(Actor actor, @PathVariable UUID seatId, @RequestParam(required = false) @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? actor.today() : asOf;
        return work.read(actor, () -> {
            Seat seat = seats.find(seatId).orElseThrow(Refused::notFound);
            List<SeatView> items = views(actor, List.of(seat), day);
            audit.write(Audit.Entry.of("getSeat").among(holders(items)).in(seat.unitId()));
            return items.getFirst();
        });
    }

    @PutMapping("/seats/{seatId}")
    SeatView putSeat(Actor actor, @PathVariable UUID seatId, @RequestBody @Valid NewSeat body) {
        var wanted = body.seat(seatId);
        return work.as(actor, () -> switch (register.establish(actor, wanted)) {
            case SeatOutcome.Stands(Seat seat) -> {
                audit.write(Audit.Entry.of("putSeat").in(seat.unitId()).because(body.instrument()));
                yield views(actor, List.of(seat), actor.today()).getFirst();
            }
            case SeatOutcome.Differs() -> throw new Refused(HttpStatus.CONFLICT, "seat-differs", List.of());
            case SeatOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
        });
    }

    private List<SeatView> views(Actor actor, List<Seat> shown, LocalDate day) {
        Map<UUID, String> names =
                units.names(shown.stream().map(Seat::unitId).distinct().toList(), day);
        Map<UUID, List<SeatHolder>> holders = seats
                .holders(actor, shown.stream().map(Seat::id).toList(), day)
                .stream()
                .collect(Collectors.groupingBy(SeatHolder::seatId));
        return shown.stream()
                .map(seat -> SeatView.of(
                        seat, names.getOrDefault(seat.unitId(), ""), holders.getOrDefault(seat.id(), List.of())))
                .toList();
    }

    private static Seats.Position position(Cursors.Position line) {
        List<Long> key = line.numbers(2);
        return new Seats.Position(key.get(0), key.get(1).intValue(), line.id());
    }

    private String next(Seats.Position last) {
        return cursors.encode(new Cursors.Position(last.unit() + " " + last.rank(), last.seatId()));
    }

    private static List<UUID> holders(List<SeatView> items) {
        return items.stream()
                .flatMap(item -> item.heldBy().stream())
                .map(Views.HolderView::personId)
                .toList();
    }
}
