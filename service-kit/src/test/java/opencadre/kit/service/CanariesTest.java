package opencadre.kit.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import opencadre.kit.workbook.Books;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A word that was left in a file is found, whatever the file is packed in. */
class CanariesTest {

    private static final Instant SINCE = Instant.parse("2026-11-24T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void findsTheWordInWhatWasWrittenSince() throws IOException {
        Path plain = left("deep/er/plain.tmp", "… cnr77 …".getBytes(java.nio.charset.StandardCharsets.UTF_8), 1);
        Path packed = left("book.xlsx", Books.of("Vật", List.of(List.of("Mã"), List.of("cnr77"))), 1);
        left("other.tmp", new byte[] {'c', 'n', 'r'}, 1);
        left("before.tmp", Files.readAllBytes(plain), -1);

        assertThat(Canaries.filesWith("cnr77", SINCE, List.of(folder))).containsExactlyInAnyOrder(plain, packed);
    }

    private Path left(String name, byte[] content, int seconds) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        Files.write(file, content);
        return Files.setLastModifiedTime(file, FileTime.from(SINCE.plusSeconds(seconds)));
    }
}
