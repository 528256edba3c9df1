package opencadre.planning.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.planning.plan.Act;
import opencadre.planning.procedure.ProcedureAct.Concluded;
import opencadre.planning.procedure.ProcedureAct.DocumentRecorded;
import opencadre.planning.procedure.ProcedureAct.FrozenRuling;
import opencadre.planning.procedure.ProcedureAct.HeadChose;
import opencadre.planning.procedure.ProcedureAct.Opened;
import opencadre.planning.procedure.ProcedureAct.Papers;
import opencadre.planning.procedure.ProcedureAct.PapersConfirmed;
import opencadre.planning.procedure.ProcedureAct.Pointer;
import opencadre.planning.procedure.ProcedureAct.PolicyApproved;
import opencadre.planning.procedure.ProcedureAct.RuleVersionChosen;
import opencadre.planning.procedure.ProcedureAct.StepCorrected;
import opencadre.planning.procedure.ProcedureAct.StepHeld;
import opencadre.planning.procedure.ProcedureAct.StepResult;
import opencadre.planning.procedure.ProcedureAct.Stopped;
import opencadre.planning.procedure.rule.Meeting;
import opencadre.planning.procedure.rule.RuleVersions;
import opencadre.planning.procedure.rule.Stage;
import opencadre.planning.procedure.rule.Step;
import opencadre.planning.procedure.rule.StepRules;
import org.jspecify.annotations.Nullable;

/**
 * A procedure as its record makes it: read from the first entry to the last, so that nothing is shown that the record
 * does not hold.
 */
public final class Procedure {

    /** An act and who did it. */
    public record Done<A extends ProcedureAct>(A act, Act by) {}

    /** A step that stands. */
    public record HeldStep(Meeting meeting, FrozenRuling ruling, Act by) {}

    private final UUID id;
    private final List<RecordEntry> entries;
    private final Done<Opened> opened;
    private @Nullable Done<PolicyApproved> policy;
    private @Nullable Done<RuleVersionChosen> choice;
    private final Map<UUID, Map<String, DocumentRecorded>> documents = new LinkedHashMap<>();
    private final TreeMap<Integer, HeldStep> steps = new TreeMap<>();
    private @Nullable Done<HeadChose> headChoice;
    private @Nullable Done<PapersConfirmed> confirmation;
    private @Nullable Done<Concluded> concluded;
    private @Nullable Done<Stopped> stopped;

    /** Errors: {@link IllegalArgumentException} for a record that does not begin with an opening. */
    public Procedure(UUID id, List<RecordEntry> entries) {
        this.id = id;
        this.entries = List.copyOf(entries);
        if (entries.isEmpty() || !(entries.getFirst().act() instanceof Opened first)) {
            throw new IllegalArgumentException("The record of " + id + " does not begin with an opening");
        }
        this.opened = new Done<>(first, entries.getFirst().by());
        entries.forEach(entry -> take(entry.act(), entry.by()));
    }

    private void take(ProcedureAct act, Act by) {
        switch (act) {
            case Opened first -> {}
            case PapersConfirmed confirmed -> {
                confirmation = new Done<>(confirmed, by);
                papers().ifPresent(said ->
                        policy = new Done<>(new PolicyApproved(said.approvedOn(), said.decision(), said.reason()), by));
            }
            case PolicyApproved approved -> policy = new Done<>(approved, by);
            case RuleVersionChosen chosen -> {
                choice = new Done<>(chosen, by);
                if (chosen.choice() == RuleVersions.Choice.RESTART_UNDER_NEW) {
                    steps.clear();
                    headChoice = null;
                }
            }
            case DocumentRecorded document ->
                documents
                        .computeIfAbsent(document.personId(), person -> new TreeMap<>())
                        .put(document.kind().name(), document);
            case StepHeld held -> steps.put(held.number(), new HeldStep(held.meeting(), held.ruling(), by));
            case StepCorrected held -> {
                steps.put(held.number(), new HeldStep(held.meeting(), held.ruling(), by));
                headChoice = null;
            }
            case HeadChose chose -> headChoice = new Done<>(chose, by);
            case Concluded end -> concluded = new Done<>(end, by);
            case Stopped end -> stopped = new Done<>(end, by);
        }
    }

    public UUID id() {
        return id;
    }

    /** The entries of its record; as many as its revision says. */
    public List<RecordEntry> entries() {
        return entries;
    }

    public long revision() {
        return entries.size();
    }

    public Done<Opened> opened() {
        return opened;
    }

    /** What it was put on record from, where it was. */
    public Optional<Papers> papers() {
        return Optional.ofNullable(opened.act().papers());
    }

    /** Where its papers lie, where they are not kept here. */
    public Optional<Pointer> pointer() {
        return Optional.ofNullable(opened.act().pointer());
    }

    /** Who else stands for the papers. */
    public Optional<Done<PapersConfirmed>> confirmation() {
        return Optional.ofNullable(confirmation);
    }

    /** The day on which the policy was approved, also where only the papers say so yet. */
    public Optional<LocalDate> approvedOn() {
        return policy().map(done -> done.act().approvedOn()).or(() -> papers().map(Papers::approvedOn));
    }

    /** Whether whoever put it on record took it back before anybody confirmed it. */
    public boolean isWithdrawn() {
        return papers().isPresent()
                && confirmation == null
                && stopped != null
                && isOpener(stopped.by().account());
    }

    /** Somebody else than opened it approved; for one from papers, with their confirmation. */
    public Optional<Done<PolicyApproved>> policy() {
        return Optional.ofNullable(policy);
    }

    public Optional<Done<RuleVersionChosen>> choice() {
        return Optional.ofNullable(choice);
    }

    public Optional<Done<HeadChose>> headChoice() {
        return Optional.ofNullable(headChoice);
    }

    public Optional<Done<Concluded>> concluded() {
        return Optional.ofNullable(concluded);
    }

    public Optional<Done<Stopped>> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** The newest paper of each kind of a candidate. */
    public List<DocumentRecorded> documents(UUID personId) {
        return List.copyOf(documents.getOrDefault(personId, Map.of()).values());
    }

    /** The steps that stand, by number. */
    public Map<Integer, HeldStep> steps() {
        return steps;
    }

    public Stage state() {
        if (stopped != null) {
            return Stage.STOPPED;
        }
        if (concluded != null) {
            return Stage.CONCLUDED;
        }
        if (pointer().isPresent()) {
            return Stage.POINTER;
        }
        if (papers().isPresent() && confirmation == null) {
            return Stage.PAPERS;
        }
        return policy == null ? Stage.POLICY : Stage.STEPS;
    }

    public boolean isOpen() {
        return state().isOpen();
    }

    public boolean isOpener(String account) {
        return opened.by().account().equals(account);
    }

    /** Everybody whom one of its acts took in. */
    public Set<UUID> people() {
        return entries.stream().flatMap(entry -> entry.act().names().stream()).collect(Collectors.toSet());
    }

    /** Everybody whose hand one of its acts was. */
    public Set<String> hands() {
        return entries.stream().flatMap(entry -> entry.by().hands().stream()).collect(Collectors.toSet());
    }

    /** The number of the step to be held next; nothing when all are, or when one stopped it. */
    public Optional<Integer> nextStep() {
        if (state() != Stage.STEPS
                || steps.values().stream().anyMatch(step -> !step.ruling().goesOn())) {
            return Optional.empty();
        }
        return steps.size() < Step.values().length ? Optional.of(steps.size() + 1) : Optional.empty();
    }

    /** Who came out of the five steps. */
    public Optional<UUID> chosen() {
        HeldStep last = steps.get(Step.values().length);
        if (last == null) {
            return Optional.empty();
        }
        return switch (last.ruling().result()) {
            case CHOSEN -> Optional.of(last.ruling().people().getFirst());
            case HEAD_CHOOSES -> headChoice().map(done -> done.act().personId());
            case CONSULTED, GO_ON, NO_QUORUM, STOPPED -> Optional.empty();
        };
    }

    /** Whether the head still has to choose. */
    public boolean awaitsHead() {
        HeldStep last = steps.get(Step.values().length);
        return state() == Stage.STEPS
                && last != null
                && last.ruling().result() == StepResult.HEAD_CHOOSES
                && headChoice == null;
    }

    /** Whether only the conclusion is left. */
    public boolean isReady() {
        return state() == Stage.STEPS && chosen().isPresent();
    }

    /** The people for whom votes may be counted in a step. */
    List<UUID> lawful(int number) {
        return number <= 3 ? opened.act().candidates() : cameOutOf(3);
    }

    /** Who was chosen or went on in a step. */
    List<UUID> cameOutOf(int number) {
        HeldStep step = steps.get(number);
        return step == null ? List.of() : step.ruling().people();
    }

    /** The steps before a number as the rules of their order read them. */
    List<StepRules.Held> heldBefore(int number) {
        List<StepRules.Held> held = new ArrayList<>();
        steps.forEach((each, step) -> {
            if (each < number) {
                held.add(new StepRules.Held(
                        Step.values()[each - 1],
                        step.meeting().heldOn(),
                        step.ruling().goesOn()));
            }
        });
        return held;
    }

    /** The day on whose law the first look was taken. */
    LocalDate openedOn() {
        return opened.act().openedOn();
    }
}
