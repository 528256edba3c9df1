package opencadre.personnel.imports;

import static opencadre.kit.workbook.Column.Kind.DAY;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.DatedFacts;
import opencadre.kit.time.Period;
import opencadre.kit.workbook.Line;
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.RowToken;
import opencadre.kit.workbook.SheetForm;
import opencadre.personnel.term.TermOfOffice;
import opencadre.personnel.term.TermRegister;
import opencadre.personnel.term.Terms;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.Units;
import opencadre.personnel.unitfact.UnitFactOutcome;
import org.jspecify.annotations.Nullable;

/** Sheet "Nhiệm kỳ": one line for each term of office of a body. */
final class TermSheet extends OrganisationSheet {

    private static final SheetForm FORM = new SheetForm(
            "Nhiệm kỳ",
            List.of(
                    must("unitId", "Mã cơ quan", TEXT),
                    must("name", "Tên nhiệm kỳ", TEXT),
                    must("validFrom", "Từ ngày", DAY),
                    may("validTo", "Đến hết ngày", DAY),
                    must("instrument", "Văn bản", TEXT)),
            List.of("unitId", "validFrom"));

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_INSTRUMENT = 300;

    private final Actor actor;
    private final TermRegister register;
    private final Terms terms;
    private final Units units;
    private final opencadre.kit.access.Units nodes;

    TermSheet(Actor actor, TermRegister register, Terms terms, Units units, opencadre.kit.access.Units nodes) {
        this.actor = actor;
        this.register = register;
        this.terms = terms;
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
        List<Finding> findings = against(line);
        if (!findings.isEmpty()) {
            return new RowOutcome.Refused(findings);
        }
        Optional<DatedFacts.Kept<TermOfOffice>> standing = terms.facts().of(unit.get()).stream()
                .filter(kept -> kept.fact().valid().from().equals(line.day("validFrom")))
                .findFirst();
        TermOfOffice wanted =
                term(standing.map(kept -> kept.fact().id()).orElseGet(UUID::randomUUID), unit.get(), line);
        return switch (register.record(actor, wanted)) {
            case UnitFactOutcome.Recorded<TermOfOffice> recorded ->
                standing.isPresent()
                        ? new RowOutcome.Same()
                        : RowOutcome.Made.whole(wanted.id(), recorded.kept().revision());
            case UnitFactOutcome.Unlawful<TermOfOffice> unlawful -> new RowOutcome.Refused(unlawful.findings());
            case UnitFactOutcome.Differs<TermOfOffice> differs ->
                RowOutcome.Refused.of(Finding.of("name", "line-differs"));
            case UnitFactOutcome.Unknown<TermOfOffice> unknown ->
                throw new IllegalStateException("A new term has no revision to miss");
        };
    }

    private static TermOfOffice term(UUID id, UUID unit, Line line) {
        return new TermOfOffice(
                id,
                unit,
                line.text("name"),
                new Period(line.day("validFrom"), line.endOrNull("validTo")),
                line.text("instrument"));
    }

    /** What the page would not let pass. */
    private static List<Finding> against(Line line) {
        List<Finding> findings = new ArrayList<>();
        if (Period.of(line.day("validFrom"), line.endOrNull("validTo")).isEmpty()) {
            findings.add(Finding.of("validTo", "ends-before-it-begins"));
        }
        if (line.text("name").length() > LONGEST_NAME) {
            findings.add(Finding.of("name", "cell-too-long", LONGEST_NAME));
        }
        if (line.text("instrument").length() > LONGEST_INSTRUMENT) {
            findings.add(Finding.of("instrument", "cell-too-long", LONGEST_INSTRUMENT));
        }
        return findings;
    }

    @Override
    public String code() {
        return "TERM";
    }

    @Override
    public Map<String, String> fixed() {
        return Map.of("unitId", "term-fixed");
    }

    @Override
    public List<UUID> things(@Nullable UUID unit) {
        return terms.inReach(actor, unit);
    }

    @Override
    Map<UUID, List<Belief>> reached(Collection<UUID> things) {
        List<DatedFacts.Belief<TermOfOffice>> beliefs = terms.facts().beliefs(things);
        List<UUID> bodies =
                beliefs.stream().map(each -> each.fact().unitId()).distinct().toList();
        Map<UUID, Long> positions = nodes.positions(bodies);
        Map<UUID, Unit> named = units.find(bodies);
        return beliefs.stream()
                .filter(each -> actor.runsTheSystem()
                        || actor.reach()
                                .touches(positions.getOrDefault(each.fact().unitId(), -1L)))
                .collect(Collectors.groupingBy(
                        each -> each.fact().id(),
                        Collectors.mapping(
                                each -> new Belief(
                                        each.fact().id(),
                                        each.recordedFrom(),
                                        each.recordedTo(),
                                        values(each.fact(), named)),
                                Collectors.toList())));
    }

    private static Map<String, Object> values(TermOfOffice term, Map<UUID, Unit> named) {
        Map<String, Object> values = new HashMap<>();
        values.put("unitId", agencyCode(named, term.unitId()));
        values.put("name", term.name());
        values.put("validFrom", term.valid().from());
        values.put("validTo", term.valid().lastDay());
        values.put("instrument", term.instrument());
        return values;
    }

    @Override
    public RowOutcome correct(RowToken token, Line line, String reason) {
        DatedFacts.Kept<TermOfOffice> standing =
                terms.facts().find(token.fact()).orElseThrow();
        List<Finding> findings = against(line);
        if (!findings.isEmpty()) {
            return new RowOutcome.Refused(findings);
        }
        TermOfOffice wanted = term(standing.fact().id(), standing.fact().unitId(), line);
        if (wanted.equals(standing.fact())) {
            return new RowOutcome.Same();
        }
        return switch (register.correct(actor, wanted, made -> made == standing.revision(), reason)) {
            case UnitFactOutcome.Recorded<TermOfOffice> recorded ->
                new RowOutcome.Made(wanted.id(), wanted.id(), recorded.kept().revision());
            case UnitFactOutcome.Unlawful<TermOfOffice> unlawful -> new RowOutcome.Refused(unlawful.findings());
            case UnitFactOutcome.Differs<TermOfOffice> differs ->
                throw new IllegalStateException("A term is put right, not made anew");
            case UnitFactOutcome.Unknown<TermOfOffice> unknown ->
                throw new IllegalStateException("It was read in this transaction");
        };
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        return terms.facts()
                .find(aggregate)
                .map(kept -> OptionalLong.of(kept.revision()))
                .orElse(OptionalLong.empty());
    }

    @Override
    public void undo(UUID aggregate, UUID fact) {
        UnitFactOutcome<TermOfOffice> outcome = register.voided(actor, aggregate, made -> true, UNDONE);
        if (!(outcome instanceof UnitFactOutcome.Recorded<TermOfOffice>)) {
            throw new IllegalStateException("A term that stands and is reached can be voided: " + outcome);
        }
    }
}
