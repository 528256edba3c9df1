package opencadre.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The web application: one page for every address that a reader may have kept. */
@RestController
class PageController {

    private final String page;

    PageController() throws IOException {
        this.page = new ClassPathResource("static/index.html").getContentAsString(StandardCharsets.UTF_8);
    }

    @GetMapping(
            path = {"/", "/index.html", "/people/**", "/admin/**"},
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page.replace("__CSP_NONCE__", Nonce.of(request)));
    }
}
