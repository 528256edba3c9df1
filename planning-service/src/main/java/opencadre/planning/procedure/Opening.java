package opencadre.planning.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.FourEyes;
import opencadre.kit.rule.Regulations;
import opencadre.planning.eligibility.Verdicts;
import opencadre.planning.eligibility.rule.Question;
import opencadre.planning.preapproval.PreApprovals;
import opencadre.planning.preapproval.rule.PreApprovalRules;
import opencadre.planning.procedure.ProcedureAct.Opened;
import opencadre.planning.procedure.ProcedureAct.Papers;
import opencadre.planning.procedure.ProcedureAct.Pointer;
import opencadre.planning.procedure.rule.ActRules;
import opencadre.planning.procedure.rule.DeadlineRules;
import opencadre.planning.procedure.rule.OpeningRules;
import opencadre.planning.procedure.rule.PolicyRules;
import opencadre.planning.procedure.rule.RuleVersions;
import opencadre.planning.procedure.rule.RuleVersions.Version;
import opencadre.planning.seat.Seat;
import opencadre.planning.seat.Seats;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a record begins: by the law and with the verdicts of the day on which the policy was asked for. */
@Component
final class Opening {

    private final Procedures procedures;
    private final ProcedureChanges changes;
    private final Seats seats;
    private final Verdicts verdicts;
    private final Places places;
    private final Regulations regulations;
    private final PreApprovals preApprovals;

    Opening(
            Procedures procedures,
            ProcedureChanges changes,
            Seats seats,
            Verdicts verdicts,
            Places places,
            Regulations regulations,
            PreApprovals preApprovals) {
        this.procedures = procedures;
        this.changes = changes;
        this.seats = seats;
        this.verdicts = verdicts;
        this.places = places;
        this.regulations = regulations;
        this.preApprovals = preApprovals;
    }

    /**
     * Opens it.
     *
     * @param papers of one of the past; null for one that runs from the beginning, for which the seat must be free
     * @param pointer where the papers lie of one that is not kept here, which names no candidates
     */
    ProcedureOutcome open(
            Actor actor,
            UUID seatId,
            LocalDate requestedOn,
            List<UUID> candidates,
            @Nullable Papers papers,
            @Nullable Pointer pointer) {
        procedures.holdSeat(seatId);
        Optional<Seat> found = seats.find(actor, seatId, actor.today());
        if (found.isEmpty() || candidates.stream().anyMatch(person -> !places.isVisible(actor, person))) {
            return new ProcedureOutcome.Unknown();
        }
        Seat seat = found.get();
        // A case begins on the day on which its policy was asked for, also where it is recorded later.
        Version version = RuleVersions.of(requestedOn, requestedOn, null, seat.regime(), regulations);
        List<Finding> findings = new ArrayList<>(
                OpeningRules.findings(requestedOn, actor.today(), judged(seat, candidates, requestedOn), version));
        findings.addAll(FourEyes.ofOwnAffair(actor.hands(), candidates));
        findings.addAll(PreApprovalRules.ofOpening(preApprovals.mode(seat.level(), actor.today()), pointer != null));
        findings.addAll(
                papers == null
                        ? OpeningRules.seatIsFree(procedures.openFor(seatId).isPresent())
                        : ofPapers(papers, requestedOn, seat, actor.today()));
        if (!findings.isEmpty() || !(version instanceof Version.Settled settled)) {
            return new ProcedureOutcome.Unlawful(findings);
        }
        Opened opened = new Opened(
                seatId,
                seat.unitId(),
                seat.level(),
                seat.regime(),
                requestedOn,
                settled.lawDay(),
                settled.regulation(),
                verdicts.ruleVersion(),
                List.copyOf(candidates),
                papers,
                pointer);
        return new ProcedureOutcome.Recorded(
                procedures.open(seatId, seat.unitId(), seat.scope(), changes.by(actor), opened));
    }

    /** The approval as the papers have it, by the same rules as one that is recorded here. */
    private List<Finding> ofPapers(Papers papers, LocalDate requestedOn, Seat seat, LocalDate today) {
        List<Finding> findings = new ArrayList<>(ActRules.day("approvedOn", papers.approvedOn(), requestedOn, today));
        findings.addAll(PolicyRules.late(
                papers.approvedOn(),
                papers.reason(),
                DeadlineRules.policyApproval(requestedOn, requestedOn, seat.regime(), regulations)));
        return findings;
    }

    /** In the order in which they were named. */
    private List<OpeningRules.Candidate> judged(Seat seat, List<UUID> candidates, LocalDate day) {
        Verdicts.Ground ground = verdicts.ground(seat, candidates, day);
        Question question = verdicts.question(seat, day);
        Map<UUID, List<Criterion>> criteria = verdicts.judge(seat, candidates, ground, question).stream()
                .collect(Collectors.toMap(
                        Verdicts.Judged::personId, each -> each.verdict().criteria()));
        return candidates.stream()
                .map(person -> new OpeningRules.Candidate(person, criteria.getOrDefault(person, List.of())))
                .toList();
    }
}
