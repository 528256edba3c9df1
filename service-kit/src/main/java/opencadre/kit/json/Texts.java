package opencadre.kit.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.JSONB;
import tools.jackson.databind.json.JsonMapper;

/** A column that holds an object of texts, as {@code {"name": "value"}}. */
public final class Texts {

    private Texts() {}

    /** Errors: {@link tools.jackson.core.JacksonException} for what is no JSON. */
    public static Map<String, String> of(JSONB column) {
        Map<String, String> texts = new LinkedHashMap<>();
        JsonMapper.shared().readTree(column.data()).forEachEntry((name, text) -> texts.put(name, text.asString()));
        return texts;
    }

    public static JSONB column(Map<String, String> texts) {
        return JSONB.jsonb(JsonMapper.shared().writeValueAsString(texts));
    }
}
