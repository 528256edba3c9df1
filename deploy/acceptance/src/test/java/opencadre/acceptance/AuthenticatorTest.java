package opencadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuthenticatorTest {

    /** The table of RFC 6238, appendix B, with the last six of its eight digits. */
    @Test
    void saysTheCodesOfTheStandard() {
        String secret = "12345678901234567890";

        assertThat(Authenticator.code(secret, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(Authenticator.code(secret, Instant.ofEpochSecond(1_111_111_109)))
                .isEqualTo("081804");
        assertThat(Authenticator.code(secret, Instant.ofEpochSecond(20_000_000_000L)))
                .isEqualTo("353130");
    }
}
