package opencadre.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutAWordMeasuresEveryLineAtAHundredThousandPeople() {
        assertThat(of()).isEqualTo(new Options(100_000, 2_000, 4711, Set.of(2, 3, 8, 9, 15), false, false));
    }

    @Test
    void takesSizesASeedAndLines() {
        assertThat(of("--people", "2500000", "--units", "12000", "--seed", "7", "3", "2"))
                .isEqualTo(new Options(2_500_000, 12_000, 7, Set.of(2, 3), false, false));
    }

    @Test
    void loadsWithoutMeasuring() {
        assertThat(of("load").lines()).isEmpty();
    }

    @Test
    void opensListsAlone() {
        assertThat(of("--people", "100000", "lists"))
                .isEqualTo(new Options(100_000, 2_000, 4711, Set.of(), true, false));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> of("7")).hasMessage(Options.USAGE);
        assertThatThrownBy(() -> of("--people")).hasMessage(Options.USAGE);
        assertThatThrownBy(() -> of("--people", "many")).hasMessage(Options.USAGE);
    }

    private static Options of(String... words) {
        return Options.of(words);
    }
}
