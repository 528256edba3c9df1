package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.ResourceBundle;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Messages;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void saysEveryCodeInBothLanguages() {
        ResourceBundle vietnamese = ResourceBundle.getBundle("messages.service", Locale.of("vi"));
        ResourceBundle english = ResourceBundle.getBundle("messages.service", Locale.ENGLISH);

        assertThat(vietnamese.keySet()).isEqualTo(english.keySet()).isNotEmpty();
        vietnamese.keySet().forEach(code -> {
            Bilingual text = Messages.of(code, "1", "2", "3", "4");
            assertThat(text.vi()).isNotBlank().doesNotContain("{");
            assertThat(text.en()).isNotBlank().doesNotContain("{");
            assertThat(Normalizer.isNormalized(text.vi(), Normalizer.Form.NFC)).isTrue();
        });
    }
}
