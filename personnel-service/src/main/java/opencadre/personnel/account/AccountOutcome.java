package opencadre.personnel.account;

import java.util.List;
import opencadre.kit.rule.Finding;

/** How a change of an account ends. */
public sealed interface AccountOutcome {

    /** Recorded; the identity provider has still to be told, see {@link SessionEnding#settle}. */
    record Recorded(Account account) implements AccountOutcome {}

    record Unlawful(List<Finding> findings) implements AccountOutcome {}

    /** There is no such account, or it is not the one that the change was made on. */
    record Unknown() implements AccountOutcome {}
}
