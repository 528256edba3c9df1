package opencadre.personnel.seat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.seat.rule.SeatRules;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Use cases of titles and seats: structure that names nobody. */
@Service
public class SeatRegister {

    private static final long FIRST_REVISION = 1;

    private final Seats seats;
    private final Units units;
    private final opencadre.kit.access.Units nodes;
    private final SeatEvents events;
    private final Clock clock;

    SeatRegister(Seats seats, Units units, opencadre.kit.access.Units nodes, SeatEvents events, Clock clock) {
        this.seats = seats;
        this.units = units;
        this.nodes = nodes;
        this.events = events;
        this.clock = clock;
    }

    /** Enters a title or changes it. The same again changes nothing; a change is told with every seat it touches. */
    public Title put(Title title) {
        seats.holdCatalogue();
        Optional<Title> standing = seats.title(title.code());
        if (standing.isPresent() && standing.get().equals(title)) {
            return title;
        }
        Set<String> touched = new TreeSet<>(Set.of(title.code()));
        List<String> before = standing.map(Title::equalTitles).orElse(List.of());
        // Those that gain or lose an equal are described otherwise too.
        before.stream().filter(code -> !title.equalTitles().contains(code)).forEach(touched::add);
        title.equalTitles().stream().filter(code -> !before.contains(code)).forEach(touched::add);
        Instant now = TwoClocks.now(clock);
        seats.put(title, touched, now);
        for (Seats.Kept kept : seats.bearing(touched)) {
            seats.revise(kept.seat(), kept.revision() + 1, now);
            events.changed(kept.seat(), kept.revision() + 1, now, "title-changed");
        }
        return title;
    }

    /**
     * Establishes a seat or changes its holders, end or instrument, within the scope of whoever may by a grant; who
     * runs the system does it for every unit. The same again changes nothing.
     */
    public SeatOutcome establish(Actor actor, NewSeat wanted) {
        seats.holdCatalogue();
        Optional<Seats.Kept> standing = seats.lock(wanted.id());
        List<Unit> versions = units.versions(wanted.unitId());
        Optional<Title> title = seats.title(wanted.titleCode());
        List<Finding> findings = new ArrayList<>();
        if (versions.isEmpty()) {
            findings.add(Finding.of("unitId", "unknown-unit"));
        } else if (!mayWrite(actor, wanted.unitId(), wanted.scope())) {
            findings.add(Finding.of("unitId", "unit-outside-scope"));
        } else if (!wanted.valid()
                .isCoveredBy(versions.stream().map(Unit::valid).toList())) {
            findings.add(Finding.of("validFrom", "unit-does-not-stand"));
        }
        if (title.isEmpty()) {
            findings.add(Finding.of("titleCode", "unknown-title"));
        }
        if (!findings.isEmpty()) {
            return new SeatOutcome.Unlawful(findings);
        }
        Seat seat = new Seat(
                wanted.id(),
                wanted.unitId(),
                versions.getFirst().tree(),
                title.orElseThrow(),
                wanted.kind(),
                wanted.regime(),
                wanted.scope(),
                wanted.holders(),
                wanted.termMonths(),
                wanted.valid(),
                wanted.instrument());
        return standing.map(kept -> change(kept, seat)).orElseGet(() -> add(seat));
    }

    /** Gives a seat that stands another end, or none. */
    public SeatOutcome until(Actor actor, UUID id, @Nullable LocalDate end) {
        Seat seat = seats.find(id).orElseThrow();
        return establish(actor, NewSeat.of(seat.changed(seat.holders(), end, seat.instrument())));
    }

    /** Takes a seat back that was established in error and that nobody ever held. */
    public void withdraw(UUID id) {
        Seats.Kept kept = seats.lock(id).orElseThrow();
        seats.remove(id);
        events.erased(id, kept.revision() + 1);
    }

    /** Takes a title back that was entered in error and that no seat bears. */
    public void withdrawTitle(String code) {
        seats.holdCatalogue();
        seats.removeTitle(code);
    }

    private boolean mayWrite(Actor actor, UUID unitId, ManagementScope scope) {
        return actor.runsTheSystem() || nodes.isInReach(actor, unitId, scope.ordinal());
    }

    private SeatOutcome add(Seat seat) {
        Instant now = TwoClocks.now(clock);
        seats.add(seat, now);
        events.changed(seat, FIRST_REVISION, now, "established");
        return new SeatOutcome.Stands(seat);
    }

    private SeatOutcome change(Seats.Kept standing, Seat seat) {
        if (seat.equals(standing.seat())) {
            return new SeatOutcome.Stands(seat);
        }
        if (!seat.isChangeOf(standing.seat())) {
            return new SeatOutcome.Differs();
        }
        List<Finding> findings =
                SeatRules.againstSeat(new SeatRules.Facts(seat.valid(), seat.holders(), seats.taken(seat.id(), null)))
                        .stream()
                        .map(breach -> Finding.of(breach.field(), breach.code()))
                        .toList();
        if (!findings.isEmpty()) {
            return new SeatOutcome.Unlawful(findings);
        }
        Instant now = TwoClocks.now(clock);
        seats.revise(seat, standing.revision() + 1, now);
        events.changed(seat, standing.revision() + 1, now, "changed");
        return new SeatOutcome.Stands(seat);
    }
}
