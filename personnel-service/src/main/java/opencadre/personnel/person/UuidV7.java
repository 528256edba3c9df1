package opencadre.personnel.person;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Identifiers that ascend with time, so that indexes grow at their end (RFC 9562, version 7). */
public final class UuidV7 {

    private UuidV7() {}

    public static UUID next(Clock clock) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = clock.millis() << 16 | 0x7000L | random.nextInt(1 << 12);
        long low = 1L << 63 | random.nextLong(1L << 62);
        return new UUID(high, low);
    }
}
