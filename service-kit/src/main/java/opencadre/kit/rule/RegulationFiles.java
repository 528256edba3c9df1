package opencadre.kit.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files of {@code contracts/regulations}, whose form {@code schema.json} there describes. */
final class RegulationFiles {

    private static final String FILES = "classpath*:contracts/regulations/*.json";
    private static final String SCHEMA = "schema.json";

    private final String file;

    private RegulationFiles(String file) {
        this.file = file;
    }

    static List<Regulation> onTheClassPath() {
        try {
            List<Regulation> regulations = new ArrayList<>();
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                String name = String.valueOf(resource.getFilename());
                if (!name.equals(SCHEMA)) {
                    try (InputStream in = resource.getInputStream()) {
                        regulations.add(read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                    }
                }
            }
            if (regulations.isEmpty()) {
                throw new IllegalStateException("contracts/regulations is not on the class path");
            }
            return regulations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One file. Errors: {@link IllegalArgumentException} naming the file, the place in it and what is wrong there. */
    static Regulation read(String file, String json) {
        try {
            return new RegulationFiles(file).regulation(JsonMapper.shared().readTree(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private Regulation regulation(JsonNode node) {
        String number = text(node, "number", "");
        Map<String, Bilingual> articles = new LinkedHashMap<>();
        for (JsonNode article : node.path("articles")) {
            articles.put(text(article, "article", "articles."), bilingual(article, "articles."));
        }
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode parameter : node.path("parameters")) {
            parameters.add(parameter(parameter, number));
        }
        return new Regulation(
                number,
                bilingual(node.path("subject"), "subject."),
                text(node, "issuer", ""),
                dayOrUnknown(node, "issuedOn", ""),
                dayOrUnknown(node, "effectiveFrom", ""),
                dayOrUnknown(node, "effectiveTo", ""),
                node.path("replaces").valueStream().map(JsonNode::asString).toList(),
                articles,
                parameters);
    }

    private Parameter parameter(JsonNode node, String number) {
        String key = text(node, "key", "parameters.");
        String where = key + ".";
        LocalDate validFrom = dayOrUnknown(node, "validFrom", where);
        if (validFrom == null) {
            throw wrong(where + "validFrom", "a day is missing");
        }
        JsonNode note = node.path("note");
        return new Parameter(
                key,
                value(node.path("value"), where),
                text(node, "unit", where),
                validFrom,
                dayOrUnknown(node, "validTo", where),
                new Basis(
                        number,
                        node.path("article").isNull() ? null : text(node, "article", where),
                        confidence(text(node, "confidence", where), where),
                        text(node, "source", where),
                        note.isMissingNode() ? null : bilingual(note, where + "note.")));
    }

    private String value(JsonNode value, String where) {
        if (value.isIntegralNumber() || value.isBoolean() || value.isString()) {
            return value.asString();
        }
        throw wrong(where + "value", "neither a whole number nor yes or no nor a word");
    }

    private Confidence confidence(String text, String where) {
        for (Confidence confidence : Confidence.values()) {
            if (confidence.name().equals(text)) {
                return confidence;
            }
        }
        throw wrong(where + "confidence", "unknown confidence " + text);
    }

    private @Nullable LocalDate dayOrUnknown(JsonNode node, String field, String where) {
        if (node.path(field).isNull()) {
            return null;
        }
        String day = text(node, field, where);
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw wrong(where + field, "no such day: " + day);
        }
    }

    private Bilingual bilingual(JsonNode node, String where) {
        return new Bilingual(text(node, "vi", where), text(node, "en", where));
    }

    private String text(JsonNode node, String field, String where) {
        JsonNode value = node.path(field);
        if (!value.isString() || value.asString().isBlank()) {
            throw wrong(where + field, "a text is missing");
        }
        return value.asString();
    }

    private IllegalArgumentException wrong(String where, String what) {
        return new IllegalArgumentException(file + ", " + where + ": " + what);
    }
}
