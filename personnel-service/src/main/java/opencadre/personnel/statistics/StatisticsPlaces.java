package opencadre.personnel.statistics;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import opencadre.personnel.statistics.StatisticsTable.Line;
import opencadre.personnel.unit.UnitBasis;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What stands at the places of a template of statistics.
 *
 * <p>Shape: {@code {{unit}}}, also {@code {{unitInCapitals}}}, {@code {{day}}}, {@code {{secondDay}}}, {@code {{by}}},
 * {@code {{notes}}}; the first line, everybody, with {@code {{name}}} and a number for each column, as
 * {@code {{SEX.FEMALE}}}; and the lines with the cells {@code [no]}, {@code [name]} and the same numbers, as
 * {@code [SEX.FEMALE]}. A number of the second day is {@code before.SEX.FEMALE}, from that one to the first
 * {@code change.SEX.FEMALE}. What has no number is empty.
 */
@Component
public class StatisticsPlaces {

    /** The lines of the table. */
    public static final String LINES = "lines";

    /** Of a line, or of the first one outside of the lines. */
    public static final String NAME = "name";

    /** What must not be lost from a sheet, one in each line of its text. */
    public static final String NOTES = "notes";

    /** What stands at the places of a second day where none was asked for. */
    public static final Object NOT_HERE = new Object();

    /** Places that are no numbers of people, and cannot be added. */
    public static final Set<String> WORDS =
            Set.of("unit", "unitInCapitals", "day", "secondDay", "by", NOTES, NAME, "no");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

    private final StatisticsColumns columns;

    StatisticsPlaces(StatisticsColumns columns) {
        this.columns = columns;
    }

    /** What stands there of a table. */
    public Map<String, Object> of(StatisticsTable table) {
        LocalDate second = table.asOf().equals(table.compareTo()) ? null : table.compareTo();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Line line : table.lines()) {
            Map<String, Object> cells = numbers(line, second != null);
            cells.put("no", lines.isEmpty() ? "" : (long) lines.size());
            cells.put(NAME, line.name().vi());
            lines.add(cells);
        }
        Map<String, Object> places = new HashMap<>(lines.getFirst());
        places.remove("no");
        places.put("unit", table.unitName());
        places.put("unitInCapitals", table.unitName().toUpperCase(Locale.forLanguageTag("vi")));
        places.put("day", DAY.format(table.asOf()));
        places.put("secondDay", second == null ? NOT_HERE : DAY.format(second));
        places.put("by", table.by().label().vi());
        places.put(NOTES, String.join("\n", notes(table)));
        places.put(LINES, lines);
        return places;
    }

    /** Every place there is, of a unit with a few lines that nobody is in. */
    public Map<String, Object> ofNobody() {
        List<Long> none = Collections.nCopies(columns.all().size(), 0L);
        Line line = new Line(StatisticsColumns.ALL, Breakdown.TOTAL.label(), none, none);
        return of(new StatisticsTable(
                new UUID(0, 0),
                UnitBasis.HISTORICAL,
                "",
                StatisticsBy.UNITS,
                ANY_DAY,
                ANY_DAY.minusYears(1),
                true,
                true,
                List.of(line, line, line)));
    }

    private Map<String, Object> numbers(Line line, boolean hasSecond) {
        Map<String, Object> numbers = new HashMap<>();
        List<StatisticsColumn> all = columns.all();
        for (int at = 0; at < all.size(); at++) {
            String code = all.get(at).code();
            numbers.put(code, number(line.counts(), at));
            numbers.put("before." + code, hasSecond ? number(line.compared(), at) : NOT_HERE);
            numbers.put("change." + code, hasSecond ? number(line.differences(), at) : NOT_HERE);
        }
        return numbers;
    }

    private static Object number(@Nullable List<Long> numbers, int at) {
        return numbers == null ? "" : numbers.get(at);
    }

    private static List<String> notes(StatisticsTable table) {
        List<String> notes = new ArrayList<>(List.of(
                "Mỗi người tính một lần trong một dòng, dù giữ nhiều chức vụ; các dòng vì thế có thể cộng lại"
                        + " lớn hơn tổng số.",
                "“Chưa rõ”: chưa có thông tin trong hồ sơ, không phải là “không”. Ô để trống: đơn vị khi đó không"
                        + " tồn tại.",
                "Tuổi tính tròn năm đến ngày thống kê; chỉ biết năm hoặc tháng sinh thì tính từ ngày đầu của"
                        + " năm hoặc tháng đó."));
        if (table.basis() == UnitBasis.SUCCESSOR) {
            notes.add(
                    "Tính theo đơn vị kế thừa hiện nay: mỗi đơn vị gồm cả những đơn vị đã nhập vào nó; người của đơn vị"
                            + " bị chia, tách được tính ở từng đơn vị kế thừa.");
        }
        if (!table.whole()) {
            notes.add("Chỉ tính những người thuộc phạm vi được xem của người lập; đơn vị còn có thể có người khác.");
        }
        if (!table.exact()) {
            notes.add("Các số được làm tròn đến bội số gần nhất của 5.");
        }
        return notes;
    }
}
