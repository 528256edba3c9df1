package opencadre.personnel.work;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import opencadre.kit.access.Access;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Parameter;
import opencadre.kit.rule.Regulations;
import opencadre.personnel.decision.rule.StayRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What waits for an account: of each kind what its rights for the act that the kind waits for reach. */
@Service
public class Waiting {

    private final WorkQueue queue;
    private final Access access;
    private final Regulations regulations;

    Waiting(WorkQueue queue, Access access, Regulations regulations) {
        this.queue = queue;
        this.access = access;
        this.regulations = regulations;
    }

    /** The first things after one, longest waiting first. */
    public List<WorkItem> page(Actor actor, WorkItem.@Nullable Position after, int limit) {
        return queue.waiting(asker(actor), stays(actor.today()), after, limit);
    }

    /** How many things wait. */
    public int count(Actor actor) {
        return queue.count(asker(actor), stays(actor.today()));
    }

    private WorkItem.Asker asker(Actor actor) {
        Function<String, @Nullable Actor> acting = access.acting(actor);
        return new WorkItem.Asker(
                acting.apply("decision.issue"),
                acting.apply("decision.write"),
                acting.apply("reorganisation.approve"),
                acting.apply("cv.write"),
                acting.apply("cv-sensitive.write"),
                acting.apply("evaluation.decide"),
                acting.apply("merge.approve"),
                acting.apply("review.mark"),
                acting.apply("review.write"));
    }

    private WorkItem.Stays stays(LocalDate today) {
        return new WorkItem.Stays(months(StayRules.LEAST_STAY, today), months(StayRules.LONGEST_SECONDMENT, today));
    }

    private @Nullable Integer months(String key, LocalDate today) {
        return regulations.parameter(key, today).map(Parameter::number).orElse(null);
    }
}
