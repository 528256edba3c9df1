package opencadre.personnel.work;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was begun, or comes with its day, and waits for the next act. */
public interface WorkQueue {

    /** A page of it, longest waiting first, in one statement whatever waits. */
    List<WorkItem> waiting(WorkItem.Asker asker, WorkItem.Stays stays, WorkItem.@Nullable Position after, int limit);

    /** How much waits in all. */
    int count(WorkItem.Asker asker, WorkItem.Stays stays);
}
