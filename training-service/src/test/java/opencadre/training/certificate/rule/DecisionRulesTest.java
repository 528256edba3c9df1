package opencadre.training.certificate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import opencadre.training.certificate.rule.DecisionRules.Decision;
import opencadre.training.certificate.rule.DecisionRules.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionRulesTest {

    @ParameterizedTest
    @CsvSource({
        "CORRECT, ENTERED,  an author,  ",
        "CORRECT, ENTERED,  another,    ",
        "CORRECT, REJECTED, an author,  ",
        "CORRECT, VERIFIED, an author,  certificate-not-correctable",
        "CORRECT, REVOKED,  an author,  certificate-not-correctable",
        "VERIFY,  ENTERED,  another,    ",
        "VERIFY,  ENTERED,  an author,  own-certificate",
        "VERIFY,  ENTERED,  the first,  own-certificate",
        "VERIFY,  VERIFIED, another,    certificate-not-awaiting",
        "VERIFY,  REJECTED, another,    certificate-not-awaiting",
        "VERIFY,  REVOKED,  another,    certificate-not-awaiting",
        "REJECT,  ENTERED,  another,    ",
        "REJECT,  ENTERED,  an author,  own-certificate",
        "REJECT,  VERIFIED, another,    certificate-not-awaiting",
        "REVOKE,  VERIFIED, another,    ",
        "REVOKE,  ENTERED,  another,    certificate-not-verified",
        "REVOKE,  REVOKED,  another,    certificate-not-verified"
    })
    void leadsFromHereToThere(Decision decision, String state, String account, String breach) {
        var facts = new Facts(
                state.equals("ENTERED"),
                state.equals("REJECTED"),
                state.equals("VERIFIED"),
                Set.of("the first", "an author"),
                Set.of(account));

        assertThat(DecisionRules.breaches(decision, facts)).isEqualTo(breach == null ? List.of() : List.of(breach));
    }

    @Test
    void aRightHandedOnByTheAuthorIsTheAuthorsHand() {
        var facts = new Facts(true, false, false, Set.of("an author"), Set.of("another", "an author"));

        assertThat(DecisionRules.breaches(Decision.VERIFY, facts)).containsExactly("own-certificate");
    }
}
