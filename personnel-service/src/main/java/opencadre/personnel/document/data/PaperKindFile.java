package opencadre.personnel.document.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;
import opencadre.personnel.document.PaperKinds;
import opencadre.personnel.document.rule.PaperKind;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code contracts/codelists/paper-kind.json}, whose form the schema beside it describes. Once, at the start. */
@Component
class PaperKindFile {

    private static final String FILE = "contracts/codelists/paper-kind.json";

    @Bean
    PaperKinds paperKinds() {
        return read();
    }

    static PaperKinds read() {
        JsonNode file;
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            file = JsonMapper.shared().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Confidence confidence = Confidence.valueOf(file.path("confidence").asString());
        return new PaperKinds(file.path("items")
                .valueStream()
                .map(item -> new PaperKind(
                        item.path("code").asString(),
                        new Bilingual(
                                item.path("vi").asString(), item.path("en").asString()),
                        confidence,
                        item.path("asked").asBoolean(false),
                        item.path("picture").asBoolean(false),
                        item.path("proves")
                                .valueStream()
                                .map(JsonNode::asString)
                                .collect(Collectors.toUnmodifiableSet())))
                .toList());
    }
}
