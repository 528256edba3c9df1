package opencadre.training.certificate.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import opencadre.kit.rule.FourEyes;

/**
 * Who may take a certificate from where to where. Whoever enters never verifies: a certificate counts on the word of
 * two people.
 */
public final class DecisionRules {

    private DecisionRules() {}

    /** What somebody wants to do with a certificate. */
    public enum Decision {
        CORRECT,
        VERIFY,
        REJECT,
        REVOKE
    }

    /**
     * What is known when a decision is judged.
     *
     * @param awaiting whether it awaits verification
     * @param rejected whether it was rejected
     * @param verified whether it counts
     * @param authors hands that entered or corrected it
     * @param hands whose hand decides
     */
    public record Facts(boolean awaiting, boolean rejected, boolean verified, Set<String> authors, Set<String> hands) {}

    /** Codes of what is against the decision. */
    public static List<String> breaches(Decision decision, Facts facts) {
        return switch (decision) {
            case CORRECT -> facts.awaiting() || facts.rejected() ? List.of() : List.of("certificate-not-correctable");
            case VERIFY, REJECT -> review(facts);
            case REVOKE -> facts.verified() ? List.of() : List.of("certificate-not-verified");
        };
    }

    private static List<String> review(Facts facts) {
        List<String> breaches = new ArrayList<>();
        if (!facts.awaiting()) {
            breaches.add("certificate-not-awaiting");
        }
        if (FourEyes.areOne(facts.authors(), facts.hands())) {
            breaches.add("own-certificate");
        }
        return breaches;
    }
}
