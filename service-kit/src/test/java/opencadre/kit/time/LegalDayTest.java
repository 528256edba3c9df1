package opencadre.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalDayTest {

    @ParameterizedTest
    @CsvSource({
        "2025-06-30T16:59:59Z, 2025-06-30",
        "2025-06-30T17:00:00Z, 2025-07-01",
        "2025-12-31T17:00:00Z, 2026-01-01"
    })
    void beginsAtMidnightInVietNam(Instant instant, LocalDate day) {
        LegalDay legalDay = LegalDay.of(Clock.fixed(instant, ZoneOffset.UTC));

        assertThat(legalDay.today()).isEqualTo(day);
    }
}
