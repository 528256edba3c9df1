package opencadre.personnel.decision.word;

import java.util.List;
import opencadre.kit.word.TemplateSource;
import opencadre.kit.word.WordTemplate;
import opencadre.personnel.decision.DecisionPrinter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fills {@code decision.docx}. Its places are named as the lines of {@link DecisionPrinter.Text}, a list as a block of
 * {@code {{line}}}.
 */
@Component
final class WordPrinter implements DecisionPrinter {

    private final WordTemplate template;

    WordPrinter(TemplateSource users, @Value("${opencadre.templates:}") String directory) {
        template = new WordTemplate(users, directory, "decision.docx", List.of());
    }

    @Override
    public byte[] print(Text text) {
        return template.filled(text.places());
    }
}
