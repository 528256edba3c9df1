package opencadre.personnel.work.data;

import static opencadre.personnel.jooq.Tables.ASSIGNMENT;
import static opencadre.personnel.jooq.Tables.DECISION;
import static opencadre.personnel.jooq.Tables.DECISION_EFFECT;
import static opencadre.personnel.jooq.Tables.SEAT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.personnel.decision.DecisionKind;
import opencadre.personnel.seat.Regime;
import opencadre.personnel.work.WorkItem;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** Posts whose days come near their end, and that nobody has seen to: those that do not end by then. */
final class PostWork {

    /** How long before its end a post is asked about. */
    private static final int NOTICE_DAYS = 180;

    private PostWork() {}

    /** Posts whose term ends. */
    static Select<Record> terms(Places places, Actor author) {
        LocalDate today = author.today();
        return Line.of(WorkItem.Type.TERM_EXPIRES, ASSIGNMENT.ID, Line.daysBefore(ASSIGNMENT.TERM_ENDS, NOTICE_DAYS))
                .person(ASSIGNMENT.PERSON_ID)
                .subject(ASSIGNMENT.TITLE)
                .by(Line.unitName(ASSIGNMENT.UNIT_ID))
                .due(ASSIGNMENT.TERM_ENDS)
                .publicEmployee(field(exists(selectOne()
                        .from(SEAT)
                        .where(SEAT.ID.eq(ASSIGNMENT.SEAT_ID))
                        .and(SEAT.REGIME.eq(Regime.PUBLIC_EMPLOYEE.name())))))
                .select()
                .from(ASSIGNMENT)
                .where(places.visible(author, ASSIGNMENT.PERSON_ID))
                .and(ASSIGNMENT.TERM_ENDS.isNotNull())
                .and(ASSIGNMENT.TERM_ENDS.le(today.plusDays(NOTICE_DAYS)))
                .and(ASSIGNMENT.VALID_FROM.le(today))
                .and(ASSIGNMENT.VALID_TO.gt(today))
                .and(ASSIGNMENT.VALID_TO.gt(ASSIGNMENT.TERM_ENDS));
    }

    /** Posts to which somebody was rotated, and is due back or has stayed as long as is asked at the least. */
    static Select<Record> rotations(Places places, Actor author, @Nullable Integer months) {
        return returns(places, author, DecisionKind.ROTATE, WorkItem.Type.ROTATION_ENDS, months);
    }

    /** Posts to which somebody was seconded, and is due back. */
    static Select<Record> secondments(Places places, Actor author, @Nullable Integer months) {
        return returns(places, author, DecisionKind.SECOND, WorkItem.Type.SECONDMENT_ENDS, months);
    }

    /** The day of return is the one that the paper plans, or after as long as the law says. */
    private static Select<Record> returns(
            Places places, Actor author, DecisionKind kind, WorkItem.Type type, @Nullable Integer months) {
        LocalDate today = author.today();
        Field<LocalDate> due = coalesce(
                DECISION_EFFECT.PLANNED_RETURN,
                field(
                        "({0} + make_interval(months => {1}))::date",
                        LocalDate.class, ASSIGNMENT.VALID_FROM, val(months, Integer.class)));
        return Line.of(type, ASSIGNMENT.ID, Line.daysBefore(due, NOTICE_DAYS))
                .person(ASSIGNMENT.PERSON_ID)
                .subject(ASSIGNMENT.TITLE)
                .by(Line.unitName(ASSIGNMENT.UNIT_ID))
                .due(due)
                .select()
                .from(ASSIGNMENT)
                .join(DECISION_EFFECT)
                .on(DECISION_EFFECT.ASSIGNMENT_ID.eq(ASSIGNMENT.ID).and("decision_effect.act = 'START'"))
                .join(DECISION)
                .on(DECISION.ID.eq(DECISION_EFFECT.DECISION_ID))
                .where(places.visible(author, ASSIGNMENT.PERSON_ID))
                .and(DECISION.KIND.eq(kind.name()))
                .and("decision.state = 'ISSUED'")
                .and(due.le(today.plusDays(NOTICE_DAYS)))
                .and(ASSIGNMENT.VALID_FROM.le(today))
                .and(ASSIGNMENT.VALID_TO.gt(today))
                .and(ASSIGNMENT.VALID_TO.gt(due));
    }
}
