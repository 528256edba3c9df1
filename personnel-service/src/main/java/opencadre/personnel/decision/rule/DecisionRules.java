package opencadre.personnel.decision.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a paper may be, and who may issue it. */
public final class DecisionRules {

    private DecisionRules() {}

    /** A breach: the field, and the code of its text. */
    public record Breach(@Nullable String field, String code) {}

    /** A paper about to be recorded as signed, or put right. */
    public record Signed(
            LocalDate signedOn, List<@Nullable LocalDate> effective, boolean reasonGiven, LocalDate today) {

        /** Whether something it brings about lies before the signature. */
        public boolean isBackdated() {
            return effective.stream().anyMatch(day -> day != null && day.isBefore(signedOn));
        }
    }

    /** What a decision of a kind brings about: a kind that ends posts gives none, every other gives at least one. */
    public static List<Breach> ofKind(boolean onlyEnds, long starts) {
        if (onlyEnds) {
            return starts == 0 ? List.of() : List.of(new Breach("effects", "kind-gives-no-post"));
        }
        return starts > 0 ? List.of() : List.of(new Breach("effects", "kind-gives-a-post"));
    }

    /** Nothing is signed tomorrow, every effect has its day, and one before the signature says why. */
    public static List<Breach> ofSignature(Signed paper) {
        List<Breach> breaches = new ArrayList<>();
        if (paper.signedOn().isAfter(paper.today())) {
            breaches.add(new Breach("signedOn", "signed-in-the-future"));
        }
        for (int i = 0; i < paper.effective().size(); i++) {
            if (paper.effective().get(i) == null) {
                breaches.add(new Breach("effects[" + i + "].effectiveFrom", "required"));
            }
        }
        if (paper.isBackdated() && !paper.reasonGiven()) {
            breaches.add(new Breach("reason", "back-dating-needs-a-reason"));
        }
        return breaches;
    }

    /** Two people: whoever prepared it by hand does not issue it. The law names no such rule; the house does. */
    public static List<Breach> ofIssuer(Set<String> authors, String issuer) {
        return authors.contains(issuer) ? List.of(new Breach(null, "own-decision")) : List.of();
    }
}
