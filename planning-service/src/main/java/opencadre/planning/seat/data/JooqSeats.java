package opencadre.planning.seat.data;

import static opencadre.planning.jooq.Tables.DECIDED_EFFECT;
import static opencadre.planning.jooq.Tables.PERSON_COPY;
import static opencadre.planning.jooq.Tables.PLAN_ENTRY;
import static opencadre.planning.jooq.Tables.POST_COPY;
import static opencadre.planning.jooq.Tables.PROCEDURE;
import static opencadre.planning.jooq.Tables.SEAT_COPY;
import static opencadre.planning.jooq.Tables.SEAT_TITLE;
import static opencadre.planning.jooq.Tables.TERM_COPY;
import static opencadre.planning.jooq.Tables.UNIT_COPY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.time.PartialDate;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.seat.Holder;
import opencadre.planning.seat.Seat;
import opencadre.planning.seat.SeatCandidate;
import opencadre.planning.seat.Seats;
import opencadre.planning.vacancy.rule.VacancyRules;
import opencadre.planning.vacancy.rule.VacancyRules.Stay;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqSeats implements Seats {

    /**
     * Nobody retires younger, and no term of the law is longer than this: bounds of a first look, never of an answer.
     */
    private static final int YOUNGEST_RETIREMENT = 54;

    private static final int LAW_TERM_MONTHS = 60;

    /**
     * Of a post in a seat: the end of the term of the body in which it was begun, whether the seat is held for it or
     * not.
     */
    private static final Field<LocalDate> BODY_TERM_ENDS = field(select(max(TERM_COPY.VALID_TO))
                    .from(SEAT_COPY)
                    .join(TERM_COPY)
                    .on(TERM_COPY.UNIT_ID.eq(SEAT_COPY.UNIT_ID))
                    .where(SEAT_COPY.SEAT_ID.eq(POST_COPY.SEAT_ID))
                    .and(TERM_COPY.VALID_FROM.le(POST_COPY.VALID_FROM))
                    .and(TERM_COPY.VALID_TO.gt(POST_COPY.VALID_FROM)))
            .as("body_term_ends");

    /** Of a post: the decision by which somebody was rotated or seconded to it, as it stands. */
    private static final Condition SENT = DECIDED_EFFECT
            .ASSIGNMENT_ID
            .eq(POST_COPY.ASSIGNMENT_ID)
            .and(DECIDED_EFFECT.ACT.eq("START"))
            .and(DECIDED_EFFECT.KIND.in(VacancyRules.SENDING))
            .and(DECIDED_EFFECT.STATUS.eq("ISSUED"))
            .and("decided_effect.recorded_to = 'infinity'");

    private static final Field<Boolean> IS_SENT =
            field(exists(selectOne().from(DECIDED_EFFECT).where(SENT))).as("is_sent");

    private static final Field<LocalDate> PLANNED_RETURN = field(select(max(DECIDED_EFFECT.PLANNED_RETURN))
                    .from(DECIDED_EFFECT)
                    .where(SENT))
            .as("planned_return");

    private static final Field<Long> POSITION = field("node.lo", Long.class);

    private final DSLContext db;
    private final Places places;

    JooqSeats(DSLContext db, Places places) {
        this.db = db;
        this.places = places;
    }

    @Override
    public List<Seat> page(Actor actor, Query query, @Nullable Position after, int limit) {
        return seats(query.day())
                .where(matching(actor, query))
                .and(
                        after == null
                                ? noCondition()
                                : row(POSITION, SEAT_TITLE.RANK, SEAT_COPY.SEAT_ID)
                                        .gt(after.unitPosition(), after.rank(), after.id()))
                .orderBy(POSITION, SEAT_TITLE.RANK, SEAT_COPY.SEAT_ID)
                .limit(limit)
                .fetch(JooqSeats::seat);
    }

    @Override
    public List<Seat> mayFallVacant(Actor actor, Query query, LocalDate by) {
        Condition staysFilled = condition(
                """
                (SELECT count(*) FROM post_copy p JOIN person_copy c ON c.person_id = p.person_id
                  WHERE p.seat_id = seat_copy.seat_id AND NOT p.acting AND p.valid_from <= {0} AND p.valid_to > {1}
                    AND left(c.birth, 4)::integer > {2}
                    AND p.valid_from + make_interval(months => coalesce(p.term_months, seat_copy.term_months, {3})) > {1}
                    AND NOT EXISTS (SELECT FROM term_copy t
                                     WHERE t.unit_id = seat_copy.unit_id AND t.valid_from <= p.valid_from
                                       AND t.valid_to > p.valid_from AND t.valid_to <= {1})
                    AND NOT EXISTS (SELECT FROM decided_effect d
                                     WHERE d.assignment_id = p.assignment_id AND d.planned_return <= {1})
                ) >= seat_copy.holders
                """, val(query.day()), val(by), val(by.getYear() - YOUNGEST_RETIREMENT), val(LAW_TERM_MONTHS));
        return seats(query.day())
                .where(matching(actor, query))
                .andNot(staysFilled)
                .orderBy(SEAT_COPY.SEAT_ID)
                .fetch(JooqSeats::seat);
    }

    @Override
    public Optional<Seat> find(Actor actor, UUID seatId, LocalDate day) {
        return seats(day)
                .where(SEAT_COPY.SEAT_ID.eq(seatId))
                .and(places.unitInReach(actor, SEAT_COPY.UNIT_ID, SEAT_COPY.SCOPE))
                .fetchOptional(JooqSeats::seat);
    }

    @Override
    public Optional<UUID> unitCoded(String agencyCode) {
        List<UUID> found = db.selectDistinct(UNIT_COPY.UNIT_ID)
                .from(UNIT_COPY)
                .where(UNIT_COPY.AGENCY_CODE.eq(agencyCode))
                .fetch(UNIT_COPY.UNIT_ID);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    @Override
    public Optional<UUID> of(Actor actor, UUID unitId, String titleCode, LocalDate day) {
        List<UUID> found = db.select(SEAT_COPY.SEAT_ID)
                .from(SEAT_COPY)
                .join(SEAT_TITLE)
                .on(SEAT_TITLE.SEAT_ID.eq(SEAT_COPY.SEAT_ID))
                .where(SEAT_COPY.UNIT_ID.eq(unitId))
                .and(SEAT_TITLE.CODE.eq(titleCode))
                .and(SEAT_COPY.VALID_FROM.le(day))
                .and(SEAT_COPY.VALID_TO.gt(day))
                .and(places.unitInReach(actor, SEAT_COPY.UNIT_ID, SEAT_COPY.SCOPE))
                .fetch(SEAT_COPY.SEAT_ID);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private SelectOnConditionStep<Record> seats(LocalDate day) {
        return db.select(SEAT_COPY.fields())
                .select(SEAT_TITLE.fields())
                .select(POSITION.as("position"))
                .select(select(PROCEDURE.ID)
                        .from(PROCEDURE)
                        .where(PROCEDURE.SEAT_ID.eq(SEAT_COPY.SEAT_ID))
                        .and("procedure.state IN ('POLICY', 'STEPS', 'POINTER')")
                        .asField("procedure_id"))
                .select(coalesce(UNIT_COPY.NAME, inline("")).as("unit_name"))
                .from(SEAT_COPY)
                .join(SEAT_TITLE)
                .on(SEAT_TITLE.SEAT_ID.eq(SEAT_COPY.SEAT_ID))
                .join(table("unit_node").as("node"))
                .on("node.unit_id = seat_copy.unit_id")
                .leftJoin(UNIT_COPY)
                .on(UNIT_COPY.UNIT_ID.eq(SEAT_COPY.UNIT_ID))
                .and(UNIT_COPY.VALID_FROM.le(day))
                .and(UNIT_COPY.VALID_TO.gt(day));
    }

    private Condition matching(Actor actor, Query query) {
        Condition matching = places.unitInReach(actor, SEAT_COPY.UNIT_ID, SEAT_COPY.SCOPE)
                .and(SEAT_COPY.VALID_FROM.le(query.day()))
                .and(SEAT_COPY.VALID_TO.gt(query.day()));
        return query.unitId() == null
                ? matching
                : matching.and(
                        "EXISTS (SELECT FROM unit_node above WHERE above.unit_id = {0} AND node.lo BETWEEN above.lo AND"
                                + " above.hi)",
                        val(query.unitId()));
    }

    @Override
    public Map<UUID, List<Holder>> holders(Actor actor, Collection<UUID> seatIds, LocalDate day) {
        return db.select(POST_COPY.fields())
                .select(BODY_TERM_ENDS, IS_SENT, PLANNED_RETURN)
                .select(
                        PERSON_COPY.FULL_NAME,
                        PERSON_COPY.BIRTH,
                        PERSON_COPY.FEMALE,
                        PERSON_COPY.REVISION,
                        PERSON_COPY.RECORDED_AT,
                        PERSON_COPY.APPLIED_AT)
                .from(POST_COPY)
                .join(PERSON_COPY)
                .on(PERSON_COPY.PERSON_ID.eq(POST_COPY.PERSON_ID))
                .where(POST_COPY.SEAT_ID.in(seatIds))
                .and(POST_COPY.VALID_TO.gt(day))
                .and(places.visible(actor, POST_COPY.PERSON_ID))
                .orderBy(POST_COPY.VALID_FROM, POST_COPY.ASSIGNMENT_ID)
                .fetchGroups(POST_COPY.SEAT_ID, JooqSeats::holder);
    }

    @Override
    public Map<UUID, Integer> planned(Actor actor, Collection<UUID> seatIds, LocalDate day) {
        return db.select(PLAN_ENTRY.SEAT_ID, count())
                .from(PLAN_ENTRY)
                .where(PLAN_ENTRY.SEAT_ID.in(seatIds))
                .and(approved(day))
                .and(places.visible(actor, PLAN_ENTRY.PERSON_ID))
                .groupBy(PLAN_ENTRY.SEAT_ID)
                .fetchMap(PLAN_ENTRY.SEAT_ID, count());
    }

    @Override
    public List<SeatCandidate> candidates(Actor actor, UUID seatId, LocalDate day) {
        return db.select(
                        PLAN_ENTRY.ID,
                        PLAN_ENTRY.PERSON_ID,
                        PLAN_ENTRY.TERM,
                        PLAN_ENTRY.APPROVED_ON,
                        PLAN_ENTRY.DECISION)
                .select(PERSON_COPY.FULL_NAME)
                .from(PLAN_ENTRY)
                .join(PERSON_COPY)
                .on(PERSON_COPY.PERSON_ID.eq(PLAN_ENTRY.PERSON_ID))
                .where(PLAN_ENTRY.SEAT_ID.eq(seatId))
                .and(approved(day))
                .and(places.visible(actor, PLAN_ENTRY.PERSON_ID))
                .orderBy(PERSON_COPY.FULL_NAME, PLAN_ENTRY.ID)
                .fetch(line -> new SeatCandidate(
                        line.get(PLAN_ENTRY.ID),
                        line.get(PLAN_ENTRY.PERSON_ID),
                        line.get(PERSON_COPY.FULL_NAME),
                        line.get(PLAN_ENTRY.TERM),
                        line.get(PLAN_ENTRY.APPROVED_ON),
                        line.get(PLAN_ENTRY.DECISION)));
    }

    private static Condition approved(LocalDate day) {
        return PLAN_ENTRY
                .APPROVED_ON
                .isNotNull()
                .and(PLAN_ENTRY.VALID_FROM.le(day))
                .and(PLAN_ENTRY.VALID_TO.gt(day));
    }

    private static Seat seat(Record line) {
        return new Seat(
                line.get(SEAT_COPY.SEAT_ID),
                line.get(SEAT_COPY.UNIT_ID),
                line.get("unit_name", String.class),
                line.get("position", Long.class),
                line.get(SEAT_COPY.TREE),
                line.get(SEAT_TITLE.CODE),
                line.get(SEAT_TITLE.NAME),
                line.get(SEAT_TITLE.RANK),
                line.get(SEAT_TITLE.LEADERSHIP),
                List.of(line.get(SEAT_TITLE.EQUAL_TITLES)),
                line.get(SEAT_TITLE.THEORY_ASKED),
                line.get(SEAT_TITLE.STANDARD_BASIS),
                line.get(SEAT_COPY.KIND),
                Regime.valueOf(line.get(SEAT_TITLE.REGIME)),
                line.get(SEAT_TITLE.LEVEL),
                line.get(SEAT_COPY.SCOPE),
                line.get(SEAT_COPY.HOLDERS),
                line.get(SEAT_COPY.TERM_MONTHS),
                line.get(SEAT_COPY.VALID_FROM),
                open(line.get(SEAT_COPY.VALID_TO)),
                line.get(SEAT_COPY.INSTRUMENT),
                line.get(SEAT_COPY.REVISION),
                line.get(SEAT_COPY.RECORDED_AT).toInstant(),
                line.get(SEAT_COPY.APPLIED_AT).toInstant(),
                line.get("procedure_id", UUID.class));
    }

    private static Holder holder(Record line) {
        String birth = line.get(PERSON_COPY.BIRTH);
        return new Holder(
                line.get(POST_COPY.SEAT_ID),
                line.get(POST_COPY.PERSON_ID),
                line.get(PERSON_COPY.FULL_NAME),
                birth == null ? null : PartialDate.parse(birth),
                Boolean.TRUE.equals(line.get(PERSON_COPY.FEMALE)),
                line.get(POST_COPY.ASSIGNMENT_ID),
                line.get(POST_COPY.ACTING),
                line.get(POST_COPY.VALID_FROM),
                open(line.get(POST_COPY.VALID_TO)),
                line.get(POST_COPY.TERM_MONTHS),
                line.get(BODY_TERM_ENDS) == null ? null : open(line.get(BODY_TERM_ENDS)),
                line.get(IS_SENT) ? new Stay(line.get(PLANNED_RETURN)) : null,
                line.get(PERSON_COPY.REVISION),
                line.get(PERSON_COPY.RECORDED_AT).toInstant(),
                line.get(PERSON_COPY.APPLIED_AT).toInstant());
    }

    private static @Nullable LocalDate open(LocalDate to) {
        return to.getYear() >= 9999 ? null : to;
    }
}
