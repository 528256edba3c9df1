package opencadre.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

    @TempDir
    private Path dir;

    @Test
    void aSecondLauncherDoesNotGetTheLock() {
        Path file = dir.resolve("run.lock");
        try (RunLock first = RunLock.take(file).orElseThrow()) {
            assertThat(first.isAfterCrash()).isFalse();
            assertThat(RunLock.take(file)).isEmpty();
            assertThat(RunLock.holder(file)).contains(ProcessHandle.current());
        }
        assertThat(RunLock.holder(file)).isEmpty();
    }

    @Test
    void aFileLeftByACrashDoesNotBlock() throws IOException {
        Path file = dir.resolve("run.lock");
        Files.writeString(file, "1");

        try (RunLock lock = RunLock.take(file).orElseThrow()) {
            assertThat(lock.isAfterCrash()).isTrue();
        }
    }
}
