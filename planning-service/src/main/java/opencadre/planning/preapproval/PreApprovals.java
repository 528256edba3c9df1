package opencadre.planning.preapproval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import opencadre.planning.law.rule.ManagementScope;
import opencadre.planning.preapproval.rule.Mode;
import opencadre.planning.preapproval.rule.PreApprovalRules;
import opencadre.planning.preapproval.rule.Setting;

/** Where it is kept what each management scope says. */
public interface PreApprovals {

    /** What holds or will hold, and who said so. */
    List<Said> said();

    /** Adds what shall hold; the same scope and day said again replaces what was said before. */
    void say(Said said);

    /**
     * A setting with who made it.
     *
     * @param account subject of the identity provider
     * @param by name of whoever said it
     */
    record Said(Setting setting, String reason, String account, String by, Instant at) {}

    /** The settings alone. */
    default List<Setting> settings() {
        return said().stream().map(Said::setting).toList();
    }

    /** The mode of a scope on a day, as {@code PROVINCIAL_BTV}. */
    default Mode mode(String scope, LocalDate day) {
        return PreApprovalRules.mode(settings(), ManagementScope.valueOf(scope), day);
    }
}
