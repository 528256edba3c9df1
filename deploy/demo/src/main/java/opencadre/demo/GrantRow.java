package opencadre.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A grant of {@code grants.csv}: what an account may do in a unit and all below it, or with the record of the person
 * that is its own.
 */
record GrantRow(
        Row row,
        String account,
        String role,
        String unit,
        Optional<String> person,
        List<String> scopes,
        String securityClass,
        LocalDate from,
        Optional<LocalDate> to) {

    static GrantRow of(Row row) {
        return new GrantRow(
                row,
                row.text("account"),
                row.text("role"),
                row.text("unit"),
                row.optional("person"),
                row.words("scopes"),
                row.text("class"),
                row.day("from"),
                row.optionalDay("to"));
    }

    Map<String, Object> body() {
        return new Json()
                .with("role", role)
                .with("unitId", UnitRow.id(unit).toString())
                .with("fileNumber", person)
                .with("managementScopes", scopes)
                .with("securityClass", securityClass)
                .with("validFrom", from)
                .with("validTo", to)
                .fields();
    }
}
