package opencadre.kit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void saysEveryCodeInBothLanguages() {
        ResourceBundle vietnamese = bundle("vi");
        ResourceBundle english = bundle("en");

        assertThat(vietnamese.keySet()).isEqualTo(english.keySet()).isNotEmpty();
        vietnamese.keySet().forEach(code -> {
            Bilingual text = Messages.of(code);
            assertThat(text.vi()).isNotBlank().isNotEqualTo(text.en());
            assertThat(Normalizer.isNormalized(text.vi(), Normalizer.Form.NFC)).isTrue();
        });
    }

    @Test
    void failsLoudlyForACodeNobodyWrote() {
        assertThatThrownBy(() -> Messages.of("no-such-code")).isInstanceOf(MissingResourceException.class);
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("messages.kit", Locale.of(language));
    }
}
