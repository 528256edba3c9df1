package opencadre.kit.time;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Facts with two clocks: when they are true ({@code valid}) and when they were believed ({@code recorded}).
 *
 * <p>Shape: table {@code x(id, valid, recorded_from, …)} holds what is believed now, {@code x_past(…, recorded,
 * ended_because)} what no longer is. A fact is recorded by an ordinary insert; this class ends beliefs and reads old
 * ones.
 */
public final class TwoClocks {

    private static final Field<OffsetDateTime> RECORDED_FROM = field(name("recorded_from"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> RECORDED_TO = field(name("recorded_to"), OffsetDateTime.class);
    private static final Field<String> ENDED_BECAUSE = field(name("ended_because"), String.class);
    private static final Field<String> ENDED_BY = field(name("ended_by"), String.class);

    private final DSLContext db;

    public TwoClocks(DSLContext db) {
        this.db = db;
    }

    /**
     * Ends the belief in a fact over a period; the rest of its validity is believed on. A correction is this and an
     * insert, a void is this alone.
     *
     * @return how many rows the period touched; 0 when the fact was not believed there
     */
    public int supersede(Table<?> facts, UUID id, Period period, Instant at, String because) {
        Integer touched = db.fetchOne(
                        "SELECT supersede({0}::text::regclass, {1}::uuid, {2}::daterange, {3}::timestamptz, {4})",
                        DSL.val(facts.getName()),
                        DSL.val(id),
                        DSL.val(period.toRange()),
                        DSL.val(at.atOffset(ZoneOffset.UTC)),
                        DSL.val(because))
                .get(0, Integer.class);
        return touched == null ? 0 : touched;
    }

    /** The instant to record now: microseconds are what the database keeps. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Later than what stands, even when a clock was set back: two beliefs never share an instant. */
    public static Instant after(Instant standing, Instant now) {
        return now.isAfter(standing) ? now : standing.plus(1, ChronoUnit.MICROS);
    }

    /**
     * The facts as believed at an instant, under the name of their table and with the same columns; what is believed
     * now when no instant is asked for, which costs nothing extra.
     */
    public static Table<?> known(Table<?> facts, @Nullable Instant knownAt) {
        if (knownAt == null) {
            return facts;
        }
        var at = DSL.val(knownAt.atOffset(ZoneOffset.UTC));
        return DSL.select(columns(facts))
                .select(RECORDED_FROM)
                .from(facts)
                .where(RECORDED_FROM.le(at))
                .unionAll(DSL.select(columns(facts))
                        .select(field("lower(recorded)", OffsetDateTime.class))
                        .from(past(facts))
                        .where("recorded @> {0}", at))
                .asTable(facts.getName());
    }

    /**
     * Every belief in the facts, what is believed now and what no longer is, under the name of their table and with the
     * same columns. Of each row {@link #recordedTo} and {@link #endedBecause} say more.
     */
    public static Table<?> ever(Table<?> facts) {
        return ever(facts, List.of(ENDED_BECAUSE));
    }

    /**
     * As {@link #ever}, of facts whose past keeps in {@code ended_by} who ended the belief: {@link #endedBy} says it.
     */
    public static Table<?> everByWhom(Table<?> facts) {
        return ever(facts, List.of(ENDED_BECAUSE, ENDED_BY));
    }

    private static Table<?> ever(Table<?> facts, List<Field<String>> ended) {
        return DSL.select(columns(facts))
                .select(RECORDED_FROM, DSL.inline(null, OffsetDateTime.class).as(RECORDED_TO))
                .select(ended.stream()
                        .map(column -> DSL.inline(null, String.class).as(column))
                        .toList())
                .from(facts)
                .unionAll(DSL.select(columns(facts))
                        .select(
                                field("lower(recorded)", OffsetDateTime.class),
                                field("upper(recorded)", OffsetDateTime.class))
                        .select(ended)
                        .from(past(facts)))
                .asTable(facts.getName());
    }

    /** Until when a fact was believed; null while it is, and for rows that were read as believed at an instant. */
    public static @Nullable Instant recordedTo(Record row) {
        OffsetDateTime to = row.indexOf(RECORDED_TO) < 0 ? null : row.get(RECORDED_TO);
        return to == null ? null : to.toInstant();
    }

    /** Why a fact is no longer believed; null as for {@link #recordedTo}. */
    public static @Nullable String endedBecause(Record row) {
        return row.indexOf(ENDED_BECAUSE) < 0 ? null : row.get(ENDED_BECAUSE);
    }

    /** The account that ended the belief in a fact, where that is kept; null as for {@link #recordedTo}. */
    public static @Nullable String endedBy(Record row) {
        return row.indexOf(ENDED_BY) < 0 ? null : row.get(ENDED_BY);
    }

    private static Field<?>[] columns(Table<?> facts) {
        return Arrays.stream(facts.fields())
                .filter(column -> !column.getName().equals(RECORDED_FROM.getName()))
                .map(column -> field(name(column.getName()), column.getDataType()))
                .toArray(Field<?>[]::new);
    }

    private static Table<Record> past(Table<?> facts) {
        return table(name(facts.getName() + "_past"));
    }
}
