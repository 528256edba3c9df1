package opencadre.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something outside this JVM, by asking again until a deadline. */
public final class Await {

    private static final long PAUSE_MILLIS = 50;

    private Await() {}

    /** Whether the condition came true before the deadline; asks at once and then about 20 times a second. */
    public static boolean until(Duration deadline, BooleanSupplier condition) {
        long end = System.nanoTime() + deadline.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Interrupted while waiting.", e);
        }
    }
}
