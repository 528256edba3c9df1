package opencadre.personnel.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays an extract list out as a file of a word processor. */
public interface ExtractForm {

    /** Places of the form that repeat a row of a table. */
    List<String> TABLES = List.of("lines");

    /** The file. */
    byte[] print(ExtractList list);

    /**
     * What the list says.
     *
     * @param unit name of the unit that it is about with all below; null for everybody in reach
     */
    record ExtractList(LocalDate day, @Nullable String unit, List<Line> lines) {

        /** What stands at the places of the form. */
        public Map<String, Object> places() {
            List<Map<String, String>> rows = new ArrayList<>();
            for (Line line : lines) {
                Map<String, String> row = new HashMap<>();
                row.put("no", Integer.toString(rows.size() + 1));
                row.put("name", line.name());
                row.put("male", line.isMale() ? line.born() : "");
                row.put("female", line.isMale() ? "" : line.born());
                row.put("posts", line.posts());
                row.put("ethnicity", line.ethnicity());
                row.put("nativePlace", line.nativePlace());
                row.put("schooling", line.schooling());
                row.put("degree", line.degree());
                row.put("theory", line.theory());
                row.put("joined", line.joined());
                row.put("official", line.official());
                row.put("rating", line.rating());
                rows.add(row);
            }
            return Map.of(
                    "unit", unit == null ? "" : unit,
                    "count", Integer.toString(rows.size()),
                    "day", "%02d".formatted(day.getDayOfMonth()),
                    "month", "%02d".formatted(day.getMonthValue()),
                    "year", Integer.toString(day.getYear()),
                    "lines", rows);
        }
    }

    /**
     * An official in one line; what is not known is empty.
     *
     * @param born as {@code 14/08/1982}, or only the month or year
     * @param isMale in which of the two columns the birth stands
     * @param posts as {@code Chủ tịch UBND, Phường Sông Công}, one after the other
     * @param joined day of joining the Party
     * @param official day of becoming an official member
     * @param rating as {@code 2025: Hoàn thành tốt nhiệm vụ}
     */
    record Line(
            String name,
            String born,
            boolean isMale,
            String posts,
            String ethnicity,
            String nativePlace,
            String schooling,
            String degree,
            String theory,
            String joined,
            String official,
            String rating) {}
}
