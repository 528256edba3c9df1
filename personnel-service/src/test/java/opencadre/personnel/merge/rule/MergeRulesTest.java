package opencadre.personnel.merge.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.personnel.merge.rule.MergeRules.Contradiction;
import opencadre.personnel.merge.rule.MergeRules.Fact;
import opencadre.personnel.merge.rule.MergeRules.Slot;
import opencadre.personnel.merge.rule.MergeRules.Who;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergeRulesTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private static Fact post(UUID id, String tree, String from, @Nullable String to, boolean byDecision) {
        return new Fact(
                id,
                Slot.MAIN_POST,
                tree,
                new Period(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)),
                byDecision);
    }

    private static Who who(String birth, @Nullable String idNumber) {
        return new Who("Dương Minh Khải", false, PartialDate.parse(birth), idNumber);
    }

    @Test
    void twoMainPostsOfOneTreeContradictWhereTheyOverlap() {
        List<Fact> kept = List.of(post(ONE, "STATE", "2020-01-01", "2025-07-01", false));

        assertThat(MergeRules.contradictions(kept, List.of(post(OTHER, "STATE", "2025-06-30", null, false)), Set.of()))
                .containsExactly(new Contradiction(Slot.MAIN_POST, ONE, OTHER));
        assertThat(MergeRules.contradictions(kept, List.of(post(OTHER, "STATE", "2025-07-01", null, false)), Set.of()))
                .isEmpty();
        assertThat(MergeRules.contradictions(kept, List.of(post(OTHER, "PARTY", "2020-01-01", null, false)), Set.of()))
                .isEmpty();
    }

    @Test
    void whatIsDroppedContradictsNothing() {
        List<Fact> kept = List.of(post(ONE, "STATE", "2020-01-01", null, false));
        List<Fact> merged = List.of(post(OTHER, "STATE", "2020-01-01", null, false));

        assertThat(MergeRules.contradictions(kept, merged, Set.of(ONE))).isEmpty();
        assertThat(MergeRules.contradictions(kept, merged, Set.of(OTHER))).isEmpty();
    }

    @Test
    void aPostOfADecisionIsNotDropped() {
        List<Fact> facts =
                List.of(post(ONE, "STATE", "2020-01-01", null, true), post(OTHER, "STATE", "2020-01-01", null, false));

        assertThat(MergeRules.ofDecisions(facts, Set.of(ONE, OTHER))).containsExactly(ONE);
    }

    @Test
    void birthsOfWhichOneIsLessExactMayBeOneDay() {
        assertThat(MergeRules.doubts(who("1982", null), who("1982-08-14", "019082000001")))
                .isEmpty();
        assertThat(MergeRules.doubts(who("1982-07", null), who("1982-08-14", null)))
                .containsExactly("birth-differs");
    }

    @Test
    void numbersThatDifferAreTheFirstDoubt() {
        assertThat(MergeRules.doubts(who("1982", "019082000001"), who("1983", "019082000002")))
                .containsExactly("id-numbers-differ", "birth-differs");
    }
}
