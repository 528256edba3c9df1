package opencadre.kit.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact with the time over which it was believed.
 *
 * @param from since when, to the microsecond
 * @param to until when; null while it is believed
 */
public record Believed<T>(T fact, Instant from, @Nullable Instant to) {}
