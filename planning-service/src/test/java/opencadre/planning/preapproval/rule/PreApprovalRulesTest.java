package opencadre.planning.preapproval.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import opencadre.kit.rule.Finding;
import opencadre.planning.law.rule.ManagementScope;
import org.junit.jupiter.api.Test;

class PreApprovalRulesTest {

    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    private static final LocalDate AGAIN = LocalDate.of(2027, 7, 1);
    private static final List<Setting> SETTINGS = List.of(
            new Setting(ManagementScope.PROVINCIAL_BTV, Mode.STORE, AGAIN),
            new Setting(ManagementScope.PROVINCIAL_BTV, Mode.POINTER, FROM));

    @Test
    void holdsFromItsDayUntilTheNextBegins() {
        assertThat(mode(ManagementScope.PROVINCIAL_BTV, FROM.minusDays(1))).isEqualTo(Mode.STORE);
        assertThat(mode(ManagementScope.PROVINCIAL_BTV, FROM)).isEqualTo(Mode.POINTER);
        assertThat(mode(ManagementScope.PROVINCIAL_BTV, AGAIN.minusDays(1))).isEqualTo(Mode.POINTER);
        assertThat(mode(ManagementScope.PROVINCIAL_BTV, AGAIN)).isEqualTo(Mode.STORE);
    }

    @Test
    void saysNothingOfAnotherScope() {
        assertThat(mode(ManagementScope.COMMUNE_PARTY_COMMITTEE, FROM)).isEqualTo(Mode.STORE);
    }

    @Test
    void beginsTodayAtTheEarliest() {
        assertThat(PreApprovalRules.ofChange(FROM, FROM)).isEmpty();
        assertThat(PreApprovalRules.ofChange(FROM.minusDays(1), FROM))
                .extracting(Finding::field)
                .containsExactly("validFrom");
    }

    @Test
    void refusesNamesBeforeTheConclusionWhereOnlyAPointerIsKept() {
        assertThat(PreApprovalRules.ofOpening(Mode.POINTER, true)).isEmpty();
        assertThat(PreApprovalRules.ofOpening(Mode.POINTER, false))
                .extracting(Finding::code)
                .containsExactly("pointer-only");
        assertThat(PreApprovalRules.ofOpening(Mode.STORE, false)).isEmpty();
        assertThat(PreApprovalRules.ofOpening(Mode.STORE, true))
                .as("papers that are marked may lie elsewhere anyway")
                .isEmpty();
    }

    @Test
    void refusesWhoIsOnlyProposedWhereOnlyAPointerIsKept() {
        assertThat(PreApprovalRules.ofProposal(Mode.POINTER, true)).isEmpty();
        assertThat(PreApprovalRules.ofProposal(Mode.POINTER, false))
                .extracting(Finding::code)
                .containsExactly("approved-only");
        assertThat(PreApprovalRules.ofProposal(Mode.STORE, false)).isEmpty();
    }

    private static Mode mode(ManagementScope scope, LocalDate day) {
        return PreApprovalRules.mode(SETTINGS, scope, day);
    }
}
