package opencadre.personnel.unit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.Period;
import opencadre.kit.web.Refused;
import opencadre.personnel.unit.Lineage;
import opencadre.personnel.unit.Succession;
import opencadre.personnel.unit.Succession.Kind;
import opencadre.personnel.unit.Tree;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.UnitOutcome;
import opencadre.personnel.unit.UnitRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/personnel/units")
final class UnitController {

    private final UnitRegister register;
    private final ScopedWork work;
    private final Audit audit;

    UnitController(UnitRegister register, ScopedWork work, Audit audit) {
        this.register = register;
        this.work = work;
        this.audit = audit;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitView(
            UUID id,
            Tree tree,
            String name,
            String type,
            @Nullable String code,
            @Nullable String agencyCode,
            @Nullable UUID parentId,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String instrument) {

        static UnitView of(Unit unit) {
            return new UnitView(
                    unit.id(),
                    unit.tree(),
                    unit.name(),
                    unit.type(),
                    unit.code(),
                    unit.agencyCode(),
                    unit.parentId(),
                    unit.valid().from(),
                    unit.valid().to(),
                    unit.instrument());
        }
    }

    record UnitsView(LocalDate asOf, List<UnitView> items) {}

    record NewUnit(
            @NotNull Tree tree,
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 40) String type,
            @Nullable @Size(max = 20) String code,
            @Nullable @Size(min = 2, max = 40) String agencyCode,
            @Nullable UUID parentId,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotBlank @Size(max = 200) String instrument) {}

    @GetMapping
    UnitsView listUnits(Actor actor, @RequestParam(required = false) @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? actor.today() : asOf;
        return work.read(
                actor,
                () -> new UnitsView(
                        day, register.on(day).stream().map(UnitView::of).toList()));
    }

    @PutMapping("/{unitId}")
    UnitView putUnit(Actor actor, @PathVariable UUID unitId, @RequestBody @Valid NewUnit body) {
        Period valid = Period.of(body.validFrom(), body.validTo())
                .orElseThrow(() -> Refused.invalid(Finding.of("validTo", "ends-before-it-begins")));
        Unit unit = new Unit(
                unitId,
                body.tree(),
                body.name(),
                body.type(),
                body.code(),
                body.agencyCode(),
                body.parentId(),
                valid,
                body.instrument());
        return work.as(actor, () -> switch (register.establish(unit)) {
            case UnitOutcome.Stands stands -> {
                audit.write(Audit.Entry.of("putUnit").in(unitId).because(body.instrument()));
                yield UnitView.of(stands.unit());
            }
            case UnitOutcome.Succeeds succeeds -> throw new IllegalStateException("A unit was asked for");
            case UnitOutcome.Differs differs -> throw new Refused(HttpStatus.CONFLICT, "unit-differs", List.of());
            case UnitOutcome.Unlawful unlawful -> throw Refused.unlawful(unlawful.findings());
        });
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepView(
            UnitView unit,
            Kind kind,
            LocalDate effectiveOn,
            String instrument,
            @Nullable String note) {

        static StepView of(Lineage.Step step) {
            Succession succession = step.succession();
            return new StepView(
                    UnitView.of(step.other()),
                    succession.kind(),
                    succession.effectiveOn(),
                    succession.instrument(),
                    succession.note());
        }
    }

    record LineageView(List<StepView> predecessors, List<StepView> successors) {

        static LineageView of(Lineage lineage) {
            return new LineageView(
                    lineage.predecessors().stream().map(StepView::of).toList(),
                    lineage.successors().stream().map(StepView::of).toList());
        }
    }

    record NewSuccession(
            @NotNull Kind kind,
            @NotNull LocalDate effectiveOn,
            @NotBlank @Size(max = 200) String instrument,
            @Nullable @Size(max = 500) String note) {}

    @GetMapping("/{unitId}/lineage")
    LineageView showLineage(Actor actor, @PathVariable UUID unitId) {
        return work.read(
                actor, () -> register.lineage(unitId).map(LineageView::of).orElseThrow(Refused::notFound));
    }

    @PutMapping("/{unitId}/predecessors/{predecessorId}")
    LineageView putPredecessor(
            Actor actor,
            @PathVariable UUID unitId,
            @PathVariable UUID predecessorId,
            @RequestBody @Valid NewSuccession body) {
        Succession succession =
                new Succession(predecessorId, unitId, body.kind(), body.effectiveOn(), body.instrument(), body.note());
        return work.as(actor, () -> switch (register.succeed(succession)) {
            case UnitOutcome.Succeeds succeeds -> {
                audit.write(Audit.Entry.of("putPredecessor").in(unitId).because(body.instrument()));
                yield LineageView.of(register.lineage(unitId).orElseThrow());
            }
            case UnitOutcome.Stands stands -> throw new IllegalStateException("A succession was asked for");
            case UnitOutcome.Differs differs -> throw new Refused(HttpStatus.CONFLICT, "succession-differs", List.of());
            case UnitOutcome.Unlawful unlawful -> throw Refused.unlawful(unlawful.findings());
        });
    }
}
