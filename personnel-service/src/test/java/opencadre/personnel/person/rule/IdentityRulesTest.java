package opencadre.personnel.person.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityRulesTest {

    @Test
    void putsTogetherWhatOtherProgramsTakeApart() {
        assertThat(IdentityRules.tidy("  Nguye\u0302\u0303n\u00a0 Va\u0306n\u202fAn\u00a0"))
                .isEqualTo("Nguyễn Văn An");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn Văn An", "H’ Hen Niê", "Y-Bih Mlô", "Trần Q. Bình"})
    void takesNames(String name) {
        assertThat(IdentityRules.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<img src=x>", "Nguyễn Văn 2", "=1+1", "-An"})
    void takesNothingElse(String name) {
        assertThat(IdentityRules.isName(name)).isFalse();
    }
}
