package opencadre.personnel.cv.word;

import java.util.List;
import opencadre.kit.word.TemplateSource;
import opencadre.kit.word.WordTemplate;
import opencadre.personnel.cv.CvForm;
import opencadre.personnel.cv.CvPaper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Fills {@code cv-2c-tctw98.docx} or {@code cv-tt06.docx}. */
@Component
final class WordCvForm implements CvForm {

    private final WordTemplate tctw98;
    private final WordTemplate tt06;

    WordCvForm(TemplateSource users, @Value("${opencadre.templates:}") String directory, CvPaper paper) {
        List<String> tables = List.copyOf(paper.tables());
        tctw98 = new WordTemplate(users, directory, "cv-2c-tctw98.docx", tables);
        tt06 = new WordTemplate(users, directory, "cv-tt06.docx", tables);
    }

    @Override
    public Blank blank(Kind kind) {
        return (switch (kind) {
                    case TCTW98 -> tctw98;
                    case TT06 -> tt06;
                })
                .blank()::filled;
    }
}
