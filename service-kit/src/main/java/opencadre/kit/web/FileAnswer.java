package opencadre.kit.web;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A file that somebody sent, as it came. It is never shown as a page of this house: it is saved, and nothing guesses
 * another type for it.
 */
public final class FileAnswer {

    private FileAnswer() {}

    /**
     * The answer.
     *
     * @param type as {@code application/pdf}
     * @param name under which it is saved, as {@code bằng đại học.pdf}
     */
    public static ResponseEntity<Resource> of(String type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new ByteArrayResource(content));
    }
}
