package opencadre.kit.audit;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Who saw or changed what. An entry commits with the change it tells of, and before the bytes of a view leave. */
public final class Audit {

    private final DSLContext db;

    public Audit(DSLContext db) {
        this.db = db;
    }

    /**
     * One entry.
     *
     * @param account subject of the identity provider
     * @param username as signed in with
     * @param action the action whose right was used, as {@code person.read}
     * @param operation what was done, as {@code listPeople}
     * @param personId whose dossier, where it is one
     * @param unitId in which unit, where it is one
     * @param count how many people were shown, for lists
     * @param detail reason or filter, never contents
     */
    public record Entry(
            String account,
            String username,
            String action,
            String operation,
            @Nullable UUID personId,
            @Nullable UUID unitId,
            @Nullable Integer count,
            @Nullable String detail) {}

    public void write(Entry entry) {
        db.execute(
                """
                INSERT INTO audit (account, username, action, operation, person_id, unit_id, count, detail, trace_id)
                VALUES (?, ?, ?, ?, ?::uuid, ?::uuid, ?::integer, ?, ?)
                """,
                entry.account(),
                entry.username(),
                entry.action(),
                entry.operation(),
                entry.personId(),
                entry.unitId(),
                entry.count(),
                entry.detail(),
                org.slf4j.MDC.get("traceId"));
    }
}
