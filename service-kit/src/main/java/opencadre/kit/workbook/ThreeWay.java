package opencadre.kit.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line that was taken out, as it comes back: what it said then, what stands now, what was typed. A cell that was not
 * touched says nothing, whatever has become of it; a cell that was touched counts where nobody else changed the same
 * one. So two may work on one list, and neither undoes the other unseen.
 *
 * @param values the line as it shall stand
 * @param changes cells that will say something else than they do now
 * @param conflicts cells that somebody else changed meanwhile, to something else
 */
record ThreeWay(Map<String, Object> values, List<Cell> changes, List<Cell> conflicts) {

    /** One cell of the line; an empty one is null. */
    record Cell(
            String key,
            @Nullable Object then,
            @Nullable Object now,
            @Nullable Object typed) {}

    /** @param columns keys of the columns that came back: one that was deleted from the sheet is not touched */
    static ThreeWay of(
            Set<String> columns, Map<String, Object> then, Map<String, Object> now, Map<String, Object> typed) {
        Map<String, Object> values = new HashMap<>(now);
        List<Cell> changes = new ArrayList<>();
        List<Cell> conflicts = new ArrayList<>();
        for (String key : columns) {
            Cell cell = new Cell(key, said(then, key), said(now, key), said(typed, key));
            if (Objects.equals(cell.typed, cell.then) || Objects.equals(cell.typed, cell.now)) {
                continue;
            }
            if (!Objects.equals(cell.now, cell.then)) {
                conflicts.add(cell);
            } else {
                changes.add(cell);
                if (cell.typed == null) {
                    values.remove(key);
                } else {
                    values.put(key, cell.typed);
                }
            }
        }
        return new ThreeWay(values, changes, conflicts);
    }

    /** A cell that says no is as good as an empty one, and spaces at the ends of a word do not count. */
    private static @Nullable Object said(Map<String, Object> values, String key) {
        return switch (values.get(key)) {
            case null -> null;
            case Boolean yes -> yes ? Boolean.TRUE : null;
            case String text -> {
                String tidy = Workbook.tidy(text);
                yield tidy.isEmpty() ? null : tidy;
            }
            case Object other -> other;
        };
    }
}
