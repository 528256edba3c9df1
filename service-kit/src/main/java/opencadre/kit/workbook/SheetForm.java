package opencadre.kit.workbook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a sheet must look like: its name, and the columns by the words of row 1, in any order.
 *
 * @param identity keys of the columns that together say which thing a line is about: no two lines may share them
 */
public record SheetForm(String name, List<Column> columns, List<String> identity) {

    /** Column of the {@link RowToken}. */
    static final String TOKEN = "rowToken";

    /** Column in which whoever changes a line may say why. */
    static final String REASON = "rowReason";

    private static final List<Column> OF_A_LINE_TAKEN_OUT =
            List.of(Column.may(REASON, "Lý do sửa", Column.Kind.TEXT), Column.may(TOKEN, "Mã dòng", Column.Kind.TEXT));

    public SheetForm {
        columns = List.copyOf(columns);
        identity = List.copyOf(identity);
    }

    Optional<Column> headed(String header) {
        return columns.stream()
                .filter(column -> column.header().equalsIgnoreCase(header))
                .findFirst();
    }

    Column column(String key) {
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The same with what a line that was taken out has besides. */
    SheetForm takenOut() {
        return new SheetForm(
                name,
                Stream.concat(columns.stream(), OF_A_LINE_TAKEN_OUT.stream()).toList(),
                identity);
    }

    /** Keys of the columns that say something of the thing itself. */
    Set<String> keys() {
        return columns.stream().map(Column::key).collect(Collectors.toSet());
    }
}
