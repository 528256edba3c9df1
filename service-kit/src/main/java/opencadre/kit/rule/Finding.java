package opencadre.kit.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong or against a rule.
 *
 * @param field path in the body, as {@code assignment.validFrom}; null when it concerns the whole
 * @param code key of the message, as {@code unknown-unit}
 * @param messages the message in both languages
 * @param article regulation and article, where one applies
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        @Nullable String field,
        String code,
        Bilingual messages,
        @Nullable String article) {

    /** A finding about a field; arguments fill the message. */
    public static Finding of(@Nullable String field, String code, Object... arguments) {
        return new Finding(field, code, Messages.of(code, arguments), null);
    }
}
