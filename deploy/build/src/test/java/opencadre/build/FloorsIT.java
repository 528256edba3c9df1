package opencadre.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions with a known hole, seen red: each is refused by the build itself, and what stands at the floor is not. */
class FloorsIT {

    private static final List<String> BELOW = List.of(
            "org.springframework.boot:spring-boot:4.1.1",
            "org.springframework:spring-webmvc:7.0.6",
            "org.springframework.security:spring-security-web:7.1.1",
            "org.springframework.cloud:spring-cloud-gateway-server-webmvc:5.0.1",
            "org.apache.tomcat.embed:tomcat-embed-core:11.0.24",
            "org.apache.kafka:kafka-clients:4.3.0",
            "io.netty:netty-codec-http:4.2.17.Final",
            "org.postgresql:postgresql:42.7.11",
            "org.apache.poi:poi-ooxml:5.3.0",
            "org.apache.logging.log4j:log4j-core:2.25.4",
            "commons-io:commons-io:2.13.0",
            "org.apache.commons:commons-compress:1.25.0",
            "ch.qos.logback:logback-core:1.5.24",
            "org.bouncycastle:bcprov-jdk18on:1.85.2");

    private static final List<String> AT = List.of(
            "org.springframework.boot:spring-boot:4.1.2",
            "org.springframework:spring-webmvc:7.0.7",
            "org.springframework.security:spring-security-web:7.1.2",
            "org.springframework.cloud:spring-cloud-gateway-server-webmvc:5.0.2",
            "org.apache.tomcat.embed:tomcat-embed-core:11.0.25",
            "org.apache.kafka:kafka-clients:4.3.1",
            "io.netty:netty-codec-http:4.2.18.Final",
            "org.postgresql:postgresql:42.7.12",
            "org.apache.poi:poi-ooxml:5.4.0",
            "org.apache.logging.log4j:log4j-core:2.25.5",
            "commons-io:commons-io:2.14.0",
            "org.apache.commons:commons-compress:1.26.0",
            "ch.qos.logback:logback-core:1.5.25",
            "org.bouncycastle:bcprov-jdk18on:1.86");

    @TempDir
    private Path dir;

    @Test
    void aVersionWithAKnownHoleIsRefusedWithItsReason() throws IOException, InterruptedException {
        PlantedModule.Build build = new PlantedModule(dir).enforce("floors", BELOW);

        assertThat(build.succeeded()).isFalse();
        for (String dependency : BELOW) {
            assertThat(build.output().lines())
                    .as(dependency)
                    .anyMatch(line -> line.contains(dependency.replaceAll("(.*:.*):(.*)", "$1:jar:$2"))
                            && line.contains("banned"));
        }
        assertThat(build.output()).contains("take forged tokens (CVE-2026-33557)", "CVE-2026-65182");
    }

    @Test
    void whatStandsAtTheFloorIsNot() throws IOException, InterruptedException {
        PlantedModule.Build build = new PlantedModule(dir).enforce("floors", AT);

        assertThat(build.succeeded()).as(build.output()).isTrue();
    }

    @Test
    void anOlderServerIsRefusedAndANewerOneIsNot() throws IOException, InterruptedException {
        PlantedModule module = new PlantedModule(dir);

        for (String older : List.of(
                "-Dkeycloak.version=26.7.2",
                "-Dkeycloak.version=26.6.30",
                "-Dkeycloak.version=9.0.0",
                "-Dpostgres-binaries.version=18.4.0",
                "-Dpostgres-binaries.version=17.11.0")) {
            assertThat(module.enforce("floors", List.of(), older).output())
                    .as(older)
                    .contains(older.contains("keycloak") ? "Keycloak below 26.7.3" : "PostgreSQL below 18.6");
        }
        assertThat(module.enforce(
                                "floors",
                                List.of(),
                                "-Dkeycloak.version=26.7.10",
                                "-Dpostgres-binaries.version=18.10.0")
                        .succeeded())
                .isTrue();
        assertThat(module.enforce(
                                "floors", List.of(), "-Dkeycloak.version=27.0.0", "-Dpostgres-binaries.version=19.1.0")
                        .succeeded())
                .isTrue();
    }
}
