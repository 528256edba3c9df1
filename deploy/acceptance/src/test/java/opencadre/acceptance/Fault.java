package opencadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import opencadre.local.Await;

/** A moment in a service at which it stops for ever, from arming until the kill. */
record Fault(Path moment) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Where a service looks for its faults. */
    static Path folder(Path house, String module) {
        return house.resolve("faults").resolve(module);
    }

    /** Arms {@code before-send}, {@code after-send} or {@code after-effect} in a running service. */
    static Fault arm(Path house, String module, String moment) {
        Path file = folder(house, module).resolve(moment);
        try {
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Fault(file);
    }

    void awaitReached() {
        assertThat(Await.until(PATIENCE, () -> Files.exists(reached())))
                .as("%s is reached", moment.getFileName())
                .isTrue();
    }

    void disarm() {
        try {
            Files.deleteIfExists(moment);
            Files.deleteIfExists(reached());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path reached() {
        return moment.resolveSibling(moment.getFileName() + ".reached");
    }
}
