package opencadre.planning.preapproval;

import java.time.Clock;
import java.util.List;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.TwoClocks;
import opencadre.planning.preapproval.rule.PreApprovalRules;
import opencadre.planning.preapproval.rule.Setting;
import org.springframework.stereotype.Service;

/** Says from which day on what may be kept of a management scope. */
@Service
public class PreApprovalRegister {

    private final PreApprovals settings;
    private final Clock clock;

    PreApprovalRegister(PreApprovals settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What is against it; when nothing is, it holds from its day on. What is kept already stays. */
    public List<Finding> say(Actor actor, Setting setting, String reason) {
        List<Finding> findings = PreApprovalRules.ofChange(setting.validFrom(), actor.today());
        if (findings.isEmpty()) {
            settings.say(new PreApprovals.Said(
                    setting, reason.strip(), actor.account(), actor.name(), TwoClocks.now(clock)));
        }
        return findings;
    }
}
