package opencadre.personnel.decision.word;

import com.deepoove.poi.XWPFTemplate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opencadre.personnel.decision.DecisionPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Fills a .docx that people lay out in their word processor: {@code decision.docx} of the directory
 * {@code opencadre.templates}, or the one that comes with the service. Its places are named as the lines of
 * {@link DecisionPrinter.Text}, a list as a block of {@code {{line}}}.
 */
@Component
final class WordPrinter implements DecisionPrinter {

    private static final String TEMPLATE = "decision.docx";

    private final @Nullable Path directory;

    WordPrinter(@Value("${opencadre.templates:}") String directory) {
        this.directory = directory.isBlank() ? null : Path.of(directory);
    }

    @Override
    public byte[] print(Text text) {
        try (InputStream template = template();
                XWPFTemplate filled = XWPFTemplate.compile(template).render(places(text));
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            filled.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream template() throws IOException {
        Path own = directory == null ? null : directory.resolve(TEMPLATE);
        return own != null && Files.exists(own)
                ? Files.newInputStream(own)
                : new ClassPathResource("templates/" + TEMPLATE).getInputStream();
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
