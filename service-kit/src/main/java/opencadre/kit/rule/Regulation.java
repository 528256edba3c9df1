package opencadre.kit.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A regulation and the values that rules read from it.
 *
 * @param number as it is cited, {@code 377-QĐ/TW}
 * @param subject what it is about
 * @param effectiveFrom first day in force, or null when it is not known
 * @param effectiveTo first day no longer in force, or null while open or not known
 * @param replaces numbers of those it ends
 * @param articles what each cited article is about
 */
public record Regulation(
        String number,
        Bilingual subject,
        String issuer,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        List<String> replaces,
        Map<String, Bilingual> articles,
        List<Parameter> parameters) {

    public Regulation {
        replaces = List.copyOf(replaces);
        articles = Map.copyOf(articles);
        parameters = List.copyOf(parameters);
    }
}
