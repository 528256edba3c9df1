package opencadre.personnel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.AccessContracts;
import opencadre.kit.rule.Bilingual;
import opencadre.personnel.unit.UnitBasis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatisticsTableTest {

    private static StatisticsTable.Line line(@Nullable List<Long> counts, @Nullable List<Long> compared) {
        return new StatisticsTable.Line("ALL", new Bilingual("Tổng số", "Total"), counts, compared);
    }

    @Test
    void aDifferenceIsFromTheSecondDayToTheFirst() {
        assertThat(line(List.of(7L, 0L), List.of(4L, 2L)).differences()).containsExactly(3L, -2L);
        assertThat(line(null, List.of(4L)).differences()).isNull();
        assertThat(line(List.of(7L), null).differences()).isNull();
    }

    @Test
    void whoeverMayNotSeeWhoIsCountedReadsEveryNumberToTheNearestFive() {
        StatisticsTable table = new StatisticsTable(
                UUID.randomUUID(),
                UnitBasis.HISTORICAL,
                "Phường Sông Công",
                StatisticsBy.UNITS,
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2025, 12, 31),
                true,
                true,
                List.of(line(List.of(0L, 1L, 2L, 3L, 7L, 8L, 12L), List.of(0L, 0L, 3L, 3L, 3L, 3L, 3L))));

        StatisticsTable rounded = table.rounded();

        assertThat(rounded.exact()).isFalse();
        assertThat(rounded.lines().getFirst().counts()).containsExactly(0L, 0L, 0L, 5L, 5L, 10L, 10L);
        assertThat(rounded.lines().getFirst().differences()).containsExactly(0L, 0L, -5L, 0L, 0L, 5L, 5L);
    }

    @Test
    void whoeverMaySeeWhoIsCountedMayReadEverythingThatIsCountedOfThem() {
        AccessContracts contracts = AccessContracts.of("personnel");

        assertThat(contracts.roles())
                .filteredOn(role -> contracts.carries(role, "statistics-rows.read"))
                .isNotEmpty()
                .allMatch(role ->
                        List.of("statistics.read", "person.read", "cv.read", "cv-sensitive.read", "certificate.read")
                                .stream()
                                .allMatch(action -> contracts.carries(role, action)));
    }
}
