package opencadre.personnel.cv.word;

import java.util.List;
import java.util.Map;
import opencadre.kit.word.WordTemplate;
import opencadre.personnel.cv.CvForm;
import opencadre.personnel.cv.CvPaper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fills {@code cv-2c-tctw98.docx} or {@code cv-tt06.docx} of the directory {@code opencadre.templates}, or the one that
 * comes with the service.
 */
@Component
final class WordCvForm implements CvForm {

    private final WordTemplate tctw98;
    private final WordTemplate tt06;

    WordCvForm(@Value("${opencadre.templates:}") String directory, CvPaper paper) {
        List<String> tables = List.copyOf(paper.tables());
        tctw98 = new WordTemplate(directory, "cv-2c-tctw98.docx", tables);
        tt06 = new WordTemplate(directory, "cv-tt06.docx", tables);
    }

    @Override
    public byte[] print(Kind kind, Map<String, Object> places) {
        return switch (kind) {
            case TCTW98 -> tctw98.filled(places);
            case TT06 -> tt06.filled(places);
        };
    }
}
