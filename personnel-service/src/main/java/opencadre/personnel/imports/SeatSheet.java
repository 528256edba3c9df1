package opencadre.personnel.imports;

import static opencadre.kit.workbook.Column.Kind.DAY;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.Kind.WHOLE;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;
import static opencadre.kit.workbook.Column.words;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.Believed;
import opencadre.kit.time.Period;
import opencadre.kit.workbook.Column;
import opencadre.kit.workbook.Line;
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.RowToken;
import opencadre.kit.workbook.SheetForm;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.NewSeat;
import opencadre.personnel.seat.Regime;
import opencadre.personnel.seat.Seat;
import opencadre.personnel.seat.SeatKind;
import opencadre.personnel.seat.SeatOutcome;
import opencadre.personnel.seat.SeatRegister;
import opencadre.personnel.seat.Seats;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;

/**
 * Sheet "Ghế": one line for each title in a unit, with how many may hold it. Of a seat that stands a line changes what
 * a legal act does: holders, end and instrument.
 */
final class SeatSheet extends OrganisationSheet {

    private static final Set<String> CHANGING = Set.of("holders", "validTo", "instrument");

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

    private static final int MOST_HOLDERS = 1_000;
    private static final int LONGEST_TERM = 1_200;
    private static final int LONGEST_INSTRUMENT = 200;
    private static final int ORDINARY = 0;

    private final Actor actor;
    private final SeatRegister register;
    private final Seats seats;
    private final Units units;
    private final opencadre.kit.access.Units nodes;

    SeatSheet(Actor actor, SeatRegister register, Seats seats, Units units, opencadre.kit.access.Units nodes) {
        this.actor = actor;
        this.register = register;
        this.seats = seats;
        this.units = units;
        this.nodes = nodes;
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
        Integer termMonths = line.wholeOrNull("termMonths");
        List<Finding> findings = against(line, from);
        if (findings.isEmpty() && termMonths != null && (termMonths < 1 || termMonths > LONGEST_TERM)) {
            findings = List.of(Finding.of("termMonths", "out-of-range"));
        }
        if (!findings.isEmpty()) {
            return new RowOutcome.Refused(findings);
        }
        Optional<Seat> standing = seats.of(unit.get(), line.text("titleCode"), from);
        NewSeat seat = new NewSeat(
                standing.map(Seat::id).orElseGet(UUID::randomUUID),
                unit.get(),
                line.text("titleCode"),
                SeatKind.valueOf(line.text("kind")),
                Regime.valueOf(line.text("regime")),
                ManagementScope.valueOf(line.text("managementScope")),
                holders(line),
                termMonths,
                new Period(from, line.endOrNull("validTo")),
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

    /** What the page would not let pass of the cells that change. */
    private static List<Finding> against(Line line, LocalDate from) {
        if (Period.of(from, line.endOrNull("validTo")).isEmpty()) {
            return List.of(Finding.of("validTo", "ends-before-it-begins"));
        }
        if (holders(line) < 1 || holders(line) > MOST_HOLDERS) {
            return List.of(Finding.of("holders", "out-of-range"));
        }
        return line.text("instrument").length() > LONGEST_INSTRUMENT
                ? List.of(Finding.of("instrument", "cell-too-long", LONGEST_INSTRUMENT))
                : List.of();
    }

    /** An empty cell is one. */
    private static int holders(Line line) {
        Integer holders = line.wholeOrNull("holders");
        return holders == null ? 1 : holders;
    }

    @Override
    public String code() {
        return "SEAT";
    }

    @Override
    public Map<String, String> fixed() {
        return FORM.columns().stream()
                .map(Column::key)
                .filter(key -> !CHANGING.contains(key))
                .collect(Collectors.toMap(key -> key, key -> "seat-fixed"));
    }

    @Override
    public List<UUID> things(@Nullable UUID unit) {
        return seats.inReach(actor, unit);
    }

    @Override
    Map<UUID, List<Belief>> reached(Collection<UUID> things) {
        List<Believed<Seat>> beliefs = seats.beliefs(things);
        Set<UUID> ofUnits = beliefs.stream().map(each -> each.fact().unitId()).collect(Collectors.toSet());
        Map<UUID, Long> positions = nodes.positions(ofUnits);
        Map<UUID, Unit> named = units.find(ofUnits);
        return beliefs.stream()
                .filter(each -> isInReach(positions.getOrDefault(each.fact().unitId(), -1L), each.fact()))
                .collect(Collectors.groupingBy(
                        each -> each.fact().id(),
                        Collectors.mapping(
                                each -> new Belief(
                                        each.fact().id(), each.from(), each.to(), values(each.fact(), named)),
                                Collectors.toList())));
    }

    private boolean isInReach(long position, Seat seat) {
        return actor.runsTheSystem()
                || actor.reach().covers(position, seat.scope().ordinal(), ORDINARY);
    }

    private static Map<String, Object> values(Seat seat, Map<UUID, Unit> named) {
        Map<String, Object> values = new HashMap<>();
        values.put("unitId", agencyCode(named, seat.unitId()));
        values.put("titleCode", seat.title().code());
        values.put("kind", seat.kind().name());
        values.put("regime", seat.regime().name());
        values.put("managementScope", seat.scope().name());
        values.put("holders", seat.holders());
        values.put("termMonths", seat.termMonths());
        values.put("validFrom", seat.valid().from());
        values.put("validTo", seat.valid().lastDay());
        values.put("instrument", seat.instrument());
        return values;
    }

    @Override
    public RowOutcome correct(RowToken token, Line line, String reason) {
        UUID id = token.fact();
        Seat standing = seats.find(id).orElseThrow();
        List<Finding> findings = against(line, standing.valid().from());
        if (!findings.isEmpty()) {
            return new RowOutcome.Refused(findings);
        }
        Seat wanted = standing.changed(holders(line), line.endOrNull("validTo"), line.text("instrument"));
        if (wanted.equals(standing)) {
            return new RowOutcome.Same();
        }
        return switch (register.establish(actor, NewSeat.of(wanted))) {
            case SeatOutcome.Stands stands ->
                new RowOutcome.Made(id, id, revision(id).orElseThrow());
            case SeatOutcome.Unlawful unlawful -> new RowOutcome.Refused(unlawful.findings());
            case SeatOutcome.Differs differs -> throw new IllegalStateException("Only what changes was changed");
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
