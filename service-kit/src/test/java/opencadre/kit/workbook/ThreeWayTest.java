package opencadre.kit.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThreeWayTest {

    private static final Set<String> COLUMNS = Set.of("a", "b", "c");

    @Test
    void whatWasNotTouchedSaysNothingWhateverBecameOfIt() {
        ThreeWay three = ThreeWay.of(COLUMNS, Map.of("a", "cũ", "b", 1), Map.of("a", "mới"), Map.of("a", "cũ", "b", 1));

        assertThat(three.changes()).isEmpty();
        assertThat(three.conflicts()).isEmpty();
        assertThat(three.values()).isEqualTo(Map.of("a", "mới"));
    }

    @Test
    void twoWhoChangeDifferentCellsBothHaveTheirSay() {
        ThreeWay three = ThreeWay.of(
                COLUMNS, Map.of("a", "cũ", "b", 1), Map.of("a", "mới", "b", 1), Map.of("a", "cũ", "b", 2, "c", true));

        assertThat(three.values()).isEqualTo(Map.of("a", "mới", "b", 2, "c", true));
        assertThat(three.changes()).extracting(ThreeWay.Cell::key).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void twoWhoChangeTheSameCellMeetUnlessTheySayTheSame() {
        assertThat(ThreeWay.of(COLUMNS, Map.of("a", "x"), Map.of("a", "y"), Map.of("a", "z"))
                        .conflicts())
                .containsExactly(new ThreeWay.Cell("a", "x", "y", "z"));
        assertThat(ThreeWay.of(COLUMNS, Map.of("a", "x"), Map.of(), Map.of("a", "z"))
                        .conflicts())
                .containsExactly(new ThreeWay.Cell("a", "x", null, "z"));
        ThreeWay same = ThreeWay.of(COLUMNS, Map.of("a", "x"), Map.of("a", "y"), Map.of("a", "y"));
        assertThat(same.conflicts()).isEmpty();
        assertThat(same.changes()).isEmpty();
    }

    @Test
    void aColumnThatWasDeletedFromTheSheetEmptiesNothing() {
        ThreeWay three = ThreeWay.of(Set.of("a"), Map.of("a", "x", "b", "y"), Map.of("a", "x", "b", "y"), Map.of());

        assertThat(three.values()).isEqualTo(Map.of("b", "y"));
        assertThat(three.changes()).containsExactly(new ThreeWay.Cell("a", "x", "x", null));
    }

    @Test
    void noIsAsGoodAsEmptyAndSpacesDoNotCount() {
        assertThat(ThreeWay.of(
                                COLUMNS,
                                Map.of("a", false, "b", "Hoàn  thành "),
                                Map.of("a", false, "b", "Hoàn  thành "),
                                Map.of("b", "Hoàn thành"))
                        .changes())
                .isEmpty();
    }

    /** Cells by cells against what each of the three words for it says in one sentence. */
    @Test
    void everyCellEndsAsItsThreeWordsSay() {
        Random random = new Random(20_261_129);
        for (int i = 0; i < 5_000; i++) {
            Map<String, Object> then = line(random);
            Map<String, Object> now = line(random);
            Map<String, Object> typed = line(random);

            ThreeWay three = ThreeWay.of(COLUMNS, then, now, typed);

            for (String key : COLUMNS) {
                Object was = then.get(key);
                Object is = now.get(key);
                Object shall = typed.get(key);
                boolean isTouched = !Objects.equals(shall, was) && !Objects.equals(shall, is);
                boolean isMoved = !Objects.equals(is, was);
                assertThat(isIn(three.conflicts(), key)).isEqualTo(isTouched && isMoved);
                assertThat(isIn(three.changes(), key)).isEqualTo(isTouched && !isMoved);
                assertThat(three.values().get(key)).isEqualTo(isTouched && !isMoved ? shall : is);
            }
        }
    }

    private static boolean isIn(java.util.List<ThreeWay.Cell> cells, String key) {
        return cells.stream().anyMatch(cell -> cell.key().equals(key));
    }

    private static Map<String, Object> line(Random random) {
        Map<String, Object> line = new HashMap<>();
        COLUMNS.forEach(key -> {
            @Nullable Object value = new @Nullable Object[] {null, "x", "y", 1}[random.nextInt(4)];
            if (value != null) {
                line.put(key, value);
            }
        });
        return line;
    }
}
