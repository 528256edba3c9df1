package opencadre.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opencadre.kit.rule.Finding;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.DatabindException;

/** Turns every way a request can fail into one problem in two languages. Nothing of an exception's text goes out. */
@RestControllerAdvice
public class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** Bean validation's annotations and the texts for them. */
    private static final Map<String, String> CONSTRAINTS = Map.of(
            "NotNull", "required",
            "NotBlank", "required",
            "Size", "wrong-length",
            "Pattern", "wrong-form",
            "Min", "out-of-range",
            "Max", "out-of-range");

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused refused, Locale locale) {
        return answer(refused.status(), refused.code(), refused.findings(), locale);
    }

    /** Handed on to the server, which closes the connection; a problem would only be more of what was begun. */
    @ExceptionHandler
    void brokenOff(BrokenOff broken) {
        throw broken;
    }

    @ExceptionHandler
    ResponseEntity<Problem> unauthenticated(AuthenticationException e, Locale locale) {
        return answer(HttpStatus.UNAUTHORIZED, "not-signed-in", List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<Problem> denied(AccessDeniedException e, HttpServletRequest request, Locale locale) {
        LOG.warn("refused {} {}: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
        return answer(HttpStatus.FORBIDDEN, "forbidden", List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<Problem> withCode(ErrorResponseException e, Locale locale) {
        Map<String, Object> properties = e.getBody().getProperties();
        Object code = properties == null ? null : properties.get("code");
        HttpStatus status = HttpStatus.valueOf(e.getStatusCode().value());
        return answer(status, code instanceof String text ? text : "invalid", List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(MethodArgumentNotValidException e, Locale locale) {
        List<Finding> findings = e.getBindingResult().getFieldErrors().stream()
                .map(Problems::finding)
                .toList();
        return answer(HttpStatus.BAD_REQUEST, "invalid", findings, locale);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(HandlerMethodValidationException e, Locale locale) {
        List<Finding> findings = new ArrayList<>();
        e.getParameterValidationResults()
                .forEach(result -> result.getResolvableErrors().forEach(error -> {
                    String field = error instanceof FieldError of
                            ? of.getField()
                            : result.getMethodParameter().getParameterName();
                    findings.add(Finding.of(field, codeOf(error.getCodes())));
                }));
        return answer(HttpStatus.BAD_REQUEST, "invalid", findings, locale);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException e, Locale locale) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused(refused, locale);
            }
        }
        List<Finding> findings = e.getCause() instanceof DatabindException broken
                ? List.of(UnreadableValue.in(broken))
                : List.of(Finding.of(null, "unreadable-body"));
        return answer(HttpStatus.BAD_REQUEST, "invalid", findings, locale);
    }

    @ExceptionHandler
    ResponseEntity<Problem> mismatch(MethodArgumentTypeMismatchException e, Locale locale) {
        Finding finding = UnreadableValue.of(e.getName(), e.getValue(), e.getRequiredType());
        return answer(HttpStatus.BAD_REQUEST, "invalid", List.of(finding), locale);
    }

    /** A blank where an id stands. */
    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingPathVariableException e, Locale locale) {
        return answer(HttpStatus.BAD_REQUEST, "invalid", List.of(Finding.of(e.getVariableName(), "required")), locale);
    }

    /**
     * Its name and value are no text in the encoding of addresses, as {@code %ED%A0%80}, or the firewall lets no such
     * name through, as of a form with {@code U+FFFE} in it. They are not repeated.
     */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    ResponseEntity<Problem> unreadable(Exception e, Locale locale) {
        return answer(HttpStatus.BAD_REQUEST, "invalid", List.of(Finding.of(null, "unreadable-character")), locale);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingRequestHeaderException e, Locale locale) {
        return e.getHeaderName().equalsIgnoreCase("If-Match")
                ? answer(HttpStatus.PRECONDITION_REQUIRED, "precondition-required", List.of(), locale)
                : answer(HttpStatus.BAD_REQUEST, "invalid", List.of(Finding.of(e.getHeaderName(), "required")), locale);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException e, Locale locale) {
        return answer(HttpStatus.BAD_REQUEST, "invalid", List.of(Finding.of(e.getParameterName(), "required")), locale);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notFound(NoResourceFoundException e, Locale locale) {
        return answer(HttpStatus.NOT_FOUND, "not-found", List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notAllowed(HttpRequestMethodNotSupportedException e, Locale locale) {
        return answer(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<Problem> mediaType(HttpMediaTypeNotSupportedException e, Locale locale) {
        return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notAcceptable(HttpMediaTypeNotAcceptableException e, Locale locale) {
        return answer(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", List.of(), locale);
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ResponseEntity<Problem> databaseAway(Exception e, Locale locale) {
        LOG.error("database out of reach", e);
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", List.of(), locale);
    }

    /**
     * Two that wait for each other, or one that read what another has changed meanwhile: nothing was done, and may be
     * again.
     */
    @ExceptionHandler
    ResponseEntity<Problem> atTheSameMoment(ConcurrencyFailureException e, Locale locale) {
        LOG.warn("given up for another request", e);
        return answer(HttpStatus.CONFLICT, "at-the-same-moment", List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unforeseen(Exception e, HttpServletRequest request, Locale locale) {
        LOG.error("unforeseen failure of {} {}", request.getMethod(), request.getRequestURI(), e);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "internal", List.of(), locale);
    }

    static ResponseEntity<Problem> answer(HttpStatus status, String code, List<Finding> findings, Locale locale) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(status, code, findings, locale));
    }

    private static Finding finding(FieldError error) {
        return Finding.of(error.getField(), codeOf(error.getCodes()));
    }

    /** The last of Spring's codes is the bare name of the annotation. */
    private static String codeOf(String @Nullable [] codes) {
        String constraint = codes == null || codes.length == 0 ? "" : codes[codes.length - 1];
        return CONSTRAINTS.getOrDefault(constraint, "unreadable-value");
    }
}
