package opencadre.planning.vacancy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import opencadre.kit.rule.Regulations;
import opencadre.kit.time.PartialDate;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.vacancy.rule.VacancyRules.End;
import opencadre.planning.vacancy.rule.VacancyRules.Foresight;
import opencadre.planning.vacancy.rule.VacancyRules.Holding;
import opencadre.planning.vacancy.rule.VacancyRules.Reason;
import opencadre.planning.vacancy.rule.VacancyRules.Stay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VacancyRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Regulations LAW = Regulations.load();

    private static Foresight foresee(
            @Nullable LocalDate termFrom, @Nullable LocalDate decidedEnd, @Nullable String birth) {
        Holding holding = new Holding(
                termFrom,
                null,
                null,
                null,
                decidedEnd,
                null,
                birth == null ? null : PartialDate.parse(birth),
                false,
                null);
        return VacancyRules.foresee(holding, Regime.CADRE, LAW, TODAY);
    }

    private static End first(@Nullable LocalDate termFrom, @Nullable LocalDate decidedEnd, @Nullable String birth) {
        return foresee(termFrom, decidedEnd, birth).first().orElseThrow();
    }

    @Test
    void aTermOfFiveYearsEndsOnTheDayItBegan() {
        End end = first(LocalDate.of(2024, 3, 15), null, "1980-01");

        assertThat(end.reason()).isEqualTo(Reason.TERM_END);
        assertThat(end.vacantFrom()).isEqualTo(LocalDate.of(2029, 3, 15));
        assertThat(end.bases().getFirst().regulation()).isEqualTo("170/2025/NĐ-CP");
    }

    @Test
    void retirementEmptiesTheSeatOnTheFirstOfTheNextMonth() {
        End end = first(LocalDate.of(2024, 3, 15), null, "1965-08");

        assertThat(end.reason()).isEqualTo(Reason.RETIREMENT);
        assertThat(end.vacantFrom()).isEqualTo(LocalDate.of(2027, 6, 1));
    }

    @Test
    void theEarliestEndCountsWhicheverItIs() {
        LocalDate termFrom = LocalDate.of(2022, 6, 1);

        assertThat(first(termFrom, LocalDate.of(2027, 5, 31), "1965-08").reason())
                .isEqualTo(Reason.DECIDED_END);
        assertThat(first(termFrom.minusDays(1), null, "1965-08").reason()).isEqualTo(Reason.TERM_END);
        assertThat(first(termFrom.plusDays(1), null, "1965-08").reason()).isEqualTo(Reason.RETIREMENT);
    }

    @Test
    void ofSeveralEndsOnOneDayWhatWasDecidedIsTheReason() {
        assertThat(foresee(LocalDate.of(2022, 6, 1), LocalDate.of(2027, 6, 1), "1965-08")
                        .ends())
                .extracting(End::reason)
                .containsExactly(Reason.DECIDED_END, Reason.RETIREMENT, Reason.TERM_END);
    }

    @Test
    void whoeverWasSentLeavesTheSeatOnTheDayOfThePlannedReturn() {
        LocalDate back = LocalDate.of(2027, 1, 5);

        End end = sent(new Stay(back), null).first().orElseThrow();
        assertThat(end.reason()).isEqualTo(Reason.RETURN);
        assertThat(end.vacantFrom()).isEqualTo(back);
        assertThat(sent(new Stay(back), back).ends())
                .as("what was decided comes before what was planned")
                .extracting(End::reason)
                .startsWith(Reason.DECIDED_END, Reason.RETURN);
        assertThat(sent(new Stay(null), null).ends()).extracting(End::reason).doesNotContain(Reason.RETURN);
        assertThat(sent(new Stay(null), null).unknown())
                .as("no return is planned: it may be earlier")
                .hasSize(1);
        assertThat(sent(null, null).unknown()).isEmpty();
    }

    private static Foresight sent(@Nullable Stay stay, @Nullable LocalDate decidedEnd) {
        Holding holding = new Holding(
                LocalDate.of(2024, 1, 5), null, null, null, decidedEnd, stay, PartialDate.parse("1980"), false, null);
        return VacancyRules.foresee(holding, Regime.CADRE, LAW, TODAY);
    }

    @Test
    void whatIsNotKnownIsSaidBecauseTheSeatMayFallVacantEarlier() {
        assertThat(foresee(LocalDate.of(2024, 3, 15), null, null).unknown()).hasSize(1);
        assertThat(foresee(null, null, "1980").unknown()).hasSize(1);
        assertThat(foresee(null, null, null).first()).isEmpty();
    }

    @Test
    void theTermOfADecisionOutranksThatOfTheLaw() {
        Holding holding = new Holding(
                LocalDate.of(2024, 3, 15), 36, null, null, null, null, PartialDate.parse("1980"), false, null);

        assertThat(VacancyRules.foresee(holding, Regime.CADRE, LAW, TODAY)
                        .first()
                        .orElseThrow()
                        .vacantFrom())
                .isEqualTo(LocalDate.of(2027, 3, 15));
    }

    @Test
    void whoeverIsElectedForATermOfTheirBodyHoldsTheSeatUntilItEnds() {
        LocalDate bodyEnds = LocalDate.of(2030, 7, 15);
        End end = term(null, bodyEnds, 60);

        assertThat(end.reason()).isEqualTo(Reason.TERM_END);
        assertThat(end.vacantFrom()).isEqualTo(bodyEnds);
        assertThat(end.notes().getFirst().vi()).contains("nhiệm kỳ");
        assertThat(term(12, bodyEnds, 60).vacantFrom())
                .as("what the decision itself says comes first")
                .isEqualTo(LocalDate.of(2028, 3, 15));
        assertThat(term(null, null, 24).vacantFrom()).isEqualTo(LocalDate.of(2029, 3, 15));
        assertThat(term(null, null, null).vacantFrom()).isEqualTo(LocalDate.of(2032, 3, 15));
    }

    private static End term(@Nullable Integer decided, @Nullable LocalDate bodyEnds, @Nullable Integer ofSeat) {
        Holding holding = new Holding(
                LocalDate.of(2027, 3, 15),
                decided,
                bodyEnds,
                ofSeat,
                null,
                null,
                PartialDate.parse("1985"),
                false,
                null);
        return VacancyRules.foresee(holding, Regime.CADRE, LAW, TODAY).first().orElseThrow();
    }

    @Test
    void onlySeatsThatAreElectedRatifiedOrDesignatedAreHeldForATerm() {
        assertThat(List.of("ELECTED", "RATIFIED", "DESIGNATED", "APPOINTED", "WHATEVER"))
                .filteredOn(VacancyRules::isForATerm)
                .containsExactly("ELECTED", "RATIFIED", "DESIGNATED");
    }

    @Test
    void theTermOfPublicEmployeesIsNotKnownOnceItsDecreeEnded() {
        Holding holding = new Holding(
                LocalDate.of(2024, 3, 15), null, null, null, null, null, PartialDate.parse("1980"), false, null);
        LocalDate lastDay = LocalDate.of(2026, 6, 30);

        assertThat(VacancyRules.foresee(holding, Regime.PUBLIC_EMPLOYEE, LAW, lastDay)
                        .unknown())
                .isEmpty();
        assertThat(VacancyRules.foresee(holding, Regime.PUBLIC_EMPLOYEE, LAW, lastDay.plusDays(1))
                        .unknown())
                .hasSize(1);
    }
}
