package opencadre.kit;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.workbook.Progress;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * What is on record of imports that run behind their requests. Whoever ends one does so where it has not ended, so that
 * one end alone counts: an import that was stopped, or whose instance was taken for dead, cannot be kept afterwards.
 */
final class ImportRunRows {

    private static final String COLUMNS = """
        id, file, trial, undoing, phase, lines, of_lines, asked_at, ended_at,
        CASE WHEN ended_at IS NULL AND beat_at <= clock_timestamp() - interval '30 seconds'
             THEN 'BROKEN_OFF' ELSE state END AS state
        """;

    private final DSLContext db;
    private final ScopedWork work;

    ImportRunRows(DSLContext db, ScopedWork work) {
        this.db = db;
        this.work = work;
    }

    /** What a run ended with: a status of HTTP and its body, and whom that shows. */
    record Answer(int status, String body, List<UUID> people) {}

    /** One that was entered, or that stood already by the same key. */
    record Entered(UUID id, boolean isNew, String request) {}

    /** Enters one of the account; call it as that account. */
    Entered enter(String account, ImportRuns.Asked asked) {
        db.execute(
                "UPDATE import_run SET state = 'BROKEN_OFF', ended_at = clock_timestamp() WHERE account = ? AND key = ?"
                        + " AND ended_at IS NULL AND beat_at <= clock_timestamp() - interval '30 seconds'",
                account,
                asked.key());
        return db.fetchOptional(
                        """
                        INSERT INTO import_run (account, key, request, file, trial, undoing) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (account, key) WHERE ended_at IS NULL DO NOTHING RETURNING id
                        """, account, asked.key(), asked.request(), asked.file(), asked.trial(), asked.undoing())
                .map(row -> new Entered(row.get("id", UUID.class), true, asked.request()))
                .orElseGet(() -> {
                    Record open = db.fetchSingle(
                            "SELECT id, request FROM import_run WHERE account = ? AND key = ? AND ended_at IS NULL",
                            account,
                            asked.key());
                    return new Entered(open.get("id", UUID.class), false, open.get("request", String.class));
                });
    }

    /** Whether its turn may begin: not when it was stopped while it waited. */
    boolean begin(UUID id) {
        return work.asSystem(
                        "imports",
                        () -> db.execute(
                                "UPDATE import_run SET state = 'RUNNING', beat_at = clock_timestamp() WHERE id = ? AND"
                                        + " ended_at IS NULL",
                                id))
                == 1;
    }

    /** Says that its instance lives, and how far it is; false when it has ended meanwhile. */
    boolean beat(UUID id, Progress.Phase phase, int lines, int of) {
        return work.asSystem("imports", () -> {
            // One that is being ended is left to whoever does it.
            db.execute("""
                UPDATE import_run SET beat_at = clock_timestamp(), phase = ?, lines = ?, of_lines = ?
                 WHERE id = (SELECT id FROM import_run WHERE id = ? AND ended_at IS NULL FOR UPDATE SKIP LOCKED)
                """, phase.name(), lines, of, id);
            return db.fetchOptional("SELECT FROM import_run WHERE id = ? AND ended_at IS NULL", id)
                    .isPresent();
        });
    }

    /** Ends it with what it is answered, in the transaction of what it made; false when it must not be kept. */
    boolean end(UUID id, Answer answer) {
        return db.execute("""
            UPDATE import_run SET state = 'ENDED', ended_at = clock_timestamp(), phase = 'KEEPING',
                   status = ?, answer = ?, people = ?
             WHERE id = ? AND ended_at IS NULL AND beat_at > clock_timestamp() - interval '30 seconds'
            """, answer.status(), answer.body(), answer.people().toArray(UUID[]::new), id) == 1;
    }

    /** Ends it with a problem, after what it made was taken back. */
    void fail(UUID id, Answer problem) {
        work.asSystem("imports", () -> end(id, problem));
    }

    /** Ends those that are left when an instance goes. */
    void breakOff(Collection<UUID> ids) {
        work.asSystem(
                "imports",
                () -> db.execute(
                        "UPDATE import_run SET state = 'BROKEN_OFF', ended_at = clock_timestamp() WHERE id = ANY(?) AND"
                                + " ended_at IS NULL",
                        (Object) ids.toArray(UUID[]::new)));
    }

    /** Forgets one that was answered at once. */
    void forget(UUID id) {
        work.asSystem("imports", () -> db.execute("DELETE FROM import_run WHERE id = ?", id));
    }

    /** Forgets all that are older than a day. */
    void forgetOld() {
        work.asSystem(
                "imports",
                () -> db.execute("DELETE FROM import_run WHERE asked_at < clock_timestamp() - interval '1 day' AND"
                        + " (ended_at IS NOT NULL OR beat_at <= clock_timestamp() - interval '30 seconds')"));
    }

    /** Stops it where it has not ended; call it as its account. */
    void cancel(String account, UUID id) {
        db.execute(
                "UPDATE import_run SET state = 'CANCELLED', ended_at = clock_timestamp() WHERE id = ? AND account = ?"
                        + " AND ended_at IS NULL AND beat_at > clock_timestamp() - interval '30 seconds'",
                id,
                account);
    }

    Optional<ImportRun> find(String account, UUID id) {
        return db.fetchOptional("SELECT " + COLUMNS + " FROM import_run WHERE account = ? AND id = ?", account, id)
                .map(ImportRunRows::run);
    }

    /** Those of an account, latest first. */
    List<ImportRun> of(String account) {
        return db.fetch(
                        "SELECT " + COLUMNS + " FROM import_run WHERE account = ? ORDER BY asked_at DESC LIMIT 20",
                        account)
                .map(ImportRunRows::run);
    }

    /** What one ended with; empty of one that has not, or was stopped. */
    Optional<Answer> answer(String account, UUID id) {
        return db.fetchOptional(
                        "SELECT status, answer, people FROM import_run WHERE account = ? AND id = ? AND status IS NOT"
                                + " NULL",
                        account,
                        id)
                .map(row -> new Answer(
                        row.get("status", Integer.class),
                        row.get("answer", String.class),
                        List.of(row.get("people", UUID[].class))));
    }

    private static ImportRun run(Record row) {
        OffsetDateTime ended = row.get("ended_at", OffsetDateTime.class);
        return new ImportRun(
                row.get("id", UUID.class),
                row.get("file", String.class),
                row.get("trial", Boolean.class),
                row.get("undoing", Boolean.class),
                ImportRun.State.valueOf(row.get("state", String.class)),
                Progress.Phase.valueOf(row.get("phase", String.class)),
                row.get("lines", Integer.class),
                row.get("of_lines", Integer.class),
                row.get("asked_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
