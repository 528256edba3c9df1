package opencadre.planning.procedure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Regulations;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.procedure.rule.RuleVersions.Choice;
import opencadre.planning.procedure.rule.RuleVersions.Version;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleVersionsTest {

    private static final Regulations LAW = Regulations.load();
    private static final LocalDate OPENED = LocalDate.of(2025, 9, 20);
    private static final LocalDate VOTED = LocalDate.of(2025, 10, 15);
    private static final LocalDate CHANGE = LocalDate.of(2025, 10, 8);

    private static Version version(LocalDate opened, LocalDate held, @Nullable Choice choice) {
        return RuleVersions.of(opened, held, choice, Regime.CADRE, LAW);
    }

    @Test
    void t10ACaseOpenedUnder80AndVotedUnder377ForcesAChoice() {
        assertThat(version(OPENED, VOTED, null)).isInstanceOfSatisfying(Version.ChoiceNeeded.class, choice -> {
            assertThat(choice.old().regulation()).isEqualTo("80-QĐ/TW");
            assertThat(choice.current().regulation()).isEqualTo("377-QĐ/TW");
        });
    }

    @Test
    void t10WhatWasChosenSettlesByWhoseLawTheStepIsJudged() {
        assertThat(version(OPENED, VOTED, Choice.CONTINUE_UNDER_OLD))
                .isInstanceOfSatisfying(Version.Settled.class, settled -> {
                    assertThat(settled.regulation()).isEqualTo("80-QĐ/TW");
                    assertThat(settled.lawDay()).isEqualTo(OPENED);
                });
        assertThat(version(OPENED, VOTED, Choice.RESTART_UNDER_NEW))
                .isInstanceOfSatisfying(Version.Settled.class, settled -> {
                    assertThat(settled.regulation()).isEqualTo("377-QĐ/TW");
                    assertThat(settled.lawDay()).isEqualTo(VOTED);
                });
    }

    @Test
    void t10NoStepIsHeldBeforeTheChoice() {
        assertThat(StepRules.findings(Step.LEADERSHIP_1, VOTED, List.of(), version(OPENED, VOTED, null)))
                .extracting(Finding::code)
                .containsExactly("step.rule-version");
    }

    @Test
    void theChoiceIsForcedFromTheDayOfTheChangeOn() {
        assertThat(version(OPENED, CHANGE.minusDays(1), null)).isInstanceOf(Version.Settled.class);
        assertThat(version(OPENED, CHANGE, null)).isInstanceOf(Version.ChoiceNeeded.class);
        assertThat(version(OPENED, CHANGE.plusDays(1), null)).isInstanceOf(Version.ChoiceNeeded.class);
        assertThat(version(CHANGE, CHANGE, null)).isInstanceOf(Version.Settled.class);
    }

    @Test
    void aChoiceIsNotHeededWhereNoneIsNeeded() {
        assertThat(version(CHANGE, VOTED, Choice.CONTINUE_UNDER_OLD))
                .isInstanceOfSatisfying(
                        Version.Settled.class,
                        settled -> assertThat(settled.lawDay()).isEqualTo(VOTED));
    }

    @Test
    void nothingIsSettledOnDaysForWhichNoLawWasRead() {
        LocalDate before = LocalDate.of(2022, 8, 17);

        assertThat(version(before, OPENED, null)).isEqualTo(new Version.LawNotRead(List.of(before)));
        assertThat(version(before, before, null)).isEqualTo(new Version.LawNotRead(List.of(before, before)));
        assertThat(version(before.plusDays(1), OPENED, null)).isInstanceOf(Version.Settled.class);
    }
}
