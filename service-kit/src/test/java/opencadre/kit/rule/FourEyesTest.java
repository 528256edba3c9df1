package opencadre.kit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FourEyesTest {

    private static final UUID LAN = UUID.fromString("019a8f00-0000-7000-8000-0000000000c1");

    @Test
    void twoAccountsOfOneAreOne() {
        assertThat(FourEyes.areOne(Set.of("a", LAN.toString()), Set.of("b", LAN.toString())))
                .isTrue();
        assertThat(FourEyes.areOne(Set.of("a"), Set.of("b", LAN.toString()))).isFalse();
    }

    @Test
    void nobodyActsOnWhatIsAboutThemself() {
        assertThat(FourEyes.ofOwnAffair(Set.of("a", LAN.toString()), List.of(UUID.randomUUID(), LAN)))
                .extracting(Finding::code)
                .containsExactly("own-affair");
        assertThat(FourEyes.ofOwnAffair(Set.of("a"), List.of(LAN))).isEmpty();
    }
}
