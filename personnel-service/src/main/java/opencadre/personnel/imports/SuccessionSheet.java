package opencadre.personnel.imports;

import static opencadre.kit.workbook.Column.Kind.DAY;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;
import static opencadre.kit.workbook.Column.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import opencadre.kit.rule.Finding;
import opencadre.kit.workbook.Line;
import opencadre.kit.workbook.RowImport;
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.SheetForm;
import opencadre.personnel.unit.Succession;
import opencadre.personnel.unit.Succession.Kind;
import opencadre.personnel.unit.UnitOutcome;
import opencadre.personnel.unit.UnitRegister;
import opencadre.personnel.unit.Units;

/** Sheet "Kế thừa": one line for each pair of a unit and the one it went into. */
final class SuccessionSheet implements RowImport {

    private static final SheetForm FORM = new SheetForm(
            "Kế thừa",
            List.of(
                    must("predecessorId", "Mã cơ quan cũ", TEXT),
                    must("unitId", "Mã cơ quan mới", TEXT),
                    words("kind", "Cách thức", true, kinds()),
                    must("effectiveOn", "Từ ngày", DAY),
                    must("instrument", "Văn bản", TEXT),
                    may("note", "Phần chuyển", TEXT)),
            List.of("predecessorId", "unitId"));

    private final UnitRegister register;
    private final Units units;

    SuccessionSheet(UnitRegister register, Units units) {
        this.register = register;
        this.units = units;
    }

    private static Map<String, String> kinds() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Sáp nhập", Kind.MERGE.name());
        words.put("Chia, tách", Kind.SPLIT.name());
        words.put("Đổi tên", Kind.RENAME.name());
        words.put("Đổi loại", Kind.TYPE_CHANGE.name());
        words.put("Chuyển cấp trên", Kind.TRANSFER_PARENT.name());
        return words;
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public RowOutcome take(Line line) {
        Optional<UUID> before = units.coded(line.text("predecessorId"));
        if (before.isEmpty()) {
            return RowOutcome.Refused.of(
                    Finding.of("predecessorId", "unknown-agency-code", line.text("predecessorId")));
        }
        Optional<UUID> after = units.coded(line.text("unitId"));
        if (after.isEmpty()) {
            return RowOutcome.Refused.of(Finding.of("unitId", "unknown-agency-code", line.text("unitId")));
        }
        Succession succession = new Succession(
                before.get(),
                after.get(),
                Kind.valueOf(line.text("kind")),
                line.day("effectiveOn"),
                line.text("instrument"),
                line.maybe("note").orElse(null));
        return switch (register.succeed(succession)) {
            case UnitOutcome.Succeeds succeeds ->
                succeeds.isNew()
                        ? new RowOutcome.Made(
                                after.get(),
                                succeeds.id(),
                                register.revision(after.get()).orElseThrow())
                        : new RowOutcome.Same();
            case UnitOutcome.Unlawful unlawful -> new RowOutcome.Refused(unlawful.findings());
            case UnitOutcome.Differs differs ->
                RowOutcome.Refused.of(Finding.of("predecessorId", "succession-differs"));
            case UnitOutcome.Stands stands -> throw new IllegalStateException("A succession was asked for");
        };
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        return register.revision(aggregate);
    }

    @Override
    public void undo(UUID aggregate, UUID fact) {
        register.withdrawSuccession(aggregate, fact);
    }
}
