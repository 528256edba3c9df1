package opencadre.kit.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import opencadre.kit.rule.Finding;
import opencadre.kit.workbook.ImportReport.SheetCount;
import opencadre.kit.workbook.ImportReport.State;
import org.jooq.DSLContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a workbook whole or not at all, and takes it back whole later. Call it inside the transaction that knows the
 * actor. Every line runs as if it would be kept; a trial, and a book with one wrong line, are then rolled back to where
 * they began.
 */
public final class Imports {

    private static final int MOST_FINDINGS = 500;

    private final DSLContext db;
    private final TransactionTemplate nested;

    public Imports(DSLContext db, PlatformTransactionManager manager) {
        this.db = db;
        this.nested = new TransactionTemplate(manager);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Takes the book.
     *
     * @param account whose batch it becomes
     * @param file name it came with
     * @param trial whether nothing is to be kept
     * @param imports in the order in which their sheets are taken, so that a line finds what it refers to
     */
    public ImportReport take(
            String account, String file, byte[] content, boolean trial, List<? extends RowImport> imports) {
        Workbook book =
                Workbook.read(content, imports.stream().map(RowImport::form).toList());
        return nested.execute(whole -> {
            Run run = new Run(account, file, book);
            imports.forEach(run::take);
            boolean refused = !run.findings.isEmpty();
            if (refused || trial) {
                whole.setRollbackOnly();
            }
            State state = refused ? State.REFUSED : trial ? State.WOULD_BE_TAKEN : State.TAKEN;
            return run.report(state);
        });
    }

    /** A batch as its owner sees it. */
    public record Batch(UUID id, String file, java.time.Instant takenAt, int made, boolean undone) {}

    /** The batches of an account, latest first. */
    public List<Batch> of(String account) {
        return db.fetch("""
            SELECT b.id, b.file, b.taken_at, b.undone_at IS NOT NULL AS undone,
                   (SELECT count(*) FROM import_line l WHERE l.batch = b.id)::int AS made
              FROM import_batch b WHERE b.account = ? ORDER BY b.taken_at DESC LIMIT 200
            """, account)
                .map(row -> new Batch(
                        row.get("id", UUID.class),
                        row.get("file", String.class),
                        row.get("taken_at", java.time.OffsetDateTime.class).toInstant(),
                        row.get("made", Integer.class),
                        row.get("undone", Boolean.class)));
    }

    /**
     * A line that could not be taken back, and why.
     *
     * @param row as the program shows it
     */
    public record Kept(String sheet, int row, Why why) {}

    /** Why something stays. */
    public enum Why {
        /** Somebody changed it after the import. */
        CHANGED_SINCE,
        /** Something that came later stands on it. */
        IN_USE
    }

    /** How taking back ends: what went, and what stays and is listed. */
    public record UndoReport(int gone, List<Kept> kept) {}

    /** Takes a batch back, last line first; nothing for a batch that is not the account's or is taken back already. */
    public Optional<UndoReport> undo(String account, UUID batch, List<? extends RowImport> imports) {
        int mine = db.execute(
                "UPDATE import_batch SET undone_at = clock_timestamp() WHERE id = ? AND account = ? AND undone_at IS"
                        + " NULL",
                batch,
                account);
        if (mine == 0) {
            return Optional.empty();
        }
        Map<String, RowImport> bySheet =
                imports.stream().collect(Collectors.toMap(each -> each.form().name(), Function.identity()));
        List<Kept> kept = new ArrayList<>();
        Map<UUID, Boolean> changed = new HashMap<>();
        var lines = db.fetch("""
            SELECT sheet, line, aggregate, fact, max(revision) OVER (PARTITION BY aggregate) AS revision
              FROM import_line WHERE batch = ? ORDER BY position DESC
            """, batch);
        for (var line : lines) {
            RowImport sheet = Objects.requireNonNull(bySheet.get(line.get("sheet", String.class)));
            UUID aggregate = line.get("aggregate", UUID.class);
            long left = line.get("revision", Long.class);
            boolean since =
                    changed.computeIfAbsent(aggregate, id -> sheet.revision(id).orElse(left + 1) > left);
            Optional<Why> why =
                    since ? Optional.of(Why.CHANGED_SINCE) : undone(sheet, aggregate, line.get("fact", UUID.class));
            why.ifPresent(stays -> kept.add(new Kept(sheet.form().name(), line.get("line", Integer.class), stays)));
        }
        return Optional.of(new UndoReport(lines.size() - kept.size(), kept.reversed()));
    }

    /** What the database's own keys forbid is in use; each line is judged at once, not at the end. */
    private Optional<Why> undone(RowImport sheet, UUID aggregate, UUID fact) {
        try {
            nested.executeWithoutResult(one -> {
                sheet.undo(aggregate, fact);
                db.execute("SET CONSTRAINTS ALL IMMEDIATE");
                db.execute("SET CONSTRAINTS ALL DEFERRED");
            });
            return Optional.empty();
        } catch (DataIntegrityViolationException referred) {
            return Optional.of(Why.IN_USE);
        }
    }

    /** One book being taken. */
    private final class Run {

        private final Workbook book;
        private final List<CellFinding> findings;
        private final List<SheetCount> counts = new ArrayList<>();
        private final Set<UUID> people = new HashSet<>();
        private final UUID batch;
        private int position;

        Run(String account, String file, Workbook book) {
            this.book = book;
            this.findings = new ArrayList<>(book.findings());
            this.batch = db.fetchSingle(
                            "INSERT INTO import_batch (account, file) VALUES (?, ?) RETURNING id", account, file)
                    .get(0, UUID.class);
        }

        void take(RowImport sheet) {
            String name = sheet.form().name();
            int unreadable = (int) book.findings().stream()
                    .filter(finding -> name.equals(finding.sheet()))
                    .map(CellFinding::cell)
                    .filter(cell -> cell != null && !cell.matches("[A-Z]+1"))
                    .map(cell -> cell.replaceAll("\\D", ""))
                    .distinct()
                    .count();
            int made = 0;
            int same = 0;
            int refused = 0;
            List<Line> lines = book.lines(name);
            sheet.expect(lines);
            for (Line line : lines) {
                switch (taken(sheet, line)) {
                    case RowOutcome.Made thing -> {
                        made++;
                        keep(line, thing);
                        people.addAll(thing.people());
                    }
                    case RowOutcome.Same standing -> same++;
                    case RowOutcome.Refused refusal -> {
                        refused++;
                        refusal.findings()
                                .forEach(finding -> findings.add(
                                        new CellFinding(name, line.cell(column(sheet, finding)), finding)));
                        findings.addAll(refusal.elsewhere());
                    }
                }
            }
            findings.addAll(sheet.unfinished());
            if (book.lines().containsKey(name)) {
                counts.add(new SheetCount(name, lines.size() + unreadable, made, same, refused + unreadable));
            }
        }

        /** A refused line leaves nothing behind, and the next is taken as if it had not been there. */
        private RowOutcome taken(RowImport sheet, Line line) {
            return nested.execute(one -> {
                RowOutcome outcome = sheet.take(line);
                if (outcome instanceof RowOutcome.Refused) {
                    one.setRollbackOnly();
                }
                return outcome;
            });
        }

        private void keep(Line line, RowOutcome.Made made) {
            db.execute(
                    """
                    INSERT INTO import_line (batch, position, sheet, line, aggregate, fact, revision)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """, batch, position++, line.sheet(), line.row(), made.aggregate(), made.fact(), made.revision());
        }

        private static @org.jspecify.annotations.Nullable String column(RowImport sheet, Finding finding) {
            String field = finding.field();
            return sheet.form().columns().stream()
                    .map(Column::key)
                    .filter(key -> key.equals(field))
                    .findFirst()
                    .orElse(null);
        }

        ImportReport report(State state) {
            int shown = Math.min(findings.size(), MOST_FINDINGS);
            return new ImportReport(
                    state == State.TAKEN ? batch : null,
                    state,
                    List.copyOf(counts),
                    List.copyOf(findings.subList(0, shown)),
                    findings.size() - shown,
                    state == State.TAKEN ? Set.copyOf(people) : Set.of());
        }
    }
}
