package opencadre.personnel.extract.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opencadre.kit.word.WordTemplate;
import opencadre.personnel.extract.ExtractForm;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fills {@code extract-list.docx} of the directory {@code opencadre.templates}, or the one that comes with the service.
 *
 * <p>Shape: {@code {{unit}}}, {@code {{count}}}, {@code {{day}}}, {@code {{month}}}, {@code {{year}}}, and the table
 * {@code {{lines}}} with the cells {@code [no]}, {@code [name]}, {@code [male]}, {@code [female]}, {@code [posts]},
 * {@code [ethnicity]}, {@code [nativePlace]}, {@code [schooling]}, {@code [degree]}, {@code [theory]},
 * {@code [joined]}, {@code [official]} and {@code [rating]}.
 */
@Component
final class WordExtractForm implements ExtractForm {

    private final WordTemplate template;

    WordExtractForm(@Value("${opencadre.templates:}") String directory) {
        template = new WordTemplate(directory, "extract-list.docx", List.of("lines"));
    }

    @Override
    public byte[] print(ExtractList list) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Line line : list.lines()) {
            Map<String, String> row = new HashMap<>();
            row.put("no", Integer.toString(rows.size() + 1));
            row.put("name", line.name());
            row.put("male", line.isMale() ? line.born() : "");
            row.put("female", line.isMale() ? "" : line.born());
            row.put("posts", line.posts());
            row.put("ethnicity", line.ethnicity());
            row.put("nativePlace", line.nativePlace());
            row.put("schooling", line.schooling());
            row.put("degree", line.degree());
            row.put("theory", line.theory());
            row.put("joined", line.joined());
            row.put("official", line.official());
            row.put("rating", line.rating());
            rows.add(row);
        }
        return template.filled(Map.of(
                "unit", list.unit() == null ? "" : list.unit(),
                "count", Integer.toString(rows.size()),
                "day", "%02d".formatted(list.day().getDayOfMonth()),
                "month", "%02d".formatted(list.day().getMonthValue()),
                "year", Integer.toString(list.day().getYear()),
                "lines", rows));
    }
}
