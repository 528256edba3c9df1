package opencadre.personnel.work.data;

import static opencadre.personnel.jooq.Tables.REORGANISATION;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.not;

import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.personnel.work.WorkItem;
import org.jooq.Record;
import org.jooq.Select;

/** Reorganisations that wait. */
final class ReorganisationWork {

    private ReorganisationWork() {}

    /** Drafts of which the approver reaches every unit, and that somebody else prepared. */
    static Select<Record> toApprove(Places places, Actor approver) {
        return Line.of(WorkItem.Type.REORGANISATION_TO_APPROVE, REORGANISATION.ID, REORGANISATION.RECORDED_AT)
                .subject(REORGANISATION.NAME)
                .by(REORGANISATION.RECORDED_BY_NAME)
                .due(REORGANISATION.EFFECTIVE_ON)
                .select()
                .from(REORGANISATION)
                .where(REORGANISATION.STATE.eq("DRAFT"))
                .and(places.unitsInReach(approver, REORGANISATION.UNITS, REORGANISATION.LEVEL))
                .and(not(arrayOverlap(REORGANISATION.AUTHORS, Line.hands(approver, REORGANISATION.AUTHORS))));
    }
}
