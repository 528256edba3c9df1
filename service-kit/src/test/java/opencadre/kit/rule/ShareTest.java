package opencadre.kit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {

    @Test
    void twoThirdsOfThirtySevenAreTwentyFive() {
        Share share = Share.parse("2/3");

        assertThat(share.isReachedBy(24, 37)).isFalse();
        assertThat(share.isReachedBy(25, 37)).isTrue();
        assertThat(share.least(37)).isEqualTo(25);
    }

    @Test
    void exactlyHalfReachesAndDoesNotExceed() {
        Share half = Share.parse("1/2");

        assertThat(half.compare(5, 12)).isNegative();
        assertThat(half.compare(6, 12)).isZero();
        assertThat(half.compare(7, 12)).isPositive();
        assertThat(half.isExceededBy(6, 12)).isFalse();
        assertThat(half.isReachedBy(6, 12)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3/2", "1/0", "0.5", "50", "", "-1/2", "1/2/3"})
    void refusesWhatIsNoShare(String text) {
        assertThatThrownBy(() -> Share.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
