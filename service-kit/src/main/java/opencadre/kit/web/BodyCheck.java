package opencadre.kit.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.text.Normalizer;
import java.util.Optional;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.SecrecyMarks;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.AbstractJacksonHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses a body in which a text carries the mark of a state secret, as {@code {"document": "12-TTr (TỐI MẬT)"}}, or a
 * character that cannot be kept, or in which a list has an item that is nothing, before it reaches anything that keeps
 * or logs it. Workbooks are looked through cell by cell where they are read.
 */
@RestControllerAdvice
public class BodyCheck extends RequestBodyAdviceAdapter {

    private final JsonMapper json;

    BodyCheck(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return AbstractJacksonHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        byte[] body = message.getBody().readAllBytes();
        readable(body).flatMap(read -> wrong(read, "")).ifPresent(finding -> {
            throw Refused.invalid(finding);
        });
        return new Kept(message.getHeaders(), new ByteArrayInputStream(body));
    }

    /** What is no JSON is told by whoever reads it. */
    private Optional<JsonNode> readable(byte[] body) {
        try {
            return Optional.ofNullable(json.readTree(body));
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private static Optional<Finding> wrong(JsonNode node, String path) {
        if (node.isString()) {
            String field = path.isEmpty() ? null : path;
            String text = node.asString();
            return Characters.canBeKept(text)
                    ? SecrecyMarks.in(Normalizer.normalize(text, Normalizer.Form.NFC))
                            .map(SecrecyMarks::finding)
                            .map(found -> new Finding(field, found.code(), found.messages(), found.article()))
                    : Optional.of(Finding.of(field, "unreadable-character"));
        }
        if (node.isArray()) {
            for (int at = 0; at < node.size(); at++) {
                String item = path + "[" + at + "]";
                Optional<Finding> found =
                        node.get(at).isNull() ? Optional.of(Finding.of(item, "required")) : wrong(node.get(at), item);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return node.propertyStream()
                .map(field -> wrong(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private record Kept(HttpHeaders headers, InputStream body) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }
}
