package opencadre.kit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Bilingual TEXT = new Bilingual("chữ", "text");
    private static final Basis SURE = new Basis("1-QĐ", "18", Confidence.CONFIRMED, "S1", null);
    private static final Basis UNSURE = new Basis("2-QĐ", null, Confidence.UNCONFIRMED, "S2", null);

    private static Criterion criterion(Outcome outcome, Basis... bases) {
        return new Criterion("code", outcome, TEXT, TEXT, List.of(), List.of(bases), null, List.of());
    }

    private static Outcome overall(Outcome... outcomes) {
        return new Verdict(Stream.of(outcomes)
                        .map(outcome -> criterion(outcome, SURE))
                        .toList())
                .overall();
    }

    @Test
    void isYesOnlyIfEveryConditionIs() {
        assertThat(overall(Outcome.PASS, Outcome.PASS)).isEqualTo(Outcome.PASS);
        assertThat(overall(Outcome.PASS, Outcome.FAIL)).isEqualTo(Outcome.FAIL);
    }

    @Test
    void isNeverYesOnSomethingUnknown() {
        assertThat(overall(Outcome.PASS, Outcome.UNKNOWN)).isEqualTo(Outcome.UNKNOWN);
        assertThat(overall(Outcome.UNKNOWN, Outcome.PASS)).isEqualTo(Outcome.UNKNOWN);
        assertThat(overall()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aNoOutweighsAnUnknown() {
        assertThat(overall(Outcome.UNKNOWN, Outcome.FAIL)).isEqualTo(Outcome.FAIL);
        assertThat(overall(Outcome.FAIL, Outcome.UNKNOWN)).isEqualTo(Outcome.FAIL);
    }

    @Test
    void isAsCertainAsTheLeastCertainOfWhatItStandsOn() {
        assertThat(criterion(Outcome.PASS, SURE, UNSURE).confidence()).isEqualTo(Confidence.UNCONFIRMED);
        assertThat(new Verdict(List.of(criterion(Outcome.PASS, SURE))).confidence())
                .isEqualTo(Confidence.CONFIRMED);
        assertThat(new Verdict(List.of(criterion(Outcome.PASS, SURE), criterion(Outcome.FAIL, UNSURE))).confidence())
                .isEqualTo(Confidence.UNCONFIRMED);
        assertThat(criterion(Outcome.UNKNOWN).confidence()).isEqualTo(Confidence.UNCONFIRMED);
    }

    @Test
    void nothingIsJudgedWithoutARegulation() {
        assertThatThrownBy(() -> criterion(Outcome.PASS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> criterion(Outcome.FAIL)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aConditionIsSaidAsAFindingWithItsArticle() {
        assertThat(criterion(Outcome.FAIL, SURE).asFinding())
                .isEqualTo(new Finding(null, "code", new Bilingual("chữ: chữ", "text: text"), "1-QĐ, 18"));
    }
}
