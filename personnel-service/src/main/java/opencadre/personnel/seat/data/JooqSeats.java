package opencadre.personnel.seat.data;

import static opencadre.kit.access.Units.isUnder;
import static opencadre.personnel.jooq.Tables.ASSIGNMENT;
import static opencadre.personnel.jooq.Tables.IDENTITY;
import static opencadre.personnel.jooq.Tables.SEAT;
import static opencadre.personnel.jooq.Tables.SEAT_PAST;
import static opencadre.personnel.jooq.Tables.TITLE;
import static opencadre.personnel.jooq.Tables.TITLE_EQUAL;
import static opencadre.personnel.jooq.Tables.TITLE_PAST;
import static opencadre.personnel.jooq.Tables.UNIT_NODE;
import static opencadre.personnel.jooq.Tables.UNIT_ROOT;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
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
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.time.Believed;
import opencadre.kit.time.Period;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.Regime;
import opencadre.personnel.seat.Seat;
import opencadre.personnel.seat.SeatHolder;
import opencadre.personnel.seat.SeatKind;
import opencadre.personnel.seat.Seats;
import opencadre.personnel.seat.TheoryLevel;
import opencadre.personnel.seat.Title;
import opencadre.personnel.seat.rule.SeatRules.Taken;
import opencadre.personnel.unit.Tree;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqSeats implements Seats {

    private static final int LOCK_SPACE = 0x0c0b;

    /** The codes equal to that of the line's title; null where it has none. */
    private static final Field<String[]> EQUAL_TITLES = field(
                    select(arrayAgg(when(TITLE_EQUAL.CODE.eq(TITLE.CODE), TITLE_EQUAL.EQUAL_CODE)
                                    .otherwise(TITLE_EQUAL.CODE)))
                            .from(TITLE_EQUAL)
                            .where(TITLE_EQUAL.CODE.eq(TITLE.CODE).or(TITLE_EQUAL.EQUAL_CODE.eq(TITLE.CODE))))
            .as("equal_titles");

    /** Until when what is no longer believed was. */
    private static final Field<OffsetDateTime> UNTIL =
            field("upper(recorded)", OffsetDateTime.class).as("until");

    private static final Table<?> SEATS =
            SEAT.join(TITLE).on(TITLE.CODE.eq(SEAT.TITLE_CODE)).join(UNIT_ROOT).on(UNIT_ROOT.ID.eq(SEAT.UNIT_ID));

    private final DSLContext db;
    private final Places places;

    JooqSeats(DSLContext db, Places places) {
        this.db = db;
        this.places = places;
    }

    @Override
    public void holdCatalogue() {
        db.fetch("SELECT pg_advisory_xact_lock(?, 0)", LOCK_SPACE);
    }

    @Override
    public List<Title> titles() {
        return db.select(TITLE.fields())
                .select(EQUAL_TITLES)
                .from(TITLE)
                .orderBy(TITLE.RANK, TITLE.CODE)
                .fetch(JooqSeats::title);
    }

    @Override
    public Optional<Title> title(String code) {
        return db.select(TITLE.fields())
                .select(EQUAL_TITLES)
                .from(TITLE)
                .where(TITLE.CODE.eq(code))
                .fetchOptional(JooqSeats::title);
    }

    @Override
    public void put(Title title, Set<String> touched, Instant recordedAt) {
        // Before the equals change, since what they were is kept with each title (keep_title_past).
        db.update(TITLE)
                .set(TITLE.RECORDED_AT, utc(recordedAt))
                .where(TITLE.CODE.in(touched).and(TITLE.CODE.ne(title.code())))
                .execute();
        db.insertInto(TITLE)
                .set(TITLE.CODE, title.code())
                .set(TITLE.NAME, title.name())
                .set(TITLE.RANK, title.rank())
                .set(TITLE.LEADERSHIP, title.leadership())
                .set(TITLE.THEORY_ASKED, name(title.theoryAsked()))
                .set(TITLE.STANDARD_BASIS, title.standardBasis())
                .set(TITLE.RECORDED_AT, utc(recordedAt))
                .onDuplicateKeyUpdate()
                .set(TITLE.NAME, title.name())
                .set(TITLE.RANK, title.rank())
                .set(TITLE.LEADERSHIP, title.leadership())
                .set(TITLE.THEORY_ASKED, name(title.theoryAsked()))
                .set(TITLE.STANDARD_BASIS, title.standardBasis())
                .set(TITLE.RECORDED_AT, utc(recordedAt))
                .execute();
        db.deleteFrom(TITLE_EQUAL)
                .where(TITLE_EQUAL.CODE.eq(title.code()).or(TITLE_EQUAL.EQUAL_CODE.eq(title.code())))
                .execute();
        for (String equal : title.equalTitles()) {
            boolean first = title.code().compareTo(equal) < 0;
            db.insertInto(TITLE_EQUAL)
                    .set(TITLE_EQUAL.CODE, first ? title.code() : equal)
                    .set(TITLE_EQUAL.EQUAL_CODE, first ? equal : title.code())
                    .execute();
        }
    }

    @Override
    public OptionalLong titleRevision(String code) {
        return db.select(TITLE.REVISION).from(TITLE).where(TITLE.CODE.eq(code)).fetch(TITLE.REVISION).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public List<Believed<Title>> titleBeliefs() {
        List<Believed<Title>> beliefs = new ArrayList<>(db.select(TITLE.fields())
                .select(EQUAL_TITLES)
                .from(TITLE)
                .orderBy(TITLE.RANK, TITLE.CODE)
                .fetch(line ->
                        new Believed<>(title(line), line.get(TITLE.RECORDED_AT).toInstant(), null)));
        db.select(TITLE_PAST.fields())
                .select(UNTIL)
                .from(TITLE_PAST)
                .fetch(line -> new Believed<>(
                        new Title(
                                line.get(TITLE_PAST.CODE),
                                line.get(TITLE_PAST.NAME),
                                line.get(TITLE_PAST.RANK),
                                line.get(TITLE_PAST.LEADERSHIP),
                                List.of(line.get(TITLE_PAST.EQUAL_TITLES)),
                                level(line.get(TITLE_PAST.THEORY_ASKED)),
                                line.get(TITLE_PAST.STANDARD_BASIS)),
                        line.get(TITLE_PAST.RECORDED_AT).toInstant(),
                        line.get(UNTIL).toInstant()))
                .forEach(beliefs::add);
        return beliefs;
    }

    @Override
    public List<Believed<Seat>> beliefs(Collection<UUID> ids) {
        List<Kept> standing = kept(SEAT.ID.in(ids), SEAT.ID);
        Map<UUID, List<Record>> past = db.select(SEAT_PAST.fields())
                .select(UNTIL)
                .from(SEAT_PAST)
                .where(SEAT_PAST.ID.in(ids))
                .fetchGroups(SEAT_PAST.ID, line -> line);
        List<Believed<Seat>> beliefs = new ArrayList<>();
        for (Kept each : standing) {
            beliefs.add(new Believed<>(each.seat(), each.recordedAt(), null));
            for (Record line : past.getOrDefault(each.seat().id(), List.of())) {
                beliefs.add(new Believed<>(
                        each.seat()
                                .changed(
                                        line.get(SEAT_PAST.HOLDERS),
                                        end(line.get(SEAT_PAST.VALID_TO)),
                                        line.get(SEAT_PAST.INSTRUMENT)),
                        line.get(SEAT_PAST.RECORDED_AT).toInstant(),
                        line.get(UNTIL).toInstant()));
            }
        }
        return beliefs;
    }

    @Override
    public Optional<Seat> find(UUID id) {
        return db.select(SEAT.fields())
                .select(TITLE.fields())
                .select(UNIT_ROOT.TREE, EQUAL_TITLES)
                .from(SEATS)
                .where(SEAT.ID.eq(id))
                .fetchOptional(JooqSeats::seat);
    }

    @Override
    public Optional<Seat> of(UUID unitId, String titleCode, LocalDate day) {
        return db.select(SEAT.fields())
                .select(TITLE.fields())
                .select(UNIT_ROOT.TREE, EQUAL_TITLES)
                .from(SEATS)
                .where(SEAT.UNIT_ID.eq(unitId))
                .and(SEAT.TITLE_CODE.eq(titleCode))
                .and(SEAT.VALID_FROM.le(day))
                .and(SEAT.VALID_TO.gt(day))
                .orderBy(SEAT.VALID_FROM, SEAT.ID)
                .limit(1)
                .fetchOptional(JooqSeats::seat);
    }

    @Override
    public void remove(UUID id) {
        db.deleteFrom(SEAT).where(SEAT.ID.eq(id)).execute();
    }

    @Override
    public void removeTitle(String code) {
        db.deleteFrom(TITLE).where(TITLE.CODE.eq(code)).execute();
        db.deleteFrom(TITLE_EQUAL)
                .where(TITLE_EQUAL.CODE.eq(code).or(TITLE_EQUAL.EQUAL_CODE.eq(code)))
                .execute();
    }

    @Override
    public Optional<Kept> lock(UUID id) {
        return db.select(SEAT.REVISION, SEAT.RECORDED_AT)
                .from(SEAT)
                .where(SEAT.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                // Read after the lock is held, so that it is what the one before left.
                .flatMap(held -> find(id).map(seat -> new Kept(
                        seat,
                        held.get(SEAT.REVISION),
                        held.get(SEAT.RECORDED_AT).toInstant())));
    }

    @Override
    public List<Kept> bearing(Set<String> titleCodes) {
        return kept(SEAT.TITLE_CODE.in(titleCodes), SEAT.ID);
    }

    @Override
    public Map<UUID, String> titleCodes(Collection<UUID> seatIds) {
        return db.select(SEAT.ID, SEAT.TITLE_CODE)
                .from(SEAT)
                .where(SEAT.ID.in(seatIds))
                .fetchMap(SEAT.ID, SEAT.TITLE_CODE);
    }

    @Override
    public List<Kept> in(Collection<UUID> unitIds, LocalDate day) {
        return kept(SEAT.UNIT_ID.in(unitIds).and(SEAT.VALID_TO.gt(day)), TITLE.RANK, SEAT.ID);
    }

    private List<Kept> kept(Condition which, Field<?>... order) {
        return db.select(SEAT.fields())
                .select(TITLE.fields())
                .select(UNIT_ROOT.TREE, EQUAL_TITLES)
                .from(SEATS)
                .where(which)
                .orderBy(order)
                .fetch(line -> new Kept(
                        seat(line),
                        line.get(SEAT.REVISION),
                        line.get(SEAT.RECORDED_AT).toInstant()));
    }

    @Override
    public void add(Seat seat, Instant recordedAt) {
        db.insertInto(SEAT)
                .set(SEAT.ID, seat.id())
                .set(
                        SEAT.VALID,
                        localDateRange(seat.valid().from(), seat.valid().to()))
                .set(SEAT.UNIT_ID, seat.unitId())
                .set(SEAT.TITLE_CODE, seat.title().code())
                .set(SEAT.KIND, seat.kind().name())
                .set(SEAT.REGIME, seat.regime().name())
                .set(SEAT.SCOPE, (short) seat.scope().ordinal())
                .set(SEAT.HOLDERS, seat.holders())
                .set(SEAT.TERM_MONTHS, seat.termMonths())
                .set(SEAT.INSTRUMENT, seat.instrument())
                .set(SEAT.REVISION, 1L)
                .set(SEAT.RECORDED_AT, utc(recordedAt))
                .execute();
    }

    @Override
    public void revise(Seat seat, long revision, Instant recordedAt) {
        db.update(SEAT)
                .set(
                        SEAT.VALID,
                        localDateRange(seat.valid().from(), seat.valid().to()))
                .set(SEAT.HOLDERS, seat.holders())
                .set(SEAT.INSTRUMENT, seat.instrument())
                .set(SEAT.REVISION, revision)
                .set(SEAT.RECORDED_AT, utc(recordedAt))
                .where(SEAT.ID.eq(seat.id()))
                .execute();
    }

    @Override
    public List<Taken> taken(UUID seatId, @Nullable UUID butFor) {
        return db.fetch("SELECT valid_from, valid_to, acting FROM seat_taken(?::uuid, ?::uuid)", seatId, butFor)
                .map(line -> new Taken(
                        period(line.get("valid_from", LocalDate.class), line.get("valid_to", LocalDate.class)),
                        line.get("acting", Boolean.class)));
    }

    @Override
    public List<Line> page(Query query, @Nullable Position after, int limit) {
        var asked = UNIT_NODE.as("asked");
        return db.select(SEAT.fields())
                .select(TITLE.fields())
                .select(UNIT_ROOT.TREE, EQUAL_TITLES, UNIT_NODE.LO)
                .from(SEATS)
                .join(UNIT_NODE)
                .on(UNIT_NODE.UNIT_ID.eq(SEAT.UNIT_ID))
                .join(asked)
                .on(query.below() ? UNIT_NODE.LO.between(asked.LO, asked.HI) : asked.UNIT_ID.eq(SEAT.UNIT_ID))
                .where(asked.UNIT_ID.eq(query.unitId()))
                .and(SEAT.VALID_FROM.le(query.day()))
                .and(SEAT.VALID_TO.gt(query.day()))
                .and(
                        after == null
                                ? noCondition()
                                : row(UNIT_NODE.LO, TITLE.RANK, SEAT.ID).gt(after.unit(), after.rank(), after.seatId()))
                .orderBy(UNIT_NODE.LO, TITLE.RANK, SEAT.ID)
                .limit(limit)
                .fetch(JooqSeats::line);
    }

    @Override
    public List<UUID> inReach(Actor actor, @Nullable UUID unitId) {
        return db.select(SEAT.ID)
                .from(SEAT)
                .join(TITLE)
                .on(TITLE.CODE.eq(SEAT.TITLE_CODE))
                .join(UNIT_NODE)
                .on(UNIT_NODE.UNIT_ID.eq(SEAT.UNIT_ID))
                .where(SEAT.VALID_TO.gt(actor.today()))
                .and(actor.runsTheSystem() ? noCondition() : places.reaches(actor, SEAT.UNIT_ID, SEAT.SCOPE))
                .and(isUnder(UNIT_NODE.LO, unitId))
                .orderBy(UNIT_NODE.LO, TITLE.RANK, SEAT.ID)
                .fetch(SEAT.ID);
    }

    @Override
    public List<SeatHolder> holders(Actor actor, Collection<UUID> seatIds, LocalDate day) {
        return db.select()
                .from(ASSIGNMENT)
                .join(IDENTITY)
                .on(IDENTITY.ID.eq(ASSIGNMENT.PERSON_ID))
                .and(IDENTITY.VALID_FROM.le(day))
                .and(IDENTITY.VALID_TO.gt(day))
                .where(ASSIGNMENT.SEAT_ID.in(seatIds))
                .and(ASSIGNMENT.VALID_FROM.le(day))
                .and(ASSIGNMENT.VALID_TO.gt(day))
                .and(places.visible(actor, ASSIGNMENT.PERSON_ID))
                .orderBy(ASSIGNMENT.ACTING, ASSIGNMENT.VALID_FROM, ASSIGNMENT.ID)
                .fetch(line -> new SeatHolder(
                        line.get(ASSIGNMENT.SEAT_ID),
                        line.get(ASSIGNMENT.PERSON_ID),
                        line.get(IDENTITY.FULL_NAME),
                        line.get(ASSIGNMENT.ID),
                        line.get(ASSIGNMENT.ACTING),
                        period(line.get(ASSIGNMENT.VALID_FROM), line.get(ASSIGNMENT.VALID_TO))));
    }

    private static Line line(Record line) {
        return new Line(new Position(line.get(UNIT_NODE.LO), line.get(TITLE.RANK), line.get(SEAT.ID)), seat(line));
    }

    private static Title title(Record line) {
        String[] equal = line.get(EQUAL_TITLES);
        return new Title(
                line.get(TITLE.CODE),
                line.get(TITLE.NAME),
                line.get(TITLE.RANK),
                line.get(TITLE.LEADERSHIP),
                equal == null ? List.of() : List.of(equal),
                level(line.get(TITLE.THEORY_ASKED)),
                line.get(TITLE.STANDARD_BASIS));
    }

    private static Seat seat(Record line) {
        return new Seat(
                line.get(SEAT.ID),
                line.get(SEAT.UNIT_ID),
                Tree.values()[line.get(UNIT_ROOT.TREE)],
                title(line),
                SeatKind.valueOf(line.get(SEAT.KIND)),
                Regime.valueOf(line.get(SEAT.REGIME)),
                ManagementScope.values()[line.get(SEAT.SCOPE)],
                line.get(SEAT.HOLDERS),
                line.get(SEAT.TERM_MONTHS),
                period(line.get(SEAT.VALID_FROM), line.get(SEAT.VALID_TO)),
                line.get(SEAT.INSTRUMENT));
    }

    private static @Nullable String name(@Nullable TheoryLevel level) {
        return level == null ? null : level.name();
    }

    /** The driver reads {@code infinity} as a day at the end of all calendars. */
    private static Period period(LocalDate from, LocalDate to) {
        return new Period(from, end(to));
    }

    private static @Nullable LocalDate end(LocalDate to) {
        return to.getYear() > 9999 ? null : to;
    }

    private static @Nullable TheoryLevel level(@Nullable String name) {
        return name == null ? null : TheoryLevel.valueOf(name);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
