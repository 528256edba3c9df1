package opencadre.personnel.quota.data;

import static opencadre.kit.access.Units.isUnder;
import static opencadre.personnel.jooq.Tables.ASSIGNMENT;
import static opencadre.personnel.jooq.Tables.SEAT;
import static opencadre.personnel.jooq.Tables.STAFFING_QUOTA;
import static opencadre.personnel.jooq.Tables.STAFFING_QUOTA_PAST;
import static opencadre.personnel.jooq.Tables.UNIT_NODE;
import static org.jooq.impl.DSL.countDistinct;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.time.DatedFacts;
import opencadre.kit.time.Period;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.quota.Quotas;
import opencadre.personnel.quota.StaffingQuota;
import opencadre.personnel.seat.Regime;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
final class JooqQuotas implements Quotas {

    private final DatedFacts<StaffingQuota> facts;
    private final DSLContext db;
    private final Places places;

    JooqQuotas(DSLContext db, TwoClocks clocks, Places places) {
        this.facts = new DatedFacts<>(
                db,
                clocks,
                new DatedFacts.Columns(
                        STAFFING_QUOTA,
                        STAFFING_QUOTA_PAST,
                        STAFFING_QUOTA.UNIT_ID,
                        STAFFING_QUOTA.VALID,
                        List.of(STAFFING_QUOTA.REGIME, STAFFING_QUOTA.PEOPLE, STAFFING_QUOTA.INSTRUMENT)),
                JooqQuotas::read,
                JooqQuotas::parts);
        this.db = db;
        this.places = places;
    }

    @Override
    public DatedFacts<StaffingQuota> facts() {
        return facts;
    }

    @Override
    public List<Present> present(Actor actor, UUID unitId, LocalDate day) {
        return db.select(SEAT.REGIME, countDistinct(ASSIGNMENT.PERSON_ID))
                .from(UNIT_NODE)
                .join(ASSIGNMENT)
                .on(ASSIGNMENT.UNIT_ID.eq(UNIT_NODE.UNIT_ID))
                .leftJoin(SEAT)
                .on(SEAT.ID.eq(ASSIGNMENT.SEAT_ID))
                .where(isUnder(UNIT_NODE.LO, unitId))
                .and(ASSIGNMENT.VALID_FROM.le(day))
                .and(ASSIGNMENT.VALID_TO.gt(day))
                .andNot(ASSIGNMENT.CONCURRENT)
                .andNot(ASSIGNMENT.ACTING)
                .and(places.visible(actor, ASSIGNMENT.PERSON_ID))
                .groupBy(SEAT.REGIME)
                .orderBy(SEAT.REGIME)
                .fetch(line ->
                        new Present(line.value1() == null ? null : Regime.valueOf(line.value1()), line.value2()));
    }

    private static StaffingQuota read(UUID id, UUID unitId, Period valid, Record row) {
        return new StaffingQuota(
                id,
                unitId,
                Regime.valueOf(row.get(STAFFING_QUOTA.REGIME)),
                row.get(STAFFING_QUOTA.PEOPLE),
                valid,
                row.get(STAFFING_QUOTA.INSTRUMENT));
    }

    private static DatedFacts.Parts parts(StaffingQuota quota) {
        return new DatedFacts.Parts(
                quota.id(),
                quota.unitId(),
                quota.valid(),
                Map.of(
                        STAFFING_QUOTA.REGIME,
                        quota.regime().name(),
                        STAFFING_QUOTA.PEOPLE,
                        quota.people(),
                        STAFFING_QUOTA.INSTRUMENT,
                        quota.instrument()));
    }
}
