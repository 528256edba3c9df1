package opencadre.personnel.document.rule;

import java.util.Set;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;

/**
 * A kind of paper, an item of {@code contracts/codelists/paper-kind.json}.
 *
 * @param code as {@code VAN_BANG}
 * @param confidence whether the list was read in its own wording
 * @param asked whether every dossier holds one
 * @param picture whether it is a picture that is printed, as the portrait on a CV
 * @param proves what wants such a paper, as {@code DEGREE} or {@code DECISION}; empty for one that may lie with
 *     anything
 */
public record PaperKind(
        String code, Bilingual title, Confidence confidence, boolean asked, boolean picture, Set<String> proves) {

    /** Whether a fact wants such a paper. */
    public boolean proves(Fact fact) {
        return proves.contains(fact.name());
    }

    /** Whether such a paper may lie with a fact. */
    boolean goesWith(Fact fact) {
        return proves.isEmpty() || proves(fact);
    }
}
