package opencadre.planning.eligibility.rule;

import static opencadre.planning.eligibility.rule.Candidates.TODAY;
import static opencadre.planning.eligibility.rule.Candidates.fact;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Outcome;
import opencadre.kit.rule.Regulations;
import opencadre.planning.eligibility.rule.DecidingLevelRules.Managed;
import opencadre.planning.law.rule.ManagementScope;
import opencadre.planning.law.rule.Regime;
import org.junit.jupiter.api.Test;

class DecidingLevelRulesTest {

    private static final Question NOW = Question.on(TODAY, Regime.CADRE, Regulations.load());
    private static final Managed SECRETARY = new Managed(fact("secretary"), ManagementScope.COMMUNE_PARTY_COMMITTEE);
    private static final Managed PROVINCIAL = new Managed(fact("member"), ManagementScope.PROVINCIAL_BTV);
    private static final Managed DISTRICT = new Managed(fact("district"), ManagementScope.DISTRICT_BTV);

    @Test
    void t9OfACommuneSecretaryWhoIsAProvincialCommitteeMemberTheHigherLevelDecides() {
        List<Managed> posts = List.of(SECRETARY, PROVINCIAL);
        Criterion byProvince = DecidingLevelRules.judge(posts, ManagementScope.PROVINCIAL_BTV, NOW);
        Criterion byCommune = DecidingLevelRules.judge(posts, ManagementScope.COMMUNE_PARTY_COMMITTEE, NOW);

        assertThat(DecidingLevelRules.deciding(posts)).contains(ManagementScope.PROVINCIAL_BTV);
        assertThat(byProvince.outcome()).isEqualTo(Outcome.PASS);
        assertThat(byProvince.facts()).containsExactly(fact("member"));
        assertThat(byCommune.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(byCommune.bases().getFirst().regulation()).isEqualTo("377-QĐ/TW");
    }

    @Test
    void withoutPostsOrWhereTwoScopesHaveNoOrderNothingIsSaid() {
        Managed agency = new Managed(fact("agency"), ManagementScope.PROVINCIAL_AGENCY);

        assertThat(DecidingLevelRules.deciding(List.of())).isEmpty();
        assertThat(DecidingLevelRules.deciding(List.of(agency, DISTRICT))).isEmpty();
        assertThat(DecidingLevelRules.judge(List.of(agency, DISTRICT), ManagementScope.PROVINCIAL_AGENCY, NOW)
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void theRuleIsOf377AndWasReadInNoEarlierRegulation() {
        LocalDate change = LocalDate.of(2025, 10, 8);
        List<Managed> posts = List.of(SECRETARY, PROVINCIAL);

        assertThat(DecidingLevelRules.judge(
                                posts, ManagementScope.PROVINCIAL_BTV, NOW.underTheLawOf(change.minusDays(1)))
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(DecidingLevelRules.judge(posts, ManagementScope.PROVINCIAL_BTV, NOW.underTheLawOf(change))
                        .outcome())
                .isEqualTo(Outcome.PASS);
    }
}
