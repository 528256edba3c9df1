package opencadre.kit.rule;

import java.util.List;
import java.util.Optional;

/** All conditions of one question: yes only if each is, and never on something unknown. */
public record Verdict(List<Criterion> criteria) {

    public Verdict {
        criteria = List.copyOf(criteria);
    }

    /** No condition at all is no yes. */
    public Outcome overall() {
        return criteria.stream().map(Criterion::outcome).reduce(Outcome::and).orElse(Outcome.UNKNOWN);
    }

    /** The least certain of the conditions. */
    public Confidence confidence() {
        return criteria.stream()
                .map(Criterion::confidence)
                .reduce(Confidence::and)
                .orElse(Confidence.UNCONFIRMED);
    }

    public Optional<Criterion> criterion(String code) {
        return criteria.stream()
                .filter(criterion -> criterion.code().equals(code))
                .findFirst();
    }
}
