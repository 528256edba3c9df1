package opencadre.personnel.staffing.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import opencadre.personnel.staffing.rule.StaffingRules.SeenSeat;
import org.junit.jupiter.api.Test;

class StaffingRulesTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    private static SeenSeat seat(UUID id, int rank, boolean leadership) {
        return new SeenSeat(id, rank, leadership, 1, 0, true);
    }

    @Test
    void whoeverHoldsTheHighestSeatOfLeadingHeadsAUnit() {
        SeenSeat secretary = seat(SECOND, 10, true);

        assertThat(StaffingRules.head(List.of(seat(FIRST, 20, true), secretary)))
                .contains(secretary);
        assertThat(StaffingRules.head(List.of(seat(FIRST, 5, false), secretary)))
                .as("an expert of a high rank leads nobody")
                .contains(secretary);
        assertThat(StaffingRules.head(List.of(seat(SECOND, 10, true), seat(FIRST, 10, true))))
                .as("of two as high always the same one")
                .contains(seat(FIRST, 10, true));
        assertThat(StaffingRules.head(List.of(seat(FIRST, 5, false)))).isEmpty();
    }

    @Test
    void aSeatIsVacantOnlyWhereEveryHolderWouldBeSeen() {
        assertThat(new SeenSeat(FIRST, 10, true, 1, 0, true).isVacant()).isTrue();
        assertThat(new SeenSeat(FIRST, 10, true, 1, 0, false).isVacant()).isFalse();
        assertThat(new SeenSeat(FIRST, 10, true, 2, 1, true).isVacant()).isFalse();
    }

    @Test
    void placesAreAddedUpAndAreWholeWhereEverySeatIs() {
        List<SeenSeat> seats =
                List.of(new SeenSeat(FIRST, 10, true, 1, 1, true), new SeenSeat(SECOND, 20, true, 4, 2, false));

        assertThat(StaffingRules.approved(seats)).isEqualTo(5);
        assertThat(StaffingRules.filled(seats)).isEqualTo(3);
        assertThat(StaffingRules.isWhole(seats)).isFalse();
        assertThat(StaffingRules.isWhole(seats.subList(0, 1))).isTrue();
        assertThat(StaffingRules.isWhole(List.of())).isTrue();
    }
}
