package opencadre.kit.workbook;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Which belief a line that was taken out says, as {@code AZonmJdx…} of 56 characters in its last column. It opens
 * nothing: whoever sends it back reads by it what they may read anyway.
 *
 * @param aggregate the fact belongs to
 * @param fact that the line is about; its corrections keep it
 * @param recordedAt since when the line was believed as it was taken out, to the microsecond
 */
public record RowToken(UUID aggregate, UUID fact, Instant recordedAt) {

    private static final int BYTES = 2 * 16 + 8;
    private static final long MICROS = 1_000_000;

    /** As it stands in a cell. */
    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(aggregate.getMostSignificantBits())
                .putLong(aggregate.getLeastSignificantBits())
                .putLong(fact.getMostSignificantBits())
                .putLong(fact.getLeastSignificantBits())
                .putLong(recordedAt.getEpochSecond() * MICROS + recordedAt.getNano() / 1_000);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** What a cell says; nothing when it is no token. */
    public static Optional<RowToken> parse(String text) {
        byte[] decoded;
        try {
            decoded = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
        if (decoded.length != BYTES) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(decoded);
        UUID aggregate = new UUID(bytes.getLong(), bytes.getLong());
        UUID fact = new UUID(bytes.getLong(), bytes.getLong());
        long micros = bytes.getLong();
        return Optional.of(new RowToken(
                aggregate,
                fact,
                Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000)));
    }
}
