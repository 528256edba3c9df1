package opencadre.planning.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Fact;
import opencadre.kit.rule.Outcome;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.preapproval.rule.Secrecy;
import opencadre.planning.procedure.rule.DocumentRules;
import opencadre.planning.procedure.rule.Meeting;
import opencadre.planning.procedure.rule.RuleVersions;
import opencadre.planning.procedure.rule.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * What was done in a procedure. Each is an entry of its record and is never changed; people stand there by their ids
 * alone.
 */
public sealed interface ProcedureAct {

    /**
     * Whom the act takes into the procedure; their papers and the counts of their votes name them, but take in nobody.
     */
    default Set<UUID> names() {
        return switch (this) {
            case Opened opened -> Set.copyOf(opened.candidates());
            case StepHeld held -> Set.copyOf(held.ruling().people());
            case StepCorrected held -> Set.copyOf(held.ruling().people());
            case HeadChose chose -> Set.of(chose.personId());
            case Concluded concluded -> Set.of(concluded.personId());
            case PapersConfirmed confirmed -> Set.of();
            case PolicyApproved approved -> Set.of();
            case RuleVersionChosen chosen -> Set.of();
            case DocumentRecorded document -> Set.of();
            case Stopped stopped -> Set.of();
        };
    }

    /**
     * Opened for a seat, under a regulation.
     *
     * @param candidates none for one that runs on paper elsewhere
     * @param papers what it was put on record from; null for one that runs here from the beginning
     * @param pointer where the papers lie of one that runs elsewhere; null for one that runs here
     */
    record Opened(
            UUID seatId,
            UUID unitId,
            String managementScope,
            Regime regime,
            LocalDate requestedOn,
            LocalDate openedOn,
            String regulation,
            String ruleVersion,
            List<UUID> candidates,
            @Nullable Papers papers,
            @Nullable Pointer pointer)
            implements ProcedureAct {}

    /**
     * Where the papers of a procedure lie that is not kept here.
     *
     * @param number of the file
     * @param level that it is marked with
     * @param keeper who has it
     */
    record Pointer(String number, Secrecy level, String keeper) {}

    /**
     * Somebody else saw the papers from which it was put on record and stands for them, for the approval of the policy
     * too.
     */
    record PapersConfirmed(@Nullable String note) implements ProcedureAct {}

    /**
     * The papers of a procedure of the past.
     *
     * @param code by which whoever took them names the case
     * @param approvedOn day on which the policy was approved, as they say
     * @param decision number of the approval
     * @param reason why it was approved late
     */
    record Papers(
            String code,
            LocalDate approvedOn,
            String decision,
            @Nullable String reason) {}

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
     * @param criteria of the verdict on the day of step 5; none where the papers are not kept here
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

    /** What came of a step. */
    enum StepResult {
        CONSULTED,
        CHOSEN,
        GO_ON,
        HEAD_CHOOSES,
        NO_QUORUM,
        STOPPED;

        /** Errors: {@link IllegalArgumentException} for a result from which nothing follows and that is never kept. */
        static StepResult of(Ruling.Result result) {
            return switch (result) {
                case Ruling.Result.Chosen chosen -> CHOSEN;
                case Ruling.Result.GoOn goOn -> GO_ON;
                case Ruling.Result.HeadChooses headChooses -> HEAD_CHOOSES;
                case Ruling.Result.Consulted consulted -> CONSULTED;
                case Ruling.Result.Stopped stopped -> STOPPED;
                case Ruling.Result.NoQuorum noQuorum -> throw new IllegalArgumentException("no step: " + result);
                case Ruling.Result.Inconsistent counts -> throw new IllegalArgumentException("no step: " + result);
                case Ruling.Result.LawNotRead notRead -> throw new IllegalArgumentException("no step: " + result);
            };
        }
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

        /** A ruling that something follows from, as it is kept. */
        static FrozenRuling of(Ruling ruling, LocalDate lawDay) {
            Ruling.Result result = ruling.result();
            List<String> people = switch (result) {
                case Ruling.Result.Chosen(String person) -> List.of(person);
                case Ruling.Result.GoOn(var goOn) -> goOn;
                case Ruling.Result.HeadChooses(var two) -> two;
                case Ruling.Result.Consulted consulted -> List.of();
                case Ruling.Result.Stopped stopped -> List.of();
                case Ruling.Result.NoQuorum noQuorum -> List.of();
                case Ruling.Result.Inconsistent inconsistent -> List.of();
                case Ruling.Result.LawNotRead notRead -> List.of();
            };
            return new FrozenRuling(
                    StepResult.of(result),
                    people.stream().map(UUID::fromString).toList(),
                    ruling.said(),
                    ruling.announced(),
                    ruling.confidence(),
                    ruling.bases(),
                    lawDay);
        }

        boolean goesOn() {
            return result != StepResult.STOPPED && result != StepResult.NO_QUORUM;
        }
    }

    /**
     * One condition as it was judged, so that the record says by itself what was asked, what was and by which article.
     * Records made before these were kept have the code and the outcome alone.
     *
     * @param required what the regulation asked
     * @param actual what the facts said
     * @param facts those looked at, by their ids in their owner; no name stands in them
     * @param bases what it stood on, with article and confidence
     */
    record FrozenCriterion(
            String code,
            Outcome outcome,
            @Nullable Bilingual required,
            @Nullable Bilingual actual,
            @Nullable List<Fact> facts,
            @Nullable List<Basis> bases) {

        static FrozenCriterion of(Criterion criterion) {
            return new FrozenCriterion(
                    criterion.code(),
                    criterion.outcome(),
                    criterion.required(),
                    criterion.actual(),
                    criterion.facts(),
                    criterion.bases());
        }
    }
}
