package opencadre.personnel.statistics.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the text of a cell.
 *
 * <p>Shape: {@code {{SEX.FEMALE}}}, or {@code [SEX.FEMALE]} in the row that is repeated; {@code [A+B]} adds columns.
 *
 * @param sign before its name, which is never taken; usually empty
 * @param names one, or those that are added
 * @param isOfRow whether it stands in square brackets
 * @param from where it begins in the text
 * @param to behind its end
 */
public record CellPlace(String sign, List<String> names, boolean isOfRow, int from, int to) {

    private static final Pattern PLACE = Pattern.compile(
            "\\{\\{\\s*(?<sign>[^\\w\\s{}]?)\\s*(?<names>[^{}]*?)\\s*}}"
                    + "|\\[\\s*(?<rowSign>[^\\w\\s\\[\\]]?)\\s*(?<rowNames>[^\\[\\]]*?)\\s*]",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** What else stands in square brackets is text, as {@code [1]} and {@code [ghi rõ]}. */
    private static final Pattern NAMES = Pattern.compile("[A-Za-z][\\w.]*(\\s*\\+\\s*[A-Za-z][\\w.]*)*");

    private static final Pattern AND = Pattern.compile("\\s*\\+\\s*");

    /** The places of a text, in their order. */
    public static List<CellPlace> in(String text) {
        List<CellPlace> found = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            boolean isOfRow = place.group("names") == null;
            String names = place.group(isOfRow ? "rowNames" : "names");
            if (!isOfRow || NAMES.matcher(names).matches()) {
                found.add(new CellPlace(
                        place.group(isOfRow ? "rowSign" : "sign"),
                        List.of(AND.split(names, -1)),
                        isOfRow,
                        place.start(),
                        place.end()));
            }
        }
        return found;
    }

    /** How one of its names is written, as {@code [SEX.FEMALE]}. */
    public String written(String name) {
        return isOfRow ? "[" + sign + name + "]" : "{{" + sign + name + "}}";
    }
}
