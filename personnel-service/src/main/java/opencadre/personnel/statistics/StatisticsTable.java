package opencadre.personnel.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import opencadre.kit.rule.Bilingual;
import opencadre.personnel.unit.UnitBasis;
import org.jspecify.annotations.Nullable;

/**
 * People counted, line by line.
 *
 * @param whole whether the reader's scope covers the unit with all below it, in every management scope
 * @param exact whether the reader may see who is counted; numbers are {@linkplain #rounded rounded} otherwise
 */
public record StatisticsTable(
        UUID unitId,
        UnitBasis basis,
        String unitName,
        StatisticsBy by,
        LocalDate asOf,
        @Nullable LocalDate compareTo,
        boolean whole,
        boolean exact,
        List<Line> lines) {

    private static final long STEP = 5;

    /**
     * One line.
     *
     * @param counts one number for each column; null where the unit did not stand on the day
     * @param compared the same of the second day
     */
    public record Line(
            String code,
            Bilingual name,
            @Nullable List<Long> counts,
            @Nullable List<Long> compared) {

        /** From the second day to the first; null where one of the two is. */
        public @Nullable List<Long> differences() {
            List<Long> now = counts;
            List<Long> then = compared;
            return now == null || then == null
                    ? null
                    : IntStream.range(0, now.size())
                            .mapToObj(i -> now.get(i) - then.get(i))
                            .toList();
        }

        private Line each(LongUnaryOperator change) {
            return new Line(code, name, changed(counts, change), changed(compared, change));
        }

        private static @Nullable List<Long> changed(@Nullable List<Long> numbers, LongUnaryOperator change) {
            return numbers == null
                    ? null
                    : numbers.stream().map(change::applyAsLong).toList();
        }
    }

    /**
     * For whoever may not see who is counted: each number to the nearest five, each by itself. A small number that is
     * hidden comes back as the difference of two that are shown; a rounded one does not. 2 gives 0 and 3 gives 5.
     */
    StatisticsTable rounded() {
        return new StatisticsTable(
                unitId,
                basis,
                unitName,
                by,
                asOf,
                compareTo,
                whole,
                false,
                lines.stream()
                        .map(line -> line.each(number -> (number + STEP / 2) / STEP * STEP))
                        .toList());
    }
}
