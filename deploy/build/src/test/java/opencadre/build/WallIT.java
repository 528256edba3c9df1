package opencadre.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wall between services, seen red: a module that depends on a service is refused by the build itself. */
class WallIT {

    @TempDir
    private Path dir;

    @Test
    void aServiceThatDependsOnAnotherIsRefused() throws IOException, InterruptedException {
        for (String service : List.of("personnel-service", "training-service", "planning-service", "gateway")) {
            PlantedModule.Build build = enforce(service);

            assertThat(build.succeeded()).as(service).isFalse();
            assertThat(build.output()).contains("A service never depends on another service", "opencadre:" + service);
        }
    }

    @Test
    void aModuleThatDependsOnTheKitIsNot() throws IOException, InterruptedException {
        PlantedModule.Build build = enforce("service-kit");

        assertThat(build.succeeded()).as(build.output()).isTrue();
    }

    private PlantedModule.Build enforce(String module) throws IOException, InterruptedException {
        return new PlantedModule(dir).enforce("walls", List.of("opencadre:" + module + ":0.1.0-SNAPSHOT"));
    }
}
