package opencadre.personnel.decision.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import opencadre.personnel.decision.rule.AuthorityRules.Level;
import opencadre.personnel.decision.rule.DecisionRules.Breach;
import opencadre.personnel.decision.rule.DecisionRules.Signed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static List<String> codes(List<Breach> breaches) {
        return breaches.stream().map(Breach::code).toList();
    }

    private static Signed signed(LocalDate on, boolean reason, @Nullable LocalDate... days) {
        List<@Nullable LocalDate> effective = new ArrayList<>(java.util.Arrays.asList(days));
        return new Signed(on, effective, reason, TODAY);
    }

    @Test
    void nothingIsSignedTomorrow() {
        assertThat(codes(DecisionRules.ofSignature(signed(TODAY, false, TODAY))))
                .isEmpty();
        assertThat(codes(DecisionRules.ofSignature(signed(TODAY.plusDays(1), false, TODAY.plusDays(1)))))
                .containsExactly("signed-in-the-future");
    }

    @Test
    void whatTakesEffectTheDayBeforeItsSignatureSaysWhy() {
        assertThat(signed(TODAY, false, TODAY).isBackdated()).isFalse();
        assertThat(signed(TODAY, false, TODAY, TODAY.minusDays(1)).isBackdated())
                .isTrue();
        assertThat(codes(DecisionRules.ofSignature(signed(TODAY, false, TODAY.minusDays(1)))))
                .containsExactly("back-dating-needs-a-reason");
        assertThat(codes(DecisionRules.ofSignature(signed(TODAY, true, TODAY.minusDays(1)))))
                .isEmpty();
    }

    @Test
    void everyEffectHasItsDay() {
        assertThat(DecisionRules.ofSignature(signed(TODAY, false, TODAY, null)))
                .containsExactly(new Breach("effects[1].effectiveFrom", "required"));
    }

    @Test
    void aKindThatEndsPostsGivesNoneAndEveryOtherGivesOne() {
        assertThat(DecisionRules.ofKind(true, 0)).isEmpty();
        assertThat(codes(DecisionRules.ofKind(true, 1))).containsExactly("kind-gives-no-post");
        assertThat(DecisionRules.ofKind(false, 1)).isEmpty();
        assertThat(codes(DecisionRules.ofKind(false, 0))).containsExactly("kind-gives-a-post");
    }

    @Test
    void whoeverPreparedItDoesNotIssueIt() {
        assertThat(DecisionRules.ofIssuer(Set.of(), "b")).isEmpty();
        assertThat(DecisionRules.ofIssuer(Set.of("a"), "b")).isEmpty();
        assertThat(codes(DecisionRules.ofIssuer(Set.of("a", "b"), "b"))).containsExactly("own-decision");
    }

    @Test
    void theLevelThatManagesTheHighestPostDecides() {
        var commune = new Level("COMMUNE", 2);
        var agency = new Level("AGENCY", 3);
        var district = new Level("DISTRICT", 3);

        assertThat(AuthorityRules.deciding(List.of(commune))).containsExactly("COMMUNE");
        assertThat(AuthorityRules.deciding(List.of(commune, agency))).containsExactly("AGENCY");
        assertThat(AuthorityRules.deciding(List.of(commune, agency, district)))
                .as("nothing says which of the two is the higher")
                .containsExactly("AGENCY", "DISTRICT");
    }
}
