package opencadre.kit.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition as a rule judged it.
 *
 * @param code as {@code time-in-post}
 * @param required what the regulation asks
 * @param actual what the facts say
 * @param facts those looked at
 * @param bases what the rule stands on; never empty for a yes or a no
 * @param turns what would turn it, or null when nothing has to
 * @param notes what a reader must know besides: an assumption made, a change of the law between
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Criterion(
        String code,
        Outcome outcome,
        Bilingual required,
        Bilingual actual,
        List<Fact> facts,
        List<Basis> bases,
        @Nullable Bilingual turns,
        List<Bilingual> notes) {

    /** Errors: {@link IllegalArgumentException} for a yes or a no that stands on nothing. */
    public Criterion {
        facts = List.copyOf(facts);
        bases = List.copyOf(bases);
        notes = List.copyOf(notes);
        if (outcome != Outcome.UNKNOWN && bases.isEmpty()) {
            throw new IllegalArgumentException(code + " is judged without a regulation");
        }
    }

    /** The least certain of what it stands on; on nothing is not certain. */
    public Confidence confidence() {
        return bases.stream().map(Basis::confidence).reduce(Confidence::and).orElse(Confidence.UNCONFIRMED);
    }

    /** As a finding of an answer that refuses: the condition, what the facts say, and the article. */
    public Finding asFinding() {
        Bilingual text = new Bilingual(required.vi() + ": " + actual.vi(), required.en() + ": " + actual.en());
        return new Finding(
                null, code, text, bases.isEmpty() ? null : bases.getFirst().citation());
    }
}
