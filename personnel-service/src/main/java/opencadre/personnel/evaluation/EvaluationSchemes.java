package opencadre.personnel.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import opencadre.personnel.evaluation.rule.Scheme;

/** Every scheme of {@code contracts/evaluation}, those of later days first. */
public final class EvaluationSchemes {

    private final List<Scheme> schemes;

    /** Errors: {@link IllegalArgumentException} when two are called alike, or hold for the same people and days. */
    public EvaluationSchemes(Collection<Scheme> schemes) {
        List<String> wrong = new ArrayList<>();
        List<Scheme> seen = new ArrayList<>();
        for (Scheme scheme : schemes) {
            for (Scheme other : seen) {
                if (other.code().equals(scheme.code())) {
                    wrong.add(scheme.code() + " stands there twice");
                }
                if (other.corps() == scheme.corps()
                        && other.period() == scheme.period()
                        && (other.isFor(scheme.validFrom()) || scheme.isFor(other.validFrom()))) {
                    wrong.add(scheme.code() + " and " + other.code() + " hold on the same days");
                }
            }
            seen.add(scheme);
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("Schemes contradict: " + String.join("; ", wrong));
        }
        this.schemes = schemes.stream()
                .sorted(Comparator.comparing(Scheme::validFrom).reversed().thenComparing(Scheme::code))
                .toList();
    }

    public List<Scheme> all() {
        return schemes;
    }

    public Optional<Scheme> find(String code) {
        return schemes.stream().filter(scheme -> scheme.code().equals(code)).findFirst();
    }
}
