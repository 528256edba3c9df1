package opencadre.personnel.statistics.data;

import static opencadre.personnel.statistics.StatisticsColumn.UNKNOWN;
import static opencadre.personnel.statistics.StatisticsColumns.ALL;
import static opencadre.personnel.statistics.StatisticsColumns.OTHER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sql;
import static org.jooq.impl.DSL.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.personnel.person.AgeBand;
import opencadre.personnel.statistics.Breakdown;
import opencadre.personnel.statistics.Statistics;
import opencadre.personnel.statistics.StatisticsBy;
import opencadre.personnel.statistics.StatisticsColumn;
import opencadre.personnel.statistics.StatisticsColumns;
import opencadre.personnel.unit.StandingUnit;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One statement finds the people of a unit on a day, says of each the value of every breakdown and under which lines
 * they stand; whoever counts and whoever shows who was counted asks it the same conditions.
 */
@Component
final class JooqStatistics implements Statistics {

    private static final Field<String> LINE = field(name("counted", "line"), String.class);
    private static final Field<UUID> PERSON_ID = field(name("counted", "person_id"), UUID.class);
    private static final Field<String> NAME_KEY = field(name("counted", "name_key"), String.class);

    private final DSLContext db;
    private final Places places;
    private final StatisticsColumns columns;

    JooqStatistics(DSLContext db, Places places, StatisticsColumns columns) {
        this.db = db;
        this.places = places;
        this.columns = columns;
    }

    @Override
    public Map<String, List<Long>> counts(Actor actor, Question question, List<StatisticsColumn> wanted) {
        List<SelectField<?>> asked = new ArrayList<>(List.of(LINE));
        wanted.forEach(column -> asked.add(count().filterWhere(isIn(column)).cast(Long.class)));
        return db.select(asked).from(counted(actor, question)).groupBy(LINE).stream()
                .collect(Collectors.toMap(
                        line -> line.get(LINE),
                        line -> Arrays.stream(line.intoArray())
                                .skip(1)
                                .map(Long.class::cast)
                                .toList()));
    }

    @Override
    public List<Places.Line> counted(
            Actor actor,
            Question question,
            String line,
            StatisticsColumn column,
            Places.@Nullable Line after,
            int limit) {
        return db.select(NAME_KEY, PERSON_ID)
                .from(counted(actor, question))
                .where(LINE.eq(line))
                .and(isIn(column))
                .and(after == null ? noCondition() : row(NAME_KEY, PERSON_ID).gt(after.nameKey(), after.personId()))
                .orderBy(NAME_KEY, PERSON_ID)
                .limit(inline(limit))
                .fetch(person -> new Places.Line(person.value1(), person.value2()));
    }

    /** What a column is: those who have its value, or of whom none is known. */
    private static Condition isIn(StatisticsColumn column) {
        Field<String> value = field(name("counted", column.breakdown().name().toLowerCase(Locale.ROOT)), String.class);
        return column.value() == null ? value.isNull() : value.eq(inline(column.value()));
    }

    /**
     * A row for each person and line, with the key of the name and a value for each {@link Breakdown}. Of what a CV
     * holds once the entry counts that began last; of degrees and certificates the highest. The units stand in the
     * text, so that the planner knows whether they are few; what is on file is looked up person by person, which grows
     * with those who are counted and with nothing else, however wrongly their number was guessed.
     */
    private Table<?> counted(Actor actor, Question question) {
        return table(
                """
                (WITH post AS (
                     SELECT a.person_id, array_agg(DISTINCT {9}) AS lines
                       FROM unnest({0}::uuid[], {2}::uuid[]) AS below (unit_id, line)
                       JOIN assignment a ON a.unit_id = below.unit_id
                       LEFT JOIN seat s ON s.id = a.seat_id
                      WHERE a.valid_from <= {1} AND a.valid_to > {1}
                      GROUP BY a.person_id),
                 fact AS (
                     SELECT post.person_id, post.lines, seen.name_key,
                            {6} AS total,
                            i.sex,
                            CASE WHEN cv.ethnicity = '01' THEN 'KINH' WHEN cv.ethnicity <> '00' THEN 'MINORITY' END
                                AS ethnicity,
                            CASE WHEN cv.religion <> 'NONE' THEN 'RELIGIOUS' ELSE cv.religion END AS religion,
                            CASE WHEN cv.is_member THEN 'MEMBER' END AS party,
                            {7} AS age,
                            CASE WHEN length(i.birth) < 10 THEN 'PARTIAL' ELSE 'WHOLE' END AS birth,
                            ({3})[cv.degree] AS education,
                            ({4})[certificate.theory] AS theory,
                            coalesce(({5})[certificate.state], CASE WHEN certificate.has_state THEN {8} END)
                                AS state_management,
                            CASE WHEN certificate.has_language THEN 'HELD' END AS language,
                            CASE WHEN certificate.has_informatics THEN 'HELD' END AS informatics,
                            CASE WHEN starts_with(cv.rank, {12}) THEN cv.rank WHEN cv.rank IS NOT NULL THEN {8} END AS rank,
                            cv.rank AS own_rank
                       FROM post
                      CROSS JOIN LATERAL ({10}) AS seen (name_key)
                       JOIN identity i ON i.id = post.person_id AND i.valid_from <= {1} AND i.valid_to > {1}
                      CROSS JOIN LATERAL (
                          SELECT (array_agg(e.content ->> 'ethnicity' ORDER BY e.valid_from DESC)
                                     FILTER (WHERE e.kind = 'ETHNICITY'))[1] AS ethnicity,
                                 (array_agg(e.content ->> 'religion' ORDER BY e.valid_from DESC)
                                     FILTER (WHERE e.kind = 'RELIGION'))[1] AS religion,
                                 (array_agg(e.content ->> 'rank' ORDER BY e.valid_from DESC)
                                     FILTER (WHERE e.kind = 'SALARY'))[1] AS rank,
                                 bool_or(e.kind = 'PARTY_MEMBERSHIP') AS is_member,
                                 min(array_position({3}, e.content ->> 'degree')) FILTER (WHERE e.kind = 'DEGREE')
                                     AS degree
                            FROM cv_entry e
                           WHERE e.person_id = post.person_id AND e.valid_from <= {1} AND e.valid_to > {1}
                             AND e.kind IN ('ETHNICITY', 'RELIGION', 'SALARY', 'PARTY_MEMBERSHIP', 'DEGREE')) AS cv
                      CROSS JOIN LATERAL (
                          SELECT min(array_position({4}, c.level)) AS theory,
                                 min(array_position({5}, c.level)) AS state,
                                 bool_or(c.kind = 'STATE_MANAGEMENT') AS has_state,
                                 bool_or(c.kind = 'FOREIGN_LANGUAGE') AS has_language,
                                 bool_or(c.kind = 'INFORMATION_TECHNOLOGY') AS has_informatics
                            FROM certificate_copy c
                           WHERE c.person_id = post.person_id AND c.valid_from <= {1} AND c.valid_to > {1}
                             AND c.state = 'VERIFIED') AS certificate)
                 SELECT line, fact.*
                   FROM fact CROSS JOIN LATERAL unnest(ARRAY[{6}] || array_remove({11}, NULL)) AS stands (line)) AS counted
                """,
                inline(array(question.units(), StandingUnit::id)),
                inline(question.day()),
                inline(array(question.units(), StandingUnit::line)),
                highestFirst(Breakdown.EDUCATION),
                highestFirst(Breakdown.THEORY),
                highestFirst(Breakdown.STATE_MANAGEMENT),
                inline(ALL),
                age(question.day()),
                inline(OTHER),
                line(question.by()),
                places.seen(actor, field(name("post", "person_id"), UUID.class)),
                question.by() == StatisticsBy.RANKS
                        ? sql("ARRAY[coalesce(fact.own_rank, {0})]", inline(UNKNOWN))
                        : sql("fact.lines"),
                inline(StatisticsColumns.ADMINISTRATIVE));
    }

    /** As PostgreSQL writes an array. */
    private static String array(List<StandingUnit> units, Function<StandingUnit, @Nullable UUID> of) {
        return units.stream().map(unit -> String.valueOf(of.apply(unit))).collect(Collectors.joining(",", "{", "}"));
    }

    /** The line of a post; one by rank is of no post. */
    private static SQL line(StatisticsBy by) {
        return switch (by) {
            case UNITS -> sql("below.line::text");
            case TITLES -> sql("coalesce(s.title_code, {0})", inline(UNKNOWN));
            case RANKS -> sql("NULL::text");
        };
    }

    private static QueryPart age(LocalDate day) {
        String cases = AgeBand.oldestFirst()
                .map(band -> "WHEN i.birth || substr('-01-01', length(i.birth) - 3) <= '" + band.bornBy(day)
                        + "' COLLATE \"C\" THEN '" + band + "'")
                .collect(Collectors.joining(" ", "CASE ", " ELSE '" + AgeBand.TO_30 + "' END"));
        return sql(cases);
    }

    private Field<String[]> highestFirst(Breakdown breakdown) {
        return DSL.array(
                columns.highestFirst(breakdown).stream().map(DSL::inline).toList());
    }
}
