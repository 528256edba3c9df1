package opencadre.personnel.evaluation.data;

import static opencadre.personnel.jooq.Tables.ASSIGNMENT;
import static opencadre.personnel.jooq.Tables.EVALUATION;
import static opencadre.personnel.jooq.Tables.EVALUATION_RESULT;
import static opencadre.personnel.jooq.Tables.EVALUATION_SHEET;
import static opencadre.personnel.jooq.Tables.IDENTITY;
import static opencadre.personnel.jooq.Tables.SEAT;
import static opencadre.personnel.jooq.Tables.TITLE;
import static opencadre.personnel.jooq.Tables.UNIT;
import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.personnel.evaluation.Evaluation;
import opencadre.personnel.evaluation.Evaluations;
import opencadre.personnel.evaluation.PeriodResult;
import opencadre.personnel.evaluation.RatedPerson;
import opencadre.personnel.evaluation.rule.Grade;
import opencadre.personnel.evaluation.rule.Points;
import opencadre.personnel.evaluation.rule.RatedPeriod;
import opencadre.personnel.evaluation.rule.Scheme;
import opencadre.personnel.evaluation.rule.Sheet;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.Regime;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class JooqEvaluations implements Evaluations {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of the unit of a round, as it is or was called last. */
    static final Field<String> UNIT_NAME = field(select(UNIT.NAME)
                    .from(UNIT)
                    .where(UNIT.ID.eq(EVALUATION.UNIT_ID))
                    .orderBy(UNIT.VALID_FROM.desc())
                    .limit(1))
            .as("unit_name");

    private final DSLContext db;
    private final Places places;

    JooqEvaluations(DSLContext db, Places places) {
        this.db = db;
        this.places = places;
    }

    @Override
    public List<Line> page(Actor actor, @Nullable UUID unitId, @Nullable UUID after, int limit) {
        return db.select(EVALUATION.fields())
                .select(UNIT_NAME)
                .from(EVALUATION)
                .where(reached(actor))
                .and(unitId == null ? noCondition() : EVALUATION.UNIT_ID.eq(unitId))
                .and(after == null ? noCondition() : EVALUATION.ID.lt(after))
                .orderBy(EVALUATION.ID.desc())
                .limit(limit)
                .fetch(row -> new Line(evaluation(row), Objects.requireNonNullElse(row.get(UNIT_NAME), "")));
    }

    @Override
    public Optional<Evaluation> find(Actor actor, UUID id) {
        return db.select()
                .from(EVALUATION)
                .where(EVALUATION.ID.eq(id))
                .and(reached(actor))
                .fetchOptional(JooqEvaluations::evaluation);
    }

    @Override
    public Optional<Evaluation> lock(Actor actor, UUID id) {
        return db.select(EVALUATION.ID)
                .from(EVALUATION)
                .where(EVALUATION.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                // Read after the lock is held, so that it is what the one before left.
                .flatMap(held -> find(actor, id));
    }

    /** The service's own fence, the same question as the policy of the table. */
    private Condition reached(Actor actor) {
        return places.unitInReach(actor, EVALUATION.UNIT_ID, EVALUATION.LEVEL);
    }

    @Override
    public boolean add(Evaluation evaluation) {
        Scheme scheme = evaluation.scheme();
        RatedPeriod period = evaluation.period();
        return db.insertInto(EVALUATION)
                        .set(EVALUATION.ID, evaluation.id())
                        .set(EVALUATION.UNIT_ID, evaluation.unitId())
                        .set(EVALUATION.LEVEL, (short) evaluation.level().ordinal())
                        .set(EVALUATION.YEAR, period.year())
                        .set(EVALUATION.QUARTER, quarter(period))
                        .set(EVALUATION.SCHEME, scheme.code())
                        .set(EVALUATION.SCHEME_CONTENT, JSONB.jsonb(JSON.writeValueAsString(scheme)))
                        .set(EVALUATION.OPENED_BY, evaluation.openedBy())
                        .set(values(evaluation))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Override
    public void put(Evaluation evaluation) {
        db.update(EVALUATION)
                .set(values(evaluation))
                .where(EVALUATION.ID.eq(evaluation.id()))
                .execute();
    }

    private static Map<Field<?>, Object> values(Evaluation evaluation) {
        Evaluation.Proposed proposed = evaluation.proposed();
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(EVALUATION.REVISION, evaluation.revision());
        values.put(EVALUATION.RECORDED_AT, utc(evaluation.recordedAt()));
        values.put(EVALUATION.STATE, evaluation.state().name());
        values.put(EVALUATION.UNIT_GRADE, name(evaluation.unitGrade()));
        values.put(EVALUATION.UNIT_GRADE_DOCUMENT, evaluation.unitGradeDocument());
        values.put(EVALUATION.AUTHORS, evaluation.authors().toArray(String[]::new));
        values.put(EVALUATION.PROPOSED_BY, proposed == null ? null : proposed.by());
        values.put(EVALUATION.PROPOSED_AT, proposed == null ? null : utc(proposed.at()));
        values.put(EVALUATION.DOCUMENT, evaluation.document());
        values.put(EVALUATION.REASON, evaluation.reason());
        return values;
    }

    @Override
    public List<Holder> holders(Actor actor, UUID unitId, ManagementScope level, Scheme.Corps corps, LocalDate day) {
        Short[] scopes = Arrays.stream(ManagementScope.values())
                .filter(scope -> scope.height() <= level.height())
                .map(scope -> (short) scope.ordinal())
                .toArray(Short[]::new);
        Condition regime = switch (corps) {
            case PARTY -> noCondition();
            case CIVIL_SERVANT -> SEAT.REGIME.isNull().or(SEAT.REGIME.eq(Regime.CADRE.name()));
            case PUBLIC_EMPLOYEE -> SEAT.REGIME.isNull().or(SEAT.REGIME.eq(Regime.PUBLIC_EMPLOYEE.name()));
        };
        Map<UUID, Holder> holders = new LinkedHashMap<>();
        db.select(ASSIGNMENT.PERSON_ID, ASSIGNMENT.TITLE, TITLE.LEADERSHIP)
                .from(ASSIGNMENT)
                .leftJoin(SEAT)
                .on(SEAT.ID.eq(ASSIGNMENT.SEAT_ID))
                .and(SEAT.VALID_FROM.le(day))
                .and(SEAT.VALID_TO.gt(day))
                .leftJoin(TITLE)
                .on(TITLE.CODE.eq(SEAT.TITLE_CODE))
                .where(ASSIGNMENT.UNIT_ID.eq(unitId))
                .and(ASSIGNMENT.CONCURRENT.isFalse())
                .and(ASSIGNMENT.VALID_FROM.le(day))
                .and(ASSIGNMENT.VALID_TO.gt(day))
                .and(ASSIGNMENT.SCOPE.in(scopes))
                .and(regime)
                .and(places.visible(actor, ASSIGNMENT.PERSON_ID))
                .orderBy(ASSIGNMENT.PERSON_ID, ASSIGNMENT.TREE)
                .forEach(
                        row -> holders.putIfAbsent(row.value1(), new Holder(row.value1(), row.value2(), row.value3())));
        return List.copyOf(holders.values());
    }

    @Override
    public Set<UUID> ratedElsewhere(UUID id, RatedPeriod period, String scheme, Collection<UUID> personIds) {
        return db.selectDistinct(EVALUATION_SHEET.PERSON_ID)
                .from(EVALUATION_SHEET)
                .join(EVALUATION)
                .on(EVALUATION.ID.eq(EVALUATION_SHEET.EVALUATION_ID))
                .where(EVALUATION_SHEET.PERSON_ID.eq(any(personIds.toArray(UUID[]::new))))
                .and(EVALUATION.ID.ne(id))
                .and(EVALUATION.YEAR.eq(period.year()))
                .and(
                        period.quarter() == null
                                ? EVALUATION.QUARTER.isNull()
                                : EVALUATION.QUARTER.eq(quarter(period)).and(EVALUATION.SCHEME.eq(scheme)))
                .fetchSet(EVALUATION_SHEET.PERSON_ID);
    }

    @Override
    public List<RatedPerson> people(Actor actor, UUID id) {
        Field<String> nameKey = field(places.seen(actor, EVALUATION_SHEET.PERSON_ID));
        return db.select(EVALUATION_SHEET.fields())
                .select(IDENTITY.FULL_NAME)
                .from(EVALUATION_SHEET)
                .join(IDENTITY)
                .on(IDENTITY.ID.eq(EVALUATION_SHEET.PERSON_ID))
                .and(IDENTITY.VALID_FROM.le(actor.today()))
                .and(IDENTITY.VALID_TO.gt(actor.today()))
                .where(EVALUATION_SHEET.EVALUATION_ID.eq(id))
                .and(places.visible(actor, EVALUATION_SHEET.PERSON_ID))
                .orderBy(nameKey, EVALUATION_SHEET.PERSON_ID)
                .fetch(JooqEvaluations::person);
    }

    @Override
    public int undecided(UUID id) {
        return db.fetchCount(
                EVALUATION_SHEET, EVALUATION_SHEET.EVALUATION_ID.eq(id).and(EVALUATION_SHEET.DECIDED_AT.isNull()));
    }

    @Override
    public void admit(UUID id, Map<Holder, Sheet> holders, Set<String> authors) {
        if (holders.isEmpty()) {
            return;
        }
        String[] hands = authors.toArray(String[]::new);
        db.insertInto(
                        EVALUATION_SHEET,
                        EVALUATION_SHEET.EVALUATION_ID,
                        EVALUATION_SHEET.PERSON_ID,
                        EVALUATION_SHEET.TITLE,
                        EVALUATION_SHEET.CONTENT,
                        EVALUATION_SHEET.AUTHORS)
                .valuesOfRows(holders.entrySet().stream()
                        .map(each -> row(
                                id,
                                each.getKey().personId(),
                                each.getKey().title(),
                                JSONB.jsonb(JSON.writeValueAsString(each.getValue())),
                                hands))
                        .toList())
                .execute();
    }

    @Override
    public void put(UUID id, RatedPerson person, Set<String> authors) {
        RatedPerson.Decided decided = person.decided();
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(EVALUATION_SHEET.CONTENT, JSONB.jsonb(JSON.writeValueAsString(person.sheet())));
        values.put(EVALUATION_SHEET.RATING_ID, person.ratingId());
        values.put(
                EVALUATION_SHEET.GRADE, decided == null ? null : decided.grade().name());
        values.put(EVALUATION_SHEET.DECIDED_BY, decided == null ? null : decided.by());
        values.put(
                EVALUATION_SHEET.DECIDERS,
                decided == null ? null : decided.hands().toArray(String[]::new));
        values.put(EVALUATION_SHEET.DECIDED_AT, decided == null ? null : utc(decided.at()));
        String[] hands = authors.toArray(String[]::new);
        db.update(EVALUATION_SHEET)
                .set(values)
                .set(EVALUATION_SHEET.AUTHORS, joined(hands))
                .where(EVALUATION_SHEET.EVALUATION_ID.eq(id))
                .and(EVALUATION_SHEET.PERSON_ID.eq(person.personId()))
                .execute();
    }

    /** Those that wrote, with these, each once. */
    private static Field<String[]> joined(String[] hands) {
        return field(
                "ARRAY(SELECT DISTINCT unnest({0} || {1}))",
                String[].class, EVALUATION_SHEET.AUTHORS, val(hands, EVALUATION_SHEET.AUTHORS));
    }

    @Override
    public void remove(UUID id, Collection<UUID> personIds) {
        db.deleteFrom(EVALUATION_SHEET)
                .where(EVALUATION_SHEET.EVALUATION_ID.eq(id))
                .and(EVALUATION_SHEET.PERSON_ID.eq(any(personIds.toArray(UUID[]::new))))
                .execute();
    }

    @Override
    public void removeGone(Evaluation evaluation, LocalDate day, Collection<UUID> butFor) {
        db.deleteFrom(EVALUATION_SHEET)
                .where(EVALUATION_SHEET.EVALUATION_ID.eq(evaluation.id()))
                .and(EVALUATION_SHEET.RATING_ID.isNull())
                .and(EVALUATION_SHEET.DECIDED_AT.isNull())
                .and(EVALUATION_SHEET.PERSON_ID.ne(all(butFor.toArray(UUID[]::new))))
                .and(notExists(selectOne()
                        .from(ASSIGNMENT)
                        .where(ASSIGNMENT.PERSON_ID.eq(EVALUATION_SHEET.PERSON_ID))
                        .and(ASSIGNMENT.UNIT_ID.eq(evaluation.unitId()))
                        .and(ASSIGNMENT.CONCURRENT.isFalse())
                        .and(ASSIGNMENT.VALID_FROM.le(day))
                        .and(ASSIGNMENT.VALID_TO.gt(day))))
                .execute();
    }

    @Override
    public void proposed(UUID id, Set<String> authors) {
        db.update(EVALUATION_SHEET)
                .set(EVALUATION_SHEET.AUTHORS, joined(authors.toArray(String[]::new)))
                .where(EVALUATION_SHEET.EVALUATION_ID.eq(id))
                .and(EVALUATION_SHEET.DECIDED_AT.isNull())
                .execute();
    }

    @Override
    public void reopened(UUID id) {
        db.update(EVALUATION_SHEET)
                .setNull(EVALUATION_SHEET.GRADE)
                .setNull(EVALUATION_SHEET.DECIDED_BY)
                .setNull(EVALUATION_SHEET.DECIDERS)
                .setNull(EVALUATION_SHEET.DECIDED_AT)
                .where(EVALUATION_SHEET.EVALUATION_ID.eq(id))
                .execute();
    }

    @Override
    public void put(PeriodResult result, Instant at) {
        db.update(EVALUATION_RESULT)
                .set(EVALUATION_RESULT.ENDED_AT, utc(at))
                .where(EVALUATION_RESULT.EVALUATION_ID.eq(result.evaluationId()))
                .and(EVALUATION_RESULT.PERSON_ID.eq(result.personId()))
                .and(EVALUATION_RESULT.ENDED_AT.isNull())
                .execute();
        db.insertInto(EVALUATION_RESULT)
                .set(EVALUATION_RESULT.EVALUATION_ID, result.evaluationId())
                .set(EVALUATION_RESULT.PERSON_ID, result.personId())
                .set(EVALUATION_RESULT.UNIT_ID, result.unitId())
                .set(EVALUATION_RESULT.UNIT_NAME, result.unitName())
                .set(EVALUATION_RESULT.YEAR, result.period().year())
                .set(EVALUATION_RESULT.QUARTER, quarter(result.period()))
                .set(EVALUATION_RESULT.REGULATION, result.regulation())
                .set(
                        EVALUATION_RESULT.POINT_PARTS,
                        result.points() == null ? null : result.points().parts())
                .set(EVALUATION_RESULT.GRADE, result.grade().name())
                .set(EVALUATION_RESULT.DOCUMENT, result.document())
                .set(EVALUATION_RESULT.DECIDED_BY, result.decidedBy())
                .set(EVALUATION_RESULT.DECIDED_AT, utc(result.decidedAt()))
                .execute();
    }

    @Override
    public Map<UUID, List<PeriodResult>> results(Actor actor, Collection<UUID> personIds, @Nullable Integer year) {
        return db.select()
                .from(EVALUATION_RESULT)
                .where(EVALUATION_RESULT.PERSON_ID.eq(any(personIds.toArray(UUID[]::new))))
                .and(EVALUATION_RESULT.ENDED_AT.isNull())
                .and(year == null ? noCondition() : EVALUATION_RESULT.YEAR.eq(year))
                .and(places.visible(actor, EVALUATION_RESULT.PERSON_ID))
                .orderBy(
                        EVALUATION_RESULT.YEAR.desc(),
                        EVALUATION_RESULT.QUARTER.desc().nullsFirst(),
                        EVALUATION_RESULT.DECIDED_AT.desc())
                .fetchGroups(EVALUATION_RESULT.PERSON_ID, JooqEvaluations::result);
    }

    static Evaluation evaluation(Record row) {
        OffsetDateTime proposedAt = row.get(EVALUATION.PROPOSED_AT);
        return new Evaluation(
                row.get(EVALUATION.ID),
                row.get(EVALUATION.REVISION),
                row.get(EVALUATION.RECORDED_AT).toInstant(),
                row.get(EVALUATION.UNIT_ID),
                ManagementScope.values()[row.get(EVALUATION.LEVEL)],
                period(row.get(EVALUATION.YEAR), row.get(EVALUATION.QUARTER)),
                JSON.readValue(row.get(EVALUATION.SCHEME_CONTENT).data(), Scheme.class),
                Evaluation.State.valueOf(row.get(EVALUATION.STATE)),
                grade(row.get(EVALUATION.UNIT_GRADE)),
                row.get(EVALUATION.UNIT_GRADE_DOCUMENT),
                Set.of(row.get(EVALUATION.AUTHORS)),
                row.get(EVALUATION.OPENED_BY),
                proposedAt == null
                        ? null
                        : new Evaluation.Proposed(row.get(EVALUATION.PROPOSED_BY), proposedAt.toInstant()),
                row.get(EVALUATION.DOCUMENT),
                row.get(EVALUATION.REASON));
    }

    private static RatedPerson person(Record row) {
        OffsetDateTime decidedAt = row.get(EVALUATION_SHEET.DECIDED_AT);
        return new RatedPerson(
                row.get(EVALUATION_SHEET.PERSON_ID),
                row.get(IDENTITY.FULL_NAME),
                row.get(EVALUATION_SHEET.TITLE),
                JSON.readValue(row.get(EVALUATION_SHEET.CONTENT).data(), Sheet.class),
                decidedAt == null
                        ? null
                        : new RatedPerson.Decided(
                                Grade.valueOf(row.get(EVALUATION_SHEET.GRADE)),
                                row.get(EVALUATION_SHEET.DECIDED_BY),
                                Set.of(row.get(EVALUATION_SHEET.DECIDERS)),
                                decidedAt.toInstant()),
                row.get(EVALUATION_SHEET.RATING_ID));
    }

    private static PeriodResult result(Record row) {
        Long parts = row.get(EVALUATION_RESULT.POINT_PARTS);
        return new PeriodResult(
                row.get(EVALUATION_RESULT.EVALUATION_ID),
                row.get(EVALUATION_RESULT.PERSON_ID),
                row.get(EVALUATION_RESULT.UNIT_ID),
                row.get(EVALUATION_RESULT.UNIT_NAME),
                period(row.get(EVALUATION_RESULT.YEAR), row.get(EVALUATION_RESULT.QUARTER)),
                row.get(EVALUATION_RESULT.REGULATION),
                parts == null ? null : new Points(parts),
                Grade.valueOf(row.get(EVALUATION_RESULT.GRADE)),
                row.get(EVALUATION_RESULT.DOCUMENT),
                row.get(EVALUATION_RESULT.DECIDED_BY),
                row.get(EVALUATION_RESULT.DECIDED_AT).toInstant());
    }

    private static RatedPeriod period(int year, @Nullable Short quarter) {
        return new RatedPeriod(year, quarter == null ? null : quarter.intValue());
    }

    private static @Nullable Short quarter(RatedPeriod period) {
        Integer quarter = period.quarter();
        return quarter == null ? null : quarter.shortValue();
    }

    private static @Nullable Grade grade(@Nullable String name) {
        return name == null ? null : Grade.valueOf(name);
    }

    private static @Nullable String name(@Nullable Grade grade) {
        return grade == null ? null : grade.name();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
