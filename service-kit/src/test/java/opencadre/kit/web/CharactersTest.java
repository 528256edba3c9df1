package opencadre.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Nguyễn Đức Ấn", "dòng một\n\tdòng hai\r\n", "😀", "\u202e"})
    void takesWhatCanBeKept(String text) {
        assertThat(Characters.canBeKept(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u001b[31m", "\u0085", "\ud83d", "\ude00\ud83d"})
    void refusesControlCharactersAndHalvesOfPairs(String text) {
        assertThat(Characters.canBeKept(text)).isFalse();
    }
}
