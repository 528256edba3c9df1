package opencadre.kit.time;

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
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jspecify.annotations.Nullable;

/**
 * Facts about somebody or something that are true over days, each one row, in a table with its past beside it:
 * {@code id}, the column of the owner, {@code valid}, {@code reason}, {@code recorded_by}, {@code recorded_from} and
 * what the fact says.
 */
public final class DatedFacts<F> {

    /**
     * A fact as believed now.
     *
     * @param revision how many beliefs there were
     * @param reason why it was put right; null where it was not
     */
    public record Kept<F>(
            F fact,
            long revision,
            Instant recordedAt,
            @Nullable String reason) {}

    /**
     * A fact as it was believed from one moment to another.
     *
     * @param reason why it was put right; null where it was not
     * @param recordedTo null of what is believed now
     * @param endedBecause null with it
     */
    public record Belief<F>(
            F fact,
            String by,
            @Nullable String reason,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            @Nullable String endedBecause) {}

    /** Makes a fact of a row. */
    public interface Reader<F> {
        F read(UUID id, UUID owner, Period valid, Record row);
    }

    /**
     * What a fact is made of.
     *
     * @param content its columns beside owner and days, with what stands in them
     */
    public record Parts(UUID id, UUID owner, Period valid, Map<Field<?>, Object> content) {}

    /**
     * The table.
     *
     * @param owner the column that says of whom or what the facts are
     * @param valid the column of the days
     * @param content the columns that say what the fact is
     */
    public record Columns(
            Table<?> facts, Table<?> past, Field<UUID> owner, Field<LocalDateRange> valid, List<Field<?>> content) {}

    /** A fact is superseded over its whole validity. */
    private static final Period EVER = Period.since(LocalDate.of(1, 1, 1));

    private static final Field<UUID> ID = field(name("id"), UUID.class);
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
    private final Field<UUID> owner;
    private final Field<LocalDateRange> valid;
    private final List<Field<?>> content;
    private final Reader<F> reader;
    private final Function<F, Parts> parts;

    public DatedFacts(DSLContext db, TwoClocks clocks, Columns columns, Reader<F> reader, Function<F, Parts> parts) {
        this.db = db;
        this.clocks = clocks;
        this.facts = columns.facts();
        this.past = columns.past();
        this.owner = field(name(columns.owner().getName()), UUID.class);
        this.valid = columns.valid();
        this.content = List.copyOf(columns.content());
        this.reader = reader;
        this.parts = parts;
    }

    /** Holds those of an owner until the end of the transaction. */
    public void lock(UUID ownerId) {
        db.fetch("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", facts.getName() + " " + ownerId);
    }

    /** Those of an owner, the latest first. */
    public List<Kept<F>> of(UUID ownerId) {
        return kept(owner.eq(ownerId));
    }

    public Optional<Kept<F>> find(UUID id) {
        return kept(ID.eq(id)).stream().findFirst();
    }

    /** Everything ever believed of those of an owner, also of voided ones, the latest belief first. */
    public List<Belief<F>> history(UUID ownerId) {
        return beliefs(owner.eq(ownerId));
    }

    /** The same of some of them. */
    public List<Belief<F>> beliefs(Collection<UUID> ids) {
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
        List<SelectField<?>> columns = new ArrayList<>(List.of(ID, owner, VALID_FROM, VALID_TO, REASON, BY));
        content.forEach(column -> columns.add(field(name(column.getName()), column.getDataType())));
        return columns;
    }

    private F fact(Record row) {
        LocalDate to = row.get(VALID_TO);
        return reader.read(
                row.get(ID), row.get(owner), new Period(row.get(VALID_FROM), to.getYear() > 9999 ? null : to), row);
    }

    /** Records what is believed from now on; what was believed moves to the past. */
    public void record(F fact, @Nullable String reason, String by, Instant at) {
        Parts said = parts.apply(fact);
        clocks.supersede(facts, said.id(), EVER, at, reason == null ? "changed" : reason);
        db.insertInto(facts)
                .set(ID, said.id())
                .set(owner, said.owner())
                .set(valid, localDateRange(said.valid().from(), said.valid().to()))
                .set(said.content())
                .set(REASON, reason)
                .set(BY, by)
                .set(RECORDED_FROM, at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Ends the belief in one. */
    public void end(UUID id, Instant at, String because) {
        clocks.supersede(facts, id, EVER, at, because);
    }
}
