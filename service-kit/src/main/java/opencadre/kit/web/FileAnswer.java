package opencadre.kit.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
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
        return whole(
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(type))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(name, StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "sandbox; default-src 'none'")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store"),
                content);
    }

    /**
     * The answer with the whole file, also where a part of it was asked for ({@code Range}): a paper is made, and
     * written down as read, at each asking, so two parts of it would be parts of two papers.
     */
    public static ResponseEntity<Resource> whole(ResponseEntity.BodyBuilder answer, byte[] content) {
        // Spring cuts every other kind of resource to the part that was asked for.
        return answer.contentLength(content.length).body(new InputStreamResource(new ByteArrayInputStream(content)));
    }
}
