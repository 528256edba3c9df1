package opencadre.personnel.template.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import opencadre.kit.rule.Finding;
import opencadre.kit.word.TemplateFile;
import opencadre.kit.word.TemplateSource;
import opencadre.personnel.document.rule.FileKind;
import opencadre.personnel.statistics.workbook.SheetTemplate;
import opencadre.personnel.template.TemplateForms;
import opencadre.personnel.template.TemplateReader;
import opencadre.personnel.template.TemplatedPaper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
final class SheetTemplateReader implements TemplateReader {

    private static final Logger LOG = LoggerFactory.getLogger(SheetTemplateReader.class);

    private final TemplateForms forms;
    private final TemplateSource users;
    private final String directory;

    SheetTemplateReader(TemplateForms forms, TemplateSource users, @Value("${opencadre.templates:}") String directory) {
        this.forms = forms;
        this.users = users;
        this.directory = directory;
    }

    @Override
    public FileKind reads() {
        return FileKind.XLSX;
    }

    @Override
    public Read read(TemplatedPaper kind, byte[] content) {
        List<Finding> faults = SheetParts.faults(content);
        return faults.isEmpty() ? SheetPlaces.read(content, forms.places(kind)) : new Read(List.of(), faults);
    }

    @Override
    public Optional<byte[]> filled(TemplatedPaper kind, byte[] content, Map<String, Object> places) {
        try {
            return Optional.of(SheetTemplate.filled(content, places));
        } catch (RuntimeException broken) {
            // Not told any further: the library's words are not for whoever wrote the template.
            LOG.info("a template of {} cannot be filled: {}", kind, broken.toString());
            return Optional.empty();
        }
    }

    @Override
    public byte[] own(TemplatedPaper kind) {
        return new TemplateFile(users, directory, kind.file()).own();
    }
}
