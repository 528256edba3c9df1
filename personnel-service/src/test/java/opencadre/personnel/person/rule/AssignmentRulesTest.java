package opencadre.personnel.person.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.personnel.person.rule.AssignmentRules.Breach;
import opencadre.personnel.person.rule.AssignmentRules.Facts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignmentRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final Period CITY = new Period(LocalDate.of(2015, 5, 15), REFORM);

    private static Facts past(@Nullable LocalDate to, boolean unitInReach, boolean fileInReach) {
        return new Facts(
                LocalDate.of(2020, 1, 1),
                to,
                false,
                PartialDate.parse("1982"),
                List.of(new Period(LocalDate.of(2015, 5, 15), null)),
                unitInReach,
                fileInReach,
                TODAY,
                List.of());
    }

    private static List<String> codes(Facts facts) {
        return AssignmentRules.breaches(facts).stream().map(Breach::code).toList();
    }

    @Test
    void whoHasTheFileRecordsThePastWhereverItWas() {
        assertThat(codes(past(TODAY.minusDays(1), false, true))).isEmpty();
        assertThat(codes(past(TODAY, false, true))).as("it ended yesterday").isEmpty();
    }

    @Test
    void whatHoldsTodayIsRecordedOnlyWhereOneReaches() {
        assertThat(codes(past(TODAY.plusDays(1), false, true))).containsExactly("unit-outside-scope");
        assertThat(codes(past(null, false, true))).containsExactly("unit-outside-scope");
        assertThat(codes(past(null, true, false))).isEmpty();
    }

    @Test
    void whoDoesNotHaveTheFileRecordsNoPastElsewhere() {
        assertThat(codes(past(TODAY.minusDays(1), false, false))).containsExactly("unit-outside-scope");
    }

    @Test
    void aPostStaysInsideTheDaysOfItsUnit() {
        assertThat(codes(inCity(CITY.from(), REFORM))).isEmpty();
        assertThat(codes(inCity(CITY.from().minusDays(1), REFORM))).containsExactly("unit-does-not-stand");
        assertThat(codes(inCity(CITY.from(), REFORM.plusDays(1)))).containsExactly("unit-does-not-stand");
    }

    private static Facts inCity(LocalDate from, LocalDate to) {
        return new Facts(from, to, false, PartialDate.parse("1982"), List.of(CITY), true, true, TODAY, List.of());
    }

    @Test
    void nobodyHoldsAPostBeforeTheirBirth() {
        Facts facts = new Facts(
                LocalDate.of(1981, 12, 31),
                null,
                false,
                PartialDate.parse("1982"),
                List.of(new Period(LocalDate.of(1900, 1, 1), null)),
                true,
                true,
                TODAY,
                List.of());

        assertThat(codes(facts)).containsExactly("before-birth");
    }
}
