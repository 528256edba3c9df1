package opencadre.planning.procedure.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Fact;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Outcome;
import opencadre.kit.rule.Parameter;
import opencadre.kit.rule.Regulations;
import opencadre.planning.law.rule.Regime;

/** How old a paper of the dossier may be: photo and health certificate at most 6 months (Decree 115/2020). */
public final class DocumentRules {

    private static final String CODE = "document-age";

    private DocumentRules() {}

    /** Papers that grow too old. */
    public enum Kind {
        HEALTH_CERTIFICATE("health-certificate"),
        PHOTO("photo");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** The age of a paper on the day of a step; the last good day is that of the same number, months later. */
    public static Criterion age(
            Kind kind,
            Fact paper,
            LocalDate issuedOn,
            LocalDate heldOn,
            LocalDate lawDay,
            Regime regime,
            Regulations regulations) {
        Optional<Parameter> law = regime.parameter(regulations, "document", kind.word + ".max-age", lawDay);
        if (law.isEmpty()) {
            return new Criterion(
                    CODE,
                    Outcome.UNKNOWN,
                    Messages.of(CODE),
                    Messages.of("law-not-read", Messages.of(CODE), lawDay),
                    List.of(paper),
                    List.<Basis>of(),
                    Messages.of("law-not-read.turns"),
                    List.of());
        }
        int months = law.get().number();
        boolean good = !issuedOn.isAfter(heldOn) && !issuedOn.plusMonths(months).isBefore(heldOn);
        return new Criterion(
                CODE,
                good ? Outcome.PASS : Outcome.FAIL,
                Messages.of("document-age.required", months),
                Messages.of("document-age.actual", issuedOn),
                List.of(paper),
                List.of(law.get().basis()),
                good ? null : Messages.of("document-age.turns"),
                List.of());
    }
}
