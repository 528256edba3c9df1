package opencadre.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Mutual exclusion between JVMs by a locked file; the kernel drops the lock of a process that dies. */
final class FileLocks {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private FileLocks() {}

    interface Work<T> {
        T run() throws IOException;
    }

    /** Does the work while no other thread or process holds the same file. */
    static <T> T holding(Path file, Work<T> work) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                acquire(channel, file);
                return work.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closing the channel gives the lock back. */
    private static void acquire(FileChannel channel, Path file) {
        if (!Await.until(PATIENCE, () -> tryLock(channel) != null)) {
            throw new LocalException("Another process has held " + file + " for ten minutes.");
        }
    }

    /** The lock, or null when another process or thread has it. */
    static @Nullable FileLock tryLock(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
