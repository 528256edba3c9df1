package opencadre.personnel.unit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.rule.Finding;
import opencadre.kit.web.Refused;
import opencadre.personnel.unit.Succession;
import opencadre.personnel.unit.Succession.Kind;
import opencadre.personnel.unit.UnitRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of units between two days, all of them at once. */
@RestController
@RequestMapping("/api/personnel/successions")
final class SuccessionController {

    private final UnitRegister register;
    private final ScopedWork work;

    SuccessionController(UnitRegister register, ScopedWork work) {
        this.register = register;
        this.work = work;
    }

    record Successions(List<SuccessionStep> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SuccessionStep(
            UUID predecessorId,
            UUID successorId,
            Kind kind,
            LocalDate effectiveOn,
            String instrument,
            @Nullable String note) {

        static SuccessionStep of(Succession succession) {
            return new SuccessionStep(
                    succession.predecessor(),
                    succession.successor(),
                    succession.kind(),
                    succession.effectiveOn(),
                    succession.instrument(),
                    succession.note());
        }
    }

    @GetMapping
    Successions listSuccessions(
            Actor actor,
            @RequestParam(required = false) @Nullable LocalDate after,
            @RequestParam(required = false) @Nullable LocalDate upTo) {
        if (after != null && upTo != null && upTo.isBefore(after)) {
            throw Refused.invalid(Finding.of("upTo", "ends-before-it-begins"));
        }
        return work.read(
                actor,
                () -> new Successions(register.successions(after, upTo).stream()
                        .map(SuccessionStep::of)
                        .toList()));
    }
}
