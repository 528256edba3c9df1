package opencadre.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A module under the root pom with dependencies that it should not have, for example
 * {@code org.apache.kafka:kafka-clients:4.1.1}. Their jar is an empty one on the disk, so that nothing is looked up.
 */
final class PlantedModule {

    private static final Path ROOT = Path.of(System.getProperty("opencadre.root", ".."));

    private final Path dir;

    PlantedModule(Path dir) {
        this.dir = dir;
    }

    /** What Maven says of it. */
    record Build(boolean succeeded, String output) {}

    /**
     * Runs one set of rules of the root pom on it.
     *
     * @param rules id of the enforcer's execution, as {@code walls}
     * @param settings as they stand on Maven's command line, as {@code -Dkeycloak.version=26.7.2}
     */
    Build enforce(String rules, List<String> dependencies, String... settings)
            throws IOException, InterruptedException {
        StringBuilder declared = new StringBuilder();
        for (String dependency : dependencies) {
            String[] names = dependency.split(":", -1);
            declared.append("""
                    <dependency>
                      <groupId>%s</groupId>
                      <artifactId>%s</artifactId>
                      <version>%s</version>
                      <scope>system</scope>
                      <systemPath>%s</systemPath>
                    </dependency>
                """.formatted(names[0], names[1], names[2], emptyJar()));
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
            %s  </dependencies>
            </project>
            """.formatted(rootPom(), declared));
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-o", "enforcer:enforce@" + rules));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command)
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .start();
        String output;
        try (InputStream in = process.getInputStream()) {
            output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        return new Build(process.waitFor() == 0, output);
    }

    private Path emptyJar() throws IOException {
        Path jar = dir.resolve("empty.jar");
        if (!Files.exists(jar)) {
            try (var out = new java.util.jar.JarOutputStream(Files.newOutputStream(jar))) {
                out.putNextEntry(new java.util.zip.ZipEntry("empty"));
            }
        }
        return jar;
    }

    /** Maven knows no absolute path here and would look for an installed root instead, which a new machine has not. */
    private Path rootPom() throws IOException {
        return dir.toRealPath().relativize(ROOT.toRealPath().resolve("pom.xml"));
    }
}
