package opencadre.kit.workbook;

import java.util.UUID;

/**
 * How the lines of one sheet become facts: through the same use cases as the pages, as the same person. One is made for
 * each request, so that it knows who asks.
 */
public interface RowImport {

    SheetForm form();

    /** Takes one line. What it refuses is taken back by whoever runs the import. */
    RowOutcome take(Line line);

    /**
     * Takes back what a line made, unless it has been changed since.
     *
     * @param id of what was made
     * @param revision it had after the import
     */
    Undone undo(UUID id, long revision);

    /** How taking back ends. */
    enum Undone {
        GONE,
        CHANGED_SINCE,
        IN_USE
    }
}
