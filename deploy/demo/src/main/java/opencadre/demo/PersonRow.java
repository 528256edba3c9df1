package opencadre.demo;

import java.util.Optional;

/**
 * A person of {@code people.csv}, invented.
 *
 * @param account the officer who types them
 * @param born a year, a month or a day
 */
record PersonRow(
        Row row, String key, String account, String fullName, String sex, String born, Optional<String> idNumber) {

    static PersonRow of(Row row) {
        return new PersonRow(
                row,
                row.text("key"),
                row.text("account"),
                row.text("full_name"),
                row.text("sex"),
                row.text("born"),
                row.optional("id_number"));
    }

    /** What makes two entries of one clerk the same person. */
    String sameness() {
        return fullName + " " + born;
    }
}
