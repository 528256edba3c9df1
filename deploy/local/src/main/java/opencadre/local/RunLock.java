package opencadre.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One launcher at a time per home folder.
 *
 * <p>Shape: {@code run.lock} holds the process id of the launcher while it runs and is empty after an orderly stop; the
 * kernel's lock on it, not its content, says whether one runs.
 */
final class RunLock implements AutoCloseable {

    private final FileChannel channel;
    private final boolean afterCrash;

    private RunLock(FileChannel channel, boolean afterCrash) {
        this.channel = channel;
        this.afterCrash = afterCrash;
    }

    /** The lock, or empty when another launcher holds it. */
    static Optional<RunLock> take(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (FileLocks.tryLock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            boolean afterCrash = channel.size() > 0;
            channel.truncate(0);
            String pid = Long.toString(ProcessHandle.current().pid());
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
            return Optional.of(new RunLock(channel, afterCrash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher that runs now. */
    static Optional<ProcessHandle> holder(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (FileLocks.tryLock(channel) != null) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the launcher before this one ended without stopping its parts in order. */
    boolean isAfterCrash() {
        return afterCrash;
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
