package opencadre.planning.procedure.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Fact;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Outcome;
import opencadre.kit.rule.Parameter;
import opencadre.kit.rule.Regulations;
import opencadre.planning.law.rule.Regime;

/**
 * Which papers of the dossier there must be before the vote of step 5, and how old they may be: photo and health
 * certificate, at most 6 months (Decree 115/2020).
 */
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

    /** A paper as it was recorded. */
    public record Paper(String person, Kind kind, String number, LocalDate issuedOn) {}

    /**
     * The papers of a candidate.
     *
     * @param needed whether all of them must be there
     */
    public record Papers(List<Paper> papers, boolean needed) {}

    /** Papers are those of candidates. */
    public static List<Finding> ofCandidate(List<UUID> candidates, UUID person) {
        return candidates.contains(person) ? List.of() : List.of(Finding.of("personId", "not-a-candidate"));
    }

    /** What stands against a step on a day: papers too old then, and those missing that are needed. */
    public static List<Finding> findings(
            List<Papers> candidates, LocalDate heldOn, LocalDate lawDay, Regime regime, Regulations regulations) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            String field = "candidates[" + i + "]";
            Papers of = candidates.get(i);
            of.papers().forEach(paper -> findings.addAll(tooOld(field, paper, heldOn, lawDay, regime, regulations)));
            for (Kind kind : Kind.values()) {
                if (of.needed() && of.papers().stream().noneMatch(paper -> paper.kind() == kind)) {
                    String article = law(kind, lawDay, regime, regulations)
                            .map(parameter -> parameter.basis().citation())
                            .orElse(null);
                    Bilingual missing = Messages.of("document-missing", Messages.of("document." + kind));
                    findings.add(new Finding(field, "document-missing", missing, article));
                }
            }
        }
        return List.copyOf(findings);
    }

    /** A paper that is too old on a day, or not yet issued; what no law was read for is not refused. */
    public static List<Finding> tooOld(
            String field, Paper paper, LocalDate day, LocalDate lawDay, Regime regime, Regulations regulations) {
        Fact fact = new Fact(paper.person(), new Bilingual(paper.number(), paper.number()));
        Criterion age = age(paper.kind(), fact, paper.issuedOn(), day, lawDay, regime, regulations);
        return ActRules.failed(field, List.of(age));
    }

    private static Optional<Parameter> law(Kind kind, LocalDate lawDay, Regime regime, Regulations regulations) {
        return regime.parameter(regulations, "document", kind.word + ".max-age", lawDay);
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
        Optional<Parameter> law = law(kind, lawDay, regime, regulations);
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
