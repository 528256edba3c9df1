package opencadre.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import opencadre.kit.rule.Finding;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses an address that says one thing twice, as {@code ?unitId=a&unitId=b}, since whoever checks and whoever reads
 * might each take another of the two, and one with a character that cannot be kept.
 */
public final class ParameterCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            for (Map.Entry<String, String[]> given : request.getParameterMap().entrySet()) {
                // A form has names without a value, and they are none.
                if (!Stream.of(given.getValue()).filter(Objects::nonNull).allMatch(Characters::canBeKept)) {
                    throw Refused.invalid(Finding.of(given.getKey(), "unreadable-character"));
                }
                if (given.getValue().length > 1 && !takesSeveral(method, given.getKey())) {
                    throw Refused.invalid(Finding.of(given.getKey(), "given-twice"));
                }
            }
        }
        return true;
    }

    private static boolean takesSeveral(HandlerMethod method, String name) {
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam wanted = parameter.getParameterAnnotation(RequestParam.class);
            if (wanted != null && (wanted.name().equals(name) || Objects.equals(parameter.getParameterName(), name))) {
                Class<?> type = parameter.getParameterType();
                return type.isArray() || Collection.class.isAssignableFrom(type);
            }
        }
        return false;
    }
}
