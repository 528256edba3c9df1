package opencadre.kit.workbook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.rule.Finding;
import opencadre.kit.workbook.ImportReport.SheetCount;
import opencadre.kit.workbook.ImportReport.State;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
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

    private static final int MOST_DIFFERENCES = 500;

    /** Lines that are at hand at a time, and of which it is read at once what they said when they were taken out. */
    private static final int AT_ONCE = 1_000;

    private static final int LONGEST_REASON = 500;
    private static final String CHANGED = "Sửa trong Excel";

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
     * @param progress hears of every line
     */
    public ImportReport take(
            String account,
            String file,
            byte[] content,
            boolean trial,
            List<? extends RowImport> imports,
            Progress progress) {
        Workbook book = Workbook.read(
                content,
                imports.stream().map(Imports::form).toList(),
                rows -> progress.at(Progress.Phase.READING, rows, 0));
        return nested.execute(whole -> {
            Run run = new Run(account, file, book, trial, progress);
            imports.forEach(run::take);
            boolean refused = !run.findings.isEmpty();
            progress.at(Progress.Phase.KEEPING, run.lines, run.lines);
            if (!refused) {
                // What the database asks only when a transaction ends it is asked here: a trial hears it too, and to
                // end is quick.
                db.execute("SET CONSTRAINTS ALL IMMEDIATE");
                db.execute("SET CONSTRAINTS ALL DEFERRED");
            }
            if (refused || trial) {
                whole.setRollbackOnly();
            }
            State state = refused ? State.REFUSED : trial ? State.WOULD_BE_TAKEN : State.TAKEN;
            return run.report(state);
        });
    }

    private static SheetForm form(RowImport sheet) {
        return sheet instanceof RowExchange ? sheet.form().takenOut() : sheet.form();
    }

    /** A batch as its owner sees it. */
    public record Batch(UUID id, String file, Instant takenAt, int made, boolean undone) {}

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
                        row.get("taken_at", OffsetDateTime.class).toInstant(),
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
        IN_USE,
        /** What stood before is against a rule as things are now. */
        UNLAWFUL
    }

    /**
     * How taking back ends: what went, and what stays and is listed.
     *
     * @param people whose records something went from, for the audit alone
     */
    public record UndoReport(
            int gone, List<Kept> kept, @JsonIgnore Set<UUID> people) {}

    /** Name of the file of a batch of the account that was not taken back. */
    public Optional<String> standing(String account, UUID batch) {
        return db.fetchOptional(
                        "SELECT file FROM import_batch WHERE id = ? AND account = ? AND undone_at IS NULL",
                        batch,
                        account)
                .map(row -> row.get("file", String.class));
    }

    /** Takes a batch back, last line first; nothing for a batch that is not the account's or is taken back already. */
    public Optional<UndoReport> undo(String account, UUID batch, List<? extends RowImport> imports, Progress progress) {
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
        Set<UUID> people = new HashSet<>();
        Map<UUID, Boolean> changed = new HashMap<>();
        var lines = db.fetch("""
            SELECT sheet, line, aggregate, fact, people, before_at,
                   max(revision) OVER (PARTITION BY aggregate) AS revision
              FROM import_line WHERE batch = ? ORDER BY position DESC
            """, batch);
        int done = 0;
        for (var line : lines) {
            progress.at(Progress.Phase.TAKING, done++, lines.size());
            RowImport sheet = Objects.requireNonNull(bySheet.get(line.get("sheet", String.class)));
            UUID aggregate = line.get("aggregate", UUID.class);
            long left = line.get("revision", Long.class);
            boolean since =
                    changed.computeIfAbsent(aggregate, id -> sheet.revision(id).orElse(left + 1) > left);
            Optional<Why> why = since ? Optional.of(Why.CHANGED_SINCE) : undone(sheet, line);
            why.ifPresentOrElse(
                    stays -> kept.add(new Kept(sheet.form().name(), line.get("line", Integer.class), stays)),
                    () -> people.addAll(List.of(line.get("people", UUID[].class))));
        }
        progress.at(Progress.Phase.KEEPING, done, lines.size());
        return Optional.of(new UndoReport(lines.size() - kept.size(), kept.reversed(), Set.copyOf(people)));
    }

    /** What the database's own keys forbid is in use; each line is judged at once, not at the end. */
    private Optional<Why> undone(RowImport sheet, Record line) {
        UUID aggregate = line.get("aggregate", UUID.class);
        UUID fact = line.get("fact", UUID.class);
        OffsetDateTime before = line.get("before_at", OffsetDateTime.class);
        try {
            return nested.execute(one -> {
                boolean done = before == null
                        ? gone(sheet, aggregate, fact)
                        : restored((RowExchange) sheet, new RowToken(aggregate, fact, before.toInstant()));
                db.execute("SET CONSTRAINTS ALL IMMEDIATE");
                db.execute("SET CONSTRAINTS ALL DEFERRED");
                if (!done) {
                    one.setRollbackOnly();
                }
                return done ? Optional.empty() : Optional.of(Why.UNLAWFUL);
            });
        } catch (DataIntegrityViolationException referred) {
            return Optional.of(Why.IN_USE);
        }
    }

    private static boolean gone(RowImport sheet, UUID aggregate, UUID fact) {
        sheet.undo(aggregate, fact);
        return true;
    }

    /** What was believed before is recorded once more: both beliefs stay in history. */
    private static boolean restored(RowExchange sheet, RowToken before) {
        RowExchange.Said said = sheet.said(List.of(before)).get(before);
        RowExchange.Standing now = said == null ? null : said.now();
        return said != null
                && now != null
                && sheet.correct(now.token(), new Line(sheet.form().name(), 0, said.then(), Map.of()), RowImport.UNDONE)
                        instanceof RowOutcome.Made;
    }

    /** One book being taken. */
    private final class Run {

        private final Workbook book;
        private final boolean trial;
        private final Progress progress;
        private final int lines;
        private final Findings findings;
        private final List<ImportReport.Difference> differences = new ArrayList<>();
        private final List<SheetCount> counts = new ArrayList<>();
        private final Set<UUID> people = new HashSet<>();
        private final Set<UUID> shown = new HashSet<>();
        private final UUID batch;
        private int moreDifferences;
        private int position;
        private int done;

        Run(String account, String file, Workbook book, boolean trial, Progress progress) {
            this.book = book;
            this.trial = trial;
            this.progress = progress;
            this.lines = book.counts().values().stream()
                    .mapToInt(Workbook.Count::read)
                    .sum();
            this.findings = book.findings();
            this.batch = db.fetchSingle(
                            "INSERT INTO import_batch (account, file) VALUES (?, ?) RETURNING id", account, file)
                    .get(0, UUID.class);
        }

        void take(RowImport sheet) {
            String name = sheet.form().name();
            Workbook.Count count = book.counts().get(name);
            if (count == null) {
                return;
            }
            sheet.expect(() -> book.lines(name).filter(line -> !isBack(line)));
            SheetRun run = new SheetRun(sheet);
            try (Stream<Line> lines = book.lines(name)) {
                List<Line> atHand = new ArrayList<>(AT_ONCE);
                lines.forEach(line -> {
                    atHand.add(line);
                    if (atHand.size() == AT_ONCE) {
                        run.take(atHand);
                        atHand.clear();
                    }
                });
                run.take(atHand);
            }
            sheet.unfinished().forEach(findings::add);
            counts.add(new SheetCount(
                    name,
                    count.read() + count.unreadable(),
                    run.made,
                    run.changed,
                    run.same,
                    run.refused + count.unreadable()));
        }

        private static boolean isBack(Line line) {
            return line.values().containsKey(SheetForm.TOKEN);
        }

        /** One sheet of it. */
        private final class SheetRun {

            private final RowImport sheet;
            private final Map<RowToken, Integer> rows = new HashMap<>();
            private int made;
            private int changed;
            private int same;
            private int refused;

            SheetRun(RowImport sheet) {
                this.sheet = sheet;
            }

            void take(List<Line> lines) {
                Map<RowToken, RowExchange.Said> said = sheet instanceof RowExchange exchange
                        ? exchange.said(lines.stream()
                                .flatMap(line -> token(line).stream())
                                .collect(Collectors.toSet()))
                        : Map.of();
                for (Line line : lines) {
                    progress.at(Progress.Phase.TAKING, done++, Run.this.lines);
                    if (sheet instanceof RowExchange exchange && isBack(line)) {
                        back(exchange, line, said);
                    } else {
                        told(line, taken(() -> sheet.take(line)), null);
                    }
                }
            }

            private Optional<RowToken> token(Line line) {
                return line.maybe(SheetForm.TOKEN).flatMap(RowToken::parse);
            }

            /** A line that was taken out. */
            private void back(RowExchange exchange, Line line, Map<RowToken, RowExchange.Said> said) {
                RowToken token = token(line).orElse(null);
                RowExchange.Said ofIt = token == null ? null : said.get(token);
                if (token == null || ofIt == null) {
                    told(line, RowOutcome.Refused.of(Finding.of(SheetForm.TOKEN, "row-unknown")), null);
                    return;
                }
                Integer earlier = rows.putIfAbsent(token, line.row());
                if (earlier != null) {
                    told(line, RowOutcome.Refused.of(Finding.of(SheetForm.TOKEN, "line-twice", earlier)), null);
                    return;
                }
                RowExchange.Standing now = ofIt.now();
                Set<String> columns = new HashSet<>(exchange.form().keys());
                columns.retainAll(line.cells().keySet());
                ThreeWay three =
                        ThreeWay.of(columns, ofIt.then(), now == null ? ofIt.then() : now.values(), line.values());
                differ(exchange, line, token, three);
                List<Finding> against = against(exchange, three);
                if (!against.isEmpty()) {
                    told(line, new RowOutcome.Refused(against), null);
                } else if (three.changes().isEmpty()) {
                    same++;
                } else if (now == null) {
                    told(line, RowOutcome.Refused.of(Finding.of(SheetForm.TOKEN, "row-gone")), null);
                } else {
                    String reason = line.maybe(SheetForm.REASON).orElse(CHANGED);
                    Line whole = new Line(line.sheet(), line.row(), three.values(), line.cells());
                    RowOutcome outcome = reason.length() > LONGEST_REASON
                            ? RowOutcome.Refused.of(Finding.of(SheetForm.REASON, "cell-too-long", LONGEST_REASON))
                            : taken(() -> exchange.correct(now.token(), whole, reason));
                    told(line, outcome, now.token().recordedAt());
                }
            }

            private static List<Finding> against(RowExchange exchange, ThreeWay three) {
                List<Finding> against = new ArrayList<>();
                three.conflicts().forEach(cell -> against.add(Finding.of(cell.key(), "cell-changed-since")));
                for (ThreeWay.Cell cell : three.changes()) {
                    Column column = exchange.form().column(cell.key());
                    String why = exchange.fixed().get(cell.key());
                    if (why != null) {
                        against.add(Finding.of(cell.key(), why, column.header()));
                    } else if (column.required() && cell.typed() == null) {
                        against.add(Finding.of(cell.key(), "cell-empty", column.header()));
                    }
                }
                return against;
            }

            private void differ(RowExchange exchange, Line line, RowToken token, ThreeWay three) {
                boolean isSome =
                        !three.changes().isEmpty() || !three.conflicts().isEmpty();
                if (trial && isSome) {
                    if (exchange.isOfPeople()) {
                        shown.add(exchange.thing(token));
                    }
                    three.changes().forEach(cell -> differ(difference(exchange, line, cell, false)));
                    three.conflicts().forEach(cell -> differ(difference(exchange, line, cell, true)));
                }
            }

            private void differ(ImportReport.Difference difference) {
                if (differences.size() < MOST_DIFFERENCES) {
                    differences.add(difference);
                } else {
                    moreDifferences++;
                }
            }

            private static ImportReport.Difference difference(
                    RowExchange exchange, Line line, ThreeWay.Cell cell, boolean isConflict) {
                Column column = exchange.form().column(cell.key());
                boolean isTold = exchange.isTold();
                return new ImportReport.Difference(
                        line.sheet(),
                        line.cell(cell.key()),
                        column.header(),
                        isConflict,
                        isTold ? column.typed(cell.then()) : null,
                        isTold ? column.typed(cell.now()) : null,
                        isTold ? column.typed(cell.typed()) : null);
            }

            /** @param before since when what the line changed had been believed; null for a line that is new */
            private void told(Line line, RowOutcome outcome, @Nullable Instant before) {
                switch (outcome) {
                    case RowOutcome.Made thing -> {
                        if (before == null) {
                            made++;
                        } else {
                            changed++;
                        }
                        keep(line, thing, before);
                        people.addAll(thing.people());
                    }
                    case RowOutcome.Same standing -> same++;
                    case RowOutcome.Refused refusal -> {
                        refused++;
                        refusal.findings()
                                .forEach(finding -> findings.add(
                                        new CellFinding(line.sheet(), line.cell(finding.field()), finding)));
                        refusal.elsewhere().forEach(findings::add);
                    }
                }
            }
        }

        /** A refused line leaves nothing behind, and the next is taken as if it had not been there. */
        private RowOutcome taken(Supplier<RowOutcome> line) {
            return nested.execute(one -> {
                RowOutcome outcome = line.get();
                if (outcome instanceof RowOutcome.Refused) {
                    one.setRollbackOnly();
                }
                return outcome;
            });
        }

        private void keep(Line line, RowOutcome.Made made, @Nullable Instant before) {
            db.execute(
                    """
                    INSERT INTO import_line (batch, position, sheet, line, aggregate, fact, revision, people, before_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, cast(? AS timestamptz))
                    """,
                    batch,
                    position++,
                    line.sheet(),
                    line.row(),
                    made.aggregate(),
                    made.fact(),
                    made.revision(),
                    made.people().toArray(UUID[]::new),
                    before == null ? null : before.atOffset(ZoneOffset.UTC));
        }

        ImportReport report(State state) {
            return new ImportReport(
                    state == State.TAKEN ? batch : null,
                    state,
                    List.copyOf(counts),
                    findings.first(),
                    findings.more(),
                    List.copyOf(differences),
                    moreDifferences,
                    Set.copyOf(state == State.TAKEN ? people : shown));
        }
    }
}
