package opencadre.personnel.imports;

import static opencadre.kit.workbook.Column.Kind.DAY;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;
import static opencadre.kit.workbook.Column.words;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import opencadre.personnel.unit.Tree;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.UnitOutcome;
import opencadre.personnel.unit.UnitRegister;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;

/**
 * Sheet "Đơn vị": one line for each unit, those above before those below. A unit that stands is ended or renamed by a
 * reorganisation alone, never by a line.
 */
final class UnitSheet extends OrganisationSheet {

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

    private final Actor actor;
    private final UnitRegister register;
    private final Units units;
    private final opencadre.kit.access.Units nodes;

    UnitSheet(Actor actor, UnitRegister register, Units units, opencadre.kit.access.Units nodes) {
        this.actor = actor;
        this.register = register;
        this.units = units;
        this.nodes = nodes;
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
        Optional<Period> valid = Period.of(line.day("validFrom"), line.endOrNull("validTo"));
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
    public String code() {
        return "UNIT";
    }

    @Override
    public Map<String, String> fixed() {
        return FORM.columns().stream().collect(Collectors.toMap(Column::key, column -> "unit-fixed"));
    }

    @Override
    public List<UUID> things(@Nullable UUID unit) {
        List<UUID> under = units.under(unit, actor.today());
        Set<UUID> inReach = inReach(under);
        return under.stream().filter(inReach::contains).toList();
    }

    @Override
    Map<UUID, List<Belief>> reached(Collection<UUID> things) {
        List<Believed<Unit>> beliefs = units.beliefs(inReach(things));
        Map<UUID, Unit> above = units.find(beliefs.stream()
                .map(each -> each.fact().parentId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return beliefs.stream()
                .collect(Collectors.groupingBy(
                        each -> each.fact().id(),
                        Collectors.mapping(
                                each -> new Belief(
                                        each.fact().id(), each.from(), each.to(), values(each.fact(), above)),
                                Collectors.toList())));
    }

    private Set<UUID> inReach(Collection<UUID> ids) {
        return nodes.positions(ids).entrySet().stream()
                .filter(each -> actor.runsTheSystem() || actor.reach().touches(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> values(Unit unit, Map<UUID, Unit> above) {
        Map<String, Object> values = new HashMap<>();
        values.put("agencyCode", unit.agencyCode());
        values.put("tree", unit.tree().name());
        values.put("name", unit.name());
        values.put("type", unit.type());
        values.put("code", unit.code());
        values.put("parentId", agencyCode(above, unit.parentId()));
        values.put("validFrom", unit.valid().from());
        values.put("validTo", unit.valid().lastDay());
        values.put("instrument", unit.instrument());
        return values;
    }

    /** No cell of a unit that stands can be another, so no line comes to this. */
    @Override
    public RowOutcome correct(RowToken token, Line line, String reason) {
        throw new IllegalStateException("Every column of this sheet is fixed");
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
