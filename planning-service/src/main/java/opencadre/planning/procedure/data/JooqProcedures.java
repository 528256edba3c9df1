package opencadre.planning.procedure.data;

import static opencadre.planning.jooq.Tables.DECISION_COPY;
import static opencadre.planning.jooq.Tables.PERSON_COPY;
import static opencadre.planning.jooq.Tables.PROCEDURE;
import static opencadre.planning.jooq.Tables.PROCEDURE_RECORD;
import static opencadre.planning.jooq.Tables.SEAT_TITLE;
import static opencadre.planning.jooq.Tables.UNIT_COPY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.planning.plan.Act;
import opencadre.planning.procedure.Procedure;
import opencadre.planning.procedure.ProcedureAct;
import opencadre.planning.procedure.Procedures;
import opencadre.planning.procedure.RecordEntry;
import opencadre.planning.procedure.rule.Stage;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqProcedures implements Procedures {

    private final DSLContext db;
    private final Places places;

    JooqProcedures(DSLContext db, Places places) {
        this.db = db;
        this.places = places;
    }

    @Override
    public void holdSeat(UUID seatId) {
        db.fetch("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "procedure for " + seatId);
    }

    @Override
    public Optional<UUID> openFor(UUID seatId) {
        return db.select(PROCEDURE.ID)
                .from(PROCEDURE)
                .where(PROCEDURE.SEAT_ID.eq(seatId))
                .and(PROCEDURE.STATE.in("POLICY", "STEPS", "POINTER"))
                .fetchOptional(PROCEDURE.ID);
    }

    @Override
    public Optional<Procedure> recorded(Actor actor, UUID seatId, LocalDate requestedOn) {
        return db
                .select(PROCEDURE.ID)
                .from(PROCEDURE)
                .where(PROCEDURE.SEAT_ID.eq(seatId))
                .and(PROCEDURE.REQUESTED_ON.eq(requestedOn))
                .and(inReach(actor))
                .orderBy(PROCEDURE.OPENED_AT.desc(), PROCEDURE.ID.desc())
                .fetch(PROCEDURE.ID)
                .stream()
                .map(id -> new Procedure(id, entries(id)))
                .filter(procedure -> !procedure.isWithdrawn())
                .findFirst();
    }

    @Override
    public Procedure open(UUID seatId, UUID unitId, int scope, Act by, ProcedureAct.Opened act) {
        UUID id = db.insertInto(PROCEDURE)
                .set(PROCEDURE.SEAT_ID, seatId)
                .set(PROCEDURE.UNIT_ID, unitId)
                .set(PROCEDURE.SCOPE, (short) scope)
                .set(PROCEDURE.STATE, first(act).name())
                .set(PROCEDURE.REQUESTED_ON, act.requestedOn())
                .set(PROCEDURE.STEPS_HELD, 0)
                .set(PROCEDURE.READY, false)
                .set(PROCEDURE.OPENED_BY, by.account())
                .set(PROCEDURE.OPENED_HANDS, by.hands().toArray(String[]::new))
                .set(PROCEDURE.HANDS, by.hands().toArray(String[]::new))
                .set(PROCEDURE.PEOPLE, ids(act.names()))
                .set(PROCEDURE.OPENED_AT, by.at().atOffset(ZoneOffset.UTC))
                .set(PROCEDURE.LATEST_BY, by.name())
                .set(PROCEDURE.LATEST_AT, by.at().atOffset(ZoneOffset.UTC))
                .returningResult(PROCEDURE.ID)
                .fetchSingle()
                .value1();
        RecordEntry first = HashChain.next(id, null, by, act);
        insert(id, first);
        return new Procedure(id, List.of(first));
    }

    private static Stage first(ProcedureAct.Opened act) {
        if (act.pointer() != null) {
            return Stage.POINTER;
        }
        return act.papers() == null ? Stage.POLICY : Stage.PAPERS;
    }

    @Override
    public Optional<Procedure> lock(Actor actor, UUID id) {
        return db.select(PROCEDURE.ID)
                .from(PROCEDURE)
                .where(PROCEDURE.ID.eq(id))
                .and(inReach(actor))
                .forUpdate()
                .fetchOptional()
                .map(held -> new Procedure(id, entries(id)));
    }

    @Override
    public Optional<Procedure> find(Actor actor, UUID id) {
        return db.select(PROCEDURE.ID)
                .from(PROCEDURE)
                .where(PROCEDURE.ID.eq(id))
                .and(inReach(actor))
                .fetchOptional()
                .map(found -> new Procedure(id, entries(id)));
    }

    private Condition inReach(Actor actor) {
        return places.unitInReach(actor, PROCEDURE.UNIT_ID, PROCEDURE.SCOPE);
    }

    private List<RecordEntry> entries(UUID id) {
        return db.selectFrom(PROCEDURE_RECORD)
                .where(PROCEDURE_RECORD.PROCEDURE_ID.eq(id))
                .orderBy(PROCEDURE_RECORD.SEQUENCE)
                .fetch(line -> new RecordEntry(
                        line.get(PROCEDURE_RECORD.SEQUENCE),
                        new Act(
                                line.get(PROCEDURE_RECORD.ACCOUNT),
                                line.get(PROCEDURE_RECORD.NAME),
                                line.get(PROCEDURE_RECORD.AT).toInstant(),
                                null,
                                Set.of(line.get(PROCEDURE_RECORD.HANDS))),
                        line.get(PROCEDURE_RECORD.ACT),
                        HashChain.act(line.get(PROCEDURE_RECORD.ACT), line.get(PROCEDURE_RECORD.CONTENT)),
                        line.get(PROCEDURE_RECORD.CONTENT),
                        line.get(PROCEDURE_RECORD.PREVIOUS),
                        line.get(PROCEDURE_RECORD.HASH)));
    }

    @Override
    public Procedure append(Procedure procedure, Act by, ProcedureAct act) {
        RecordEntry entry = HashChain.next(procedure.id(), procedure.entries().getLast(), by, act);
        List<RecordEntry> entries = new ArrayList<>(procedure.entries());
        entries.add(entry);
        insert(procedure.id(), entry);
        Procedure next = new Procedure(procedure.id(), entries);
        db.update(PROCEDURE)
                .set(PROCEDURE.STATE, next.state().name())
                .set(PROCEDURE.STEPS_HELD, next.steps().size())
                .set(PROCEDURE.READY, next.isReady())
                .set(PROCEDURE.NEXT_STEP, next.nextStep().orElse(next.awaitsHead() ? 5 : null))
                .set(
                        PROCEDURE.POLICY_BY,
                        next.policy().map(done -> done.by().account()).orElse(null))
                .set(
                        PROCEDURE.POLICY_HANDS,
                        next.policy()
                                .map(done -> done.by().hands().toArray(String[]::new))
                                .orElse(null))
                .set(PROCEDURE.ENDED_BY, next.isOpen() ? null : by.account())
                .set(PROCEDURE.ENDED_HANDS, next.isOpen() ? null : by.hands().toArray(String[]::new))
                .set(PROCEDURE.HANDS, next.hands().toArray(String[]::new))
                .set(PROCEDURE.PEOPLE, ids(next.people()))
                .set(PROCEDURE.LATEST_BY, by.name())
                .set(PROCEDURE.LATEST_AT, entry.by().at().atOffset(ZoneOffset.UTC))
                .where(PROCEDURE.ID.eq(procedure.id()))
                .execute();
        return next;
    }

    private static String[] ids(Set<UUID> people) {
        return people.stream().map(UUID::toString).toArray(String[]::new);
    }

    private void insert(UUID id, RecordEntry entry) {
        int written = db.execute(
                """
                INSERT INTO procedure_record (procedure_id, sequence, unit_id, scope, at, account, name, hands, act,
                                              content, previous, hash)
                SELECT id, ?, unit_id, scope, ?::timestamptz, ?, ?, ?::text[], ?, ?, ?, ? FROM procedure WHERE id = ?
                """,
                entry.sequence(),
                entry.by().at().atOffset(ZoneOffset.UTC),
                entry.by().account(),
                entry.by().name(),
                entry.by().hands().toArray(String[]::new),
                entry.kind(),
                entry.content(),
                entry.previous(),
                entry.hash(),
                id);
        if (written != 1) {
            throw new IllegalStateException("The procedure " + id + " is not there to be recorded");
        }
    }

    @Override
    public List<Line> page(Actor actor, Query query, @Nullable Position after, int limit) {
        return db.select(PROCEDURE.fields())
                .select(coalesce(SEAT_TITLE.NAME, inline("")).as("title"))
                .select(coalesce(UNIT_COPY.NAME, inline("")).as("unit_name"))
                .from(PROCEDURE)
                .leftJoin(SEAT_TITLE)
                .on(SEAT_TITLE.SEAT_ID.eq(PROCEDURE.SEAT_ID))
                .leftJoin(UNIT_COPY)
                .on(UNIT_COPY.UNIT_ID.eq(PROCEDURE.UNIT_ID))
                .and(UNIT_COPY.VALID_FROM.le(query.day()))
                .and(UNIT_COPY.VALID_TO.gt(query.day()))
                .where(inReach(actor))
                .and(query.seatId() == null ? noCondition() : PROCEDURE.SEAT_ID.eq(query.seatId()))
                .and(
                        query.state() == null
                                ? noCondition()
                                : PROCEDURE.STATE.eq(query.state().name()))
                .and(query.unitId() == null ? noCondition() : below(query.unitId()))
                .and(
                        after == null
                                ? noCondition()
                                : row(PROCEDURE.OPENED_AT, PROCEDURE.ID)
                                        .lt(after.openedAt().atOffset(ZoneOffset.UTC), after.id()))
                .orderBy(PROCEDURE.OPENED_AT.desc(), PROCEDURE.ID.desc())
                .limit(limit)
                .fetch(line -> new Line(
                        line.get(PROCEDURE.ID),
                        line.get(PROCEDURE.SEAT_ID),
                        line.get("title", String.class),
                        line.get(PROCEDURE.UNIT_ID),
                        line.get("unit_name", String.class),
                        Stage.valueOf(line.get(PROCEDURE.STATE)),
                        line.get(PROCEDURE.OPENED_AT).toInstant(),
                        line.get(PROCEDURE.STEPS_HELD)));
    }

    private static Condition below(UUID unitId) {
        return condition(
                "procedure.unit_id IN (SELECT n.unit_id FROM unit_node n JOIN unit_node above ON above.unit_id = {0}"
                        + " WHERE n.lo BETWEEN above.lo AND above.hi)",
                val(unitId));
    }

    @Override
    public Optional<Decision> decision(UUID procedureId) {
        return db.selectFrom(DECISION_COPY)
                .where(DECISION_COPY.PROCEDURE_ID.eq(procedureId))
                .orderBy(DECISION_COPY.SIGNED_ON.desc(), DECISION_COPY.DECISION_ID)
                .limit(1)
                .fetchOptional(line -> new Decision(
                        line.get(DECISION_COPY.DECISION_ID),
                        line.get(DECISION_COPY.NUMBER),
                        line.get(DECISION_COPY.SIGNED_ON),
                        line.get(DECISION_COPY.STATUS).equals("RESCINDED"),
                        line.get(DECISION_COPY.EFFECTIVE_FROM)));
    }

    @Override
    public Map<UUID, String> names(Actor actor, Collection<UUID> personIds) {
        return db.select(PERSON_COPY.PERSON_ID, PERSON_COPY.FULL_NAME)
                .from(PERSON_COPY)
                .where(PERSON_COPY.PERSON_ID.in(personIds))
                .and(places.visible(actor, PERSON_COPY.PERSON_ID))
                .fetchMap(PERSON_COPY.PERSON_ID, PERSON_COPY.FULL_NAME);
    }

    @Override
    public SeatName seatName(UUID seatId, LocalDate day) {
        return db.select(SEAT_TITLE.NAME)
                .select(coalesce(UNIT_COPY.NAME, inline("")).as("unit_name"))
                .from(SEAT_TITLE)
                .leftJoin(UNIT_COPY)
                .on(UNIT_COPY.UNIT_ID.eq(SEAT_TITLE.UNIT_ID))
                .and(UNIT_COPY.VALID_FROM.le(day))
                .and(UNIT_COPY.VALID_TO.gt(day))
                .where(SEAT_TITLE.SEAT_ID.eq(seatId))
                .fetchOptional(line -> new SeatName(line.get(SEAT_TITLE.NAME), line.get("unit_name", String.class)))
                .orElse(new SeatName("", ""));
    }
}
