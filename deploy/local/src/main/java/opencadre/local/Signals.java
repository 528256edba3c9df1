package opencadre.local;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Unix signals that Java itself cannot send. */
final class Signals {

    private Signals() {}

    /** Sends a signal, for example {@code INT}; a process that is already gone is no error. */
    static void send(long pid, String signal) {
        try {
            Process kill = new ProcessBuilder("sh", "-c", "kill -s \"$0\" \"$1\"", signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
