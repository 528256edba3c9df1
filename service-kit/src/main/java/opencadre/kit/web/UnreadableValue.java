package opencadre.kit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Messages;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What to say of a value that cannot be read: the value, and the form that is wanted. */
final class UnreadableValue {

    private static final String CODE = "unreadable-value";
    private static final int LONGEST = 60;

    private UnreadableValue() {}

    /** Of a body: the field that could not be read. */
    static Finding in(DatabindException e) {
        return switch (e) {
            case PropertyBindingException unknown -> finding(path(e), Messages.of("unknown-field"));
            case InvalidFormatException wrong -> of(path(e), wrong.getValue(), wrong.getTargetType());
            case ValueInstantiationException wrong ->
                of(path(e), null, wrong.getType().getRawClass());
            case MismatchedInputException wrong -> of(path(e), null, wrong.getTargetType());
            default -> of(path(e), null, null);
        };
    }

    /** Of a parameter, or of a field whose value and type are known. */
    static Finding of(@Nullable String field, @Nullable Object value, @Nullable Class<?> wanted) {
        return finding(field, message(shown(value), wanted));
    }

    private static Finding finding(@Nullable String field, Bilingual messages) {
        return new Finding(field, CODE, messages, null);
    }

    private static Bilingual message(String value, @Nullable Class<?> wanted) {
        if (wanted == null) {
            return Messages.of(CODE);
        }
        if (wanted.isEnum()) {
            return Messages.of(
                    "unreadable-word",
                    value,
                    Arrays.stream(wanted.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")));
        }
        if (wanted == LocalDate.class) {
            return Messages.of("unreadable-day", value);
        }
        // A year, a month or a day: the type is of another package, and its name says enough.
        if (wanted.getSimpleName().equals("PartialDate")) {
            return Messages.of("unreadable-partial-date", value);
        }
        if (wanted == Instant.class) {
            return Messages.of("unreadable-instant", value);
        }
        if (wanted == UUID.class) {
            return Messages.of("unreadable-id", value);
        }
        if (Number.class.isAssignableFrom(wanted) || wanted == int.class || wanted == long.class) {
            return Messages.of("unreadable-number", value);
        }
        return Messages.of(CODE);
    }

    private static String shown(@Nullable Object value) {
        String text = value == null ? "…" : value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static @Nullable String path(DatabindException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? null : path.toString();
    }
}
