package opencadre.planning.procedure.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Fact;
import opencadre.kit.rule.Outcome;
import opencadre.planning.eligibility.CopyRevision;
import opencadre.planning.law.rule.ManagementScope;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.plan.Act;
import opencadre.planning.preapproval.rule.Secrecy;
import opencadre.planning.procedure.Procedure;
import opencadre.planning.procedure.ProcedureAct;
import opencadre.planning.procedure.Procedures;
import opencadre.planning.procedure.RecordEntry;
import opencadre.planning.procedure.rule.DeadlineRules.Deadline;
import opencadre.planning.procedure.rule.DocumentRules;
import opencadre.planning.procedure.rule.Meeting;
import opencadre.planning.procedure.rule.RuleVersions;
import opencadre.planning.procedure.rule.Stage;
import opencadre.planning.procedure.rule.TallyRules;
import org.jspecify.annotations.Nullable;

/** What clients get, see {@code contracts/planning/openapi.yaml}. */
final class Views {

    private Views() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProcedurePage(List<ProcedureRow> items, @Nullable String next) {}

    record ProcedureRow(
            UUID id,
            UUID seatId,
            String title,
            UUID unitId,
            String unitName,
            Stage state,
            Instant openedAt,
            int stepsHeld) {

        static ProcedureRow of(Procedures.Line line) {
            return new ProcedureRow(
                    line.id(),
                    line.seatId(),
                    line.title(),
                    line.unitId(),
                    line.unitName(),
                    line.state(),
                    line.openedAt(),
                    line.stepsHeld());
        }
    }

    /** What a reader may do next. */
    enum May {
        APPROVE_POLICY,
        CHOOSE_RULE_VERSION,
        CONFIRM_PAPERS,
        RECORD_DOCUMENT,
        HOLD_STEP,
        CORRECT_STEP,
        CHOOSE_AS_HEAD,
        CONCLUDE,
        STOP
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProcedureDetail(
            UUID id,
            long revision,
            UUID seatId,
            String title,
            UUID unitId,
            String unitName,
            ManagementScope managementScope,
            Regime regime,
            Stage state,
            LocalDate requestedOn,
            ActLine opened,
            boolean own,
            String regulation,
            LocalDate lawDay,
            @Nullable RuleVersionLine ruleVersion,
            @Nullable PapersLine papers,
            @Nullable PointerLine pointer,
            @Nullable PolicyLine policy,
            List<DeadlineLine> deadlines,
            List<CandidateLine> candidates,
            List<StepLine> steps,
            @Nullable UUID chosen,
            @Nullable HeadChoiceLine headChoice,
            @Nullable ConclusionLine conclusion,
            @Nullable ActLine stopped,
            @Nullable DecisionLine decision,
            List<May> may,
            List<CopyOf> copies) {}

    record CopyOf(String topic, UUID id, long revision, Instant recordedAt, Instant appliedAt) {

        static CopyOf of(CopyRevision copy) {
            return new CopyOf(copy.topic(), copy.id(), copy.revision(), copy.recordedAt(), copy.appliedAt());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActLine(String by, Instant at, @Nullable String reason) {

        static ActLine of(Act act) {
            return new ActLine(act.name(), act.at(), act.reason());
        }

        static ActLine of(Act act, @Nullable String reason) {
            return new ActLine(act.name(), act.at(), reason);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleVersionLine(
            String old,
            String current,
            RuleVersions.@Nullable Choice choice,
            @Nullable String reason) {}

    /** From which papers it was put on record, and who else stands for them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PapersLine(
            String code,
            LocalDate approvedOn,
            String decision,
            @Nullable String reason,
            @Nullable ActLine confirmed) {

        static PapersLine of(ProcedureAct.Papers papers, @Nullable ActLine confirmed) {
            return new PapersLine(papers.code(), papers.approvedOn(), papers.decision(), papers.reason(), confirmed);
        }
    }

    record PointerLine(String number, Secrecy level, String keeper) {

        static PointerLine of(ProcedureAct.Pointer pointer) {
            return new PointerLine(pointer.number(), pointer.level(), pointer.keeper());
        }
    }

    record PolicyLine(LocalDate approvedOn, String decision, ActLine act) {}

    enum DeadlineOf {
        POLICY,
        PROCEDURE
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeadlineLine(
            DeadlineOf what,
            LocalDate lastDay,
            int workingDays,
            @Nullable LocalDate keptOn,
            @Nullable Boolean kept,
            Confidence confidence,
            List<Basis> bases,
            List<Bilingual> notes) {

        static DeadlineLine of(DeadlineOf what, Deadline deadline, @Nullable LocalDate keptOn) {
            return new DeadlineLine(
                    what,
                    deadline.lastDay(),
                    deadline.workingDays(),
                    keptOn,
                    keptOn == null ? null : deadline.isKeptBy(keptOn),
                    deadline.confidence(),
                    deadline.bases(),
                    deadline.notes());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CandidateLine(
            UUID personId,
            @Nullable String personName,
            @Nullable Outcome overall,
            @Nullable Confidence confidence,
            List<DocumentLine> documents) {}

    record DocumentLine(DocumentRules.Kind kind, String number, LocalDate issuedOn) {

        static DocumentLine of(ProcedureAct.DocumentRecorded document) {
            return new DocumentLine(document.kind(), document.number(), document.issuedOn());
        }
    }

    enum StepState {
        WAITING,
        NEXT,
        HELD
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepLine(
            int number,
            Bilingual name,
            Bilingual asks,
            StepState state,
            @Nullable MeetingLine meeting,
            @Nullable RulingLine ruling,
            @Nullable ActLine act) {}

    /** A meeting as it was sent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MeetingLine(
            LocalDate heldOn,
            String body,
            int summoned,
            int present,
            @Nullable Integer issued,
            @Nullable Integer returned,
            @Nullable Integer valid,
            @Nullable Integer namingNobody,
            List<Meeting.Votes> votes,
            @Nullable Integer members,
            TallyRules.@Nullable Kind kind,
            String minutes,
            @Nullable Boolean announced) {

        static MeetingLine of(Meeting meeting) {
            return new MeetingLine(
                    meeting.heldOn(),
                    meeting.body(),
                    meeting.summoned(),
                    meeting.present(),
                    meeting.issued(),
                    meeting.returned(),
                    meeting.valid(),
                    meeting.namingNobody(),
                    meeting.votes(),
                    meeting.members(),
                    meeting.kind(),
                    meeting.minutes(),
                    meeting.announced());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RulingLine(
            ProcedureAct.StepResult result,
            List<UUID> people,
            Bilingual said,
            @Nullable Boolean announce,
            Confidence confidence,
            List<Basis> bases) {

        static RulingLine of(ProcedureAct.FrozenRuling ruling) {
            return new RulingLine(
                    ruling.result(),
                    ruling.people(),
                    ruling.said(),
                    ruling.announce(),
                    ruling.confidence(),
                    ruling.bases());
        }
    }

    record HeadChoiceLine(UUID personId, String views, ActLine act) {}

    record ConclusionLine(
            UUID personId,
            LocalDate concludedOn,
            Outcome overall,
            Confidence confidence,
            List<FrozenCriterionLine> criteria,
            ActLine act) {}

    /** A condition as it was judged; older records have the code and the outcome alone. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FrozenCriterionLine(
            String code,
            Outcome outcome,
            @Nullable Bilingual required,
            @Nullable Bilingual actual,
            @Nullable List<Fact> facts,
            @Nullable List<Basis> bases) {

        static FrozenCriterionLine of(ProcedureAct.FrozenCriterion criterion) {
            return new FrozenCriterionLine(
                    criterion.code(),
                    criterion.outcome(),
                    criterion.required(),
                    criterion.actual(),
                    criterion.facts(),
                    criterion.bases());
        }
    }

    enum DecisionStatus {
        ISSUED,
        RESCINDED
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionLine(
            UUID id,
            String number,
            LocalDate signedOn,
            DecisionStatus status,
            @Nullable LocalDate effectiveFrom) {

        static DecisionLine of(Procedures.Decision decision) {
            return new DecisionLine(
                    decision.id(),
                    decision.number(),
                    decision.signedOn(),
                    decision.rescinded() ? DecisionStatus.RESCINDED : DecisionStatus.ISSUED,
                    decision.effectiveFrom());
        }
    }

    record ProcedureRecord(UUID procedureId, String algorithm, List<EntryLine> entries) {

        static ProcedureRecord of(Procedure procedure) {
            return new ProcedureRecord(
                    procedure.id(),
                    "SHA-256",
                    procedure.entries().stream().map(EntryLine::of).toList());
        }
    }

    record EntryLine(
            int sequence,
            String at,
            String account,
            String by,
            String act,
            String content,
            String previous,
            String hash) {

        static EntryLine of(RecordEntry entry) {
            return new EntryLine(
                    entry.sequence(),
                    entry.by().at().toString(),
                    entry.by().account(),
                    entry.by().name(),
                    entry.kind(),
                    entry.content(),
                    entry.previous(),
                    entry.hash());
        }
    }
}
