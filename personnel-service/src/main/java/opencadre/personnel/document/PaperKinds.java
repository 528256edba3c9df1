package opencadre.personnel.document;

import java.util.List;
import opencadre.personnel.document.rule.PaperKind;

/** The kinds of papers that there are, in the order in which they are offered. */
public record PaperKinds(List<PaperKind> items) {

    public PaperKinds {
        items = List.copyOf(items);
    }
}
