package opencadre.benchmark.province;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Identifiers of version 7, as the services draw them, but from a seed: the same province has the same ids. */
final class Ids {

    private static final long BEGINNING = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private Ids() {}

    /** @param index ids ascend with it, a thousand to a second */
    static UUID of(long index, Random dice) {
        long high = (BEGINNING + index) << 16 | 0x7000L | dice.nextInt(1 << 12);
        return new UUID(high, 1L << 63 | dice.nextLong() >>> 2);
    }
}
