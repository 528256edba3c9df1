package opencadre.kit.workbook;

import java.util.List;
import java.util.Optional;

/**
 * What a sheet must look like: its name, and the columns by the words of row 1, in any order.
 *
 * @param identity keys of the columns that together say which thing a line is about: no two lines may share them
 */
public record SheetForm(String name, List<Column> columns, List<String> identity) {

    public SheetForm {
        columns = List.copyOf(columns);
        identity = List.copyOf(identity);
    }

    Optional<Column> headed(String header) {
        return columns.stream()
                .filter(column -> column.header().equalsIgnoreCase(header))
                .findFirst();
    }
}
