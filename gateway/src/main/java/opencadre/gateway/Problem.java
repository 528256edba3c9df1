package opencadre.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * A problem as RFC 9457 has it, in both languages, member for member as the services write it.
 *
 * @param type {@code urn:opencadre:problem:<code>}
 * @param title in the language of the request
 * @param findings always empty here: only services look into what was sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String code,
        Text messages,
        List<String> findings,
        @Nullable String traceId) {

    private static final List<Locale> LANGUAGES = List.of(Locale.of("vi"), Locale.ENGLISH);

    /** A text in Vietnamese and in English. */
    record Text(String vi, String en) {}

    /** @param asked the header {@code Accept-Language}; English is the title only where it is preferred */
    static Problem of(int status, String code, Text messages, @Nullable String asked) {
        return new Problem(
                "urn:opencadre:problem:" + code,
                prefersEnglish(asked) ? messages.en() : messages.vi(),
                status,
                code,
                messages,
                List.of(),
                MDC.get("traceId"));
    }

    /** The same with the status that the server has chosen. */
    Problem withStatus(int chosen) {
        return new Problem(type, title, chosen, code, messages, findings, traceId);
    }

    /** Writes it where no controller answers. */
    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        byte[] body = JsonMapper.shared().writeValueAsBytes(this);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Not by the request's own locale: without the header that is the language of the machine. */
    private static boolean prefersEnglish(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return false;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(asked), LANGUAGES);
            return Locale.ENGLISH.equals(best);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
