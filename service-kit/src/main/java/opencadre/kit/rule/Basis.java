package opencadre.kit.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a rule stands on.
 *
 * @param regulation number, as {@code 377-QĐ/TW}
 * @param article null when it was not seen; never guessed
 * @param source where it was read
 * @param note what a reader must know about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Basis(
        String regulation,
        @Nullable String article,
        Confidence confidence,
        String source,
        @Nullable Bilingual note) {

    /** As it is cited: {@code 80-QĐ/TW, 18}. */
    public String citation() {
        return article == null ? regulation : regulation + ", " + article;
    }
}
