package opencadre.personnel.extract.word;

import opencadre.kit.word.TemplateSource;
import opencadre.kit.word.WordTemplate;
import opencadre.personnel.extract.ExtractForm;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fills {@code extract-list.docx}.
 *
 * <p>Shape: {@code {{unit}}}, {@code {{count}}}, {@code {{day}}}, {@code {{month}}}, {@code {{year}}}, and the table
 * {@code {{lines}}} with the cells {@code [no]}, {@code [name]}, {@code [male]}, {@code [female]}, {@code [posts]},
 * {@code [ethnicity]}, {@code [nativePlace]}, {@code [schooling]}, {@code [degree]}, {@code [theory]},
 * {@code [joined]}, {@code [official]} and {@code [rating]}.
 */
@Component
final class WordExtractForm implements ExtractForm {

    private final WordTemplate template;

    WordExtractForm(TemplateSource users, @Value("${opencadre.templates:}") String directory) {
        template = new WordTemplate(users, directory, "extract-list.docx", ExtractForm.TABLES);
    }

    @Override
    public byte[] print(ExtractList list) {
        return template.filled(list.places());
    }
}
