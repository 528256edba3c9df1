package opencadre.personnel.statistics;

import static opencadre.personnel.statistics.StatisticsColumn.UNKNOWN;
import static opencadre.personnel.statistics.StatisticsColumns.ALL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Access;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Reach;
import opencadre.kit.access.Units;
import opencadre.kit.rule.Bilingual;
import opencadre.personnel.cv.CvCatalogue;
import opencadre.personnel.seat.EveryScope;
import opencadre.personnel.seat.Seats;
import opencadre.personnel.statistics.Statistics.Question;
import opencadre.personnel.statistics.StatisticsTable.Line;
import opencadre.personnel.unit.StandingUnit;
import opencadre.personnel.unit.UnitBasis;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes the table out of what is counted. */
@Service
public class StatisticsReport {

    private static final String OPEN = "statistics-rows.read";
    private static final Bilingual NO_SEAT = new Bilingual("Ngoài danh mục chức danh", "Of no title of the catalogue");
    private static final Bilingual NO_RANK = new Bilingual("Chưa rõ ngạch", "Rank unknown");

    private final Statistics statistics;
    private final StatisticsColumns columns;
    private final Units nodes;
    private final opencadre.personnel.unit.Units units;
    private final Seats seats;
    private final CvCatalogue catalogue;
    private final Access access;

    StatisticsReport(
            Statistics statistics,
            StatisticsColumns columns,
            Units nodes,
            opencadre.personnel.unit.Units units,
            Seats seats,
            CvCatalogue catalogue,
            Access access) {
        this.statistics = statistics;
        this.columns = columns;
        this.nodes = nodes;
        this.units = units;
        this.seats = seats;
        this.catalogue = catalogue;
        this.access = access;
    }

    /**
     * What is wanted: of which unit, as which units its people are asked for, by which lines, on which day, and on
     * which second one to set beside it.
     */
    public record Wanted(
            UUID unitId,
            UnitBasis basis,
            StatisticsBy by,
            LocalDate asOf,
            @Nullable LocalDate compareTo) {}

    /** Whether the actor reaches a part of the unit or of what is below it; it does not exist otherwise. */
    public boolean isReached(Actor actor, UUID unitId) {
        return reached(actor, unitId).isPresent();
    }

    private Optional<Units.Node> reached(Actor actor, UUID unitId) {
        return nodes.find(unitId).filter(node -> actor.reach().touches(node.lo(), node.hi()));
    }

    /**
     * The table; nothing for a unit of which the actor reaches nothing. Rounded for whoever may not see everywhere in
     * their reach who is counted.
     */
    public Optional<StatisticsTable> table(Actor actor, Wanted wanted) {
        return reached(actor, wanted.unitId()).map(node -> table(actor, wanted, node));
    }

    private StatisticsTable table(Actor actor, Wanted wanted, Units.Node node) {
        LocalDate second = wanted.compareTo();
        Day now = day(actor, wanted, wanted.asOf());
        Day then = second == null ? null : day(actor, wanted, second);
        StatisticsTable table = new StatisticsTable(
                wanted.unitId(),
                wanted.basis(),
                units.names(List.of(wanted.unitId()), wanted.asOf()).getOrDefault(wanted.unitId(), ""),
                wanted.by(),
                wanted.asOf(),
                second,
                actor.reach().encloses(EveryScope.of(node)),
                true,
                lines(wanted.by(), now, then));
        Reach opened =
                actor.actions().contains(OPEN) ? access.acting(actor, OPEN).reach() : Reach.NOTHING;
        return opened.encloses(actor.reach()) ? table : table.rounded();
    }

    /** What was counted on a day, and by name the units that stood. */
    private record Day(Map<String, String> standing, Map<String, List<Long>> counts) {}

    private Day day(Actor actor, Wanted wanted, LocalDate day) {
        List<StandingUnit> below = units.standing(wanted.unitId(), day, wanted.basis(), actor.today());
        Map<String, String> standing = new LinkedHashMap<>();
        for (StandingUnit unit : below) {
            if (unit.line() == null) {
                standing.put(ALL, unit.name());
            } else if (unit.line().equals(unit.id())) {
                standing.put(unit.id().toString(), unit.name());
            }
        }
        return new Day(standing, statistics.counts(actor, new Question(below, wanted.by(), day), columns.all()));
    }

    private List<Line> lines(StatisticsBy by, Day now, @Nullable Day then) {
        List<Line> lines = new ArrayList<>();
        names(by, now, then).forEach((code, name) -> {
            // A unit that did not stand has no number, and no zero either.
            String stands = by == StatisticsBy.UNITS ? code : ALL;
            lines.add(new Line(
                    code, name, numbers(now, stands, code), then == null ? null : numbers(then, stands, code)));
        });
        return lines;
    }

    private @Nullable List<Long> numbers(Day day, String stands, String code) {
        return day.standing().containsKey(stands)
                ? day.counts()
                        .getOrDefault(code, Collections.nCopies(columns.all().size(), 0L))
                : null;
    }

    /** The lines by their codes, in the order in which they are shown. */
    private Map<String, Bilingual> names(StatisticsBy by, Day now, @Nullable Day then) {
        Map<String, Bilingual> names = new LinkedHashMap<>();
        names.put(ALL, Breakdown.TOTAL.label());
        switch (by) {
            case UNITS -> {
                now.standing().forEach((code, name) -> names.putIfAbsent(code, new Bilingual(name, name)));
                if (then != null) {
                    then.standing().forEach((code, name) -> names.putIfAbsent(code, new Bilingual(name, name)));
                }
            }
            case TITLES -> {
                seats.titles().stream()
                        .filter(title -> has(title.code(), now, then))
                        .forEach(title -> names.put(title.code(), new Bilingual(title.name(), title.name())));
                if (has(UNKNOWN, now, then)) {
                    names.put(UNKNOWN, NO_SEAT);
                }
            }
            case RANKS -> {
                catalogue.codes("civil-rank").items().stream()
                        .filter(rank -> StatisticsColumns.isAdministrative(rank.code()) || has(rank.code(), now, then))
                        .forEach(rank -> names.put(rank.code(), rank.title()));
                names.put(UNKNOWN, NO_RANK);
            }
        }
        return names;
    }

    private static boolean has(String code, Day now, @Nullable Day then) {
        return now.counts().containsKey(code) || (then != null && then.counts().containsKey(code));
    }
}
