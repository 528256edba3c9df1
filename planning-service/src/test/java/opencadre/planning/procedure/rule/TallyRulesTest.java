package opencadre.planning.procedure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import opencadre.kit.rule.Finding;
import opencadre.planning.procedure.rule.Tally.Votes;
import opencadre.planning.procedure.rule.TallyRules.Kind;
import org.junit.jupiter.api.Test;

class TallyRulesTest {

    private static Tally tally(
            int summoned, int present, int issued, int returned, int valid, int nobody, int... votes) {
        return new Tally(
                summoned,
                present,
                issued,
                returned,
                valid,
                nobody,
                IntStream.range(0, votes.length)
                        .mapToObj(i -> new Votes("person" + i, votes[i]))
                        .toList());
    }

    private static List<String> codes(Tally tally, Kind kind) {
        return TallyRules.findings(tally, kind).stream().map(Finding::code).toList();
    }

    @Test
    void countsThatOnlyFallAgree() {
        assertThat(codes(tally(12, 12, 12, 12, 12, 0, 6, 4, 2), Kind.ONE_NAME)).isEmpty();
        assertThat(codes(tally(12, 11, 10, 9, 8, 1, 4, 3), Kind.ONE_NAME)).isEmpty();
    }

    @Test
    void eachCountIsHeldAgainstTheOneItCameFrom() {
        assertThat(codes(tally(12, 13, 12, 12, 12, 0, 12), Kind.ONE_NAME))
                .containsExactly("tally.present-above-summoned");
        assertThat(codes(tally(12, 11, 12, 11, 11, 0, 11), Kind.ONE_NAME))
                .containsExactly("tally.issued-above-present");
        assertThat(codes(tally(12, 12, 11, 12, 11, 0, 11), Kind.ONE_NAME))
                .containsExactly("tally.returned-above-issued");
        assertThat(codes(tally(12, 12, 12, 11, 12, 0, 12), Kind.ONE_NAME))
                .containsExactly("tally.valid-above-returned");
    }

    @Test
    void onOneNameBallotsVotesAndEmptyOnesAreTheValidOnes() {
        assertThat(codes(tally(12, 12, 12, 12, 11, 0, 6, 6), Kind.ONE_NAME))
                .containsExactly("tally.votes-differ-from-valid");
        assertThat(codes(tally(12, 12, 12, 12, 12, 0, 6, 5), Kind.ONE_NAME))
                .containsExactly("tally.votes-differ-from-valid");
        assertThat(codes(tally(12, 12, 12, 12, 12, 1, 6, 5), Kind.ONE_NAME)).isEmpty();
    }

    @Test
    void onBallotsOverEachPersonNobodyHasMoreThanTheValidOnes() {
        assertThat(codes(tally(12, 12, 12, 12, 11, 0, 11, 11), Kind.EACH_PERSON))
                .isEmpty();
        assertThat(codes(tally(12, 12, 12, 12, 11, 0, 12, 11), Kind.EACH_PERSON))
                .containsExactly("tally.votes-above-valid");
    }

    @Test
    void negativeCountsNobodySummonedAndAPersonTwiceAreRefused() {
        assertThat(codes(tally(12, 12, 12, 12, 11, -1, 12), Kind.ONE_NAME)).containsExactly("tally.negative");
        assertThat(codes(tally(0, 0, 0, 0, 0, 0), Kind.ONE_NAME)).containsExactly("tally.nobody-summoned");
        assertThat(codes(
                        new Tally(12, 12, 12, 12, 12, 0, List.of(new Votes("a", 6), new Votes("a", 6))), Kind.ONE_NAME))
                .containsExactly("tally.person-twice");
    }

    @Test
    void countsAtTheEdgeOfIntegersDoNotWrapAround() {
        assertThat(codes(tally(12, 12, 12, 12, 12, 0, Integer.MAX_VALUE, Integer.MAX_VALUE), Kind.ONE_NAME))
                .contains("tally.votes-differ-from-valid");
    }

    @Test
    void saysTheCountsInBothLanguages() {
        Finding finding = TallyRules.findings(tally(12, 13, 12, 12, 12, 0, 12), Kind.ONE_NAME)
                .getFirst();

        assertThat(finding.field()).isEqualTo("present");
        assertThat(finding.messages().vi()).contains("13", "12");
        assertThat(finding.messages().en()).contains("13", "12");
    }
}
