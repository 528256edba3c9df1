package opencadre.kit;

import java.util.List;
import opencadre.kit.word.PaperFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Tells an operation as what its paper is asked for. */
final class PaperFormats implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PaperFormat.class;
    }

    @Override
    public PaperFormat resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        // What is no type at all was refused before an operation was found.
        return PaperFormat.of(accepted == null ? List.of() : MediaType.parseMediaTypes(accepted));
    }
}
