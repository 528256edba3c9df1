package opencadre.planning.preapproval.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Finding;
import opencadre.kit.web.Refused;
import opencadre.planning.law.rule.ManagementScope;
import opencadre.planning.preapproval.PreApprovalRegister;
import opencadre.planning.preapproval.PreApprovals;
import opencadre.planning.preapproval.rule.Mode;
import opencadre.planning.preapproval.rule.Setting;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What of plans and procedures is kept before they are approved, by management scope. */
@RestController
@RequestMapping("/api/planning/pre-approval")
final class PreApprovalController {

    private final PreApprovals settings;
    private final PreApprovalRegister register;
    private final ScopedWork work;
    private final Audit audit;

    PreApprovalController(PreApprovals settings, PreApprovalRegister register, ScopedWork work, Audit audit) {
        this.settings = settings;
        this.register = register;
        this.work = work;
        this.audit = audit;
    }

    record PreApproval(
            ManagementScope managementScope, Mode mode, LocalDate validFrom, String reason, String by, Instant at) {

        static PreApproval of(PreApprovals.Said said) {
            return new PreApproval(
                    said.setting().scope(),
                    said.setting().mode(),
                    said.setting().validFrom(),
                    said.reason(),
                    said.by(),
                    said.at());
        }
    }

    record PreApprovalList(List<PreApproval> items) {}

    record PreApprovalChange(
            @NotNull Mode mode,
            @NotNull LocalDate validFrom,
            @NotBlank @Size(min = 3, max = 500) String reason) {}

    @GetMapping
    PreApprovalList listPreApprovals(Actor actor) {
        return work.read(actor, () -> {
            audit.write(Audit.Entry.of("listPreApprovals"));
            return list();
        });
    }

    @PutMapping("/{managementScope}")
    PreApprovalList sayPreApproval(
            Actor actor, @PathVariable ManagementScope managementScope, @RequestBody @Valid PreApprovalChange body) {
        return work.as(actor, () -> {
            List<Finding> findings =
                    register.say(actor, new Setting(managementScope, body.mode(), body.validFrom()), body.reason());
            if (!findings.isEmpty()) {
                throw Refused.unlawful(findings);
            }
            audit.write(Audit.Entry.of("sayPreApproval")
                    .because(managementScope + " " + body.mode() + " " + body.validFrom()));
            return list();
        });
    }

    private PreApprovalList list() {
        return new PreApprovalList(settings.said().stream().map(PreApproval::of).toList());
    }
}
