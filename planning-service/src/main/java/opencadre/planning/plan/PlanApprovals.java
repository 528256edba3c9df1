package opencadre.planning.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import org.springframework.stereotype.Service;

/** Approves several proposals at once, as those of one book: all of them or none, each by the rules of its own day. */
@Service
public class PlanApprovals {

    private final Plans plans;
    private final PlanRegister register;

    PlanApprovals(Plans plans, PlanRegister register) {
        this.plans = plans;
        this.register = register;
    }

    /**
     * One of them.
     *
     * @param revision that was seen
     * @param decision number of the decision, as {@code 214-QĐ/TU}
     * @param on day of the decision, from which the entry stands
     */
    public record Wanted(UUID entryId, long revision, String decision, LocalDate on) {}

    /**
     * Approves them in the order in which they are named. What stands against any of them is told by its place, as
     * {@code entries[3].approvedOn}; then nothing may be kept, and whoever runs the transaction takes back what was
     * begun.
     */
    public List<Finding> approve(Actor actor, List<Wanted> wanted) {
        hold(actor, wanted);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String entry = "entries[" + i + "]";
            against(actor, wanted.get(i)).stream()
                    .map(finding -> new Finding(
                            finding.field() == null ? entry : entry + "." + finding.field(),
                            finding.code(),
                            finding.messages(),
                            finding.article()))
                    .forEach(findings::add);
        }
        return List.copyOf(findings);
    }

    /**
     * All are held before the first is judged, people before titles and each kind in one order: no two wait in a ring.
     */
    private void hold(Actor actor, List<Wanted> wanted) {
        Map<UUID, Plans.Aim> aims =
                plans.aims(actor, wanted.stream().map(Wanted::entryId).toList());
        aims.values().stream().map(Plans.Aim::personId).distinct().sorted().forEach(plans::hold);
        plans.seats(aims.values().stream().map(Plans.Aim::seatId).collect(Collectors.toSet())).values().stream()
                .map(PlannedSeat::titleInUnit)
                .distinct()
                .sorted()
                .forEach(plans::holdTitle);
    }

    private List<Finding> against(Actor actor, Wanted one) {
        AtomicBoolean changed = new AtomicBoolean();
        PlanOutcome outcome = register.approve(
                actor,
                one.entryId(),
                revision -> {
                    changed.set(revision != one.revision());
                    return !changed.get();
                },
                one.decision(),
                one.on());
        return switch (outcome) {
            case PlanOutcome.Recorded recorded -> List.of();
            case PlanOutcome.Unlawful(var findings) -> findings;
            case PlanOutcome.Unknown() ->
                List.of(
                        changed.get()
                                ? Finding.of("revision", "plan-entry-changed")
                                : Finding.of("id", "unknown-plan-entry"));
        };
    }
}
