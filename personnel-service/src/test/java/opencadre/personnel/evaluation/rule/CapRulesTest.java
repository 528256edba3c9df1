package opencadre.personnel.evaluation.rule;

import static opencadre.personnel.evaluation.data.SchemesOfTheLaw.scheme;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import opencadre.kit.rule.Share;
import opencadre.personnel.evaluation.rule.CapRules.Group;
import opencadre.personnel.evaluation.rule.CapRules.Rated;
import opencadre.personnel.evaluation.rule.CapRules.Tally;
import opencadre.personnel.evaluation.rule.Scheme.Base;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many may be excellent: of each version, at each step, in each group. */
class CapRulesTest {

    private static final Scheme PUBLIC = scheme("PUBLIC_EMPLOYEE_YEAR_233");
    private static final Scheme CIVIL = scheme("CIVIL_SERVANT_YEAR_335");
    private static final Scheme OLD = scheme("CIVIL_SERVANT_YEAR_90");

    private static List<Rated> people(Standing standing, int excellent, int good, int others) {
        List<Rated> people = new ArrayList<>();
        for (int i = 0; i < excellent + good + others; i++) {
            people.add(new Rated(
                    standing, i < excellent ? Grade.HTXSNV : i < excellent + good ? Grade.HTTNV : Grade.HTNV));
        }
        return people;
    }

    private static Scheme.Cap cap(Scheme scheme) {
        return java.util.Objects.requireNonNull(scheme.cap());
    }

    private static List<String> refused(Scheme scheme, @Nullable Grade unit, List<Rated> people) {
        return RoundRules.ofRound(scheme, unit, people).stream()
                .map(remark -> remark.finding().code())
                .toList();
    }

    /** Excellent ≤ 20 % of those rated good; of an excellent unit 25 %. */
    @ParameterizedTest
    @CsvSource({
        "0, 4, , true",
        "1, 4, , false",
        "1, 5, , true",
        "2, 9, , false",
        "2, 10, , true",
        "2, 11, , true",
        "3, 11, , false",
        "1, 4, HTXSNV, true",
        "1, 3, HTXSNV, false",
        "2, 7, HTXSNV, false",
        "2, 8, HTXSNV, true",
        "1, 4, HTTNV, false",
        "1, 0, , false"
    })
    void theShareIsOfThoseRatedGood(int excellent, int good, @Nullable Grade unit, boolean allowed) {
        for (Scheme scheme : List.of(PUBLIC, CIVIL)) {
            assertThat(refused(scheme, unit, people(Standing.STAFF, excellent, good, 7))
                            .isEmpty())
                    .isEqualTo(allowed);
        }
    }

    /** Older rules: of those rated good and above. */
    @ParameterizedTest
    @CsvSource({"1, 3, false", "1, 4, true", "2, 7, false", "2, 8, true", "0, 0, true"})
    void byOlderRulesTheShareIsOfThoseRatedGoodAndAbove(int excellent, int good, boolean allowed) {
        assertThat(refused(OLD, Grade.HTXSNV, people(Standing.STAFF, excellent, good, 3))
                        .isEmpty())
                .isEqualTo(allowed);
    }

    /** A unit of which 23 are rated good: at most 4 are excellent, and 5 where the unit is. */
    @Test
    void ofTwentyThreeRatedGoodFourMayBeExcellentAndOfAnExcellentUnitFive() {
        assertThat(refused(PUBLIC, Grade.HTTNV, people(Standing.STAFF, 4, 23, 0)))
                .isEmpty();
        assertThat(refused(PUBLIC, Grade.HTTNV, people(Standing.STAFF, 5, 23, 0)))
                .isNotEmpty();
        assertThat(refused(PUBLIC, Grade.HTXSNV, people(Standing.STAFF, 5, 23, 0)))
                .isEmpty();
        assertThat(refused(PUBLIC, Grade.HTXSNV, people(Standing.STAFF, 6, 23, 0)))
                .isNotEmpty();
    }

    @Test
    void itHoldsInEachGroupOfLikeTasksToo() {
        List<Rated> people = new ArrayList<>(people(Standing.LEADER, 1, 2, 0));
        people.addAll(people(Standing.STAFF, 1, 8, 2));

        assertThat(refused(PUBLIC, Grade.HTTNV, people)).containsExactly("evaluation-too-many-excellent-LEADERS");
        assertThat(CapRules.tallies(cap(PUBLIC), Grade.HTTNV, people))
                .extracting(Tally::group, Tally::excellent, Tally::of, Tally::allowed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Group.UNIT, 2, 10, 2),
                        org.assertj.core.groups.Tuple.tuple(Group.LEADERS, 1, 2, 0),
                        org.assertj.core.groups.Tuple.tuple(Group.STAFF, 1, 8, 1));
    }

    @Test
    void whoeverIsTakenToGoodIsOneMoreOfWhomTheShareIs() {
        // 3 are too many for 9, of which 1 is allowed; with one of them taken down it is 2 of 10.
        Tally tally = CapRules.tallies(cap(PUBLIC), null, people(Standing.STAFF, 3, 9, 0))
                .getFirst();

        assertThat(tally.allowed()).isEqualTo(1);
        assertThat(tally.most()).isEqualTo(2);
    }

    /** The number that may stay is lawful, and one more is not. */
    @Property
    void theMostThatMayStayIsTheMost(
            @ForAll @IntRange(max = 300) int excellent,
            @ForAll @IntRange(max = 300) int good,
            @ForAll boolean ofExcellentUnit,
            @ForAll Base base) {
        Share share = Share.parse(ofExcellentUnit ? "1/4" : "1/5");
        int most = CapRules.most(share, base, excellent, good);

        assertThat(most).isBetween(0, excellent);
        assertThat(lawful(share, base, most, good + excellent - most)).isTrue();
        if (most < excellent) {
            assertThat(lawful(share, base, most + 1, good + excellent - most - 1))
                    .isFalse();
        }
    }

    /** Where every group keeps it, the unit does. */
    @Property
    void groupsThatKeepItMakeAUnitThatKeepsIt(
            @ForAll @IntRange(max = 60) int leaders,
            @ForAll @IntRange(max = 60) int goodLeaders,
            @ForAll @IntRange(max = 60) int staff,
            @ForAll @IntRange(max = 60) int goodStaff) {
        List<Rated> people = new ArrayList<>(people(Standing.LEADER, leaders, goodLeaders, 0));
        people.addAll(people(Standing.STAFF, staff, goodStaff, 0));
        List<Tally> tallies = CapRules.tallies(cap(PUBLIC), null, people);

        if (tallies.stream().skip(1).noneMatch(Tally::isExceeded)) {
            assertThat(tallies.getFirst().isExceeded()).isFalse();
        }
    }

    /** In tenths of per cents, apart from the code that is tried. */
    private static boolean lawful(Share share, Base base, int excellent, int good) {
        long of = base == Base.RATED_GOOD ? good : good + excellent;
        return (long) excellent * share.denominator() <= of * share.numerator();
    }
}
