package opencadre.kit.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.TestDatabase;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Reach;
import opencadre.kit.rule.Finding;
import opencadre.kit.workbook.ImportReport.SheetCount;
import opencadre.kit.workbook.ImportReport.State;
import opencadre.kit.workbook.Imports.UndoReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class ImportsIT {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Imports IMPORTS =
            new Imports(DATABASE.db(), new DataSourceTransactionManager(DATABASE.dataSource()));

    @BeforeAll
    static void settle() {
        DATABASE.asOwner("CREATE TABLE thing (id uuid PRIMARY KEY, code text NOT NULL, revision bigint NOT NULL);"
                + " CREATE TABLE use (thing uuid REFERENCES thing DEFERRABLE INITIALLY DEFERRED);"
                + " GRANT ALL ON thing, use TO " + DATABASE.database().app());
    }

    @BeforeEach
    void empty() {
        DATABASE.db().execute("DELETE FROM use");
        DATABASE.db().execute("DELETE FROM thing");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /** Things with a code; "sai" is refused after it was written, to see that nothing of it stays. */
    private static final class Things implements RowImport {

        @Override
        public SheetForm form() {
            return new SheetForm("Vật", List.of(Column.must("code", "Mã", Column.Kind.TEXT)), List.of());
        }

        @Override
        public RowOutcome take(Line line) {
            String code = line.text("code");
            if (DATABASE.db()
                    .fetchOptional("SELECT FROM thing WHERE code = ?", code)
                    .isPresent()) {
                return new RowOutcome.Same();
            }
            UUID id = UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
            DATABASE.db().execute("INSERT INTO thing VALUES (?, ?, 1)", id, code);
            return code.equals("sai")
                    ? RowOutcome.Refused.of(Finding.of("code", "unknown-column", code))
                    : RowOutcome.Made.whole(id, 1).about(id);
        }

        @Override
        public OptionalLong revision(UUID aggregate) {
            return DATABASE.db().fetch("SELECT revision FROM thing WHERE id = ?", aggregate).stream()
                    .mapToLong(row -> row.get("revision", Long.class))
                    .findFirst();
        }

        @Override
        public void undo(UUID aggregate, UUID fact) {
            DATABASE.db().execute("DELETE FROM thing WHERE id = ?", fact);
        }
    }

    @Test
    void takesEveryLineAndTheSameBookAgainChangesNothing() {
        ImportReport report = take("an", false, "A", "B");

        assertThat(report.state()).isEqualTo(State.TAKEN);
        assertThat(report.batch()).isNotNull();
        assertThat(report.sheets()).containsExactly(new SheetCount("Vật", 2, 2, 0, 0, 0));
        assertThat(codes()).containsExactly("A", "B");

        assertThat(take("an", false, "A", "B").sheets()).containsExactly(new SheetCount("Vật", 2, 0, 0, 2, 0));
        assertThat(codes()).containsExactly("A", "B");
    }

    @Test
    void aTrialSaysWhatWouldBeAndKeepsNothing() {
        ImportReport report = take("binh", true, "A", "A");

        assertThat(report.state()).isEqualTo(State.WOULD_BE_TAKEN);
        assertThat(report.batch()).isNull();
        assertThat(report.sheets()).containsExactly(new SheetCount("Vật", 2, 1, 0, 1, 0));
        assertThat(codes()).isEmpty();
        assertThat(batches("binh")).isEmpty();
    }

    @Test
    void oneWrongLineRefusesTheWholeBookAndNamesItsCell() {
        ImportReport report = take("chi", false, "A", "sai", "sai", "B");

        assertThat(report.state()).isEqualTo(State.REFUSED);
        assertThat(report.batch()).isNull();
        assertThat(report.sheets()).containsExactly(new SheetCount("Vật", 4, 2, 0, 0, 2));
        assertThat(report.findings()).extracting(CellFinding::cell).containsExactly("A3", "A4");
        assertThat(codes()).isEmpty();
        assertThat(batches("chi")).isEmpty();
    }

    @Test
    void aLineThatCannotBeReadIsToldBesideThoseThatAreRefused() {
        ImportReport report = ask(
                "dung",
                () -> IMPORTS.take(
                        "dung",
                        "x.xlsx",
                        Books.of("Vật", rows("sai", new Books.Formula("1+1"))),
                        true,
                        things(),
                        Progress.UNWATCHED));

        assertThat(report.findings())
                .extracting(finding -> finding.cell() + " " + finding.finding().code())
                .containsExactly("A3 cell-formula", "A2 unknown-column");
        assertThat(report.sheets()).containsExactly(new SheetCount("Vật", 2, 0, 0, 0, 2));
    }

    @Test
    void aBatchIsTakenBackButForWhatWasChangedSince() {
        UUID batch =
                Objects.requireNonNull(take("ha", false, "A", "B", "C", "D").batch());
        DATABASE.db().execute("UPDATE thing SET revision = 2 WHERE code = 'B'");
        DATABASE.db().execute("INSERT INTO use SELECT id FROM thing WHERE code = 'C'");

        UndoReport undone = ask("ha", () -> IMPORTS.undo("ha", batch, things(), Progress.UNWATCHED))
                .orElseThrow();

        assertThat(undone.gone()).isEqualTo(2);
        assertThat(undone.kept())
                .containsExactly(
                        new Imports.Kept("Vật", 3, Imports.Why.CHANGED_SINCE),
                        new Imports.Kept("Vật", 4, Imports.Why.IN_USE));
        assertThat(undone.people())
                .as("whose record something went from")
                .containsExactlyInAnyOrder(
                        UUID.nameUUIDFromBytes("A".getBytes(StandardCharsets.UTF_8)),
                        UUID.nameUUIDFromBytes("D".getBytes(StandardCharsets.UTF_8)));
        assertThat(codes()).containsExactly("B", "C");
        assertThat(ask("ha", () -> IMPORTS.undo("ha", batch, things(), Progress.UNWATCHED)))
                .isEmpty();
        assertThat(batches("ha")).singleElement().matches(Imports.Batch::undone);
    }

    @Test
    void aBatchIsItsAccountsAlone() {
        UUID batch = Objects.requireNonNull(take("lan", false, "A").batch());

        assertThat(ask("minh", () -> IMPORTS.undo("minh", batch, things(), Progress.UNWATCHED)))
                .isEmpty();
        assertThat(ask("minh", () -> IMPORTS.undo("lan", batch, things(), Progress.UNWATCHED)))
                .isEmpty();
        assertThat(ask("minh", () -> IMPORTS.of("lan"))).isEmpty();
        assertThat(codes()).containsExactly("A");
    }

    /**
     * A sheet whose lines belong together: "đôi" is refused for the cell of the line before it, "lẻ" waits for another.
     */
    private static final class Pairs implements RowImport {

        private final List<Line> alone = new ArrayList<>();
        private @Nullable Line before;

        @Override
        public SheetForm form() {
            return new SheetForm("Cặp", List.of(Column.must("code", "Mã", Column.Kind.TEXT)), List.of());
        }

        @Override
        public RowOutcome take(Line line) {
            Line earlier = before;
            before = line;
            if (line.text("code").equals("lẻ")) {
                alone.add(line);
            }
            return line.text("code").equals("đôi") && earlier != null
                    ? new RowOutcome.Refused(List.of(), List.of(finding(earlier)))
                    : new RowOutcome.Same();
        }

        private static CellFinding finding(Line line) {
            return new CellFinding(line.sheet(), line.cells().get("code"), Finding.of("code", "out-of-range"));
        }

        @Override
        public List<CellFinding> unfinished() {
            return alone.stream().map(Pairs::finding).toList();
        }

        @Override
        public OptionalLong revision(UUID aggregate) {
            return OptionalLong.empty();
        }

        @Override
        public void undo(UUID aggregate, UUID fact) {}
    }

    @Test
    void whatIsWrongWithAnotherLineAndWhatIsLeftOverRefusesTheBookToo() {
        assertThat(pairs("một", "đôi")).containsExactly("A2");
        assertThat(pairs("một", "lẻ", "hai")).containsExactly("A3");
        assertThat(pairs("một", "hai")).isEmpty();
    }

    private static List<@Nullable String> pairs(String... codes) {
        ImportReport report = ask(
                "oanh",
                () -> IMPORTS.take(
                        "oanh",
                        "x.xlsx",
                        Books.of("Cặp", rows((Object[]) codes)),
                        false,
                        List.of(new Pairs()),
                        Progress.UNWATCHED));
        assertThat(report.state()).isEqualTo(report.findings().isEmpty() ? State.TAKEN : State.REFUSED);
        return report.findings().stream().map(CellFinding::cell).toList();
    }

    private static ImportReport take(String account, boolean trial, String... codes) {
        return ask(
                account,
                () -> IMPORTS.take(
                        account,
                        "x.xlsx",
                        Books.of("Vật", rows((Object[]) codes)),
                        trial,
                        things(),
                        Progress.UNWATCHED));
    }

    private static List<RowImport> things() {
        return List.of(new Things());
    }

    private static List<List<@Nullable Object>> rows(Object... codes) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(List.of("Mã"));
        Arrays.stream(codes).forEach(code -> rows.add(List.of(code)));
        return rows;
    }

    private static List<Imports.Batch> batches(String account) {
        return ask(account, () -> IMPORTS.of(account));
    }

    private static List<String> codes() {
        return DATABASE.db().fetch("SELECT code FROM thing ORDER BY code").map(row -> row.get("code", String.class));
    }

    private static <T> T ask(String account, java.util.function.Supplier<T> work) {
        Actor actor = new Actor(
                account, account, account, 0, "x", Set.of(), List.of(), Reach.NOTHING, LocalDate.of(2026, 11, 24));
        return DATABASE.work().as(actor, work);
    }
}
