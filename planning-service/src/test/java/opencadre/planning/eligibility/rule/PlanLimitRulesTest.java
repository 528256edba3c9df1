package opencadre.planning.eligibility.rule;

import static opencadre.planning.eligibility.rule.Candidates.TODAY;
import static opencadre.planning.eligibility.rule.Candidates.fact;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import opencadre.kit.rule.Outcome;
import opencadre.kit.rule.Regulations;
import opencadre.planning.eligibility.rule.PlanLimitRules.Entry;
import opencadre.planning.eligibility.rule.PlanLimitRules.Proposed;
import opencadre.planning.law.rule.Regime;
import org.junit.jupiter.api.Test;

class PlanLimitRulesTest {

    private static final Regulations LAW = Regulations.load();
    private static final LocalDate UNDER_50 = LocalDate.of(2025, 10, 7);

    private static Entry entry(String person, String title, String level) {
        return new Entry(fact(person + title), person, title, level);
    }

    private static Outcome outcome(String code, Proposed proposed, LocalDate day, Entry... standing) {
        return PlanLimitRules.verdict(proposed, List.of(standing), Question.on(day, Regime.CADRE, LAW))
                .criterion(code)
                .orElseThrow()
                .outcome();
    }

    @Test
    void t6AThirdPersonForATitleIsTakenAndAFourthIsNot() {
        Proposed proposed = new Proposed("d", "chairman", "commune", true);
        Entry first = entry("a", "chairman", "commune");
        Entry second = entry("b", "chairman", "commune");

        assertThat(outcome("people-per-title", proposed, TODAY, first, second)).isEqualTo(Outcome.PASS);
        assertThat(outcome("people-per-title", proposed, TODAY, first, second, entry("c", "chairman", "commune")))
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void t6AFourthTitleAtOneLevelIsRefusedAndAtAnotherLevelTaken() {
        Entry[] three = {
            entry("a", "chairman", "commune"), entry("a", "secretary", "commune"), entry("a", "front", "commune")
        };

        assertThat(outcome("titles-per-person", new Proposed("a", "council", "commune", true), TODAY, three))
                .isEqualTo(Outcome.FAIL);
        assertThat(outcome("titles-per-person", new Proposed("a", "director", "province", true), TODAY, three))
                .isEqualTo(Outcome.PASS);
        assertThat(outcome("titles-per-person", new Proposed("a", "director", "province", true), UNDER_50, three))
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void whoStandsAlreadyIsNotCountedTwice() {
        assertThat(outcome(
                        "people-per-title",
                        new Proposed("a", "chairman", "commune", true),
                        TODAY,
                        entry("a", "chairman", "commune"),
                        entry("b", "chairman", "commune"),
                        entry("c", "chairman", "commune")))
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void onlyAHigherTitleIsPlanned() {
        assertThat(outcome("only-higher-title", new Proposed("a", "x", "commune", true), TODAY))
                .isEqualTo(Outcome.PASS);
        assertThat(outcome("only-higher-title", new Proposed("a", "x", "commune", false), TODAY))
                .isEqualTo(Outcome.FAIL);
        assertThat(outcome("only-higher-title", new Proposed("a", "x", "commune", null), TODAY))
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void beforeTheFirstRegulationReadNothingIsSaid() {
        LocalDate before = LocalDate.of(2021, 12, 26);
        Proposed proposed = new Proposed("a", "x", "commune", true);

        assertThat(outcome("people-per-title", proposed, before)).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome("people-per-title", proposed, before.plusDays(1))).isEqualTo(Outcome.PASS);
    }
}
