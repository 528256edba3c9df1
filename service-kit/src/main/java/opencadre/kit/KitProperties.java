package opencadre.kit;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code opencadre}.
 *
 * @param service short name, as {@code personnel}; its audience and topics begin with it
 * @param issuer the realm, as {@code http://localhost:8180/realms/opencadre}
 * @param bodyLimit bytes of a request body
 * @param importLimit bytes of a workbook or another file, where one is sent
 * @param outboxBatch rows that one transaction of the relay sends
 * @param legalDayBegins in a demo alone: the legal day on which it begins, as {@code 2026-11-24}. It stays there,
 *     whatever the calendar says, until the administrator moves it
 * @param cursorSecret base64 key that signs cursors; instances of one service share it. Made up at start when absent
 */
@ConfigurationProperties("opencadre")
public record KitProperties(
        String service,
        String issuer,
        @DefaultValue("1000000") long bodyLimit,
        @DefaultValue("20000000") long importLimit,
        @DefaultValue("1000") int outboxBatch,
        @Nullable LocalDate legalDayBegins,
        @Nullable String cursorSecret) {

    byte[] cursorSecretBytes() {
        if (cursorSecret != null) {
            return Base64.getDecoder().decode(cursorSecret);
        }
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return random;
    }
}
