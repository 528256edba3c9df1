package opencadre.kit.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Who saw or changed what. An entry commits with the change it tells of, and before the bytes of a view leave; where it
 * cannot be written, nothing is shown. By which right, to what purpose and of which class, the database adds from the
 * settings of the request.
 */
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

    /**
     * One entry about a person, as it is read.
     *
     * @param rights role and unit of each grant that carried the action, as {@code UNIT_HEAD 019a8f00-…}
     * @param purpose why it was looked at; null where none had to be said
     * @param fields highest class of what such an answer carries
     */
    public record View(
            UUID id,
            Instant at,
            String username,
            String action,
            String operation,
            List<String> rights,
            @Nullable String purpose,
            String fields,
            @Nullable String detail) {}

    /** The first entries about a person before another, newest first. The person must be visible, or there are none. */
    public List<View> views(UUID personId, @Nullable UUID before, int limit) {
        return db.fetch("SELECT * FROM audit_of(?::uuid, ?::uuid, ?)", personId, before, limit)
                .map(row -> new View(
                        row.get("id", UUID.class),
                        row.get("at", OffsetDateTime.class).toInstant(),
                        row.get("username", String.class),
                        row.get("action", String.class),
                        row.get("operation", String.class),
                        rights(row.get("rights", String.class)),
                        row.get("purpose", String.class),
                        row.get("fields", String.class),
                        row.get("detail", String.class)));
    }

    private static List<String> rights(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

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
