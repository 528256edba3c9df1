package opencadre.personnel.staffing;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.personnel.seat.Seat;
import opencadre.personnel.seat.SeatHolder;
import opencadre.personnel.seat.Seats;
import opencadre.personnel.staffing.rule.StaffingRules;
import opencadre.personnel.staffing.rule.StaffingRules.SeenSeat;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.Units;
import org.springframework.stereotype.Service;

/** Use cases around how units are staffed. */
@Service
public class StaffingRegister {

    /** No place of a post is of another class. */
    private static final int ORDINARY = 0;

    private final Units units;
    private final opencadre.kit.access.Units nodes;
    private final Seats seats;

    StaffingRegister(Units units, opencadre.kit.access.Units nodes, Seats seats) {
        this.units = units;
        this.nodes = nodes;
        this.seats = seats;
    }

    /**
     * A unit and those directly below it that stood on the day, it first and they by name; nothing for an unknown unit.
     * The same number of statements however many there are.
     */
    public Optional<List<UnitStaffing>> around(Actor actor, UUID unitId, LocalDate day) {
        List<UUID> around = units.around(unitId, day).stream()
                .sorted(Comparator.comparing(unit -> !unit.id().equals(unitId)))
                .map(Unit::id)
                .toList();
        if (around.isEmpty() && units.revision(unitId).isEmpty()) {
            return Optional.empty();
        }
        Map<UUID, Seat> standing = seats.in(around, day).stream()
                .map(Seats.Kept::seat)
                .filter(seat -> seat.valid().contains(day))
                .collect(Collectors.toMap(Seat::id, Function.identity()));
        Map<UUID, List<SeatHolder>> holders =
                seats.holders(actor, standing.keySet(), day).stream().collect(groupingBy(SeatHolder::seatId));
        Map<UUID, Long> positions = nodes.positions(around);
        Map<UUID, List<Seat>> ofUnit = standing.values().stream().collect(groupingBy(Seat::unitId));
        return Optional.of(around.stream()
                .map(unit -> staffing(
                        unit,
                        ofUnit.getOrDefault(unit, List.of()).stream()
                                .map(seat -> seen(actor, seat, holders, positions, day))
                                .toList(),
                        standing,
                        holders))
                .toList());
    }

    private static UnitStaffing staffing(
            UUID unit, List<SeenSeat> seen, Map<UUID, Seat> standing, Map<UUID, List<SeatHolder>> holders) {
        UnitStaffing.Head head = StaffingRules.head(seen)
                .flatMap(seat -> Optional.ofNullable(standing.get(seat.id()))
                        .map(known -> new UnitStaffing.Head(
                                known, seat.isVacant(), holders.getOrDefault(seat.id(), List.of()))))
                .orElse(null);
        return new UnitStaffing(
                unit, StaffingRules.approved(seen), StaffingRules.filled(seen), StaffingRules.isWhole(seen), head);
    }

    /**
     * Of today a holder has a place in the unit and the scope of the seat, so whoever reaches that sees every holder.
     * Whoever held it on another day may be out of reach by now.
     */
    private static SeenSeat seen(
            Actor actor, Seat seat, Map<UUID, List<SeatHolder>> holders, Map<UUID, Long> positions, LocalDate day) {
        Long position = positions.get(seat.unitId());
        boolean open = day.equals(actor.today())
                && position != null
                && actor.reach().covers(position, seat.scope().ordinal(), ORDINARY);
        int held = (int) holders.getOrDefault(seat.id(), List.of()).stream()
                .filter(holder -> !holder.acting())
                .count();
        return new SeenSeat(seat.id(), seat.title().rank(), seat.title().leadership(), seat.holders(), held, open);
    }
}
