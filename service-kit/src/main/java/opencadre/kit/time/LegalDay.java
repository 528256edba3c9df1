package opencadre.kit.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day by which the law reckons, in Việt Nam. Security, audit and delivery use {@link Clock} and never this. */
@FunctionalInterface
public interface LegalDay {

    /** The one time zone of legal days. */
    ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    LocalDate today();

    /** The day that the clock shows in Việt Nam: 17:00 UTC begins the next one. */
    static LegalDay of(Clock clock) {
        return () -> LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
