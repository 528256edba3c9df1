package opencadre.planning.eligibility.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HigherTitleRulesTest {

    @Test
    void aSmallerRankIsHigherAndTheSameIsNot() {
        assertThat(HigherTitleRules.isHigher(40, List.of(41))).isTrue();
        assertThat(HigherTitleRules.isHigher(40, List.of(40))).isFalse();
        assertThat(HigherTitleRules.isHigher(40, List.of(50, 39))).isFalse();
        assertThat(HigherTitleRules.isHigher(40, List.of())).isTrue();
    }

    @Test
    void aPostWithoutARankLeavesItOpenUnlessAnotherSettlesIt() {
        assertThat(HigherTitleRules.isHigher(40, Arrays.asList(50, null))).isNull();
        assertThat(HigherTitleRules.isHigher(40, Arrays.asList(40, null))).isFalse();
    }
}
