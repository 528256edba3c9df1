package opencadre.personnel.cv.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;
import org.jspecify.annotations.Nullable;

/**
 * A list of codes, a file of {@code contracts/codelists}.
 *
 * @param source what was read
 * @param confidence whether the list was read in its own wording
 */
public record CodeList(String name, Bilingual title, String source, Confidence confidence, List<Item> items) {

    /**
     * A code and what it means.
     *
     * @param from first day on which it may be used; null where it always could be
     * @param to first day on which it no longer may; null while it may
     * @param side of a relation: {@code OWN} or {@code SPOUSE}, the table of the form it stands in
     */
    public record Item(
            String code,
            Bilingual title,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String side) {

        public boolean standsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
        }
    }

    public Optional<Item> item(String code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }
}
