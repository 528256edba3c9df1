package opencadre.planning.plan.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import opencadre.planning.plan.rule.FulfilmentRules.Post;
import opencadre.planning.plan.rule.FulfilmentRules.Title;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FulfilmentRulesTest {

    private static final UUID UNIT = UUID.randomUUID();
    private static final Title CHAIR = title(UNIT, "CHAIR", Set.of("COUNCIL"));
    private static final LocalDate APPROVED = LocalDate.of(2026, 3, 15);
    private static final LocalDate BEGINS = LocalDate.of(2027, 10, 1);

    private static Title title(UUID unit, String code, Set<String> equal) {
        return new Title(UUID.randomUUID(), unit, code, equal);
    }

    private static Optional<LocalDate> fulfilled(@Nullable LocalDate removedOn, Post... posts) {
        return FulfilmentRules.fulfilledFrom(APPROVED, removedOn, CHAIR, List.of(posts));
    }

    private static Post in(Title title, LocalDate from) {
        return new Post(title, from, false);
    }

    @Test
    void aPostInTheSeatFulfilsFromItsFirstDay() {
        assertThat(fulfilled(null, in(CHAIR, BEGINS))).contains(BEGINS);
        assertThat(fulfilled(null, in(CHAIR, BEGINS), in(CHAIR, BEGINS.minusDays(1))))
                .contains(BEGINS.minusDays(1));
        assertThat(fulfilled(null)).isEmpty();
    }

    @Test
    void aSeatOfTheSameOrAnEqualTitleInTheUnitFulfilsToo() {
        assertThat(fulfilled(null, in(title(UNIT, "CHAIR", Set.of()), BEGINS))).contains(BEGINS);
        assertThat(fulfilled(null, in(title(UNIT, "COUNCIL", Set.of()), BEGINS)))
                .contains(BEGINS);
        assertThat(fulfilled(null, in(title(UNIT, "OTHER", Set.of("CHAIR")), BEGINS)))
                .contains(BEGINS);
        assertThat(fulfilled(null, in(title(UNIT, "OTHER", Set.of()), BEGINS))).isEmpty();
        assertThat(fulfilled(null, in(title(UUID.randomUUID(), "CHAIR", Set.of()), BEGINS)))
                .isEmpty();
    }

    @Test
    void actingFulfilsNothing() {
        assertThat(fulfilled(null, new Post(CHAIR, BEGINS, true))).isEmpty();
    }

    @Test
    void onlyAPostThatBeginsAfterTheApprovalAndBeforeTheRemoval() {
        assertThat(fulfilled(null, in(CHAIR, APPROVED))).isEmpty();
        assertThat(fulfilled(null, in(CHAIR, APPROVED.plusDays(1)))).contains(APPROVED.plusDays(1));
        assertThat(fulfilled(BEGINS, in(CHAIR, BEGINS))).isEmpty();
        assertThat(fulfilled(BEGINS.plusDays(1), in(CHAIR, BEGINS))).contains(BEGINS);
    }
}
