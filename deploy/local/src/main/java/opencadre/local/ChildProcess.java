package opencadre.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One running child: its process id, its log file, and the signals one may send it. */
public final class ChildProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final Process process;
    private final Path log;
    private final String stopSignal;
    private volatile boolean asked;

    ChildProcess(String name, Process process, Path log, String stopSignal) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.stopSignal = stopSignal;
    }

    /** The part it is, for example {@code kafka}. */
    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    /** The file that holds everything it wrote. */
    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end and returns its exit code. */
    int join() {
        return process.onExit().join().exitValue();
    }

    /** Runs the action when the process ends without having been stopped or killed here. */
    void onUnexpectedExit(Runnable action) {
        CompletableFuture<Void> ignored = process.onExit().thenAccept(ended -> {
            if (!asked) {
                action.run();
            }
        });
    }

    /** Asks it to end, waits 30 seconds, then kills it. */
    public void stop() {
        asked = true;
        if (!process.isAlive()) {
            return;
        }
        Signals.send(process.pid(), "CONT");
        Signals.send(process.pid(), stopSignal);
        if (!waitFor(PATIENCE)) {
            kill();
        }
    }

    /** Ends it at once, as a power cut would (SIGKILL). */
    public void kill() {
        asked = true;
        process.destroyForcibly();
        waitFor(PATIENCE);
    }

    /** Freezes it (SIGSTOP): it keeps its ports and answers nothing. */
    public void pause() {
        Signals.send(process.pid(), "STOP");
    }

    /** Lets a frozen process go on. */
    public void resume() {
        Signals.send(process.pid(), "CONT");
    }

    /** The last lines of its log, for a message. */
    String tail(int lines) {
        try {
            List<String> all = Files.readAllLines(log);
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(no readable log)";
        }
    }

    private boolean waitFor(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
