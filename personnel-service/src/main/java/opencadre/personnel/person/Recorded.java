package opencadre.personnel.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a fact was believed, and why.
 *
 * @param from since when
 * @param to until when; null while it is believed
 * @param reason why it was recorded so
 * @param by account that recorded it
 * @param endedBecause why it is no longer believed
 * @param endedBy account that ended the belief; null while it stands, and of what ended before that was kept
 */
public record Recorded(
        Instant from,
        @Nullable Instant to,
        String reason,
        String by,
        @Nullable String endedBecause,
        @Nullable String endedBy) {

    /** Believed from now on. */
    public static Recorded now(Instant from, String reason, String by) {
        return new Recorded(from, null, reason, by, null, null);
    }
}
