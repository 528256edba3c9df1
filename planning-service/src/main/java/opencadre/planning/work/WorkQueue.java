package opencadre.planning.work;

import java.util.List;
import opencadre.kit.access.Actor;
import org.jspecify.annotations.Nullable;

/** What was begun and waits for the next act, longest first. */
public interface WorkQueue {

    /**
     * A page of it.
     *
     * @param planApprover the actor as far as they may approve plans; null when they may nowhere
     * @param writer as far as they may hold steps
     * @param approver as far as they may approve policies and conclude
     */
    List<WorkItem> waiting(
            @Nullable Actor planApprover,
            @Nullable Actor writer,
            @Nullable Actor approver,
            WorkItem.@Nullable Position after,
            int limit);
}
