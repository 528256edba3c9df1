package opencadre.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Reach;
import opencadre.kit.workbook.Column;
import opencadre.kit.workbook.ImportReport;
import opencadre.kit.workbook.Imports;
import opencadre.kit.workbook.Line;
import opencadre.kit.workbook.Progress;
import opencadre.kit.workbook.RowImport;
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.SheetForm;
import opencadre.kit.workbook.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jooq.DSLContext;

/**
 * What the kit alone costs a line of a workbook: read, its savepoint, one row and the note for taking it back. Books of
 * several lengths stand beside each other, with the heap that was left after collecting.
 */
final class BookBenchmark {

    private static final List<Integer> LENGTHS = List.of(1_000, 10_000, 30_000, Workbook.MOST_LINES);
    private static final int COLUMNS = 12;
    private static final double MIB = 1 << 20;

    private final Ground ground;
    private final Imports imports;

    BookBenchmark(Ground ground) {
        this.ground = ground;
        this.imports = new Imports(ground.db(), ground.transactions());
    }

    void run() {
        for (int length : LENGTHS) {
            byte[] book = book(length);
            Watch watch = new Watch(length);
            ImportReport report = ground.work()
                    .as(
                            actor(),
                            () -> imports.take(
                                    "benchmark", "do.xlsx", book, true, List.of(new Things(ground.db())), watch));
            watch.tell(book.length, report);
        }
    }

    private static Actor actor() {
        return new Actor(
                "benchmark",
                "benchmark",
                "benchmark",
                0,
                "x",
                Set.of(),
                List.of(),
                Reach.NOTHING,
                LocalDate.of(2026, 11, 24));
    }

    private static byte[] book(int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(out, "OpenCadre", "1.0")) {
            Worksheet sheet = book.newWorksheet("Vật");
            for (int column = 0; column < COLUMNS; column++) {
                sheet.value(0, column, "Cột " + column);
                for (int line = 1; line <= length; line++) {
                    sheet.value(line, column, column < 2 ? column + "." + line : "Chuyên viên " + line % 97);
                }
            }
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Says how far it is, when a tenth more is done. */
    private static final class Watch implements Progress {

        private final int length;
        private final long begin = System.nanoTime();
        private long read;
        private double most;

        Watch(int length) {
            this.length = length;
        }

        @Override
        public void at(Phase phase, int lines, int of) {
            if (phase == Phase.TAKING && read == 0) {
                read = System.nanoTime();
            }
            if (lines % Math.max(1, length / 10) == 0) {
                most = Math.max(most, left());
            }
        }

        /** Bytes of the heap that were in use after the last collection. */
        private static double left() {
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .map(pool -> pool.getCollectionUsage())
                    .filter(Objects::nonNull)
                    .mapToDouble(MemoryUsage::getUsed)
                    .sum();
        }

        void tell(int bytes, ImportReport report) {
            long now = System.nanoTime();
            System.out.printf(
                    Locale.ROOT,
                    "book: %,d lines, %.1f MB, %s: read through in %.1f s, taken in %.1f s, %.0f us a line;"
                            + " heap after collecting at most %.0f of %.0f MiB%n",
                    length,
                    bytes / 1e6,
                    report.state(),
                    (read - begin) / 1e9,
                    (now - read) / 1e9,
                    (now - read) / 1e3 / length,
                    most / MIB,
                    Runtime.getRuntime().maxMemory() / MIB);
        }
    }

    /** One row a line. */
    private record Things(DSLContext db) implements RowImport {

        @Override
        public SheetForm form() {
            return new SheetForm(
                    "Vật",
                    IntStream.range(0, COLUMNS)
                            .mapToObj(each -> Column.may("c" + each, "Cột " + each, Column.Kind.TEXT))
                            .toList(),
                    List.of("c0"));
        }

        @Override
        public RowOutcome take(Line line) {
            UUID id = UUID.randomUUID();
            db.execute("INSERT INTO copy VALUES (?, 1, ?)", id.toString(), line.text("c2"));
            return RowOutcome.Made.whole(id, 1).about(id);
        }

        @Override
        public OptionalLong revision(UUID aggregate) {
            return OptionalLong.empty();
        }

        @Override
        public void undo(UUID aggregate, UUID fact) {
            throw new IllegalStateException("nothing of it is kept");
        }
    }
}
