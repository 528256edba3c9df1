package opencadre.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What the gateway itself refuses, in the shape that the services use: RFC 9457, Vietnamese and English. */
enum Problem {
    NOT_SIGNED_IN(
            HttpStatus.UNAUTHORIZED,
            "Phiên đăng nhập không còn hiệu lực, hãy đăng nhập lại",
            "The session is no longer valid, please sign in again"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Yêu cầu bị từ chối", "The request was refused"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Không có địa chỉ này", "There is no such address"),
    TOO_MANY_REQUESTS(
            HttpStatus.TOO_MANY_REQUESTS,
            "Quá nhiều yêu cầu, hãy đợi giây lát",
            "Too many requests, please wait a moment"),
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Dịch vụ đang tạm dừng, hãy thử lại sau",
            "The service is paused, try again later");

    private final HttpStatus status;
    private final String vi;
    private final String en;

    Problem(HttpStatus status, String vi, String en) {
        this.status = status;
        this.vi = vi;
        this.en = en;
    }

    ResponseEntity<Map<String, Object>> answer(HttpServletRequest request) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(request));
    }

    /** For places where no controller answers. Every text is a constant without quotes, so this is JSON. */
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write("""
            {"type":"urn:opencadre:problem:%1$s","title":"%2$s","status":%3$d,"code":"%1$s",\
            "messages":{"vi":"%4$s","en":"%5$s"},"findings":[]}\
            """.formatted(code(), title(request), status.value(), vi, en));
    }

    private Map<String, Object> body(HttpServletRequest request) {
        return Map.of(
                "type",
                "urn:opencadre:problem:" + code(),
                "title",
                title(request),
                "status",
                status.value(),
                "code",
                code(),
                "messages",
                Map.of("vi", vi, "en", en),
                "findings",
                List.of());
    }

    private String title(HttpServletRequest request) {
        return request.getLocale().getLanguage().equals("en") ? en : vi;
    }

    private String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
