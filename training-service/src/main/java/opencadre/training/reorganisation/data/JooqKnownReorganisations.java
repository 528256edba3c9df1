package opencadre.training.reorganisation.data;

import static opencadre.training.jooq.Tables.ENROLMENT;
import static opencadre.training.jooq.Tables.POST_COPY;
import static opencadre.training.jooq.Tables.REORGANISATION_COPY;
import static org.jooq.impl.DSL.countDistinct;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.training.reorganisation.KnownReorganisation;
import opencadre.training.reorganisation.KnownReorganisations;
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
        LocalDate last = reorganisation.effectiveOn().minusDays(1);
        Map<UUID, Integer> studying = db.select(POST_COPY.UNIT_ID, countDistinct(POST_COPY.PERSON_ID))
                .from(POST_COPY)
                .join(ENROLMENT)
                .on(ENROLMENT.PERSON_ID.eq(POST_COPY.PERSON_ID))
                .where(POST_COPY.UNIT_ID.in(reorganisation.endedUnits()))
                .and(POST_COPY.VALID_FROM.le(last))
                .and(POST_COPY.VALID_TO.gt(last))
                .and(ENROLMENT.RESULT.isNull())
                .and(places.visible(actor, POST_COPY.PERSON_ID))
                .groupBy(POST_COPY.UNIT_ID)
                .fetchMap(POST_COPY.UNIT_ID, countDistinct(POST_COPY.PERSON_ID));
        return reorganisation.endedUnits().stream()
                .map(unit -> new UnitImpact(unit, studying.getOrDefault(unit, 0)))
                .toList();
    }
}
