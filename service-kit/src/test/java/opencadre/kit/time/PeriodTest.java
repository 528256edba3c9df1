package opencadre.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 6, 28);
    private static final int DAYS = 12;

    @Test
    void holdsItsFirstDayAndNoLongerItsEnd() {
        Period period = new Period(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 3, 15));

        assertThat(period.contains(LocalDate.of(2025, 6, 30))).isFalse();
        assertThat(period.contains(LocalDate.of(2025, 7, 1))).isTrue();
        assertThat(period.contains(LocalDate.of(2026, 3, 14))).isTrue();
        assertThat(period.contains(LocalDate.of(2026, 3, 15))).isFalse();
        assertThat(period.toRange()).isEqualTo("[2025-07-01,2026-03-15)");
    }

    @Test
    void holdsAtLeastOneDay() {
        assertThatThrownBy(() -> new Period(FIRST, FIRST)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Period.of(FIRST, FIRST)).isEmpty();
        assertThat(Period.of(FIRST, null)).contains(Period.since(FIRST));
    }

    @Property
    void overlapsAndEnclosesAsItsDaysDo(
            @ForAll @IntRange(max = 9) int from,
            @ForAll @IntRange(min = 1, max = 6) int length,
            @ForAll @IntRange(max = 9) int otherFrom,
            @ForAll @IntRange(max = 6) int otherLength) {
        Period one = new Period(FIRST.plusDays(from), FIRST.plusDays(from + length));
        // A length of 0 stands for an open end.
        Period other = new Period(
                FIRST.plusDays(otherFrom), otherLength == 0 ? null : FIRST.plusDays(otherFrom + otherLength));

        boolean shared = days().anyMatch(day -> one.contains(day) && other.contains(day));
        boolean within = days().noneMatch(day -> one.contains(day) && !other.contains(day));

        assertThat(one.overlaps(other)).isEqualTo(shared);
        assertThat(other.overlaps(one)).isEqualTo(shared);
        assertThat(other.encloses(one)).isEqualTo(within);
    }

    @Test
    void isCoveredByPeriodsThatLeaveNoDayOpen() {
        LocalDate second = FIRST.plusDays(5);
        List<Period> both = List.of(new Period(FIRST, second), Period.since(second));

        assertThat(Period.since(FIRST).isCoveredBy(both)).isTrue();
        assertThat(new Period(FIRST.plusDays(1), second.plusDays(1)).isCoveredBy(both))
                .isTrue();
        assertThat(Period.since(FIRST.minusDays(1)).isCoveredBy(both)).isFalse();
        assertThat(Period.since(FIRST).isCoveredBy(both.subList(0, 1))).isFalse();
        assertThat(new Period(FIRST, second).isCoveredBy(both.subList(0, 1))).isTrue();
        List<Period> apart = List.of(new Period(FIRST, second), Period.since(second.plusDays(1)));
        assertThat(Period.since(FIRST).isCoveredBy(apart)).isFalse();
        assertThat(Period.since(FIRST).isCoveredBy(List.of())).isFalse();
    }

    private static java.util.stream.Stream<LocalDate> days() {
        return IntStream.rangeClosed(0, DAYS + 5).mapToObj(FIRST::plusDays);
    }
}
