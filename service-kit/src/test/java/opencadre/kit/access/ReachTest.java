package opencadre.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReachTest {

    @Provide
    Arbitrary<List<Reach.Opening>> openings() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 30),
                        Arbitraries.longs().between(0, 8),
                        Arbitraries.integers().between(0, 15).list().ofMaxSize(3),
                        Arbitraries.integers().between(0, 3))
                .as((lo, length, scopes, securityClass) -> new Reach.Opening(lo, lo + length, scopes, securityClass))
                .list()
                .ofMaxSize(5);
    }

    @Property
    void touchesWhatItCoversInSomeScope(
            @ForAll("openings") List<Reach.Opening> openings,
            @ForAll @IntRange(max = 40) int lo,
            @ForAll @IntRange(max = 8) int length) {
        Reach reach = Reach.of(openings);

        assertThat(reach.touches(lo)).isEqualTo(IntStream.range(0, 16).anyMatch(scope -> reach.covers(lo, scope, 0)));
        assertThat(reach.touches(lo, lo + length))
                .isEqualTo(IntStream.rangeClosed(lo, lo + length).anyMatch(reach::touches));
    }

    @Property
    void coversWhatSomeGrantOpensAndNothingElse(
            @ForAll("openings") List<Reach.Opening> openings,
            @ForAll @IntRange(max = 40) int position,
            @ForAll @IntRange(max = 15) int scope,
            @ForAll @IntRange(max = 3) int securityClass) {
        Reach reach = Reach.of(openings);

        boolean opened = openings.stream()
                .anyMatch(o -> o.lo() <= position
                        && position <= o.hi()
                        && (o.scopes().isEmpty() || o.scopes().contains(scope))
                        && securityClass <= o.securityClass());

        assertThat(reach.covers(position, scope, securityClass)).isEqualTo(opened);
    }

    @Property
    void enclosesWhatReachesNothingBeside(
            @ForAll("openings") List<Reach.Opening> openings, @ForAll("openings") List<Reach.Opening> others) {
        Reach reach = Reach.of(openings);
        Reach other = Reach.of(others);

        boolean enclosed = IntStream.rangeClosed(0, 40)
                .boxed()
                .allMatch(position -> IntStream.range(0, 64)
                        .allMatch(k ->
                                !other.covers(position, k % 16, k / 16) || reach.covers(position, k % 16, k / 16)));

        assertThat(reach.encloses(other)).isEqualTo(enclosed);
    }

    @Property
    void keepsItsRangesApartAndInOrder(@ForAll("openings") List<Reach.Opening> openings) {
        Reach reach = Reach.of(openings);

        for (List<Reach.Range> ranges : List.of(reach.positions(), reach.fences())) {
            for (int i = 1; i < ranges.size(); i++) {
                assertThat(ranges.get(i).lo()).isGreaterThan(ranges.get(i - 1).hi() + 1);
            }
        }
    }

    @Test
    void aPlaceInAnUnknownUnitIsReachedByNobodyHoweverHighTheUnitsOfTheGrant() {
        Reach reach = Reach.of(List.of(new Reach.Opening(1L << 47, (1L << 48) - 1, List.of(), 3)));

        for (int scope = 0; scope < 16; scope++) {
            for (int securityClass = 0; securityClass < 4; securityClass++) {
                assertThat(reach.covers(-1, scope, securityClass)).isFalse();
                assertThat(reach.covers((1L << 48) - 2, scope, securityClass)).isTrue();
            }
        }
    }

    @Test
    void isNothingWithoutGrants() {
        assertThat(Reach.of(List.of())).isEqualTo(Reach.NOTHING);
        assertThat(Reach.NOTHING.isNothing()).isTrue();
        assertThat(Reach.NOTHING.multirange()).isEqualTo("{}");
        assertThat(Reach.NOTHING.covers(0, 0, 0)).isFalse();
    }
}
