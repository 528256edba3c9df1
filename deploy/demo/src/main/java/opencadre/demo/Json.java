package opencadre.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Builds the bodies of requests: a fact that is not there is left out. */
final class Json {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    Json with(String name, Object value) {
        fields.put(name, value instanceof LocalDate day ? day.toString() : value);
        return this;
    }

    Json with(String name, Optional<?> value) {
        value.ifPresent(present -> with(name, present));
        return this;
    }

    Map<String, Object> fields() {
        return fields;
    }
}
