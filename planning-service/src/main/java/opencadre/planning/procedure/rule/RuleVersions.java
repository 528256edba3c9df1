package opencadre.planning.procedure.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Parameter;
import opencadre.kit.rule.Regulations;
import opencadre.planning.law.rule.Regime;
import org.jspecify.annotations.Nullable;

/**
 * By which regulation a step of a case runs: that of the day on which the step is held. When it changed since the case
 * was opened, somebody decides; no step is held before that.
 */
public final class RuleVersions {

    /** What tells one version from another. */
    private static final String STEPS = "steps";

    private RuleVersions() {}

    /** What was decided for a case that is open across a change. */
    public enum Choice {
        CONTINUE_UNDER_OLD,
        RESTART_UNDER_NEW
    }

    /** The version, or what is missing for it. */
    public sealed interface Version {

        /**
         * The step may be held under this one.
         *
         * @param regulation number
         * @param lawDay day whose law the rules of the step read
         * @param basis to be frozen in the case
         */
        record Settled(String regulation, LocalDate lawDay, Basis basis) implements Version {}

        /** Old and new, of which one has to be chosen. */
        record ChoiceNeeded(Basis old, Basis current) implements Version {}

        /** No regulation was read for one of these days. */
        record LawNotRead(List<LocalDate> days) implements Version {}
    }

    /** The version for a step; a choice is heeded only where one is needed. */
    public static Version of(
            LocalDate openedOn, LocalDate heldOn, @Nullable Choice choice, Regime regime, Regulations regulations) {
        Optional<Parameter> old = regime.parameter(regulations, "appointment", STEPS, openedOn);
        Optional<Parameter> current = regime.parameter(regulations, "appointment", STEPS, heldOn);
        if (old.isEmpty() || current.isEmpty()) {
            return new Version.LawNotRead(
                    old.isPresent()
                            ? List.of(heldOn)
                            : current.isPresent() ? List.of(openedOn) : List.of(openedOn, heldOn));
        }
        Basis before = old.get().basis();
        Basis now = current.get().basis();
        if (before.regulation().equals(now.regulation())) {
            return new Version.Settled(now.regulation(), heldOn, now);
        }
        return switch (choice) {
            case null -> new Version.ChoiceNeeded(before, now);
            case CONTINUE_UNDER_OLD -> new Version.Settled(before.regulation(), openedOn, before);
            case RESTART_UNDER_NEW -> new Version.Settled(now.regulation(), heldOn, now);
        };
    }
}
