package opencadre.kit.word;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * A .docx whose places are filled: the one of this name in the house's own directory, or else the one that comes with
 * the service in {@code templates/}.
 *
 * <p>Shape: {@code {{number}}} is a text, {@code {{?articles}}...{{/articles}}} a block that is repeated for each map
 * of a list, and a place named as a table, as {@code {{rows}}}, repeats the next row of the table it stands in, whose
 * cells are named {@code [day]}.
 *
 * <p>Errors: {@link UncheckedIOException} where the file cannot be read.
 *
 * @param directory of the house's own templates; empty where it has none
 * @param name as {@code decision.docx}
 * @param tables names of places that repeat the row below them
 */
public record WordTemplate(String directory, String name, List<String> tables) {

    /** What a filled template is sent as. */
    public static final String MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public byte[] filled(Map<String, Object> places) {
        var settings = Configure.builder();
        tables.forEach(table -> settings.bind(table, new LoopRowTableRenderPolicy()));
        try (InputStream template = template();
                XWPFTemplate filled =
                        XWPFTemplate.compile(template, settings.build()).render(places);
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            filled.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream template() throws IOException {
        Path own = Path.of(directory).resolve(name);
        return !directory.isBlank() && Files.exists(own)
                ? Files.newInputStream(own)
                : new ClassPathResource("templates/" + name).getInputStream();
    }
}
