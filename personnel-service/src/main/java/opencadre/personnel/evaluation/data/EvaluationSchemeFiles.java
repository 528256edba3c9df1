package opencadre.personnel.evaluation.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import opencadre.personnel.evaluation.EvaluationSchemes;
import opencadre.personnel.evaluation.rule.Scheme;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files of {@code contracts/evaluation}, whose form the schema beside them describes. Once, at the start. */
@Component
class EvaluationSchemeFiles {

    private static final String FILES = "classpath*:contracts/evaluation/*.json";

    @Bean
    EvaluationSchemes evaluationSchemes() {
        return read();
    }

    /** Errors: {@link IllegalArgumentException} when one contradicts itself or another. */
    static EvaluationSchemes read() {
        List<Scheme> schemes = new ArrayList<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                if (!"schema.json".equals(resource.getFilename())) {
                    try (InputStream in = resource.getInputStream()) {
                        schemes.add(JsonMapper.shared()
                                .readValue(new String(in.readAllBytes(), StandardCharsets.UTF_8), Scheme.class));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (schemes.isEmpty()) {
            throw new IllegalStateException("contracts/evaluation is not on the class path");
        }
        return new EvaluationSchemes(schemes);
    }
}
