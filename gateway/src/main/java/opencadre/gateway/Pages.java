package opencadre.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The web application: one page for every address that a reader may have kept. */
@Controller
class Pages {

    private static final String NONCE = "__CSP_NONCE__";

    private static final String NOT_BUILT = """
        <!doctype html>
        <html lang="vi">
        <head><meta charset="utf-8"><title>OpenCadre</title></head>
        <body>
        <h1>Ứng dụng web chưa được dựng</h1>
        <p>Máy chủ đang chạy, nhưng bản dựng này không có giao diện. Hãy dựng lại mà không bỏ qua giao diện.</p>
        <h1 lang="en">The web application is not built</h1>
        <p lang="en">The server runs, but this build left the pages out. Build it again without skipping them.</p>
        </body>
        </html>
        """;

    private final @Nullable String page;

    Pages(@Value("classpath:static/index.html") Resource index) throws IOException {
        this.page = index.exists() ? index.getContentAsString(StandardCharsets.UTF_8) : null;
    }

    /** Whether a browser asks for a page, and not for a file or a service. */
    static boolean isPage(HttpServletRequest request) {
        String path = request.getRequestURI();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return Stream.of(HttpMethod.GET, HttpMethod.HEAD).anyMatch(read -> read.matches(request.getMethod()))
                && Stream.of("/api", "/assets", "/actuator").noneMatch(path::startsWith)
                && !path.substring(path.lastIndexOf('/')).contains(".")
                && accept != null
                && accept.contains("text/html");
    }

    @GetMapping({"/", "/index.html"})
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(page == null ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_OK);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getWriter().write(page == null ? NOT_BUILT : page.replace(NONCE, Nonce.of(request)));
    }
}
