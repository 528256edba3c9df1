package opencadre.personnel.decision.word;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opencadre.kit.word.WordTemplate;
import opencadre.personnel.decision.DecisionPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fills {@code decision.docx} of the directory {@code opencadre.templates}, or the one that comes with the service. Its
 * places are named as the lines of {@link DecisionPrinter.Text}, a list as a block of {@code {{line}}}.
 */
@Component
final class WordPrinter implements DecisionPrinter {

    private final WordTemplate template;

    WordPrinter(@Value("${opencadre.templates:}") String directory) {
        template = new WordTemplate(directory, "decision.docx", List.of());
    }

    @Override
    public byte[] print(Text text) {
        return template.filled(places(text));
    }

    private static Map<String, Object> places(Text text) {
        Map<String, Object> places = new HashMap<>();
        places.put("body", text.body());
        places.put("bodyUnit", orEmpty(text.bodyUnit()));
        places.put("state", text.state());
        places.put("motto", orEmpty(text.motto()));
        places.put("draft", orEmpty(text.draft()));
        places.put("number", text.number());
        places.put("date", text.date());
        places.put("subject", text.subject());
        places.put("bases", lines(text.bases()));
        places.put("articles", lines(text.articles()));
        places.put("recipients", lines(text.recipients()));
        places.put("signing", text.signing());
        return places;
    }

    private static String orEmpty(@Nullable String line) {
        return line == null ? "" : line;
    }

    private static List<Map<String, String>> lines(List<String> lines) {
        return lines.stream().map(line -> Map.of("line", line)).toList();
    }
}
