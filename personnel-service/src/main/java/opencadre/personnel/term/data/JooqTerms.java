package opencadre.personnel.term.data;

import static opencadre.kit.access.Units.isUnder;
import static opencadre.personnel.jooq.Tables.TERM_OF_OFFICE;
import static opencadre.personnel.jooq.Tables.TERM_OF_OFFICE_PAST;
import static opencadre.personnel.jooq.Tables.UNIT_NODE;
import static org.jooq.impl.DSL.noCondition;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.time.DatedFacts;
import opencadre.kit.time.Period;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.term.TermOfOffice;
import opencadre.personnel.term.Terms;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqTerms implements Terms {

    private final DatedFacts<TermOfOffice> facts;
    private final DSLContext db;
    private final Places places;

    JooqTerms(DSLContext db, TwoClocks clocks, Places places) {
        this.facts = new DatedFacts<>(
                db,
                clocks,
                new DatedFacts.Columns(
                        TERM_OF_OFFICE,
                        TERM_OF_OFFICE_PAST,
                        TERM_OF_OFFICE.UNIT_ID,
                        TERM_OF_OFFICE.VALID,
                        List.of(TERM_OF_OFFICE.NAME, TERM_OF_OFFICE.INSTRUMENT)),
                JooqTerms::read,
                JooqTerms::parts);
        this.db = db;
        this.places = places;
    }

    @Override
    public DatedFacts<TermOfOffice> facts() {
        return facts;
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

    private static TermOfOffice read(UUID id, UUID unitId, Period valid, Record row) {
        return new TermOfOffice(id, unitId, row.get(TERM_OF_OFFICE.NAME), valid, row.get(TERM_OF_OFFICE.INSTRUMENT));
    }

    private static DatedFacts.Parts parts(TermOfOffice term) {
        return new DatedFacts.Parts(
                term.id(),
                term.unitId(),
                term.valid(),
                Map.of(TERM_OF_OFFICE.NAME, term.name(), TERM_OF_OFFICE.INSTRUMENT, term.instrument()));
    }
}
