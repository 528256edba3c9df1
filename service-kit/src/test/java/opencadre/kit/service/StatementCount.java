package opencadre.kit.service;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/** Notes the statements that requests send to the database; those of relay and inbox are left out. */
public final class StatementCount implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private final transient ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();

    @Override
    public void executeStart(ExecuteContext context) {
        String sql = context.sql();
        String thread = Thread.currentThread().getName();
        // A workbook is taken behind the request that waits for it.
        boolean ofRequest = thread.startsWith("tomcat-handler") || thread.equals("imports");
        if (sql != null && ofRequest) {
            seen.add(sql);
        }
    }

    /** How many statements some work sends. */
    public int of(Runnable work) {
        seen.clear();
        work.run();
        return seen.size();
    }
}
