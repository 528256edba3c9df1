package opencadre.planning.procedure.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Messages;
import opencadre.planning.procedure.rule.RuleVersions.Version;
import org.jspecify.annotations.Nullable;

/**
 * In which order steps are held: each after the one before it, none twice, none after a stop, only the latest put right
 * (Decree 115/2020; a finding cites the regulation by which the step would be held).
 */
public final class StepRules {

    private StepRules() {}

    /**
     * A step that was held and stands; one without quorum is no step.
     *
     * @param goesOn whether its ruling lets the next follow
     */
    public record Held(Step step, LocalDate day, boolean goesOn) {}

    /** What stands against holding a step on a day; empty when nothing does. */
    public static List<Finding> findings(Step step, LocalDate day, List<Held> held, Version version) {
        List<Finding> findings = new ArrayList<>();
        String article =
                version instanceof Version.Settled settled ? settled.basis().citation() : null;
        if (held.stream().anyMatch(other -> other.step() == step)) {
            findings.add(Finding.of("step", "step.held"));
        }
        if (step != Step.LEADERSHIP_1) {
            Step before = Step.values()[step.ordinal() - 1];
            Optional<Held> previous =
                    held.stream().filter(other -> other.step() == before).findFirst();
            if (previous.isEmpty()) {
                findings.add(cited("step", "step.order", article, before.number()));
            } else if (!previous.get().goesOn()) {
                findings.add(cited("step", "step.stopped", article, before.number()));
            }
            previous.filter(other -> day.isBefore(other.day()))
                    .ifPresent(other -> findings.add(
                            cited("heldOn", "step.before-previous", article, before.number(), other.day())));
        }
        switch (version) {
            case Version.Settled settled -> {}
            case Version.ChoiceNeeded choice ->
                findings.add(Finding.of(
                        "ruleVersion",
                        "step.rule-version",
                        choice.old().regulation(),
                        choice.current().regulation()));
            case Version.LawNotRead notRead ->
                findings.add(Finding.of(
                        "ruleVersion",
                        "law-not-read",
                        Messages.of("five-steps"),
                        notRead.days().getFirst()));
        }
        return List.copyOf(findings);
    }

    /** Only the latest step may be put right: what came later stands on it. */
    public static List<Finding> latest(int number, int held) {
        return held > 0 && number == held ? List.of() : List.of(Finding.of("number", "step-not-latest"));
    }

    private static Finding cited(String field, String code, @Nullable String article, Object... arguments) {
        return new Finding(field, code, Messages.of(code, arguments), article);
    }
}
