package opencadre.kit.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import opencadre.kit.rule.Finding;

/**
 * Where a list goes on, as an opaque signed text: the order's key and the id of the last line. A cursor that was not
 * made here is refused, so nobody probes names outside their scope with one.
 */
public final class Cursors {

    private static final int SIGNATURE = 16;

    private final SecretKeySpec key;

    public Cursors(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** The last line of a page. Read as the key of another list than its own, it is refused with 400. */
    public record Position(String sortKey, UUID id) {

        /** The key of a list that is in order of moments. */
        public Instant moment() {
            try {
                return Instant.parse(sortKey);
            } catch (DateTimeParseException ofAnotherList) {
                throw Refused.invalid(Finding.of("cursor", "wrong-form"));
            }
        }

        /** The key of a list that is in order of so many numbers, with a blank between. */
        public List<Long> numbers(int count) {
            String[] parts = sortKey.split(" ", -1);
            if (parts.length != count || !Stream.of(parts).allMatch(part -> part.matches("-?\\d{1,18}"))) {
                throw Refused.invalid(Finding.of("cursor", "wrong-form"));
            }
            return Stream.of(parts).map(Long::valueOf).toList();
        }
    }

    public String encode(Position position) {
        byte[] text = position.sortKey().getBytes(StandardCharsets.UTF_8);
        byte[] content = ByteBuffer.allocate(16 + text.length)
                .putLong(position.id().getMostSignificantBits())
                .putLong(position.id().getLeastSignificantBits())
                .put(text)
                .array();
        byte[] signed = ByteBuffer.allocate(SIGNATURE + content.length)
                .put(signature(content))
                .put(content)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** Errors: 400 for anything that {@link #encode} did not make. */
    public Position decode(String cursor) {
        byte[] signed;
        try {
            signed = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw Refused.invalid(Finding.of("cursor", "wrong-form"));
        }
        if (signed.length < SIGNATURE + 16) {
            throw Refused.invalid(Finding.of("cursor", "wrong-form"));
        }
        byte[] content = Arrays.copyOfRange(signed, SIGNATURE, signed.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(signed, SIGNATURE), signature(content))) {
            throw Refused.invalid(Finding.of("cursor", "wrong-form"));
        }
        ByteBuffer buffer = ByteBuffer.wrap(content);
        UUID id = new UUID(buffer.getLong(), buffer.getLong());
        return new Position(new String(content, 16, content.length - 16, StandardCharsets.UTF_8), id);
    }

    private byte[] signature(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(content), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
