package opencadre.kit.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Who saw or changed what. An entry commits with the change it tells of, and before the bytes of a view leave; where it
 * cannot be written, nothing is shown. Who, by which right, to what purpose, how and of which class, the database adds
 * from the settings of the request.
 */
public final class Audit {

    private final DSLContext db;

    public Audit(DSLContext db) {
        this.db = db;
    }

    /**
     * One entry: {@code Entry.of("listPeople").among(ids).in(unitId).searching("nguyen")}.
     *
     * @param operation what was done, as {@code listPeople}
     * @param personId whose dossier, where it is one
     * @param people everybody shown by an answer about several
     * @param unitId in which unit, where it is one
     * @param count how many were shown, where that is not how many people
     * @param recordId what it is about where that is nobody's alone, as a decision or a batch
     * @param searched the words that were searched for
     * @param detail the reason, never contents
     */
    public record Entry(
            String operation,
            @Nullable UUID personId,
            Set<UUID> people,
            @Nullable UUID unitId,
            @Nullable Integer count,
            @Nullable UUID recordId,
            @Nullable String searched,
            @Nullable String detail) {

        /** About nobody so far. */
        public static Entry of(String operation) {
            return new Entry(operation, null, Set.of(), null, null, null, null, null);
        }

        /** Of one person's dossier. */
        public Entry about(@Nullable UUID person) {
            return new Entry(operation, person, people, unitId, count, recordId, searched, detail);
        }

        /** With the data of each of these people in it; the same person twice is one. */
        public Entry among(Collection<UUID> several) {
            Set<UUID> each = Set.copyOf(several);
            return new Entry(operation, personId, each, unitId, each.size(), recordId, searched, detail);
        }

        /** In a unit. */
        public Entry in(@Nullable UUID unit) {
            return new Entry(operation, personId, people, unit, count, recordId, searched, detail);
        }

        /** Of so many things that are no people. */
        public Entry counting(int things) {
            return new Entry(operation, personId, people, unitId, things, recordId, searched, detail);
        }

        /** On something that is nobody's alone, as a decision or a batch. */
        public Entry on(UUID record) {
            return new Entry(operation, personId, people, unitId, count, record, searched, detail);
        }

        /** By the words that were searched for. */
        public Entry searching(@Nullable String words) {
            return new Entry(operation, personId, people, unitId, count, recordId, words, detail);
        }

        /** With the reason that was given. */
        public Entry because(@Nullable String reason) {
            return new Entry(operation, personId, people, unitId, count, recordId, searched, reason);
        }
    }

    /**
     * One entry about a person, as it is read.
     *
     * @param rights role and unit of each grant that carried the action, as {@code UNIT_HEAD 019a8f00-…}
     * @param purpose why it was looked at; null where none had to be said
     * @param fields highest class of what such an answer carries
     * @param manner {@code VIEW}, {@code FILE} or {@code CHANGE}; null in entries older than this was kept
     * @param people how many people the answer showed; null where it was about this one alone
     * @param recordId what it was about where that is nobody's alone; null where it is, and in older entries
     * @param searched the words that were searched for; null in older entries
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
            @Nullable String detail,
            @Nullable String manner,
            @Nullable Integer people,
            @Nullable UUID recordId,
            @Nullable String searched) {}

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
                        row.get("detail", String.class),
                        row.get("manner", String.class),
                        row.get("people", Integer.class),
                        row.get("record_id", UUID.class),
                        row.get("searched", String.class)));
    }

    private static List<String> rights(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    /** One statement, however many people it names. */
    public void write(Entry entry) {
        db.execute(
                """
                WITH entry AS (SELECT uuidv7() AS id),
                     line AS (
                         INSERT INTO audit (id, operation, person_id, unit_id, count, people, record_id, searched, detail, trace_id)
                         SELECT id, ?, ?::uuid, ?::uuid, ?::integer, ?::integer, ?::uuid, ?, ?, ? FROM entry)
                INSERT INTO audit_subject (person_id, audit_id)
                SELECT subject, id FROM entry, unnest(?::uuid[]) AS subject
                """,
                entry.operation(),
                entry.personId(),
                entry.unitId(),
                entry.count(),
                entry.people().isEmpty() ? null : entry.people().size(),
                entry.recordId(),
                entry.searched(),
                entry.detail(),
                org.slf4j.MDC.get("traceId"),
                entry.people().toArray(UUID[]::new));
    }
}
