package opencadre.personnel.seat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import opencadre.kit.time.Period;
import opencadre.personnel.seat.rule.SeatRules.Breach;
import opencadre.personnel.seat.rule.SeatRules.Facts;
import opencadre.personnel.seat.rule.SeatRules.Taken;
import org.junit.jupiter.api.Test;

class SeatRulesTest {

    private static final LocalDate BEGIN = LocalDate.of(2025, 7, 1);
    private static final LocalDate END = LocalDate.of(2030, 7, 1);
    private static final LocalDate CHANGE = LocalDate.of(2027, 10, 1);
    private static final Period STANDS = new Period(BEGIN, END);

    private static Taken held(LocalDate from, LocalDate to) {
        return new Taken(new Period(from, to), false);
    }

    private static List<String> post(Period post, int holders, Taken... taken) {
        return SeatRules.againstPost(new Facts(STANDS, holders, List.of(taken)), post, false).stream()
                .map(Breach::code)
                .toList();
    }

    @Test
    void theNextOneBeginsOnTheDayTheLastOneIsGone() {
        Taken last = held(BEGIN, CHANGE);

        assertThat(post(new Period(CHANGE, END), 1, last)).isEmpty();
        assertThat(post(new Period(CHANGE.minusDays(1), END), 1, last)).containsExactly("seat-is-held");
    }

    @Test
    void oneWhoIsToComeTakesItTooFromTheirDayOn() {
        Taken ahead = held(CHANGE, END);

        assertThat(post(new Period(BEGIN, CHANGE), 1, ahead)).isEmpty();
        assertThat(post(new Period(BEGIN, CHANGE.plusDays(1)), 1, ahead)).containsExactly("seat-is-held");
    }

    @Test
    void whoseDaysDoNotMeetDoNotCountTogether() {
        Taken first = held(BEGIN, CHANGE);
        Taken second = held(CHANGE, END);

        assertThat(post(STANDS, 2, first, second)).isEmpty();
        assertThat(post(STANDS, 1, first, second)).containsExactly("seat-is-held");
        assertThat(post(STANDS, 2, first, second, held(CHANGE, CHANGE.plusDays(1))))
                .containsExactly("seat-is-held");
    }

    @Test
    void actingTakesNoSeatAndNeedsNone() {
        Taken acting = new Taken(STANDS, true);

        assertThat(post(STANDS, 1, acting)).isEmpty();
        assertThat(SeatRules.againstPost(new Facts(STANDS, 1, List.of(held(BEGIN, END))), STANDS, true))
                .isEmpty();
    }

    @Test
    void aPostStaysInsideTheDaysOfItsSeat() {
        assertThat(post(new Period(BEGIN.minusDays(1), END), 1)).containsExactly("seat-does-not-stand");
        assertThat(post(new Period(BEGIN, END.plusDays(1)), 1)).containsExactly("seat-does-not-stand");
        assertThat(post(Period.since(BEGIN), 1)).containsExactly("seat-does-not-stand");
    }

    @Test
    void aSeatIsChangedOnlyAsFarAsItsHoldersFit() {
        List<Taken> two = List.of(held(BEGIN, END), held(CHANGE, END));

        assertThat(SeatRules.againstSeat(new Facts(STANDS, 2, two))).isEmpty();
        assertThat(SeatRules.againstSeat(new Facts(STANDS, 1, two)))
                .containsExactly(new Breach("holders", "seat-has-more-holders"));
        assertThat(SeatRules.againstSeat(new Facts(new Period(BEGIN, END.minusDays(1)), 2, two)))
                .containsExactly(new Breach("validTo", "seat-is-held-longer"));
        assertThat(SeatRules.againstSeat(
                        new Facts(new Period(BEGIN, CHANGE), 1, List.of(new Taken(new Period(BEGIN, END), true)))))
                .as("an acting holder counts for the days, not for the number")
                .containsExactly(new Breach("validTo", "seat-is-held-longer"));
    }

    @Test
    void nobodyIsNamedForASeatOnceItHasEnded() {
        LocalDate end = LocalDate.of(2025, 7, 1);
        var stands = new Period(LocalDate.of(2020, 1, 1), end);

        assertThat(SeatRules.againstNomination(stands, end.minusDays(1))).isEmpty();
        assertThat(SeatRules.againstNomination(stands, end))
                .containsExactly(new Breach("seatId", "seat-does-not-stand"));
        assertThat(SeatRules.againstNomination(Period.since(end), end.minusDays(1)))
                .isEmpty();
    }
}
