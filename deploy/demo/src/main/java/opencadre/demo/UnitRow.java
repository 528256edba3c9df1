package opencadre.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A unit of {@code units.csv}; a unit above stands before those below it. */
record UnitRow(
        Row row,
        String key,
        String tree,
        String name,
        String type,
        Optional<String> code,
        Optional<String> parent,
        LocalDate from,
        Optional<LocalDate> to,
        String instrument) {

    static UnitRow of(Row row) {
        return new UnitRow(
                row,
                row.text("key"),
                row.text("tree"),
                row.text("name"),
                row.text("type"),
                row.optional("code"),
                row.optional("parent"),
                row.day("from"),
                row.optionalDay("to"),
                row.text("instrument"));
    }

    /** The id that every load gives to the unit of this key. */
    static UUID id(String key) {
        return UUID.nameUUIDFromBytes(("opencadre-demo-unit:" + key).getBytes(StandardCharsets.UTF_8));
    }

    Map<String, Object> body() {
        return new Json()
                .with("tree", tree)
                .with("name", name)
                .with("type", type)
                .with("code", code)
                .with("agencyCode", key)
                .with("parentId", parent.map(key -> id(key).toString()))
                .with("validFrom", from)
                .with("validTo", to)
                .with("instrument", instrument)
                .fields();
    }
}
