package opencadre.demo;

import java.time.LocalDate;
import java.util.Optional;

/** A post of {@code posts.csv}; the first of a person is the one that registers them. */
record PostRow(
        Row row,
        String person,
        String unit,
        String title,
        String scope,
        boolean concurrent,
        LocalDate from,
        Optional<LocalDate> to) {

    static PostRow of(Row row) {
        return new PostRow(
                row,
                row.text("person"),
                row.text("unit"),
                row.text("title"),
                row.text("scope"),
                row.yes("concurrent"),
                row.day("from"),
                row.optionalDay("to"));
    }
}
