package opencadre.planning.programme.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import opencadre.planning.programme.rule.Counting.Count;
import opencadre.planning.programme.rule.Counting.Fact;
import opencadre.planning.programme.rule.Counting.From;
import opencadre.planning.programme.rule.Counting.Row;
import opencadre.planning.programme.rule.Figures.Basis;
import opencadre.planning.programme.rule.Figures.Figure;
import opencadre.planning.programme.rule.UnitHistory.Succession;
import opencadre.planning.programme.rule.UnitHistory.Version;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A city with three Party committees below its own, one of which is younger, and a ward that two of them went into. */
class FiguresTest {

    private static final UUID CITY = UUID.randomUUID();
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID TWO = UUID.randomUUID();
    private static final UUID YOUNG = UUID.randomUUID();
    private static final UUID WARD = UUID.randomUUID();
    private static final UUID OTHER_WARD = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2022, 5, 25);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate DISSOLVED = LocalDate.of(2025, 7, 1);
    private static final LocalDate OPEN = LocalDate.of(9999, 1, 1);

    private static final UnitHistory UNITS = new UnitHistory(
            Map.of(
                    CITY, List.of(version(CITY, "THANH_UY", null, "2015-05-15", DISSOLVED)),
                    ONE, List.of(version(ONE, "DANG_UY", CITY, "2015-05-15", DISSOLVED)),
                    TWO, List.of(version(TWO, "DANG_UY", CITY, "2015-05-15", DISSOLVED)),
                    YOUNG, List.of(version(YOUNG, "DANG_UY", CITY, "2023-01-01", DISSOLVED)),
                    WARD, List.of(version(WARD, "DANG_UY", null, "2025-07-01", OPEN)),
                    OTHER_WARD, List.of(version(OTHER_WARD, "DANG_UY", null, "2025-07-01", OPEN))),
            Map.of(
                    ONE, List.of(new Succession(WARD, DISSOLVED)),
                    TWO, List.of(new Succession(WARD, DISSOLVED)),
                    YOUNG, List.of(new Succession(OTHER_WARD, DISSOLVED))));

    private static Version version(UUID unit, String type, @Nullable UUID parent, String from, LocalDate to) {
        return new Version(unit, type + " " + unit, type, parent, LocalDate.parse(from), to);
    }

    @Test
    void turnsAreNotPeopleAndTitlesAreNeither() {
        UUID person = UUID.randomUUID();
        List<Row> rows = List.of(
                rotated(person, ONE, "DOWN"), rotated(person, TWO, "DOWN"), rotated(UUID.randomUUID(), ONE, "DOWN"));

        assertThat(value(Count.TURNS, rows)).isEqualTo(3);
        assertThat(value(Count.PERSONS, rows)).isEqualTo(2);
        assertThat(figure(Count.TITLES, rows, Basis.HISTORICAL).titles()).containsExactly("Bí thư Đảng ủy");
    }

    @Test
    void unitsAreCountedOnceOfThoseThatStandOnTheDay() {
        Figure figure = figure(
                Count.UNITS,
                List.of(rotated(UUID.randomUUID(), ONE, "DOWN"), rotated(UUID.randomUUID(), ONE, "DOWN")),
                Basis.HISTORICAL);

        assertThat(figure.value()).isEqualTo(1);
        assertThat(figure.of()).contains(2);
        assertThat(figure.units()).containsExactly(ONE);
        assertThat(figure.without()).containsExactly(TWO);
    }

    @Test
    void aPersonTakesOneTurnByOnePaperHoweverManySeatsItGives() {
        UUID person = UUID.randomUUID();
        Row first = rotated(person, ONE, "DOWN");
        Row second = row(person, TWO, "DOWN", List.of(), first.decisionId());

        assertThat(value(Count.TURNS, List.of(first, second))).isEqualTo(1);
        assertThat(value(Count.UNITS, List.of(first, second))).isEqualTo(2);
    }

    @Test
    void onceTheCityIsDissolvedItsLastDayIsAskedFor() {
        List<Row> rows = List.of(rotated(UUID.randomUUID(), ONE, "DOWN"));

        Figure figure =
                Figures.of(counting(Count.UNITS, Set.of()), rows, UNITS, List.of(CITY), TODAY, Basis.HISTORICAL, TODAY);

        assertThat(figure.value()).isEqualTo(1);
        assertThat(figure.of()).contains(3);
        assertThat(figure.without()).containsExactlyInAnyOrder(TWO, YOUNG);
    }

    @Test
    void whereSomebodyLeftForIsNoUnitOfTheCity() {
        Figure figure = figure(
                Count.UNITS,
                List.of(row(UUID.randomUUID(), WARD, "UP", List.of(new From(ONE, "TP_XA", "Trưởng phòng")), null)),
                Basis.HISTORICAL);

        assertThat(figure.value()).isZero();
        assertThat(figure.of()).contains(2);
    }

    @Test
    void inTodaysBoundariesTwoOldUnitsMayBeOne() {
        Figure figure = figure(
                Count.UNITS,
                List.of(rotated(UUID.randomUUID(), ONE, "DOWN"), rotated(UUID.randomUUID(), TWO, "DOWN")),
                Basis.SUCCESSOR);

        assertThat(figure.value()).isEqualTo(1);
        assertThat(figure.of()).contains(1);
        assertThat(figure.units()).containsExactly(WARD);
    }

    @Test
    void aUnitMayStandInTwoFiguresAtOnce() {
        List<Row> rows = List.of(rotated(UUID.randomUUID(), ONE, "DOWN"), rotated(UUID.randomUUID(), ONE, "LATERAL"));

        assertThat(counting(Count.UNITS, Set.of("DOWN")).of(rows, UNITS)).hasSize(1);
        assertThat(counting(Count.UNITS, Set.of("LATERAL")).of(rows, UNITS)).hasSize(1);
        assertThat(counting(Count.UNITS, Set.of()).of(rows, UNITS)).hasSize(2);
    }

    @Test
    void whatIsLeftByTheSameDecisionMayBeAskedFor() {
        Counting fromOne = new Counting(
                Fact.DECISION,
                Count.PERSONS,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                ONE,
                TWO,
                Set.of(),
                Set.of(),
                Set.of(),
                null);
        Row moved = row(
                UUID.randomUUID(),
                TWO,
                "DOWN",
                List.of(new From(CITY, "UV", "Ủy viên"), new From(ONE, "TP_XA", "Trưởng phòng")),
                null);

        assertThat(fromOne.of(List.of(moved, rotated(UUID.randomUUID(), TWO, "DOWN")), UNITS))
                .containsExactly(moved);
    }

    @Test
    void theTreeOfADayIsTheTreeOfThatDay() {
        assertThat(UNITS.isWithin(ONE, List.of(CITY), DAY)).isTrue();
        assertThat(UNITS.isWithin(CITY, List.of(CITY), DAY)).isTrue();
        assertThat(UNITS.isWithin(ONE, List.of(CITY), DISSOLVED)).isFalse();
        assertThat(UNITS.isWithin(YOUNG, List.of(CITY), DAY)).isFalse();
        assertThat(UNITS.within(List.of(CITY), Set.of("DANG_UY"), LocalDate.of(2023, 1, 1)))
                .hasSize(3);
        assertThat(UNITS.successorsOn(List.of(ONE, WARD), TODAY)).containsExactlyInAnyOrder(WARD);
    }

    private static int value(Count count, List<Row> rows) {
        return figure(count, rows, Basis.HISTORICAL).value();
    }

    private static Figure figure(Count count, List<Row> rows, Basis basis) {
        return Figures.of(counting(count, Set.of()), rows, UNITS, List.of(CITY), DAY, basis, TODAY);
    }

    private static Counting counting(Count count, Set<String> directions) {
        return new Counting(
                Fact.DECISION,
                count,
                Set.of("ROTATE"),
                Set.of(),
                directions,
                Set.of(),
                Set.of("DANG_UY"),
                null,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                null);
    }

    private static Row rotated(UUID person, UUID unit, String direction) {
        return row(person, unit, direction, List.of(), null);
    }

    private static Row row(UUID person, UUID unit, String direction, List<From> from, @Nullable UUID decision) {
        return new Row(
                Fact.DECISION,
                person,
                "Ai đó",
                LocalDate.of(2021, 3, 4),
                "1-QĐ/ThU",
                decision == null ? UUID.randomUUID() : decision,
                "ROTATE",
                "DISTRICT_BTV",
                direction,
                "BT_DU_XA",
                "Bí thư Đảng ủy",
                unit,
                from,
                null,
                null,
                null,
                null);
    }
}
