package opencadre.kit.word;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.ClassPathResource;

/**
 * Which file a paper is printed with: the one that users put in force, or else the one of this name in the house's own
 * directory, or else the one that comes with the service in {@code templates/}.
 *
 * <p>Errors: {@link UncheckedIOException} where the file cannot be read.
 *
 * @param users of templates that users put in force
 * @param directory of the house's own templates; empty where it has none
 * @param name as {@code decision.docx}
 */
public record TemplateFile(TemplateSource users, String directory, String name) {

    /** The file as it is now; asked within the transaction of a request. */
    public byte[] inForce() {
        return users.inForce(name).orElseGet(this::own);
    }

    /** The one that stands where users have put none in force. */
    public byte[] own() {
        try (InputStream template = template()) {
            return template.readAllBytes();
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
