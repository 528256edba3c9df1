package opencadre.kit.time;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
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
        Field<?>[] columns = Arrays.stream(facts.fields())
                .filter(column -> !column.getName().equals("recorded_from"))
                .map(column -> field(name(column.getName()), column.getDataType()))
                .toArray(Field<?>[]::new);
        var at = DSL.val(knownAt.atOffset(ZoneOffset.UTC));
        Table<Record> past = table(name(facts.getName() + "_past"));
        return DSL.select(columns)
                .select(field(name("recorded_from"), java.time.OffsetDateTime.class))
                .from(facts)
                .where(field(name("recorded_from"), java.time.OffsetDateTime.class)
                        .le(at))
                .unionAll(DSL.select(columns)
                        .select(field("lower(recorded)", java.time.OffsetDateTime.class))
                        .from(past)
                        .where("recorded @> {0}", at))
                .asTable(facts.getName());
    }
}
