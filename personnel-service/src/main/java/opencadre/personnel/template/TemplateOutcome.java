package opencadre.personnel.template;

import java.util.List;
import opencadre.kit.rule.Finding;

/** How a change of templates went. */
public sealed interface TemplateOutcome {

    record Brought(PaperTemplate template) implements TemplateOutcome {}

    record Put(PaperTemplate.Use use) implements TemplateOutcome {}

    record Unlawful(List<Finding> findings) implements TemplateOutcome {}

    record Unknown() implements TemplateOutcome {}
}
