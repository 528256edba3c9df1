package opencadre.planning.procedure.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Outcome;
import opencadre.kit.rule.Verdict;
import opencadre.planning.procedure.rule.RuleVersions.Version;
import org.jspecify.annotations.Nullable;

/**
 * The end of a procedure: with somebody who came out of it and fails no condition on the day of step 5. What is unknown
 * then needs a reason, and whoever concludes is responsible.
 */
public final class ConclusionRules {

    private ConclusionRules() {}

    /** There is somebody to conclude with. */
    public static List<Finding> ofChosen(boolean cameOut) {
        return cameOut ? List.of() : List.of(Finding.of(null, "nobody-came-out"));
    }

    /** Only a procedure that is not kept here has to be told who came out of it. */
    public static List<Finding> ofNamed(boolean elsewhere, boolean named) {
        if (elsewhere == named) {
            return List.of();
        }
        return List.of(Finding.of("personId", elsewhere ? "required" : "person-comes-out-of-the-steps"));
    }

    /** By which law it is judged is settled: where the regulation changed meanwhile, somebody chose. */
    public static List<Finding> ofLaw(Version version, LocalDate concludedOn) {
        return switch (version) {
            case Version.Settled settled -> List.of();
            case Version.ChoiceNeeded needed -> List.of(Finding.of(null, "rule-version-choice-needed"));
            case Version.LawNotRead notRead ->
                List.of(Finding.of("concludedOn", "law-not-read", Messages.of("five-steps"), concludedOn));
        };
    }

    /** What the verdict says, null where whoever concludes does not see the person. */
    public static List<Finding> ofVerdict(@Nullable Verdict verdict, @Nullable String reason) {
        if (verdict == null) {
            return List.of(Finding.of(null, "chosen-not-visible"));
        }
        List<Finding> findings = new ArrayList<>(ActRules.failed(null, verdict.criteria()));
        if (verdict.overall() == Outcome.UNKNOWN && reason == null) {
            findings.add(Finding.of("reason", "unknown-needs-a-reason"));
        }
        return List.copyOf(findings);
    }
}
