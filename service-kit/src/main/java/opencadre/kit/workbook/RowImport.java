package opencadre.kit.workbook;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How the lines of one sheet become facts: through the same use cases as the pages, as the same person. One is made for
 * each request, so that it knows who asks.
 */
public interface RowImport {

    /** Why what a batch recorded is no longer believed once it was taken back. */
    String UNDONE = "Rút lại lần nhập từ Excel";

    SheetForm form();

    /** Whether new lines are typed here, so that an empty form of it is of use. */
    default boolean takesNew() {
        return true;
    }

    /**
     * Told before the first line what all of them are, where some make one thing together.
     *
     * @param lines to be read once more and closed; whoever does not ask costs nothing
     */
    default void expect(Supplier<Stream<Line>> lines) {}

    /** Takes one line. What it refuses is taken back by whoever runs the import. */
    RowOutcome take(Line line);

    /** What is wrong once all lines of the sheet are taken, as votes that belong to no meeting. */
    default List<CellFinding> unfinished() {
        return List.of();
    }

    /** The revision an aggregate has now; empty when it is gone or out of reach. */
    OptionalLong revision(UUID aggregate);

    /** Takes back what a line made. That nobody changed the aggregate since was seen before. */
    void undo(UUID aggregate, UUID fact);
}
