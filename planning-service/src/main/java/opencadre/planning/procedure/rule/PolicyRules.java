package opencadre.planning.procedure.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Messages;
import opencadre.planning.procedure.rule.DeadlineRules.Deadline;
import org.jspecify.annotations.Nullable;

/** The approval of the policy: later than the law allows only with a reason. */
public final class PolicyRules {

    private PolicyRules() {}

    /** What stands against an approval on a day; where no deadline was read, none is missed. */
    public static List<Finding> late(LocalDate approvedOn, @Nullable String reason, Optional<Deadline> deadline) {
        return deadline
                .filter(last -> !last.isKeptBy(approvedOn) && reason == null)
                .map(last -> new Finding(
                        "reason",
                        "policy-late",
                        Messages.of("policy-late", last.lastDay()),
                        last.bases().getFirst().citation()))
                .stream()
                .toList();
    }
}
