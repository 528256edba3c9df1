package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import opencadre.kit.workbook.Books;
import org.jspecify.annotations.Nullable;

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
}
