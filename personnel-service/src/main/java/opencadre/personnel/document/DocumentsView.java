package opencadre.personnel.document;

import java.util.List;
import java.util.UUID;
import opencadre.personnel.document.rule.Fact;
import opencadre.personnel.document.rule.MissingPapers;

/**
 * The papers of a dossier of one class.
 *
 * @param items also voided ones, latest first
 * @param facts that papers of this class may prove, latest first
 */
public record DocumentsView(
        UUID personId, DocumentClass fieldClass, List<Document> items, List<Fact> facts, MissingPapers missing) {}
