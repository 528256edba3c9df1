package opencadre.planning.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Outcome;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.procedure.rule.DocumentRules;
import opencadre.planning.procedure.rule.RuleVersions;
import opencadre.planning.procedure.rule.TallyRules;
import org.jspecify.annotations.Nullable;

/**
 * What was done in a procedure. Each is an entry of its record and is never changed; people stand there by their ids
 * alone.
 */
public sealed interface ProcedureAct {

    /** Opened for a seat, under a regulation. */
    record Opened(
            UUID seatId,
            UUID unitId,
            String managementScope,
            Regime regime,
            LocalDate requestedOn,
            LocalDate openedOn,
            String regulation,
            String ruleVersion,
            List<UUID> candidates)
            implements ProcedureAct {}

    /** The policy was approved by somebody else than opened it. */
    record PolicyApproved(
            LocalDate approvedOn, String decision, @Nullable String reason) implements ProcedureAct {}

    /** By which regulation it goes on, after a change between its steps. A restart sets aside what was held. */
    record RuleVersionChosen(RuleVersions.Choice choice, String old, String current, String reason)
            implements ProcedureAct {}

    /** A paper of a candidate. */
    record DocumentRecorded(UUID personId, DocumentRules.Kind kind, String number, LocalDate issuedOn)
            implements ProcedureAct {}

    /** A step was held, with what the law made of it then. */
    record StepHeld(int number, Meeting meeting, FrozenRuling ruling) implements ProcedureAct {}

    /** The latest step put right. */
    record StepCorrected(int number, Meeting meeting, FrozenRuling ruling, String reason) implements ProcedureAct {}

    /** Of two people with exactly half, whom the head chose. */
    record HeadChose(UUID personId, String views) implements ProcedureAct {}

    /**
     * It came to an end with a person.
     *
     * @param criteria of the verdict on the day of step 5
     * @param evidence which revisions of which records the verdict stood on
     */
    record Concluded(
            UUID personId,
            LocalDate concludedOn,
            Outcome overall,
            Confidence confidence,
            List<FrozenCriterion> criteria,
            List<String> evidence,
            String ruleVersion,
            String regulation,
            LocalDate regulationFrom,
            LocalDate lawDay,
            @Nullable String reason)
            implements ProcedureAct {}

    /** Given up. */
    record Stopped(String reason) implements ProcedureAct {}

    /**
     * A meeting with the counts of its ballot; who voted how is never recorded.
     *
     * @param kind null in step 1, which has no ballot
     * @param members all of the leadership; step 3
     */
    record Meeting(
            LocalDate heldOn,
            String body,
            int summoned,
            int present,
            @Nullable Integer issued,
            @Nullable Integer returned,
            @Nullable Integer valid,
            @Nullable Integer namingNobody,
            List<Votes> votes,
            @Nullable Integer members,
            TallyRules.@Nullable Kind kind,
            String minutes,
            @Nullable Boolean announced) {}

    /** Votes for a person. */
    record Votes(UUID personId, int count) {}

    /** What came of a step. */
    enum StepResult {
        CONSULTED,
        CHOSEN,
        GO_ON,
        HEAD_CHOOSES,
        NO_QUORUM,
        STOPPED
    }

    /**
     * What the law made of a step on its day.
     *
     * @param people chosen, going on, or to be chosen among
     */
    record FrozenRuling(
            StepResult result,
            List<UUID> people,
            Bilingual said,
            @Nullable Boolean announce,
            Confidence confidence,
            List<Basis> bases,
            LocalDate lawDay) {

        boolean goesOn() {
            return result != StepResult.STOPPED && result != StepResult.NO_QUORUM;
        }
    }

    /** One condition as it was judged. */
    record FrozenCriterion(String code, Outcome outcome) {}
}
