package opencadre.planning.imports;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.workbook.Line;
import opencadre.planning.person.KnownPeople;
import opencadre.planning.seat.Seats;
import org.springframework.stereotype.Component;

/**
 * By what workbooks name things: people by their file number, seats by agency code and title, within the actor's reach.
 */
@Component
class Names {

    private final KnownPeople people;
    private final Seats seats;

    Names(KnownPeople people, Seats seats) {
        this.people = people;
        this.seats = seats;
    }

    /** What a name stands for, or why nothing. */
    sealed interface Named {

        record Found(UUID id) implements Named {}

        record Missing(Finding finding) implements Named {}
    }

    /** Whose number stands in a column. */
    Named person(Actor actor, String key, String fileNumber) {
        return people.numbered(actor, fileNumber)
                .<Named>map(Named.Found::new)
                .orElseGet(() -> new Named.Missing(Finding.of(key, "unknown-file-number", fileNumber)));
    }

    /** The seat of the columns {@code unitId} and {@code seatId}, as it stood on a day. */
    Named seat(Actor actor, Line line, LocalDate day) {
        Optional<UUID> unit = seats.unitCoded(line.text("unitId"));
        if (unit.isEmpty()) {
            return new Named.Missing(Finding.of("unitId", "unknown-agency-code", line.text("unitId")));
        }
        return seats.of(actor, unit.get(), line.text("seatId"), day)
                .<Named>map(Named.Found::new)
                .orElseGet(() -> new Named.Missing(Finding.of("seatId", "no-seat-so", line.text("seatId"))));
    }
}
