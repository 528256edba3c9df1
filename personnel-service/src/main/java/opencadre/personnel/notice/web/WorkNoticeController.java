package opencadre.personnel.notice.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Finding;
import opencadre.kit.web.Refused;
import opencadre.personnel.notice.WorkNoticeRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the account is told by mail that work waits; always the own one. */
@RestController
@RequestMapping("/api/personnel/work-notice")
final class WorkNoticeController {

    private final WorkNoticeRegister register;
    private final ScopedWork work;
    private final Audit audit;

    WorkNoticeController(WorkNoticeRegister register, ScopedWork work, Audit audit) {
        this.register = register;
        this.work = work;
        this.audit = audit;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkNotice(
            boolean offered, boolean wanted, @Nullable String address) {

        static WorkNotice of(WorkNoticeRegister.Standing standing) {
            return new WorkNotice(standing.offered(), standing.wanted(), standing.address());
        }
    }

    record WantedNotice(@NotNull Boolean wanted) {}

    @GetMapping
    WorkNotice showWorkNotice(Actor actor) {
        return work.read(actor, () -> WorkNotice.of(register.of(actor)));
    }

    @PutMapping
    WorkNotice putWorkNotice(Actor actor, @RequestBody @Valid WantedNotice body) {
        return work.as(actor, () -> {
            if (body.wanted()) {
                List<Finding> findings = register.want(actor);
                if (!findings.isEmpty()) {
                    throw Refused.unlawful(findings);
                }
            } else {
                register.forget(actor);
            }
            audit.write(Audit.Entry.of("putWorkNotice"));
            return WorkNotice.of(register.of(actor));
        });
    }
}
