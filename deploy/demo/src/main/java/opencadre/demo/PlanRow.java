package opencadre.demo;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An entry of {@code plans.csv}: a person is planned for a title in a unit.
 *
 * @param decision that approved it; none for what is only proposed
 */
record PlanRow(
        Row row,
        String person,
        String unit,
        String title,
        String term,
        String source,
        Optional<String> decision,
        Optional<LocalDate> approvedOn) {

    static PlanRow of(Row row) {
        return new PlanRow(
                row,
                row.text("person"),
                row.text("unit"),
                row.text("title"),
                row.text("term"),
                row.text("source"),
                row.optional("decision"),
                row.optionalDay("approved_on"));
    }
}
