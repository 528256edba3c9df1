package opencadre.personnel.work.data;

import static opencadre.personnel.jooq.Tables.ASSIGNMENT;
import static opencadre.personnel.jooq.Tables.DECISION;
import static opencadre.personnel.jooq.Tables.DECISION_EFFECT;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.personnel.work.WorkItem;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;

/** Decisions that wait, and what they left open. */
final class DecisionWork {

    private DecisionWork() {}

    /** Drafts that the issuer may issue: all of them in reach, and none that they prepared. */
    static Select<Record> toIssue(Places places, Actor issuer) {
        var effect = DECISION_EFFECT.as("effect");
        return Line.of(WorkItem.Type.DECISION_TO_ISSUE, DECISION.ID, DECISION.RECORDED_FROM)
                .person(field(select(effect.PERSON_ID)
                        .from(effect)
                        .where(effect.DECISION_ID.eq(DECISION.ID))
                        .and(places.visible(issuer, effect.PERSON_ID))
                        .orderBy(effect.ORDINAL)
                        .limit(1)))
                .subject(DECISION.KIND)
                .by(DECISION.RECORDED_BY_NAME)
                .select()
                .from(DECISION)
                .where("decision.state = 'DRAFT'")
                .and(not(arrayOverlap(DECISION.AUTHORS, Line.hands(issuer, DECISION.AUTHORS))))
                .and(DECISION.EFFECTS.eq(within(places, issuer)));
    }

    /** How many effects of the decision the issuer may bring about: what waits is what they may act on, all of it. */
    private static Field<Short> within(Places places, Actor issuer) {
        return field(select(count().cast(Short.class))
                .from(DECISION_EFFECT)
                .where(DECISION_EFFECT.DECISION_ID.eq(DECISION.ID))
                .and(places.visible(issuer, DECISION_EFFECT.PERSON_ID))
                .and(condition("unit_in_reach({0}, {1})", DECISION_EFFECT.UNIT_ID, DECISION_EFFECT.SCOPE)));
    }

    /** Elections that stand, to seats that the elected were not given since. */
    static Select<Record> toRatify(Places places, Actor author) {
        var given = DECISION_EFFECT.as("given");
        return Line.of(WorkItem.Type.ELECTION_TO_RATIFY, DECISION.ID, DECISION.RECORDED_FROM)
                .person(DECISION_EFFECT.PERSON_ID)
                .subject(DECISION_EFFECT.TITLE)
                .by(Line.unitName(DECISION_EFFECT.UNIT_ID))
                .select()
                .from(DECISION_EFFECT)
                .join(DECISION)
                .on(DECISION.ID.eq(DECISION_EFFECT.DECISION_ID))
                .where(places.visible(author, DECISION_EFFECT.PERSON_ID))
                .and("decision_effect.act = 'ELECT'")
                .and("decision.state = 'ISSUED'")
                .andNotExists(selectOne()
                        .from(ASSIGNMENT)
                        .where(ASSIGNMENT.PERSON_ID.eq(DECISION_EFFECT.PERSON_ID))
                        .and(ASSIGNMENT.SEAT_ID.eq(DECISION_EFFECT.SEAT_ID))
                        .and(ASSIGNMENT.VALID_FROM.ge(DECISION_EFFECT.EFFECTIVE_FROM)))
                // The last election to the seat is the one that counts.
                .andNotExists(selectOne()
                        .from(given)
                        .where(given.PERSON_ID.eq(DECISION_EFFECT.PERSON_ID))
                        .and(given.SEAT_ID.eq(DECISION_EFFECT.SEAT_ID))
                        .and("given.act = 'ELECT'")
                        .and(given.EFFECTIVE_FROM.gt(DECISION_EFFECT.EFFECTIVE_FROM)));
    }
}
