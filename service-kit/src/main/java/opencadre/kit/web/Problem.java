package opencadre.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A problem as RFC 9457 has it, in both languages.
 *
 * @param type {@code urn:opencadre:problem:<code>}
 * @param title in the language of the request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        Bilingual messages,
        List<Finding> findings,
        @Nullable String traceId) {

    /** The same for a request that no controller has seen yet. Who names no language reads Vietnamese. */
    public static Problem of(HttpStatus status, String code, List<Finding> findings, HttpServletRequest request) {
        boolean named = request.getHeader("Accept-Language") != null;
        return of(status, code, findings, named ? request.getLocale() : Locale.of("vi"));
    }

    /** The problem of a code, titled in the reader's language: English when asked for, Vietnamese otherwise. */
    public static Problem of(HttpStatus status, String code, List<Finding> findings, Locale locale) {
        Bilingual messages = Messages.of(code);
        return new Problem(
                "urn:opencadre:problem:" + code,
                locale.getLanguage().equals("en") ? messages.en() : messages.vi(),
                status.value(),
                code,
                messages,
                findings,
                org.slf4j.MDC.get("traceId"));
    }
}
