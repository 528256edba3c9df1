package opencadre.planning.programme.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator counts. An empty set asks nothing; words are those of the topics that the facts come from, so that
 * a later kind needs no release here.
 *
 * @param kinds of decisions, as {@code APPOINT}
 * @param authorities levels that decided, as {@code DISTRICT_BTV}
 * @param directions of rotations, as {@code DOWN}
 * @param titles codes of the titles of the seat taken or stood for
 * @param unitTypes types of its unit on the day of the decision
 * @param fromUnitId the unit that the person leaves by the same decision
 * @param toUnitId the unit of the seat
 * @param levels of studies, as {@code THEORY_ADVANCED}
 * @param courses as {@code COMPLETION}
 * @param modes as {@code CONCENTRATED}
 * @param placeUnitId where the class is held
 */
public record Counting(
        Fact fact,
        Count count,
        Set<String> kinds,
        Set<String> authorities,
        Set<String> directions,
        Set<String> titles,
        Set<String> unitTypes,
        @Nullable UUID fromUnitId,
        @Nullable UUID toUnitId,
        Set<String> levels,
        Set<String> courses,
        Set<String> modes,
        @Nullable UUID placeUnitId) {

    /** What the rows are. */
    public enum Fact {
        /** Somebody takes a seat by a decision, or is named for one. */
        DECISION,
        /** Somebody is sent to study. */
        STUDY
    }

    /** How they are counted. */
    public enum Count {
        /** Lượt: a person counts once for each decision, however many seats it gives them, and once for each study. */
        TURNS,
        /** A person counts once. */
        PERSONS,
        /** Units of the seats, each once, of all such units that stand on the day. */
        UNITS,
        /** Titles of the seats, each once. */
        TITLES
    }

    /**
     * A row of either fact.
     *
     * @param day of the decision
     * @param number of the decision
     * @param decisionId null for a study, whose decision is training's own
     * @param kind of the decision, or of the study
     * @param title of the seat, or the name of the class
     * @param from everything that the person leaves by the same decision
     */
    public record Row(
            Fact fact,
            UUID personId,
            String personName,
            LocalDate day,
            String number,
            @Nullable UUID decisionId,
            String kind,
            @Nullable String authority,
            @Nullable String direction,
            @Nullable String titleCode,
            String title,
            @Nullable UUID unitId,
            List<From> from,
            @Nullable String level,
            @Nullable String course,
            @Nullable String mode,
            @Nullable UUID placeUnitId) {}

    /** A seat that is left. */
    public record From(UUID unitId, String titleCode, String title) {}

    /** The rows that it counts, of those that concern the programme's unit. */
    public List<Row> of(List<Row> rows, UnitHistory units) {
        return rows.stream().filter(row -> asksFor(row, units)).toList();
    }

    private boolean asksFor(Row row, UnitHistory units) {
        return row.fact() == fact
                && asks(kinds, row.kind())
                && asks(authorities, row.authority())
                && asks(directions, row.direction())
                && asks(titles, row.titleCode())
                && (unitTypes.isEmpty()
                        || (row.unitId() != null
                                && asks(
                                        unitTypes,
                                        units.type(row.unitId(), row.day()).orElse(null))))
                && (fromUnitId == null || row.from().stream().map(From::unitId).anyMatch(fromUnitId::equals))
                && (toUnitId == null || toUnitId.equals(row.unitId()))
                && asks(levels, row.level())
                && asks(courses, row.course())
                && asks(modes, row.mode())
                && (placeUnitId == null || placeUnitId.equals(row.placeUnitId()));
    }

    private static boolean asks(Set<String> wanted, @Nullable String said) {
        return wanted.isEmpty() || (said != null && wanted.contains(said));
    }
}
