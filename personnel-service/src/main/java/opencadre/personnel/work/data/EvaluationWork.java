package opencadre.personnel.work.data;

import static opencadre.personnel.jooq.Tables.EVALUATION;
import static opencadre.personnel.jooq.Tables.EVALUATION_SHEET;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;

import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.personnel.work.WorkItem;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;

/** Rounds of evaluation that wait. */
final class EvaluationWork {

    private EvaluationWork() {}

    /** Rounds on which the rater may decide: none that they wrote in, and in which somebody else waits. */
    static Select<Record> toDecide(Places places, Actor rater) {
        Field<String[]> hands = Line.hands(rater, EVALUATION.AUTHORS);
        return Line.of(WorkItem.Type.EVALUATION_TO_DECIDE, EVALUATION.ID, EVALUATION.PROPOSED_AT)
                .subject(Line.unitName(EVALUATION.UNIT_ID))
                .by(EVALUATION.PROPOSED_BY)
                .period(EVALUATION.YEAR.cast(Integer.class), EVALUATION.QUARTER.cast(Integer.class))
                .select()
                .from(EVALUATION)
                .where(EVALUATION.STATE.eq("PROPOSED"))
                .and(places.unitInReach(rater, EVALUATION.UNIT_ID, EVALUATION.LEVEL))
                .and(not(arrayOverlap(EVALUATION.AUTHORS, hands)))
                .and(exists(selectOne()
                        .from(EVALUATION_SHEET)
                        .where(EVALUATION_SHEET.EVALUATION_ID.eq(EVALUATION.ID))
                        .and(EVALUATION_SHEET.DECIDED_AT.isNull())
                        .and(condition("{0}::text <> ALL ({1})", EVALUATION_SHEET.PERSON_ID, hands))));
    }
}
