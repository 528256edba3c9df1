package opencadre.planning.work.data;

import static opencadre.planning.jooq.Tables.PERSON_COPY;
import static opencadre.planning.jooq.Tables.PLAN_ENTRY;
import static opencadre.planning.jooq.Tables.PROCEDURE;
import static opencadre.planning.jooq.Tables.SEAT_COPY;
import static opencadre.planning.jooq.Tables.SEAT_TITLE;
import static opencadre.planning.jooq.Tables.UNIT_COPY;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.planning.work.WorkItem;
import opencadre.planning.work.WorkQueue;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqWorkQueue implements WorkQueue {

    /** The name of a unit by its latest version: what waits is of today. */
    private static final Field<String> UNIT_NAME = coalesce(
            org.jooq.impl.DSL.field(select(max(UNIT_COPY.NAME))
                    .from(UNIT_COPY)
                    .where(UNIT_COPY.UNIT_ID.eq(SEAT_TITLE.UNIT_ID))
                    .and(UNIT_COPY.VALID_TO.gt(org.jooq.impl.DSL.field("legal_day()", java.time.LocalDate.class)))
                    .and(UNIT_COPY.VALID_FROM.le(org.jooq.impl.DSL.field("legal_day()", java.time.LocalDate.class)))),
            inline(""));

    private final DSLContext db;
    private final Places places;

    JooqWorkQueue(DSLContext db, Places places) {
        this.db = db;
        this.places = places;
    }

    @Override
    public List<WorkItem> waiting(
            @Nullable Actor planApprover,
            @Nullable Actor writer,
            @Nullable Actor approver,
            WorkItem.@Nullable Position after,
            int limit) {
        return Stream.concat(
                        plans(planApprover, after, limit).stream(), procedures(writer, approver, after, limit).stream())
                .sorted(Comparator.comparing(WorkItem::since)
                        .thenComparing(item -> item.id().toString()))
                .limit(limit)
                .toList();
    }

    private List<WorkItem> plans(@Nullable Actor approver, WorkItem.@Nullable Position after, int limit) {
        if (approver == null) {
            return List.of();
        }
        return db.select(PLAN_ENTRY.ID, PLAN_ENTRY.PERSON_ID, PLAN_ENTRY.PROPOSED_BY_NAME, PLAN_ENTRY.RECORDED_FROM)
                .select(PERSON_COPY.FULL_NAME, SEAT_TITLE.NAME, UNIT_NAME.as("unit_name"))
                .from(PLAN_ENTRY)
                .join(PERSON_COPY)
                .on(PERSON_COPY.PERSON_ID.eq(PLAN_ENTRY.PERSON_ID))
                .join(SEAT_COPY)
                .on(SEAT_COPY.SEAT_ID.eq(PLAN_ENTRY.SEAT_ID))
                .join(SEAT_TITLE)
                .on(SEAT_TITLE.SEAT_ID.eq(PLAN_ENTRY.SEAT_ID))
                .where(PLAN_ENTRY.APPROVED_ON.isNull())
                .and(PLAN_ENTRY.REMOVED_ON.isNull())
                .and(not(arrayOverlap(PLAN_ENTRY.PROPOSED_HANDS, hands(approver))))
                .and(PLAN_ENTRY.PERSON_ID.cast(VARCHAR).notIn(approver.hands()))
                .and(places.visible(approver, PLAN_ENTRY.PERSON_ID))
                .and(places.unitInReach(approver, SEAT_COPY.UNIT_ID, SEAT_COPY.SCOPE))
                .and(
                        after == null
                                ? noCondition()
                                : row(PLAN_ENTRY.RECORDED_FROM, PLAN_ENTRY.ID)
                                        .gt(after.since().atOffset(ZoneOffset.UTC), after.id()))
                .orderBy(PLAN_ENTRY.RECORDED_FROM, PLAN_ENTRY.ID)
                .limit(limit)
                .fetch(line -> new WorkItem(
                        line.get(PLAN_ENTRY.ID),
                        WorkItem.Type.PLAN_TO_APPROVE,
                        line.get(PLAN_ENTRY.PERSON_ID),
                        line.get(PERSON_COPY.FULL_NAME),
                        subject(line),
                        line.get(PLAN_ENTRY.PROPOSED_BY_NAME),
                        line.get(PLAN_ENTRY.RECORDED_FROM).toInstant()));
    }

    private static Field<String[]> hands(Actor actor) {
        return val(actor.hands().toArray(String[]::new), PROCEDURE.HANDS);
    }

    private List<WorkItem> procedures(
            @Nullable Actor writer, @Nullable Actor approver, WorkItem.@Nullable Position after, int limit) {
        Condition toHold = writer == null
                ? falseCondition()
                : PROCEDURE
                        .NEXT_STEP
                        .isNotNull()
                        .and("procedure.state = 'STEPS'")
                        .and(inReach(writer));
        Condition toDecide = approver == null
                ? falseCondition()
                : condition("(procedure.state IN ('POLICY', 'PAPERS', 'POINTER') OR (procedure.state = 'STEPS' AND"
                                + " procedure.ready))")
                        .and(not(arrayOverlap(PROCEDURE.OPENED_HANDS, hands(approver))))
                        .and(not(arrayOverlap(PROCEDURE.PEOPLE, hands(approver))))
                        .and(inReach(approver));
        return db.select(PROCEDURE.ID, PROCEDURE.STATE, PROCEDURE.READY, PROCEDURE.LATEST_BY, PROCEDURE.LATEST_AT)
                .select(coalesce(SEAT_TITLE.NAME, inline("")).as(SEAT_TITLE.NAME), UNIT_NAME.as("unit_name"))
                .from(PROCEDURE)
                .leftJoin(SEAT_TITLE)
                .on(SEAT_TITLE.SEAT_ID.eq(PROCEDURE.SEAT_ID))
                // As the index has it, so that the queue is read in its order.
                .where("procedure.state IN ('POLICY', 'STEPS', 'PAPERS', 'POINTER')")
                .and(toHold.or(toDecide))
                .and(
                        after == null
                                ? noCondition()
                                : row(PROCEDURE.LATEST_AT, PROCEDURE.ID)
                                        .gt(after.since().atOffset(ZoneOffset.UTC), after.id()))
                .orderBy(PROCEDURE.LATEST_AT, PROCEDURE.ID)
                .limit(limit)
                .fetch(line -> new WorkItem(
                        line.get(PROCEDURE.ID),
                        type(line),
                        null,
                        null,
                        subject(line),
                        line.get(PROCEDURE.LATEST_BY),
                        line.get(PROCEDURE.LATEST_AT).toInstant()));
    }

    private static WorkItem.Type type(Record line) {
        if (line.get(PROCEDURE.STATE).equals("POLICY")) {
            return WorkItem.Type.POLICY_TO_APPROVE;
        }
        if (line.get(PROCEDURE.STATE).equals("PAPERS")) {
            return WorkItem.Type.PAPERS_TO_CONFIRM;
        }
        return line.get(PROCEDURE.READY) || line.get(PROCEDURE.STATE).equals("POINTER")
                ? WorkItem.Type.PROCEDURE_TO_CONCLUDE
                : WorkItem.Type.STEP_TO_HOLD;
    }

    private Condition inReach(Actor actor) {
        return places.unitInReach(actor, PROCEDURE.UNIT_ID, PROCEDURE.SCOPE);
    }

    private static String subject(Record line) {
        String unit = line.get("unit_name", String.class);
        String title = line.get(SEAT_TITLE.NAME);
        return unit.isEmpty() ? title : title + " – " + unit;
    }
}
