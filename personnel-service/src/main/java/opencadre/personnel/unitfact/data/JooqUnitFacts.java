package opencadre.personnel.unitfact.data;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.postgres.extensions.types.LocalDateRange.localDateRange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.time.Period;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.unitfact.UnitFact;
import opencadre.personnel.unitfact.UnitFacts;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jspecify.annotations.Nullable;

/** Facts of units in a table with a past beside it. */
public abstract class JooqUnitFacts<F extends UnitFact> implements UnitFacts<F> {

    /** A fact is superseded over its whole validity. */
    private static final Period EVER = Period.since(LocalDate.of(1, 1, 1));

    private static final Field<UUID> ID = field(name("id"), UUID.class);
    private static final Field<UUID> UNIT = field(name("unit_id"), UUID.class);
    private static final Field<LocalDate> VALID_FROM = field(name("valid_from"), LocalDate.class);
    private static final Field<LocalDate> VALID_TO = field(name("valid_to"), LocalDate.class);
    private static final Field<String> REASON = field(name("reason"), String.class);
    private static final Field<String> BY = field(name("recorded_by"), String.class);
    private static final Field<OffsetDateTime> RECORDED_FROM = field(name("recorded_from"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> FROM = field(name("believed_from"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> TO = field(name("believed_to"), OffsetDateTime.class);
    private static final Field<String> WHY = field(name("why"), String.class);
    private static final Field<Integer> BEFORE = field(name("before"), Integer.class);

    private final DSLContext db;
    private final TwoClocks clocks;
    private final Table<?> facts;
    private final Table<?> past;
    private final Field<LocalDateRange> valid;
    private final List<Field<?>> content;

    /**
     * A table and its past.
     *
     * @param valid the column of its days
     * @param content the columns that say what the fact is, beside unit and days
     */
    protected JooqUnitFacts(
            DSLContext db,
            TwoClocks clocks,
            Table<?> facts,
            Table<?> past,
            Field<LocalDateRange> valid,
            List<Field<?>> content) {
        this.db = db;
        this.clocks = clocks;
        this.facts = facts;
        this.past = past;
        this.valid = valid;
        this.content = content;
    }

    /** The fact that a row tells. */
    protected abstract F fact(UUID id, UUID unitId, Period valid, Record row);

    /** What stands in the columns of the content. */
    protected abstract Map<Field<?>, Object> content(F fact);

    @Override
    public final void lock(UUID unitId) {
        db.fetch("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", facts.getName() + " " + unitId);
    }

    @Override
    public final List<Kept<F>> of(UUID unitId) {
        return kept(UNIT.eq(unitId));
    }

    @Override
    public final Optional<Kept<F>> find(UUID id) {
        return kept(ID.eq(id)).stream().findFirst();
    }

    @Override
    public final List<Belief<F>> history(UUID unitId) {
        return beliefs(UNIT.eq(unitId));
    }

    @Override
    public final List<Belief<F>> beliefs(Collection<UUID> ids) {
        return beliefs(ID.in(ids));
    }

    private List<Kept<F>> kept(Condition which) {
        Field<Integer> before = field(select(count())
                        .from(past)
                        .where(field(name(past.getName(), "id"), UUID.class)
                                .eq(field(name(facts.getName(), "id"), UUID.class))))
                .as(BEFORE);
        List<SelectField<?>> columns = columns();
        columns.addAll(List.of(RECORDED_FROM, before));
        return db.select(columns)
                .from(facts)
                .where(which)
                .orderBy(VALID_FROM.desc(), ID)
                .fetch(row -> new Kept<>(
                        fact(row), row.get(BEFORE) + 1L, row.get(RECORDED_FROM).toInstant(), row.get(REASON)));
    }

    private List<Belief<F>> beliefs(Condition which) {
        List<SelectField<?>> now = columns();
        now.addAll(List.of(
                RECORDED_FROM.as(FROM),
                inline((OffsetDateTime) null, OffsetDateTime.class).as(TO),
                inline((String) null, String.class).as(WHY)));
        List<SelectField<?>> before = columns();
        before.addAll(List.of(
                field("lower(recorded)", OffsetDateTime.class),
                field("upper(recorded)", OffsetDateTime.class),
                field(name("ended_because"), String.class)));
        return db.selectFrom(select(now)
                        .from(facts)
                        .unionAll(select(before).from(past))
                        .asTable("belief"))
                .where(which)
                .orderBy(FROM.desc(), ID)
                .fetch(row -> new Belief<>(
                        fact(row),
                        row.get(BY),
                        row.get(REASON),
                        row.get(FROM).toInstant(),
                        row.get(TO) == null ? null : row.get(TO).toInstant(),
                        row.get(WHY)));
    }

    /** By their names alone, so that the past has the same. */
    private List<SelectField<?>> columns() {
        List<SelectField<?>> columns = new ArrayList<>(List.of(ID, UNIT, VALID_FROM, VALID_TO, REASON, BY));
        content.forEach(column -> columns.add(field(name(column.getName()), column.getDataType())));
        return columns;
    }

    private F fact(Record row) {
        LocalDate to = row.get(VALID_TO);
        return fact(row.get(ID), row.get(UNIT), new Period(row.get(VALID_FROM), to.getYear() > 9999 ? null : to), row);
    }

    @Override
    public final void record(F fact, @Nullable String reason, String by, Instant at) {
        clocks.supersede(facts, fact.id(), EVER, at, reason == null ? "changed" : reason);
        db.insertInto(facts)
                .set(ID, fact.id())
                .set(UNIT, fact.unitId())
                .set(valid, localDateRange(fact.valid().from(), fact.valid().to()))
                .set(content(fact))
                .set(REASON, reason)
                .set(BY, by)
                .set(RECORDED_FROM, at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    @Override
    public final void end(UUID id, Instant at, String because) {
        clocks.supersede(facts, id, EVER, at, because);
    }
}
