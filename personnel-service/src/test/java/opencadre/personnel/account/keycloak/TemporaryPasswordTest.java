package opencadre.personnel.account.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemporaryPasswordTest {

    @Test
    void isReadFromPaperAndLongEnoughForTheRealm() {
        assertThat(TemporaryPassword.next()).matches("([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}");
    }

    @Test
    void isAnotherEachTimeAndUsesEverySign() {
        var many = Stream.generate(TemporaryPassword::next).limit(500).toList();

        assertThat(many).doesNotHaveDuplicates();
        assertThat(many.stream().flatMapToInt(String::chars).boxed().collect(Collectors.toSet()))
                .hasSize(32);
    }
}
