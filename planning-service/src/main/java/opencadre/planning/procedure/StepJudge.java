package opencadre.planning.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Regulations;
import opencadre.planning.procedure.ProcedureAct.DocumentRecorded;
import opencadre.planning.procedure.ProcedureAct.FrozenRuling;
import opencadre.planning.procedure.ProcedureAct.Opened;
import opencadre.planning.procedure.ProcedureChanges.Next;
import opencadre.planning.procedure.rule.ActRules;
import opencadre.planning.procedure.rule.BallotRules;
import opencadre.planning.procedure.rule.DocumentRules;
import opencadre.planning.procedure.rule.Meeting;
import opencadre.planning.procedure.rule.MeetingRules;
import opencadre.planning.procedure.rule.RuleVersions;
import opencadre.planning.procedure.rule.RuleVersions.Version;
import opencadre.planning.procedure.rule.Ruling;
import opencadre.planning.procedure.rule.Stage;
import opencadre.planning.procedure.rule.Step;
import opencadre.planning.procedure.rule.StepRules;
import org.springframework.stereotype.Component;

/**
 * Asks the rules about a meeting: whether it is a step on its day, by the law of that day, and what follows from it.
 */
@Component
public class StepJudge {

    private final Regulations regulations;

    StepJudge(Regulations regulations) {
        this.regulations = regulations;
    }

    /** By what the next step would be held on a day. */
    public Version version(Procedure procedure, LocalDate day) {
        return RuleVersions.of(
                procedure.openedOn(),
                day,
                procedure.choice().map(done -> done.act().choice()).orElse(null),
                procedure.opened().act().regime(),
                regulations);
    }

    /**
     * First that the procedure is where it is asked to be, what the meeting is and when it was, then its papers and
     * what its ballot says.
     */
    Next judged(
            Actor actor,
            Procedure procedure,
            Stage asked,
            int number,
            Meeting meeting,
            List<StepRules.Held> held,
            Function<FrozenRuling, ProcedureAct> act) {
        List<Finding> elsewhere = ActRules.at(asked, procedure.state());
        if (!elsewhere.isEmpty()) {
            return Next.refused(elsewhere);
        }
        Step step = Step.values()[number - 1];
        Version version = version(procedure, meeting.heldOn());
        String article =
                version instanceof Version.Settled(var regulation, var day, var basis) ? basis.citation() : null;
        LocalDate approvedOn = procedure.approvedOn().orElseThrow();
        List<Finding> findings = new ArrayList<>(StepRules.findings(step, meeting.heldOn(), held, version));
        findings.addAll(ActRules.day("heldOn", meeting.heldOn(), approvedOn, actor.today()));
        findings.addAll(MeetingRules.form(step, meeting, article));
        findings.addAll(MeetingRules.votes(meeting, Set.copyOf(procedure.lawful(number))));
        if (!findings.isEmpty() || !(version instanceof Version.Settled settled)) {
            return Next.refused(findings);
        }
        LocalDate lawDay = settled.lawDay();
        Opened opened = procedure.opened().act();
        findings.addAll(DocumentRules.findings(
                papers(procedure, step), meeting.heldOn(), lawDay, opened.regime(), regulations));
        Set<String> fromStep2 =
                procedure.cameOutOf(2).stream().map(UUID::toString).collect(Collectors.toSet());
        Ruling ruling = new BallotRules(regulations, opened.regime(), lawDay).of(step, meeting, fromStep2);
        findings.addAll(MeetingRules.announcement(ruling, meeting.announced()));
        findings.addAll(ruling.against());
        return findings.isEmpty()
                ? new Next(findings, act.apply(FrozenRuling.of(ruling, lawDay)))
                : Next.refused(findings);
    }

    /** Before the vote of step 5 each person who may be voted for has all papers. */
    private static List<DocumentRules.Papers> papers(Procedure procedure, Step step) {
        Set<UUID> needed = step == Step.LEADERSHIP_3 ? new HashSet<>(procedure.lawful(step.number())) : Set.of();
        return procedure.opened().act().candidates().stream()
                .map(person -> new DocumentRules.Papers(
                        procedure.documents(person).stream()
                                .map(StepJudge::paper)
                                .toList(),
                        needed.contains(person)))
                .toList();
    }

    static DocumentRules.Paper paper(DocumentRecorded document) {
        return new DocumentRules.Paper(
                document.personId().toString(), document.kind(), document.number(), document.issuedOn());
    }
}
