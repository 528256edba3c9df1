package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import opencadre.kit.workbook.Books;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What workbooks look like, and what is said of them. */
abstract class ImportRequests extends ReviewRequests {

    static final String IMPORTS = "/api/personnel/imports";

    /** Letters alone: a name takes no digits. */
    final String run = UUID.randomUUID()
            .toString()
            .substring(0, 8)
            .chars()
            .mapToObj(digit -> String.valueOf((char) ('A' + Character.digit(digit, 16))))
            .collect(java.util.stream.Collectors.joining());

    /** A workbook of names of sheets, each with its lines; cells stand between bars. */
    static byte[] book(Object... namesAndRows) {
        Map<String, List<List<@Nullable Object>>> sheets = new LinkedHashMap<>();
        for (int i = 0; i < namesAndRows.length; i += 2) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Object row : (List<?>) namesAndRows[i + 1]) {
                rows.add(new ArrayList<>(Arrays.stream(row.toString().split("\\|", -1))
                        .map(cell -> cell.isEmpty() ? null : (Object) cell)
                        .toList()));
            }
            sheets.put((String) namesAndRows[i], rows);
        }
        return Books.of(sheets);
    }

    /** A unit of the State by its agency code. */
    final void establish(@Nullable UUID parent, String code, String from, @Nullable String to) {
        Map<String, Object> unit = new HashMap<>(Map.of(
                "tree",
                "STATE",
                "name",
                "UBND " + code,
                "type",
                "TEST",
                "agencyCode",
                code,
                "validFrom",
                from,
                "instrument",
                "1683/NQ-UBTVQH15"));
        if (parent != null) {
            unit.put("parentId", parent.toString());
        }
        if (to != null) {
            unit.put("validTo", to);
        }
        assertThat(as(ADMIN)
                        .ask("PUT", "/api/personnel/units/" + UUID.randomUUID(), unit)
                        .status())
                .isEqualTo(200);
    }

    final Caller.Answer send(String username, byte[] book, boolean trial) {
        return as(username).send(IMPORTS + "?file=can-bo.xlsx&trial=" + trial, book);
    }

    final Caller.Answer undo(String username, Caller.Answer taken) {
        return as(username)
                .ask("POST", IMPORTS + "/" + taken.body().path("batch").asString() + "/undo", null);
    }

    /** Id of the one person of a name. */
    final String only(String name) {
        var found =
                as(CLERK).get(PEOPLE + "?q=" + name.replace(" ", "+")).body().path("items");
        assertThat(found.size()).isEqualTo(1);
        return found.path(0).path("id").asString();
    }

    /** Lines of each sheet: all, made, the same, refused. */
    static List<String> counts(Caller.Answer answer) {
        return answer.body()
                .path("sheets")
                .valueStream()
                .map(sheet -> sheet.path("sheet").asString() + " "
                        + sheet.path("lines").asInt() + "/"
                        + sheet.path("made").asInt() + "/" + sheet.path("same").asInt() + "/"
                        + sheet.path("refused").asInt())
                .toList();
    }

    /** What was refused, as {@code Cán bộ!D4 cell-no-such-day}. */
    static List<String> refusals(Caller.Answer answer) {
        return answer.body()
                .path("findings")
                .valueStream()
                .map(each ->
                        each.path("field").asString() + " " + each.path("code").asString())
                .toList();
    }

    static int changed(Caller.Answer answer) {
        return answer.body()
                .path("sheets")
                .valueStream()
                .mapToInt(sheet -> sheet.path("changed").asInt())
                .sum();
    }

    static String told(JsonNode difference) {
        return difference.path("sheet").asString() + "!"
                + difference.path("cell").asString() + " "
                + difference.path("column").asString() + ": "
                + difference.path("then").asString("") + " > "
                + difference.path("now").asString("") + " > "
                + difference.path("typed").asString("")
                + (difference.path("conflict").asBoolean() ? " conflict" : "");
    }

    /** What an officer does to it in a program of their own, which writes the whole file anew. */
    interface Edit {
        void of(XSSFWorkbook book);
    }

    static byte[] edited(byte[] content, Edit edit) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edit.of(book);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cell of a line under a header, as it is typed; without a value it is emptied. */
    static void set(Sheet page, int row, String header, String value) {
        for (Cell cell : page.getRow(0)) {
            if (cell.getStringCellValue().equals(header)) {
                Cell typed =
                        page.getRow(row).getCell(cell.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                typed.setBlank();
                if (!value.isEmpty()) {
                    typed.setCellValue(value);
                }
                return;
            }
        }
        throw new IllegalArgumentException(header);
    }

    /** What a column says, from its header down. */
    static List<String> cells(byte[] content, String sheet, int column) {
        List<String> cells = new ArrayList<>();
        edited(content, book -> {
            for (Row row : book.getSheet(sheet)) {
                Cell cell = row.getCell(column);
                cells.add(cell == null ? "" : cell.toString());
            }
        });
        return cells;
    }
}
