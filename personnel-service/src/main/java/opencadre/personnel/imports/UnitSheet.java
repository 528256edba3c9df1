package opencadre.personnel.imports;

import static opencadre.kit.workbook.Column.Kind.DAY;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;
import static opencadre.kit.workbook.Column.words;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.Period;
import opencadre.kit.workbook.Line;
import opencadre.kit.workbook.RowImport;
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.SheetForm;
import opencadre.personnel.unit.Tree;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.UnitOutcome;
import opencadre.personnel.unit.UnitRegister;
import opencadre.personnel.unit.Units;

/** Sheet "Đơn vị": one line for each unit, those above before those below. */
final class UnitSheet implements RowImport {

    private static final SheetForm FORM = new SheetForm(
            "Đơn vị",
            List.of(
                    must("agencyCode", "Mã cơ quan", TEXT),
                    words("tree", "Hệ thống", true, Words.TREES),
                    must("name", "Tên đơn vị", TEXT),
                    must("type", "Loại", TEXT),
                    may("code", "Mã hành chính", TEXT),
                    may("parentId", "Mã cơ quan cấp trên", TEXT),
                    must("validFrom", "Từ ngày", DAY),
                    may("validTo", "Đến hết ngày", DAY),
                    must("instrument", "Văn bản", TEXT)),
            List.of("agencyCode"));

    private final UnitRegister register;
    private final Units units;

    UnitSheet(UnitRegister register, Units units) {
        this.register = register;
        this.units = units;
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public RowOutcome take(Line line) {
        String agencyCode = line.text("agencyCode");
        Optional<UUID> standing = units.coded(agencyCode);
        Optional<String> aboveCode = line.maybe("parentId");
        Optional<UUID> above = aboveCode.flatMap(units::coded);
        if (aboveCode.isPresent() && above.isEmpty()) {
            return RowOutcome.Refused.of(Finding.of("parentId", "unknown-agency-code", aboveCode.get()));
        }
        LocalDate lastDay = line.dayOrNull("validTo");
        Optional<Period> valid = Period.of(line.day("validFrom"), lastDay == null ? null : lastDay.plusDays(1));
        if (valid.isEmpty()) {
            return RowOutcome.Refused.of(Finding.of("validTo", "ends-before-it-begins"));
        }
        Unit unit = new Unit(
                standing.orElseGet(UUID::randomUUID),
                Tree.valueOf(line.text("tree")),
                line.text("name"),
                line.text("type"),
                line.maybe("code").orElse(null),
                agencyCode,
                above.orElse(null),
                valid.get(),
                line.text("instrument"));
        return switch (register.establish(unit)) {
            case UnitOutcome.Stands stands ->
                stands.isNew()
                        ? RowOutcome.Made.whole(
                                unit.id(), register.revision(unit.id()).orElseThrow())
                        : new RowOutcome.Same();
            case UnitOutcome.Unlawful unlawful -> new RowOutcome.Refused(unlawful.findings());
            case UnitOutcome.Differs differs -> RowOutcome.Refused.of(Finding.of("agencyCode", "unit-differs"));
            case UnitOutcome.Succeeds succeeds -> throw new IllegalStateException("A unit was asked for");
        };
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        return register.revision(aggregate);
    }

    @Override
    public void undo(UUID aggregate, UUID fact) {
        register.withdraw(aggregate);
    }
}
