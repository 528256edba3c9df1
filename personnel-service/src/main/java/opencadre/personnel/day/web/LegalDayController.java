package opencadre.personnel.day.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Refused;
import opencadre.personnel.day.DayOutcome;
import opencadre.personnel.day.DayRegister;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class LegalDayController {

    private final DayRegister register;
    private final ScopedWork work;
    private final Audit audit;

    LegalDayController(DayRegister register, ScopedWork work, Audit audit) {
        this.register = register;
        this.work = work;
        this.audit = audit;
    }

    record LegalDayView(@NotNull LocalDate day) {}

    @PutMapping("/api/personnel/legal-day")
    LegalDayView advanceLegalDay(Actor actor, @RequestBody @Valid LegalDayView body) {
        return work.as(actor, () -> switch (register.advance(actor, body.day())) {
            case DayOutcome.Today today -> {
                audit.write(Audit.Entry.of("advanceLegalDay").because(actor.today() + " " + today.day()));
                yield new LegalDayView(today.day());
            }
            case DayOutcome.ByTheCalendar calendar ->
                throw new Refused(HttpStatus.CONFLICT, "legal-day-by-the-calendar", List.of());
            case DayOutcome.Unlawful unlawful -> throw Refused.unlawful(unlawful.findings());
        });
    }
}
