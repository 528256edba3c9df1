package opencadre.kit.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Days and instants as they come in, in bodies and addresses: of years with four digits, since neither papers nor the
 * database know {@code +999999999-12-31}.
 */
public final class Days {

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    private Days() {}

    /** For bodies. */
    public static JacksonModule module() {
        return new SimpleModule("opencadre-days")
                .addDeserializer(LocalDate.class, new Reader<>(LocalDate.class, Days::day))
                .addDeserializer(Instant.class, new Reader<>(Instant.class, Days::instant));
    }

    /** For addresses. */
    public static void register(FormatterRegistry formats) {
        formats.addConverter(String.class, LocalDate.class, (Converter<String, LocalDate>) Days::day);
        formats.addConverter(String.class, Instant.class, (Converter<String, Instant>) Days::instant);
    }

    /** Errors: {@link DateTimeException} for what is no such day. */
    static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text.strip());
        inRange(day.getYear());
        return day;
    }

    /** Errors: {@link DateTimeException} for what is no such instant. */
    static Instant instant(String text) {
        Instant instant = Instant.parse(text.strip());
        inRange(instant.atOffset(ZoneOffset.UTC).getYear());
        return instant;
    }

    private static void inRange(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("Year out of range: " + year);
        }
    }

    private static final class Reader<T> extends StdScalarDeserializer<T> {

        private final Class<T> type;
        private final transient Function<String, T> read;

        Reader(Class<T> type, Function<String, T> read) {
            super(type);
            this.type = type;
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            String text = json.getValueAsString();
            try {
                return read.apply(text == null ? "" : text);
            } catch (DateTimeException wrong) {
                return type.cast(context.handleWeirdStringValue(type, text, "no such day"));
            }
        }
    }
}
