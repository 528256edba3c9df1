package opencadre.personnel.person.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import opencadre.personnel.person.BirthProvinces;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code contracts/codelists/birth-province.json}. Once, at the start. */
@Component
class BirthProvinceFile {

    private static final String FILE = "contracts/codelists/birth-province.json";

    @Bean
    BirthProvinces birthProvinces() {
        return read();
    }

    static BirthProvinces read() {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            return new BirthProvinces(JsonMapper.shared()
                    .readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .path("items")
                    .valueStream()
                    .map(item -> item.path("code").asString())
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
