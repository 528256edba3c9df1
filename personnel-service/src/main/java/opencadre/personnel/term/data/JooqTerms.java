package opencadre.personnel.term.data;

import static opencadre.kit.access.Units.isUnder;
import static opencadre.personnel.jooq.Tables.TERM_OF_OFFICE;
import static opencadre.personnel.jooq.Tables.TERM_OF_OFFICE_PAST;
import static opencadre.personnel.jooq.Tables.UNIT_NODE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.postgres.extensions.types.LocalDateRange.localDateRange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.time.Period;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.term.TermOfOffice;
import opencadre.personnel.term.Terms;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqTerms implements Terms {

    /** A term is superseded over its whole validity. */
    private static final Period EVER = Period.since(LocalDate.of(1, 1, 1));

    private static final Field<Integer> BEFORE = field(
                    selectCount().from(TERM_OF_OFFICE_PAST).where(TERM_OF_OFFICE_PAST.ID.eq(TERM_OF_OFFICE.ID)))
            .as("before");

    private static final Field<UUID> ID = field(name("id"), UUID.class);
    private static final Field<UUID> UNIT = field(name("unit_id"), UUID.class);
    private static final Field<OffsetDateTime> FROM = field(name("believed_from"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> TO = field(name("believed_to"), OffsetDateTime.class);
    private static final Field<String> WHY = field(name("why"), String.class);

    private final DSLContext db;
    private final TwoClocks clocks;
    private final Places places;

    JooqTerms(DSLContext db, TwoClocks clocks, Places places) {
        this.db = db;
        this.clocks = clocks;
        this.places = places;
    }

    @Override
    public void lock(UUID unitId) {
        db.fetch("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "terms " + unitId);
    }

    @Override
    public List<Kept> of(UUID unitId) {
        return fetch(TERM_OF_OFFICE.UNIT_ID.eq(unitId));
    }

    @Override
    public List<Belief> history(UUID unitId) {
        return beliefs(UNIT.eq(unitId));
    }

    @Override
    public List<Belief> beliefs(Collection<UUID> ids) {
        return beliefs(ID.in(ids));
    }

    private List<Belief> beliefs(Condition which) {
        var now = select(
                        TERM_OF_OFFICE.ID,
                        TERM_OF_OFFICE.UNIT_ID,
                        TERM_OF_OFFICE.NAME,
                        TERM_OF_OFFICE.VALID_FROM,
                        TERM_OF_OFFICE.VALID_TO,
                        TERM_OF_OFFICE.INSTRUMENT,
                        TERM_OF_OFFICE.RECORDED_BY,
                        TERM_OF_OFFICE.REASON,
                        TERM_OF_OFFICE.RECORDED_FROM.as(FROM),
                        inline((OffsetDateTime) null, OffsetDateTime.class).as(TO),
                        inline((String) null, String.class).as(WHY))
                .from(TERM_OF_OFFICE);
        var past = select(
                        TERM_OF_OFFICE_PAST.ID,
                        TERM_OF_OFFICE_PAST.UNIT_ID,
                        TERM_OF_OFFICE_PAST.NAME,
                        TERM_OF_OFFICE_PAST.VALID_FROM,
                        TERM_OF_OFFICE_PAST.VALID_TO,
                        TERM_OF_OFFICE_PAST.INSTRUMENT,
                        TERM_OF_OFFICE_PAST.RECORDED_BY,
                        TERM_OF_OFFICE_PAST.REASON,
                        field("lower(recorded)", OffsetDateTime.class),
                        field("upper(recorded)", OffsetDateTime.class),
                        TERM_OF_OFFICE_PAST.ENDED_BECAUSE)
                .from(TERM_OF_OFFICE_PAST);
        return db.selectFrom(now.unionAll(past).asTable("belief"))
                .where(which)
                .orderBy(FROM.desc(), ID)
                .fetch(line -> new Belief(
                        term(line),
                        line.get(TERM_OF_OFFICE.RECORDED_BY),
                        line.get(TERM_OF_OFFICE.REASON),
                        line.get(FROM).toInstant(),
                        line.get(TO) == null ? null : line.get(TO).toInstant(),
                        line.get(WHY)));
    }

    @Override
    public List<UUID> inReach(Actor actor, @Nullable UUID unitId) {
        return db.select(TERM_OF_OFFICE.ID)
                .from(TERM_OF_OFFICE)
                .join(UNIT_NODE)
                .on(UNIT_NODE.UNIT_ID.eq(TERM_OF_OFFICE.UNIT_ID))
                .where(actor.runsTheSystem() ? noCondition() : places.touches(actor, TERM_OF_OFFICE.UNIT_ID))
                .and(isUnder(UNIT_NODE.LO, unitId))
                .orderBy(UNIT_NODE.LO, TERM_OF_OFFICE.VALID_FROM, TERM_OF_OFFICE.ID)
                .fetch(TERM_OF_OFFICE.ID);
    }

    @Override
    public Optional<Kept> find(UUID id) {
        return fetch(TERM_OF_OFFICE.ID.eq(id)).stream().findFirst();
    }

    private List<Kept> fetch(Condition which) {
        return db.select(TERM_OF_OFFICE.fields())
                .select(BEFORE)
                .from(TERM_OF_OFFICE)
                .where(which)
                .orderBy(TERM_OF_OFFICE.VALID_FROM.desc(), TERM_OF_OFFICE.ID)
                .fetch(JooqTerms::kept);
    }

    @Override
    public void record(TermOfOffice term, @Nullable String reason, String by, Instant at) {
        clocks.supersede(TERM_OF_OFFICE, term.id(), EVER, at, reason == null ? "changed" : reason);
        db.insertInto(TERM_OF_OFFICE)
                .set(TERM_OF_OFFICE.ID, term.id())
                .set(TERM_OF_OFFICE.UNIT_ID, term.unitId())
                .set(
                        TERM_OF_OFFICE.VALID,
                        localDateRange(term.valid().from(), term.valid().to()))
                .set(TERM_OF_OFFICE.NAME, term.name())
                .set(TERM_OF_OFFICE.INSTRUMENT, term.instrument())
                .set(TERM_OF_OFFICE.REASON, reason)
                .set(TERM_OF_OFFICE.RECORDED_BY, by)
                .set(TERM_OF_OFFICE.RECORDED_FROM, at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    @Override
    public void end(UUID id, Instant at, String because) {
        clocks.supersede(TERM_OF_OFFICE, id, EVER, at, because);
    }

    private static TermOfOffice term(Record line) {
        LocalDate to = line.get(TERM_OF_OFFICE.VALID_TO);
        return new TermOfOffice(
                line.get(TERM_OF_OFFICE.ID),
                line.get(TERM_OF_OFFICE.UNIT_ID),
                line.get(TERM_OF_OFFICE.NAME),
                new Period(line.get(TERM_OF_OFFICE.VALID_FROM), to.getYear() > 9999 ? null : to),
                line.get(TERM_OF_OFFICE.INSTRUMENT));
    }

    private static Kept kept(Record line) {
        return new Kept(
                term(line),
                line.get(BEFORE) + 1L,
                line.get(TERM_OF_OFFICE.RECORDED_FROM).toInstant(),
                line.get(TERM_OF_OFFICE.REASON));
    }
}
