package opencadre.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wall between services, seen red: a module that depends on a service is refused by the build itself. */
class WallIT {

    private static final Path ROOT = Path.of(System.getProperty("opencadre.root", ".."));

    @TempDir
    private Path dir;

    @Test
    void aServiceThatDependsOnAnotherIsRefused() throws IOException, InterruptedException {
        for (String service : List.of("personnel-service", "training-service", "planning-service", "gateway")) {
            Build build = enforce(service);

            assertThat(build.succeeded()).as(service).isFalse();
            assertThat(build.output()).contains("A service never depends on another service", "opencadre:" + service);
        }
    }

    @Test
    void aModuleThatDependsOnTheKitIsNot() throws IOException, InterruptedException {
        Build build = enforce("service-kit");

        assertThat(build.succeeded()).as(build.output()).isTrue();
    }

    /** Maven knows no absolute path here and would look for an installed root instead, which a new machine has not. */
    private Path rootPom() throws IOException {
        return dir.toRealPath().relativize(ROOT.toRealPath().resolve("pom.xml"));
    }

    private record Build(boolean succeeded, String output) {}

    /**
     * Runs the rules of the root pom on a module with one dependency; its jar is empty, so that nothing is looked up.
     */
    private Build enforce(String dependency) throws IOException, InterruptedException {
        Path jar = dir.resolve("empty.jar");
        if (!Files.exists(jar)) {
            try (var out = new java.util.jar.JarOutputStream(Files.newOutputStream(jar))) {
                out.putNextEntry(new java.util.zip.ZipEntry("empty"));
            }
        }
        Files.writeString(dir.resolve("pom.xml"), """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>opencadre</groupId>
                <artifactId>opencadre</artifactId>
                <version>0.1.0-SNAPSHOT</version>
                <relativePath>%s</relativePath>
              </parent>
              <artifactId>planted</artifactId>
              <dependencies>
                <dependency>
                  <groupId>opencadre</groupId>
                  <artifactId>%s</artifactId>
                  <version>0.1.0-SNAPSHOT</version>
                  <scope>system</scope>
                  <systemPath>%s</systemPath>
                </dependency>
              </dependencies>
            </project>
            """.formatted(rootPom(), dependency, jar));
        Process process = new ProcessBuilder("mvn", "-B", "-o", "enforcer:enforce@walls")
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .start();
        String output;
        try (InputStream in = process.getInputStream()) {
            output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        return new Build(process.waitFor() == 0, output);
    }
}
