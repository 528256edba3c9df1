package opencadre.personnel.person.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import opencadre.personnel.person.rule.CustodyRules.Stay;
import org.junit.jupiter.api.Test;

class CustodyRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate BEFORE = LocalDate.of(2025, 7, 1);
    private static final LocalDate AHEAD = LocalDate.of(2027, 9, 1);
    private static final UUID COMMUNE = new UUID(0, 1);
    private static final UUID NEIGHBOUR = new UUID(0, 2);
    private static final UUID DEPARTMENT = new UUID(0, 3);

    private static Stay at(UUID unit, LocalDate from) {
        return new Stay(unit, 5, from);
    }

    private static List<Stay> stays(List<Stay> recorded, List<Stay> posts) {
        return CustodyRules.stays(recorded, posts, TODAY, stay -> true);
    }

    @Test
    void aPostThatBeganTakesTheFileFromTodayOn() {
        assertThat(stays(List.of(at(COMMUNE, BEFORE)), List.of(at(COMMUNE, BEFORE), at(NEIGHBOUR, BEFORE.plusDays(9)))))
                .containsExactly(at(NEIGHBOUR, TODAY));
    }

    @Test
    void aPostThatBeginsTodayTakesItToday() {
        assertThat(stays(List.of(at(COMMUNE, BEFORE)), List.of(at(NEIGHBOUR, TODAY))))
                .containsExactly(at(NEIGHBOUR, TODAY));
    }

    @Test
    void aPostAheadTakesItOnItsDay() {
        List<Stay> stays = stays(List.of(at(COMMUNE, BEFORE)), List.of(at(COMMUNE, BEFORE), at(NEIGHBOUR, AHEAD)));

        assertThat(stays).containsExactly(at(COMMUNE, BEFORE), at(NEIGHBOUR, AHEAD));
        assertThat(CustodyRules.on(stays, AHEAD.minusDays(1)).unitId()).isEqualTo(COMMUNE);
        assertThat(CustodyRules.on(stays, AHEAD).unitId()).isEqualTo(NEIGHBOUR);
    }

    @Test
    void severalPostsAheadTakeItOneAfterTheOther() {
        List<Stay> posts = List.of(at(DEPARTMENT, AHEAD.plusYears(1)), at(NEIGHBOUR, AHEAD));

        assertThat(stays(List.of(at(COMMUNE, BEFORE)), posts))
                .containsExactly(at(COMMUNE, BEFORE), at(NEIGHBOUR, AHEAD), at(DEPARTMENT, AHEAD.plusYears(1)));
    }

    @Test
    void ofTwoPostsThatBeginOnOneDayTheFirstTreeHasIt() {
        assertThat(stays(List.of(at(COMMUNE, BEFORE)), List.of(at(NEIGHBOUR, AHEAD), at(DEPARTMENT, AHEAD))))
                .containsExactly(at(COMMUNE, BEFORE), at(NEIGHBOUR, AHEAD));
    }

    @Test
    void onceTheDayHasComeTheStayAheadIsTheOneThatStands() {
        List<Stay> recorded = List.of(at(COMMUNE, BEFORE.minusYears(1)), at(NEIGHBOUR, BEFORE));

        assertThat(stays(recorded, List.of(at(NEIGHBOUR, BEFORE)))).containsExactly(at(NEIGHBOUR, BEFORE));
    }

    @Test
    void aPostAheadThatIsVoidedLeavesTheFileWhereItIs() {
        assertThat(stays(List.of(at(COMMUNE, BEFORE), at(NEIGHBOUR, AHEAD)), List.of(at(COMMUNE, BEFORE))))
                .containsExactly(at(COMMUNE, BEFORE));
    }

    @Test
    void withNoPostLeftItStays() {
        assertThat(stays(List.of(at(COMMUNE, BEFORE)), List.of())).containsExactly(at(COMMUNE, BEFORE));
    }

    @Test
    void whoDoesNotReachWhereItIsCannotTakeIt() {
        Predicate<Stay> neighbourOnly = stay -> stay.unitId().equals(NEIGHBOUR);
        List<Stay> recorded = List.of(at(COMMUNE, BEFORE));

        assertThat(CustodyRules.stays(recorded, List.of(at(NEIGHBOUR, TODAY)), TODAY, neighbourOnly))
                .isEqualTo(recorded);
        assertThat(CustodyRules.stays(recorded, List.of(at(NEIGHBOUR, AHEAD)), TODAY, neighbourOnly))
                .isEqualTo(recorded);
    }

    @Test
    void whatOthersArrangedStandsWhoeverChangesTheRecord() {
        List<Stay> recorded = List.of(at(COMMUNE, BEFORE), at(NEIGHBOUR, AHEAD));

        assertThat(CustodyRules.stays(
                        recorded, List.of(at(COMMUNE, BEFORE), at(NEIGHBOUR, AHEAD)), TODAY, stay -> false))
                .isEqualTo(recorded);
    }

    @Test
    void anotherScopeInTheSameUnitIsAnotherStay() {
        Stay higher = new Stay(COMMUNE, 2, AHEAD);

        assertThat(stays(List.of(at(COMMUNE, BEFORE)), List.of(higher))).containsExactly(at(COMMUNE, BEFORE), higher);
    }
}
