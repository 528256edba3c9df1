package opencadre.personnel.term.data;

import static opencadre.personnel.jooq.Tables.TERM_OF_OFFICE;
import static opencadre.personnel.jooq.Tables.TERM_OF_OFFICE_PAST;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.postgres.extensions.types.LocalDateRange.localDateRange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    private final DSLContext db;
    private final TwoClocks clocks;

    JooqTerms(DSLContext db, TwoClocks clocks) {
        this.db = db;
        this.clocks = clocks;
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

    private static Kept kept(Record line) {
        LocalDate to = line.get(TERM_OF_OFFICE.VALID_TO);
        return new Kept(
                new TermOfOffice(
                        line.get(TERM_OF_OFFICE.ID),
                        line.get(TERM_OF_OFFICE.UNIT_ID),
                        line.get(TERM_OF_OFFICE.NAME),
                        new Period(line.get(TERM_OF_OFFICE.VALID_FROM), to.getYear() > 9999 ? null : to),
                        line.get(TERM_OF_OFFICE.INSTRUMENT)),
                line.get(BEFORE) + 1L,
                line.get(TERM_OF_OFFICE.RECORDED_FROM).toInstant(),
                line.get(TERM_OF_OFFICE.REASON));
    }
}
