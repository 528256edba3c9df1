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
        boolean ofRequest = Thread.currentThread().getName().startsWith("tomcat-handler");
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
