package opencadre.personnel.template.word;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import opencadre.kit.word.TemplateSource;
import opencadre.kit.word.WordTemplate;
import opencadre.personnel.document.rule.FileKind;
import opencadre.personnel.template.TemplateForms;
import opencadre.personnel.template.TemplateReader;
import opencadre.personnel.template.TemplatedPaper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
final class WordTemplateReader implements TemplateReader {

    private static final Logger LOG = LoggerFactory.getLogger(WordTemplateReader.class);

    private final TemplateForms forms;
    private final Map<TemplatedPaper, WordTemplate> templates = new EnumMap<>(TemplatedPaper.class);

    WordTemplateReader(TemplateForms forms, TemplateSource users, @Value("${opencadre.templates:}") String directory) {
        this.forms = forms;
        for (TemplatedPaper kind : TemplatedPaper.values()) {
            if (kind.type() == FileKind.DOCX) {
                templates.put(kind, new WordTemplate(users, directory, kind.file(), List.copyOf(forms.tables(kind))));
            }
        }
    }

    @Override
    public FileKind reads() {
        return FileKind.DOCX;
    }

    @Override
    public Read read(TemplatedPaper kind, byte[] content) {
        return WordPlaces.read(content, forms.places(kind));
    }

    @Override
    public Optional<byte[]> filled(TemplatedPaper kind, byte[] content, Map<String, Object> places) {
        try {
            return Optional.of(template(kind).blank(content).filled(places));
        } catch (RuntimeException broken) {
            // Not told any further: the library's words are not for whoever wrote the template.
            LOG.info("a template of {} cannot be filled: {}", kind, broken.toString());
            return Optional.empty();
        }
    }

    @Override
    public byte[] own(TemplatedPaper kind) {
        return template(kind).own();
    }

    private WordTemplate template(TemplatedPaper kind) {
        return Objects.requireNonNull(templates.get(kind));
    }
}
