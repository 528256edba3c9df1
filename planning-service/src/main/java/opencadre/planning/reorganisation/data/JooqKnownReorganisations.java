package opencadre.planning.reorganisation.data;

import static opencadre.planning.jooq.Tables.PLAN_ENTRY;
import static opencadre.planning.jooq.Tables.PROCEDURE;
import static opencadre.planning.jooq.Tables.REORGANISATION_COPY;
import static opencadre.planning.jooq.Tables.SEAT_TITLE;
import static org.jooq.impl.DSL.count;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.planning.reorganisation.KnownReorganisation;
import opencadre.planning.reorganisation.KnownReorganisations;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
final class JooqKnownReorganisations implements KnownReorganisations {

    private final DSLContext db;
    private final Places places;

    JooqKnownReorganisations(DSLContext db, Places places) {
        this.db = db;
        this.places = places;
    }

    @Override
    public Optional<KnownReorganisation> find(Actor actor, UUID id) {
        return db.select()
                .from(REORGANISATION_COPY)
                .where(REORGANISATION_COPY.REORGANISATION_ID.eq(id))
                .and(places.unitsInReach(actor, REORGANISATION_COPY.UNITS, REORGANISATION_COPY.LEVEL))
                .fetchOptional(line -> new KnownReorganisation(
                        line.get(REORGANISATION_COPY.REORGANISATION_ID),
                        line.get(REORGANISATION_COPY.REVISION),
                        line.get(REORGANISATION_COPY.EFFECTIVE_ON),
                        List.of(line.get(REORGANISATION_COPY.ENDED_UNITS))));
    }

    @Override
    public List<UnitImpact> impact(Actor actor, KnownReorganisation reorganisation) {
        Map<UUID, Integer> planned = db.select(SEAT_TITLE.UNIT_ID, count())
                .from(SEAT_TITLE)
                .join(PLAN_ENTRY)
                .on(PLAN_ENTRY.SEAT_ID.eq(SEAT_TITLE.SEAT_ID))
                .where(SEAT_TITLE.UNIT_ID.in(reorganisation.endedUnits()))
                .and(PLAN_ENTRY.ENDED.isNull())
                .and(PLAN_ENTRY.REMOVED_ON.isNull())
                .and(PLAN_ENTRY.VALID_TO.gt(actor.today()))
                .and(places.visible(actor, PLAN_ENTRY.PERSON_ID))
                .groupBy(SEAT_TITLE.UNIT_ID)
                .fetchMap(SEAT_TITLE.UNIT_ID, count());
        Map<UUID, Integer> procedures = db.select(PROCEDURE.UNIT_ID, count())
                .from(PROCEDURE)
                .where(PROCEDURE.UNIT_ID.in(reorganisation.endedUnits()))
                .and(PROCEDURE.STATE.in("POLICY", "STEPS"))
                .and(places.unitInReach(actor, PROCEDURE.UNIT_ID, PROCEDURE.SCOPE))
                .groupBy(PROCEDURE.UNIT_ID)
                .fetchMap(PROCEDURE.UNIT_ID, count());
        return reorganisation.endedUnits().stream()
                .map(unit -> new UnitImpact(unit, planned.getOrDefault(unit, 0), procedures.getOrDefault(unit, 0)))
                .toList();
    }
}
