package opencadre.personnel.reorganisation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.personnel.reorganisation.rule.ReorganisationRules.Breach;
import opencadre.personnel.reorganisation.rule.ReorganisationRules.Founded;
import org.junit.jupiter.api.Test;

class ReorganisationRulesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    @Test
    void newUnitsComeAfterTheOnesAboveThem() {
        Founded above = new Founded(UUID.randomUUID(), UUID.randomUUID());
        Founded below = new Founded(UUID.randomUUID(), above.id());

        assertThat(ReorganisationRules.order(List.of(below, above))).contains(List.of(above, below));
        assertThat(ReorganisationRules.order(List.of(new Founded(above.id(), below.id()), below)))
                .isEmpty();
    }

    @Test
    void itIsUndoneUntilTheDayBefore() {
        assertThat(ReorganisationRules.ofUndoing(DAY, DAY.minusDays(1))).isEmpty();
        assertThat(ReorganisationRules.ofUndoing(DAY, DAY))
                .containsExactly(new Breach(null, "reorganisation-has-taken-effect"));
    }

    @Test
    void anotherHandApprovesItAndADayThatIsOverWantsAReason() {
        assertThat(ReorganisationRules.ofApproval(Set.of("a"), Set.of("b"), DAY, DAY, false))
                .isEmpty();
        assertThat(ReorganisationRules.ofApproval(Set.of("a", "c"), Set.of("b", "c"), DAY, DAY, false))
                .containsExactly(new Breach(null, "own-reorganisation"));
        assertThat(ReorganisationRules.ofApproval(Set.of("a"), Set.of("b"), DAY, DAY.plusDays(1), false))
                .containsExactly(new Breach("reason", "back-dating-needs-a-reason"));
        assertThat(ReorganisationRules.ofApproval(Set.of("a"), Set.of("b"), DAY, DAY.plusDays(1), true))
                .isEmpty();
    }
}
