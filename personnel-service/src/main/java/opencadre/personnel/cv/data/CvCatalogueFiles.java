package opencadre.personnel.cv.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;
import opencadre.personnel.cv.CvCatalogue;
import opencadre.personnel.cv.rule.CodeList;
import opencadre.personnel.cv.rule.CvClass;
import opencadre.personnel.cv.rule.CvField;
import opencadre.personnel.cv.rule.CvKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code contracts/personnel/cv.json} and the lists of {@code contracts/codelists}, whose forms the schemas
 * beside them describe. Once, at the start.
 */
@Component
class CvCatalogueFiles {

    @Bean
    CvCatalogue cvCatalogue() {
        return read();
    }

    /** Errors: {@link IllegalStateException} when a file is missing or names a list that there is not. */
    static CvCatalogue read() {
        return new CvCatalogue(
                files("contracts/personnel/cv.json").stream()
                        .flatMap(file -> file.path("kinds").valueStream())
                        .map(CvCatalogueFiles::kind)
                        .toList(),
                files("contracts/codelists/*.json").stream()
                        .filter(file -> file.has("list"))
                        .map(CvCatalogueFiles::list)
                        .toList());
    }

    private static CodeList list(JsonNode file) {
        return new CodeList(
                file.path("list").asString(),
                bilingual(file.path("title")),
                file.path("source").asString(),
                Confidence.valueOf(file.path("confidence").asString()),
                file.path("items")
                        .valueStream()
                        .map(item -> new CodeList.Item(
                                item.path("code").asString(),
                                bilingual(item),
                                day(item, "from"),
                                day(item, "to"),
                                text(item, "side")))
                        .toList());
    }

    private static CvKind kind(JsonNode node) {
        return new CvKind(
                node.path("code").asString(),
                bilingual(node),
                CvClass.valueOf(node.path("class").asString()),
                node.path("items").properties().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, item -> item.getValue().asString())),
                node.path("many").asBoolean(),
                node.path("asked").asBoolean(false),
                text(node, "validFrom"),
                text(node, "validTo"),
                node.path("fields").valueStream().map(CvCatalogueFiles::field).toList());
    }

    private static CvField field(JsonNode node) {
        CvField.Type type = CvField.Type.valueOf(node.path("type").asString());
        String pattern = text(node, "pattern");
        return new CvField(
                node.path("code").asString(),
                bilingual(node),
                type,
                node.path("required").asBoolean(false),
                type == CvField.Type.TEXT ? Integer.valueOf(node.path("max").asInt()) : null,
                pattern == null ? null : Pattern.compile(pattern),
                text(node, "list"),
                type == CvField.Type.NUMBER
                        ? new CvField.Range(
                                new BigDecimal(node.path("min").asString()),
                                new BigDecimal(node.path("max").asString()),
                                node.path("scale").asInt(),
                                text(node, "unit"))
                        : null,
                text(node, "notBefore"),
                node.path("future").asBoolean(false),
                node.path("beforeBirth").asBoolean(false));
    }

    private static Bilingual bilingual(JsonNode node) {
        return new Bilingual(node.path("vi").asString(), node.path("en").asString());
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.has(field) ? node.path(field).asString() : null;
    }

    private static @Nullable LocalDate day(JsonNode node, String field) {
        return node.has(field) ? LocalDate.parse(node.path(field).asString()) : null;
    }

    private static List<JsonNode> files(String pattern) {
        List<JsonNode> files = new ArrayList<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
                try (InputStream in = resource.getInputStream()) {
                    files.add(JsonMapper.shared().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (files.isEmpty()) {
            throw new IllegalStateException(pattern + " is not on the class path");
        }
        return files;
    }
}
