package opencadre.personnel.imports;

import static opencadre.kit.workbook.Column.Kind.DAY;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.Kind.WHOLE;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;
import static opencadre.kit.workbook.Column.words;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.Period;
import opencadre.kit.workbook.Line;
import opencadre.kit.workbook.RowImport;
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.SheetForm;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.NewSeat;
import opencadre.personnel.seat.Regime;
import opencadre.personnel.seat.Seat;
import opencadre.personnel.seat.SeatKind;
import opencadre.personnel.seat.SeatOutcome;
import opencadre.personnel.seat.SeatRegister;
import opencadre.personnel.seat.Seats;
import opencadre.personnel.unit.Units;

/** Sheet "Ghế": one line for each title in a unit, with how many may hold it. */
final class SeatSheet implements RowImport {

    private static final SheetForm FORM = new SheetForm(
            "Ghế",
            List.of(
                    must("unitId", "Mã cơ quan", TEXT),
                    must("titleCode", "Mã chức danh", TEXT),
                    words("kind", "Hình thức", true, Words.SEAT_KINDS),
                    words("regime", "Chế độ", true, Words.REGIMES),
                    words("managementScope", "Diện quản lý", true, Words.SCOPES),
                    may("holders", "Số người", WHOLE),
                    may("termMonths", "Thời hạn (tháng)", WHOLE),
                    must("validFrom", "Từ ngày", DAY),
                    may("validTo", "Đến hết ngày", DAY),
                    must("instrument", "Văn bản", TEXT)),
            List.of("unitId", "titleCode", "validFrom"));

    private final Actor actor;
    private final SeatRegister register;
    private final Seats seats;
    private final Units units;

    SeatSheet(Actor actor, SeatRegister register, Seats seats, Units units) {
        this.actor = actor;
        this.register = register;
        this.seats = seats;
        this.units = units;
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public RowOutcome take(Line line) {
        Optional<UUID> unit = units.coded(line.text("unitId"));
        if (unit.isEmpty()) {
            return RowOutcome.Refused.of(Finding.of("unitId", "unknown-agency-code", line.text("unitId")));
        }
        LocalDate from = line.day("validFrom");
        LocalDate lastDay = line.dayOrNull("validTo");
        Optional<Period> valid = Period.of(from, lastDay == null ? null : lastDay.plusDays(1));
        if (valid.isEmpty()) {
            return RowOutcome.Refused.of(Finding.of("validTo", "ends-before-it-begins"));
        }
        Integer holders = line.wholeOrNull("holders");
        Integer termMonths = line.wholeOrNull("termMonths");
        if (holders != null && holders < 1) {
            return RowOutcome.Refused.of(Finding.of("holders", "out-of-range"));
        }
        if (termMonths != null && termMonths < 1) {
            return RowOutcome.Refused.of(Finding.of("termMonths", "out-of-range"));
        }
        Optional<Seat> standing = seats.of(unit.get(), line.text("titleCode"), from);
        NewSeat seat = new NewSeat(
                standing.map(Seat::id).orElseGet(UUID::randomUUID),
                unit.get(),
                line.text("titleCode"),
                SeatKind.valueOf(line.text("kind")),
                Regime.valueOf(line.text("regime")),
                ManagementScope.valueOf(line.text("managementScope")),
                holders == null ? 1 : holders,
                termMonths,
                valid.get(),
                line.text("instrument"));
        return switch (register.establish(actor, seat)) {
            case SeatOutcome.Stands stands ->
                standing.isEmpty()
                        ? RowOutcome.Made.whole(seat.id(), revision(seat.id()).orElseThrow())
                        : standing.get().equals(stands.seat())
                                ? new RowOutcome.Same()
                                : RowOutcome.Refused.of(Finding.of("titleCode", "line-differs"));
            case SeatOutcome.Unlawful unlawful -> new RowOutcome.Refused(unlawful.findings());
            case SeatOutcome.Differs differs -> RowOutcome.Refused.of(Finding.of("titleCode", "line-differs"));
        };
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        return seats.lock(aggregate)
                .map(kept -> OptionalLong.of(kept.revision()))
                .orElse(OptionalLong.empty());
    }

    @Override
    public void undo(UUID aggregate, UUID fact) {
        register.withdraw(aggregate);
    }
}
