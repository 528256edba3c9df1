package opencadre.personnel.document.rule;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a dossier says and a paper may prove.
 *
 * @param code of a CV entry its kind, as {@code DEGREE}; of conduct its word, as {@code REPRIMAND}; of a decision what
 *     it is called, as {@code APPOINT}; of others null
 * @param text in words, as {@code Chủ tịch – UBND phường Sông Công}; null where the code and values say it
 * @param values of a CV entry: field to value
 * @param from since when it is true
 * @param document the paper it was recorded from, as it was typed
 * @param decision of a post: the decision that gave it
 */
public record Fact(
        FactKind kind,
        UUID id,
        @Nullable String code,
        @Nullable String text,
        Map<String, String> values,
        LocalDate from,
        @Nullable String document,
        @Nullable UUID decision) {

    /** What kinds of papers call it: the kind of the CV entry, or of the fact. */
    public String name() {
        return kind == FactKind.CV_ENTRY && code != null ? code : kind.name();
    }
}
