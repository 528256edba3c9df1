package opencadre.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Everything the gateway itself refuses. */
enum Refusal {
    BAD_REQUEST(HttpStatus.BAD_REQUEST, "Yêu cầu không đúng dạng", "The request is not well formed"),
    NOT_SIGNED_IN(
            HttpStatus.UNAUTHORIZED,
            "Phiên đăng nhập không còn hiệu lực, hãy đăng nhập lại",
            "The session is no longer valid, please sign in again"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Yêu cầu bị từ chối", "The request was refused"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Không có địa chỉ này", "There is no such address"),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "Không có thao tác này ở địa chỉ này",
            "There is no such operation at this address"),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Nội dung gửi lên quá lớn", "What was sent is too large"),
    TOO_MANY_REQUESTS(
            HttpStatus.TOO_MANY_REQUESTS,
            "Quá nhiều yêu cầu, hãy đợi giây lát",
            "Too many requests, please wait a moment"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Có lỗi ngoài dự kiến", "An unforeseen failure"),
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Hệ thống đang tạm dừng, hãy thử lại sau",
            "The system is paused, try again later"),
    IDENTITY_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Dịch vụ đăng nhập đang tạm dừng, phiên của bạn vẫn còn, hãy thử lại sau ít giây",
            "The sign-in service is paused, your session is kept, try again in a few seconds"),
    SERVICE_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Dịch vụ %s đang tạm dừng, hãy thử lại sau",
            "The %s service is paused, try again later"),
    SERVICE_TIMEOUT(
            HttpStatus.GATEWAY_TIMEOUT,
            "Dịch vụ %s chưa trả lời kịp, hãy thử lại sau",
            "The %s service has not answered in time, try again later");

    private static final Map<String, Problem.Text> SERVICES = Map.of(
            "personnel", new Problem.Text("Nhân sự", "personnel"),
            "training", new Problem.Text("Đào tạo", "training"),
            "planning", new Problem.Text("Quy hoạch", "planning"));

    private final HttpStatus status;
    private final String vi;
    private final String en;

    Refusal(HttpStatus status, String vi, String en) {
        this.status = status;
        this.vi = vi;
        this.en = en;
    }

    /** The refusal for a status that the server itself has set. */
    static Refusal of(int status) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.status.value() == status)
                .findFirst()
                .orElse(status >= 500 ? INTERNAL : BAD_REQUEST);
    }

    Problem problem(HttpServletRequest request) {
        return problem(request, new Problem.Text(vi, en));
    }

    /** @param service its short name, to be told by the name that people know */
    Problem problem(HttpServletRequest request, String service) {
        Problem.Text name = SERVICES.getOrDefault(service, new Problem.Text(service, service));
        return problem(request, new Problem.Text(vi.formatted(name.vi()), en.formatted(name.en())));
    }

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problem(request).write(response);
    }

    /** With the time after which it is worth asking again. */
    void write(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        write(request, response);
    }

    private Problem problem(HttpServletRequest request, Problem.Text messages) {
        String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.of(status.value(), code, messages, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
