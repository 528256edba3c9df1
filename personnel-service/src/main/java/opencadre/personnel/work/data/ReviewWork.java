package opencadre.personnel.work.data;

import static opencadre.personnel.jooq.Tables.CV;
import static opencadre.personnel.jooq.Tables.PERSON;
import static opencadre.personnel.jooq.Tables.PLACE;
import static opencadre.personnel.jooq.Tables.REVIEW;
import static opencadre.personnel.jooq.Tables.REVIEW_MARK;
import static opencadre.personnel.jooq.Tables.UNIT_NODE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.personnel.work.WorkItem;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Select;

/** Rounds of review in which dossiers are still to be looked through. */
final class ReviewWork {

    private ReviewWork() {}

    /** Rounds that have begun, until the part of the reviewer is complete. */
    static Select<Record> toDo(Places places, Actor reviewer) {
        return Line.of(
                        WorkItem.Type.REVIEW_TO_DO,
                        REVIEW.ID,
                        greatest(REVIEW.OPENED_AT, Line.daysBefore(REVIEW.FIRST_DAY, 0)))
                .subject(REVIEW.NAME)
                .by(REVIEW.OPENED_BY)
                .due(REVIEW.DEADLINE)
                .select()
                .from(REVIEW)
                .where(REVIEW.CLOSED_AT.isNull())
                .and(REVIEW.FIRST_DAY.le(reviewer.today()))
                .and(places.anyInReach(reviewer, REVIEW.UNIT_ID, REVIEW.SCOPES))
                .and(left(places, reviewer, ofTheirs(places, reviewer).and(notOwn(reviewer))));
    }

    /** Rounds past their deadline, for whoever may close them. */
    static Select<Record> overdue(Places places, Actor opener) {
        LocalDate today = opener.today();
        return Line.of(WorkItem.Type.REVIEW_OVERDUE, REVIEW.ID, Line.daysBefore(REVIEW.DEADLINE, -1))
                .subject(REVIEW.NAME)
                .by(REVIEW.OPENED_BY)
                .due(REVIEW.DEADLINE)
                .select()
                .from(REVIEW)
                .where(REVIEW.CLOSED_AT.isNull())
                .and(REVIEW.DEADLINE.lt(today))
                .and(places.unitInReach(opener, REVIEW.UNIT_ID, REVIEW.LEVEL))
                .and(left(places, opener, ofTheirsToClose(places, opener)));
    }

    /**
     * Whose reach goes beyond the unit of the round looks on from above; at the top of a tree, where nothing is beyond,
     * theirs are the dossiers that the unit keeps itself.
     */
    private static Condition ofTheirs(Places places, Actor reviewer) {
        return UNIT_NODE
                .PARENT_ID
                .isNotNull()
                .and(not(places.reaches(reviewer, UNIT_NODE.PARENT_ID, REVIEW.LEVEL)))
                .or(UNIT_NODE
                        .PARENT_ID
                        .isNull()
                        .and(not(places.reaches(reviewer, REVIEW.UNIT_ID, REVIEW.LEVEL))
                                .or(PLACE.UNIT_ID.eq(REVIEW.UNIT_ID))));
    }

    private static Condition ofTheirsToClose(Places places, Actor opener) {
        return arrayOverlap(REVIEW.OPENED_HANDS, Line.hands(opener, REVIEW.OPENED_HANDS))
                .or(UNIT_NODE.PARENT_ID.isNull())
                .or(places.reaches(opener, UNIT_NODE.PARENT_ID, REVIEW.LEVEL));
    }

    /** Nobody looks their own dossier through. */
    private static Condition notOwn(Actor reviewer) {
        return condition("{0}::text <> ALL ({1})", PLACE.PERSON_ID, Line.hands(reviewer, REVIEW_MARK.MARKED_HANDS));
    }

    /** Whether some dossier in the round, where it is today, was not looked through as it is. */
    private static Condition left(Places places, Actor actor, Condition asked) {
        return exists(selectOne()
                .from(PLACE)
                .join(UNIT_NODE)
                .on(PLACE.POSITION.between(UNIT_NODE.LO, UNIT_NODE.HI))
                .join(PERSON)
                .on(PERSON.ID.eq(PLACE.PERSON_ID))
                .leftJoin(CV)
                .on(CV.PERSON_ID.eq(PLACE.PERSON_ID))
                .where(UNIT_NODE.UNIT_ID.eq(REVIEW.UNIT_ID))
                .and(places.listed(actor))
                // The place that a person gives themself is that of their file.
                .and(PLACE.SOURCE_ID.eq(PLACE.PERSON_ID))
                .and(PLACE.SCOPE.eq(any(REVIEW.SCOPES)))
                .and(asked)
                .and(notExists(selectOne()
                        .from(REVIEW_MARK)
                        .where(REVIEW_MARK.REVIEW_ID.eq(REVIEW.ID))
                        .and(REVIEW_MARK.PERSON_ID.eq(PLACE.PERSON_ID))
                        .and(REVIEW_MARK.ENDED_AT.isNull())
                        .and(REVIEW_MARK.RECORD_REVISION.eq(PERSON.REVISION))
                        .and(REVIEW_MARK.CV_REVISION.eq(coalesce(CV.REVISION, inline(0L)))))));
    }
}
