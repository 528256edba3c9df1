package opencadre.kit.access;

import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction in which the database knows who asks. Everything that touches people runs in one; outside of it
 * row-level security shows nothing.
 */
public final class ScopedWork {

    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final DSLContext db;

    public ScopedWork(PlatformTransactionManager manager, DSLContext db) {
        this.transaction = new TransactionTemplate(manager);
        this.snapshot = new TransactionTemplate(manager);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.db = db;
    }

    /** A change asked for by a person. The settings die with the transaction, so a pooled connection keeps none. */
    public <T extends @org.jspecify.annotations.Nullable Object> T as(Actor actor, Supplier<T> work) {
        return run(transaction, actor, work);
    }

    /**
     * An answer for a person. All its statements see one moment, so that it never says "revision 2" beside the posts of
     * revision 1; what it writes (the audit) is only ever added.
     */
    public <T extends @org.jspecify.annotations.Nullable Object> T read(Actor actor, Supplier<T> work) {
        return run(snapshot, actor, work);
    }

    /**
     * A question inside a request that counts also what its asker may not see, as how many stand where the law allows
     * three. Nothing of what it reads may leave but its yes, no or number. Where it fails the transaction is lost, and
     * the setting with it.
     */
    public <T extends @org.jspecify.annotations.Nullable Object> T unfenced(Supplier<T> question) {
        String before = db.fetchSingle("SELECT coalesce(current_setting('opencadre.system', true), '')")
                .get(0, String.class);
        db.fetch("SELECT set_config('opencadre.system', 'on', true)");
        T answer = question.get();
        db.fetch("SELECT set_config('opencadre.system', ?, true)", before);
        return answer;
    }

    /**
     * Part of a change that may be made without having been shown what stands, as a line of a workbook beside the
     * sensitive facts it adds to. Nothing of what it reads may leave but that the line was taken, stood or was wrong.
     */
    public <T extends @org.jspecify.annotations.Nullable Object> T opening(FieldClass fields, Supplier<T> part) {
        String before = db.fetchSingle("SELECT coalesce(current_setting('opencadre.fields', true), '')")
                .get(0, String.class);
        db.fetch("SELECT set_config('opencadre.fields', ?, true)", fields.name());
        T answer = part.get();
        db.fetch("SELECT set_config('opencadre.fields', ?, true)", before);
        return answer;
    }

    /** Work of the service itself, by name, as {@code inbox personnel.person.v1}. It reaches everything. */
    public <T extends @org.jspecify.annotations.Nullable Object> T asSystem(String name, Supplier<T> work) {
        String system = "system:" + name;
        return run(
                transaction,
                new Who(system, system, "system", Actor.Warrant.NONE),
                Reach.EVERYTHING,
                "0001-01-01",
                true,
                work);
    }

    private <T extends @org.jspecify.annotations.Nullable Object> T run(
            TransactionTemplate transaction, Actor actor, Supplier<T> work) {
        return run(
                transaction,
                new Who(actor.account(), actor.username(), actor.action(), actor.warrant()),
                actor.reach(),
                actor.today().toString(),
                false,
                work);
    }

    /** What the audit says of whoever asks. */
    private record Who(String account, String username, String action, Actor.Warrant warrant) {}

    private <T extends @org.jspecify.annotations.Nullable Object> T run(
            TransactionTemplate transaction, Who who, Reach reach, String day, boolean system, Supplier<T> work) {
        Actor.Warrant warrant = who.warrant();
        return transaction.execute(status -> {
            db.fetch(
                    """
                    SELECT set_config('opencadre.actor', ?, true), set_config('opencadre.reach', ?, true),
                           set_config('opencadre.legal_day', ?, true), set_config('opencadre.system', ?, true),
                           set_config('opencadre.rights', ?, true), set_config('opencadre.purpose', ?, true),
                           set_config('opencadre.fields', ?, true), set_config('opencadre.username', ?, true),
                           set_config('opencadre.action', ?, true), set_config('opencadre.manner', ?, true)
                    """,
                    who.account(),
                    reach.multirange(),
                    day,
                    system ? "on" : "off",
                    String.join(",", warrant.rights()),
                    warrant.purpose() == null ? "" : warrant.purpose(),
                    warrant.fields().name(),
                    who.username(),
                    who.action(),
                    warrant.manner().name());
            return work.get();
        });
    }
}
