package opencadre.personnel.account;

import java.util.List;
import opencadre.kit.access.Grants;
import opencadre.kit.rule.Finding;

/** How a change of grants ends. */
public sealed interface GrantOutcome {

    /** Recorded; sessions under other rights are still to be ended, see {@link SessionEnding#settle}. */
    record Recorded(Grants.Account account) implements GrantOutcome {}

    record Unlawful(List<Finding> findings) implements GrantOutcome {}

    /** The account holds no such right. */
    record Unknown() implements GrantOutcome {}
}
