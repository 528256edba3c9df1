package opencadre.personnel.work.data;

import static opencadre.personnel.jooq.Tables.DECLARATION;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.not;

import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.personnel.cv.rule.CvClass;
import opencadre.personnel.work.WorkItem;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;

/** Declarations that wait. */
final class DeclarationWork {

    private DeclarationWork() {}

    /** Those of a class on which the keeper may decide: never on their own, nor on one they declared. */
    static Select<Record> toDecide(Places places, Actor keeper, CvClass fieldClass) {
        Field<String[]> hands = Line.hands(keeper, DECLARATION.AUTHORS);
        return Line.of(WorkItem.Type.DECLARATION_TO_DECIDE, DECLARATION.ID, DECLARATION.DECLARED_AT)
                .person(DECLARATION.PERSON_ID)
                .subject(DECLARATION.CLASS)
                .by(DECLARATION.DECLARED_BY)
                .select()
                .from(DECLARATION)
                .where("declaration.state = 'WAITING'")
                .and(DECLARATION.CLASS.eq(fieldClass.name()))
                .and(places.visible(keeper, DECLARATION.PERSON_ID))
                .and(not(arrayOverlap(DECLARATION.AUTHORS, hands)))
                .and(condition("{0}::text <> ALL ({1})", DECLARATION.PERSON_ID, hands));
    }
}
