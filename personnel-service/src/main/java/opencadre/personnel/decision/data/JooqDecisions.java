package opencadre.personnel.decision.data;

import static opencadre.kit.time.TwoClocks.endedBecause;
import static opencadre.kit.time.TwoClocks.ever;
import static opencadre.kit.time.TwoClocks.recordedTo;
import static opencadre.personnel.jooq.Tables.ASSIGNMENT;
import static opencadre.personnel.jooq.Tables.DECISION;
import static opencadre.personnel.jooq.Tables.DECISION_EFFECT;
import static opencadre.personnel.jooq.Tables.DECISION_FILE;
import static opencadre.personnel.jooq.Tables.DECLARATION;
import static opencadre.personnel.jooq.Tables.EVALUATION;
import static opencadre.personnel.jooq.Tables.EVALUATION_SHEET;
import static opencadre.personnel.jooq.Tables.IDENTITY;
import static opencadre.personnel.jooq.Tables.MERGE;
import static opencadre.personnel.jooq.Tables.REORGANISATION;
import static opencadre.personnel.jooq.Tables.REORGANISATION_POST;
import static opencadre.personnel.jooq.Tables.SEAT;
import static opencadre.personnel.jooq.Tables.UNIT;
import static opencadre.personnel.jooq.Tables.UNIT_NODE;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.postgres.extensions.types.LocalDateRange.localDateRange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Messages;
import opencadre.kit.time.LegalDay;
import opencadre.kit.time.Period;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.cv.rule.CvClass;
import opencadre.personnel.decision.Decision;
import opencadre.personnel.decision.Decision.Belief;
import opencadre.personnel.decision.DecisionKind;
import opencadre.personnel.decision.DecisionState;
import opencadre.personnel.decision.Decisions;
import opencadre.personnel.decision.Effect;
import opencadre.personnel.decision.WorkItem;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.Regime;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqDecisions implements Decisions {

    /** A decision is superseded over its whole validity: one paper, one belief. */
    private static final Period EVER = Period.since(LocalDate.of(1, 1, 1));

    /** How long before its end a term is asked about. */
    private static final int TERM_NOTICE_DAYS = 180;

    private final DSLContext db;
    private final TwoClocks clocks;
    private final Places places;

    JooqDecisions(DSLContext db, TwoClocks clocks, Places places) {
        this.db = db;
        this.clocks = clocks;
        this.places = places;
    }

    @Override
    public Optional<Decision> lock(@Nullable Actor actor, UUID id) {
        return db.select(DECISION_FILE.ID)
                .from(DECISION_FILE)
                .where(DECISION_FILE.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .flatMap(held -> find(actor, id));
    }

    @Override
    public Optional<Decision> find(@Nullable Actor actor, UUID id) {
        return whole(actor, List.of(id)).stream().findFirst();
    }

    @Override
    public List<Decision> numbered(Actor actor, String number, LocalDate signedOn, ManagementScope authority) {
        List<UUID> ids = db.selectDistinct(DECISION.ID)
                .from(ever(DECISION))
                .where(DECISION.NUMBER.eq(number))
                .and(DECISION.SIGNED_ON.eq(signedOn))
                .and(DECISION.AUTHORITY.eq((short) authority.ordinal()))
                .fetch(DECISION.ID);
        return whole(actor, ids).stream()
                .filter(decision -> decision.now().state() != DecisionState.WITHDRAWN)
                .toList();
    }

    @Override
    public Optional<Map.Entry<UUID, Conclusion>> concluding(UUID procedureId) {
        return db.select()
                .from(DECISION_FILE)
                .where(DECISION_FILE.PROCEDURE_ID.eq(procedureId))
                .fetchOptional(file -> Map.entry(
                        file.get(DECISION_FILE.ID),
                        new Conclusion(
                                procedureId,
                                file.get(DECISION_FILE.CONCLUDED_PERSON),
                                file.get(DECISION_FILE.CONCLUDED_SEAT))));
    }

    @Override
    public void add(UUID id, @Nullable Conclusion conclusion, Belief belief) {
        // Effects first: whoever may not see one of them may not write the decision either.
        insertEffects(id, belief);
        db.insertInto(DECISION_FILE)
                .set(DECISION_FILE.ID, id)
                .set(DECISION_FILE.REVISION, 1L)
                .set(DECISION_FILE.RECORDED_AT, utc(belief.from()))
                .set(DECISION_FILE.PROCEDURE_ID, conclusion == null ? null : conclusion.procedureId())
                .set(DECISION_FILE.CONCLUDED_PERSON, conclusion == null ? null : conclusion.personId())
                .set(DECISION_FILE.CONCLUDED_SEAT, conclusion == null ? null : conclusion.seatId())
                .execute();
        insert(id, belief);
    }

    @Override
    public boolean record(UUID id, long revision, Belief belief, String because) {
        // The decision is seen through its effects, so they go last and come first.
        clocks.supersede(DECISION, id, EVER, belief.from(), because);
        db.update(DECISION_FILE)
                .set(DECISION_FILE.REVISION, revision)
                .set(DECISION_FILE.RECORDED_AT, utc(belief.from()))
                .where(DECISION_FILE.ID.eq(id))
                .execute();
        db.select(DECISION_EFFECT.ID)
                .from(DECISION_EFFECT)
                .where(DECISION_EFFECT.DECISION_ID.eq(id))
                .fetch(DECISION_EFFECT.ID)
                .forEach(effect -> clocks.supersede(DECISION_EFFECT, effect, EVER, belief.from(), because));
        insertEffects(id, belief);
        return insert(id, belief);
    }

    @Override
    public void conclude(UUID id, Conclusion conclusion) {
        db.update(DECISION_FILE)
                .set(DECISION_FILE.CONCLUDED_PERSON, conclusion.personId())
                .set(DECISION_FILE.CONCLUDED_SEAT, conclusion.seatId())
                .where(DECISION_FILE.ID.eq(id))
                .execute();
    }

    @Override
    public void remove(UUID id) {
        db.deleteFrom(DECISION_FILE).where(DECISION_FILE.ID.eq(id)).execute();
    }

    @Override
    public List<UUID> untouchedDrafts() {
        return db.select(DECISION.ID)
                .from(DECISION)
                .join(DECISION_FILE)
                .on(DECISION_FILE.ID.eq(DECISION.ID))
                .where("decision.state = 'DRAFT'")
                .and(DECISION_FILE.PROCEDURE_ID.isNotNull())
                .and("cardinality(decision.authors) = 0")
                .fetch(DECISION.ID);
    }

    @Override
    public boolean isBuiltOn(Collection<UUID> assignmentIds, UUID butFor) {
        return db.fetchExists(selectOne()
                        .from(DECISION_EFFECT)
                        .join(DECISION)
                        .on(DECISION.ID.eq(DECISION_EFFECT.DECISION_ID))
                        .where(DECISION_EFFECT.ASSIGNMENT_ID.in(assignmentIds))
                        .and(DECISION_EFFECT.DECISION_ID.ne(butFor))
                        .and(DECISION.STATE.eq(DecisionState.ISSUED.name())))
                || db.fetchExists(
                        REORGANISATION_POST,
                        REORGANISATION_POST.ASSIGNMENT_ID.in(assignmentIds).and(REORGANISATION_POST.CARRIED));
    }

    @Override
    public Optional<LocalDate> electedOn(UUID personId, UUID seatId) {
        return db.select(max(DECISION_EFFECT.EFFECTIVE_FROM))
                .from(DECISION_EFFECT)
                .join(DECISION)
                .on(DECISION.ID.eq(DECISION_EFFECT.DECISION_ID))
                .where(DECISION_EFFECT.PERSON_ID.eq(personId))
                .and(DECISION_EFFECT.SEAT_ID.eq(seatId))
                .and("decision_effect.act = 'ELECT'")
                .and(DECISION.STATE.eq(DecisionState.ISSUED.name()))
                .fetchOptional(max(DECISION_EFFECT.EFFECTIVE_FROM));
    }

    @Override
    public List<Decision> page(Actor actor, Query query, @Nullable UUID after, int limit) {
        // From the places in reach to what is about those people: a clerk of one commune does not walk through the
        // papers of the province.
        List<UUID> ids = db.selectDistinct(DECISION_EFFECT.DECISION_ID)
                .from(DECISION_EFFECT)
                .where(seen(actor, DECISION_EFFECT.PERSON_ID))
                .and(query.person() == null ? noCondition() : DECISION_EFFECT.PERSON_ID.eq(query.person()))
                .and(query.unit() == null ? noCondition() : below(DECISION_EFFECT.UNIT_ID, query.unit()))
                .and(
                        query.state() == null
                                ? noCondition()
                                : exists(selectOne()
                                        .from(DECISION)
                                        .where(DECISION.ID.eq(DECISION_EFFECT.DECISION_ID))
                                        .and(DECISION.STATE.eq(query.state().name()))))
                .and(after == null ? noCondition() : DECISION_EFFECT.DECISION_ID.lt(after))
                .orderBy(DECISION_EFFECT.DECISION_ID.desc())
                .limit(limit)
                .fetch(DECISION_EFFECT.DECISION_ID);
        return now(actor, ids);
    }

    private static Condition below(Field<UUID> unitId, UUID above) {
        var node = UNIT_NODE.as("node");
        var asked = UNIT_NODE.as("asked");
        return exists(selectOne()
                .from(node)
                .join(asked)
                .on(node.LO.between(asked.LO, asked.HI))
                .where(node.UNIT_ID.eq(unitId).and(asked.UNIT_ID.eq(above))));
    }

    @Override
    public Map<UUID, String> names(Actor actor, Collection<UUID> people) {
        return db.select(IDENTITY.ID, IDENTITY.FULL_NAME)
                .distinctOn(IDENTITY.ID)
                .from(IDENTITY)
                .where(IDENTITY.ID.in(people))
                .and(seen(actor, IDENTITY.ID))
                .orderBy(IDENTITY.ID, IDENTITY.VALID_FROM.desc())
                .fetchMap(IDENTITY.ID, IDENTITY.FULL_NAME);
    }

    @Override
    public List<WorkItem> waiting(
            WorkItem.Asker asker, WorkItem.Stays stays, WorkItem.@Nullable Position after, int limit) {
        Actor issuer = asker.issuer();
        Actor author = asker.author();
        Actor approver = asker.approver();
        Field<OffsetDateTime> since = field("since", OffsetDateTime.class);
        Field<UUID> id = field("id", UUID.class);
        var effect = DECISION_EFFECT.as("effect");
        var drafts = select(
                        DECISION.ID.as("id"),
                        inline(WorkItem.Type.DECISION_TO_ISSUE.name()).as("type"),
                        field(select(effect.PERSON_ID)
                                        .from(effect)
                                        .where(effect.DECISION_ID.eq(DECISION.ID))
                                        .and(seen(issuer, effect.PERSON_ID))
                                        .orderBy(effect.ORDINAL)
                                        .limit(1))
                                .as("person_id"),
                        DECISION.KIND.as("subject"),
                        DECISION.RECORDED_BY_NAME.as("by"),
                        DECISION.RECORDED_FROM.as("since"),
                        inline((LocalDate) null, LocalDate.class).as("due"),
                        inline(false).as("public_employee"))
                .from(DECISION)
                .where("decision.state = 'DRAFT'")
                .and(
                        issuer == null
                                ? falseCondition()
                                : not(arrayOverlap(
                                                DECISION.AUTHORS,
                                                val(issuer.hands().toArray(String[]::new), DECISION.AUTHORS)))
                                        .and(DECISION.EFFECTS.eq(within(issuer))));
        LocalDate today = author == null ? LocalDate.EPOCH : author.today();
        // A term is asked about from the beginning of its day in Việt Nam.
        Field<OffsetDateTime> noticed = field(
                "((assignment.term_ends - {0})::timestamp AT TIME ZONE {1})",
                OffsetDateTime.class, inline(TERM_NOTICE_DAYS), inline(LegalDay.ZONE.getId()));
        var terms = select(
                        ASSIGNMENT.ID,
                        inline(WorkItem.Type.TERM_EXPIRES.name()),
                        ASSIGNMENT.PERSON_ID,
                        ASSIGNMENT.TITLE,
                        unitName(ASSIGNMENT.UNIT_ID),
                        noticed,
                        ASSIGNMENT.TERM_ENDS,
                        field(exists(selectOne()
                                .from(SEAT)
                                .where(SEAT.ID.eq(ASSIGNMENT.SEAT_ID))
                                .and(SEAT.REGIME.eq(Regime.PUBLIC_EMPLOYEE.name())))))
                .from(ASSIGNMENT)
                .where(author == null ? falseCondition() : seen(author, ASSIGNMENT.PERSON_ID))
                .and(ASSIGNMENT.TERM_ENDS.isNotNull())
                .and(ASSIGNMENT.TERM_ENDS.le(today.plusDays(TERM_NOTICE_DAYS)))
                .and(ASSIGNMENT.VALID_FROM.le(today))
                .and(ASSIGNMENT.VALID_TO.gt(today))
                // Ended by then already: somebody has seen to it.
                .and(ASSIGNMENT.VALID_TO.gt(ASSIGNMENT.TERM_ENDS));
        var reorganisations = select(
                        REORGANISATION.ID,
                        inline(WorkItem.Type.REORGANISATION_TO_APPROVE.name()),
                        inline((UUID) null, UUID.class),
                        REORGANISATION.NAME,
                        REORGANISATION.RECORDED_BY_NAME,
                        REORGANISATION.RECORDED_AT,
                        REORGANISATION.EFFECTIVE_ON,
                        inline(false))
                .from(REORGANISATION)
                .where(REORGANISATION.STATE.eq("DRAFT"))
                .and(
                        approver == null
                                ? falseCondition()
                                : places.unitsInReach(approver, REORGANISATION.UNITS, REORGANISATION.LEVEL)
                                        .and(not(arrayOverlap(
                                                REORGANISATION.AUTHORS,
                                                val(
                                                        approver.hands().toArray(String[]::new),
                                                        REORGANISATION.AUTHORS)))));
        var declarations = select(
                        DECLARATION.ID,
                        inline(WorkItem.Type.DECLARATION_TO_DECIDE.name()),
                        DECLARATION.PERSON_ID,
                        DECLARATION.CLASS,
                        DECLARATION.DECLARED_BY,
                        DECLARATION.DECLARED_AT,
                        inline((LocalDate) null, LocalDate.class),
                        inline(false))
                .from(DECLARATION)
                .where("declaration.state = 'WAITING'")
                .and(toDecide(asker.keeper(), CvClass.PERSONAL)
                        .or(toDecide(asker.sensitiveKeeper(), CvClass.SENSITIVE)));
        var merges = select(
                        MERGE.ID,
                        inline(WorkItem.Type.MERGE_TO_APPROVE.name()),
                        MERGE.KEPT_ID,
                        MERGE.STATE,
                        coalesce(MERGE.UNDO_BY, MERGE.PREPARED_BY),
                        coalesce(MERGE.UNDO_AT, MERGE.PREPARED_AT),
                        inline((LocalDate) null, LocalDate.class),
                        inline(false))
                .from(MERGE)
                .where("merge.state IN ('PREPARED', 'UNDOING')")
                .and(toMerge(asker.merger()));
        var waiting = drafts.unionAll(terms)
                .unionAll(elections(author))
                .unionAll(returns(author, today, DecisionKind.ROTATE, WorkItem.Type.ROTATION_ENDS, stays.rotation()))
                .unionAll(
                        returns(author, today, DecisionKind.SECOND, WorkItem.Type.SECONDMENT_ENDS, stays.secondment()))
                .unionAll(reorganisations)
                .unionAll(declarations)
                .unionAll(evaluations(asker.rater()))
                .unionAll(merges)
                .asTable("waiting");
        return db.select()
                .from(waiting)
                .where(after == null ? noCondition() : row(since, id).gt(utc(after.since()), after.id()))
                .orderBy(since, id)
                .limit(limit)
                .fetch(line -> {
                    WorkItem.Type type = WorkItem.Type.valueOf(line.get("type", String.class));
                    String subject = line.get("subject", String.class);
                    return new WorkItem(
                            line.get("id", UUID.class),
                            type,
                            line.get("person_id", UUID.class),
                            switch (type) {
                                case DECISION_TO_ISSUE ->
                                    Messages.of("decision." + subject).vi();
                                case DECLARATION_TO_DECIDE ->
                                    Messages.of("declaration." + subject).vi();
                                case MERGE_TO_APPROVE ->
                                    Messages.of("merge.waits." + subject).vi();
                                case TERM_EXPIRES,
                                        REORGANISATION_TO_APPROVE,
                                        ELECTION_TO_RATIFY,
                                        ROTATION_ENDS,
                                        SECONDMENT_ENDS,
                                        EVALUATION_TO_DECIDE -> subject;
                            },
                            Objects.requireNonNullElse(line.get("by", String.class), ""),
                            line.get("since", OffsetDateTime.class).toInstant(),
                            line.get("due", LocalDate.class),
                            line.get("public_employee", Boolean.class));
                });
    }

    /** Elections that stand, to seats that the elected were not given since. */
    private Select<Record8<UUID, String, UUID, String, String, OffsetDateTime, LocalDate, Boolean>> elections(
            @Nullable Actor author) {
        var given = DECISION_EFFECT.as("given");
        return select(
                        DECISION.ID,
                        inline(WorkItem.Type.ELECTION_TO_RATIFY.name()),
                        DECISION_EFFECT.PERSON_ID,
                        DECISION_EFFECT.TITLE,
                        unitName(DECISION_EFFECT.UNIT_ID),
                        DECISION.RECORDED_FROM,
                        inline((LocalDate) null, LocalDate.class),
                        inline(false))
                .from(DECISION_EFFECT)
                .join(DECISION)
                .on(DECISION.ID.eq(DECISION_EFFECT.DECISION_ID))
                .where(author == null ? falseCondition() : seen(author, DECISION_EFFECT.PERSON_ID))
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

    /**
     * Posts to which somebody was sent and whose end comes near: the day that the paper plans, or after as long as the
     * law says.
     */
    private Select<Record8<UUID, String, UUID, String, String, OffsetDateTime, LocalDate, Boolean>> returns(
            @Nullable Actor author, LocalDate today, DecisionKind kind, WorkItem.Type type, @Nullable Integer months) {
        Field<LocalDate> due = coalesce(
                DECISION_EFFECT.PLANNED_RETURN,
                field(
                        "({0} + make_interval(months => {1}))::date",
                        LocalDate.class, ASSIGNMENT.VALID_FROM, val(months, Integer.class)));
        return select(
                        ASSIGNMENT.ID,
                        inline(type.name()),
                        ASSIGNMENT.PERSON_ID,
                        ASSIGNMENT.TITLE,
                        unitName(ASSIGNMENT.UNIT_ID),
                        field(
                                "(({0} - {1})::timestamp AT TIME ZONE {2})",
                                OffsetDateTime.class, due, inline(TERM_NOTICE_DAYS), inline(LegalDay.ZONE.getId())),
                        due,
                        inline(false))
                .from(ASSIGNMENT)
                .join(DECISION_EFFECT)
                .on(DECISION_EFFECT.ASSIGNMENT_ID.eq(ASSIGNMENT.ID).and("decision_effect.act = 'START'"))
                .join(DECISION)
                .on(DECISION.ID.eq(DECISION_EFFECT.DECISION_ID))
                .where(author == null ? falseCondition() : seen(author, ASSIGNMENT.PERSON_ID))
                .and(DECISION.KIND.eq(kind.name()))
                .and("decision.state = 'ISSUED'")
                .and(due.le(today.plusDays(TERM_NOTICE_DAYS)))
                .and(ASSIGNMENT.VALID_FROM.le(today))
                .and(ASSIGNMENT.VALID_TO.gt(today))
                // Ended by then already: somebody has seen to it.
                .and(ASSIGNMENT.VALID_TO.gt(due));
    }

    private static Field<String> unitName(Field<UUID> unitId) {
        return field(select(UNIT.NAME)
                .from(UNIT)
                .where(UNIT.ID.eq(unitId))
                .orderBy(UNIT.VALID_FROM.desc())
                .limit(1));
    }

    /** Rounds on which the rater may decide: none that they wrote in, and in which somebody else waits. */
    private Select<Record8<UUID, String, UUID, String, String, OffsetDateTime, LocalDate, Boolean>> evaluations(
            @Nullable Actor rater) {
        String[] hands = rater == null ? new String[0] : rater.hands().toArray(String[]::new);
        return select(
                        EVALUATION.ID,
                        inline(WorkItem.Type.EVALUATION_TO_DECIDE.name()),
                        inline((UUID) null, UUID.class),
                        field(
                                "coalesce('Quý ' || (ARRAY['I', 'II', 'III', 'IV'])[{0}] || '/', 'Năm ') || {1} || ',"
                                        + " ' || {2}",
                                String.class, EVALUATION.QUARTER, EVALUATION.YEAR, unitName(EVALUATION.UNIT_ID)),
                        EVALUATION.PROPOSED_BY,
                        EVALUATION.PROPOSED_AT,
                        inline((LocalDate) null, LocalDate.class),
                        inline(false))
                .from(EVALUATION)
                .where(EVALUATION.STATE.eq("PROPOSED"))
                .and(
                        rater == null
                                ? falseCondition()
                                : places.unitInReach(rater, EVALUATION.UNIT_ID, EVALUATION.LEVEL)
                                        .and(not(arrayOverlap(EVALUATION.AUTHORS, val(hands, EVALUATION.AUTHORS))))
                                        .and(exists(selectOne()
                                                .from(EVALUATION_SHEET)
                                                .where(EVALUATION_SHEET.EVALUATION_ID.eq(EVALUATION.ID))
                                                .and(EVALUATION_SHEET.DECIDED_AT.isNull())
                                                .and(condition(
                                                        "{0}::text <> ALL ({1})",
                                                        EVALUATION_SHEET.PERSON_ID, val(hands, EVALUATION.AUTHORS))))));
    }

    /** Merges of which the approver reaches both records, and neither asked for it nor is one of the two. */
    private Condition toMerge(@Nullable Actor merger) {
        if (merger == null) {
            return falseCondition();
        }
        var hands = val(merger.hands().toArray(String[]::new), MERGE.PREPARED_HANDS);
        return seen(merger, MERGE.KEPT_ID)
                .and(seen(merger, MERGE.MERGED_ID))
                .and(not(arrayOverlap(coalesce(MERGE.UNDO_HANDS, MERGE.PREPARED_HANDS), hands)))
                .and(condition("{0}::text <> ALL ({1})", MERGE.KEPT_ID, hands))
                .and(condition("{0}::text <> ALL ({1})", MERGE.MERGED_ID, hands));
    }

    /** Declarations of a class on which the keeper may decide: never on their own, nor on one they declared. */
    private Condition toDecide(@Nullable Actor keeper, CvClass fieldClass) {
        if (keeper == null) {
            return falseCondition();
        }
        var hands = val(keeper.hands().toArray(String[]::new), DECLARATION.AUTHORS);
        return DECLARATION
                .CLASS
                .eq(fieldClass.name())
                .and(seen(keeper, DECLARATION.PERSON_ID))
                .and(not(arrayOverlap(DECLARATION.AUTHORS, hands)))
                .and(condition("{0}::text <> ALL ({1})", DECLARATION.PERSON_ID, hands));
    }

    /** How many effects of the decision the issuer may bring about: what waits is what they may act on, all of it. */
    private Field<Short> within(Actor issuer) {
        return field(select(count().cast(Short.class))
                .from(DECISION_EFFECT)
                .where(DECISION_EFFECT.DECISION_ID.eq(DECISION.ID))
                .and(seen(issuer, DECISION_EFFECT.PERSON_ID))
                .and(condition("unit_in_reach({0}, {1})", DECISION_EFFECT.UNIT_ID, DECISION_EFFECT.SCOPE)));
    }

    /** The service's own fence; its own work asks for everything. */
    private Condition seen(@Nullable Actor actor, Field<UUID> personId) {
        return actor == null ? noCondition() : places.visible(actor, personId);
    }

    private void insertEffects(UUID decisionId, Belief belief) {
        for (int i = 0; i < belief.effects().size(); i++) {
            Effect effect = belief.effects().get(i);
            db.insertInto(DECISION_EFFECT)
                    .set(DECISION_EFFECT.ID, effect.id())
                    .set(DECISION_EFFECT.DECISION_ID, decisionId)
                    .set(DECISION_EFFECT.VALID, localDateRange(EVER.from(), null))
                    .set(DECISION_EFFECT.ORDINAL, (short) i)
                    .set(DECISION_EFFECT.PERSON_ID, effect.personId())
                    .set(DECISION_EFFECT.ACT, effect.act().name())
                    .set(DECISION_EFFECT.SEAT_ID, effect.seatId())
                    .set(DECISION_EFFECT.ASSIGNMENT_ID, effect.assignmentId())
                    .set(DECISION_EFFECT.UNIT_ID, effect.unitId())
                    .set(DECISION_EFFECT.TITLE, effect.title())
                    .set(DECISION_EFFECT.SCOPE, (short) effect.scope().ordinal())
                    .set(DECISION_EFFECT.EFFECTIVE_FROM, effect.effectiveFrom())
                    .set(DECISION_EFFECT.UNTIL, effect.until())
                    .set(DECISION_EFFECT.TERM_MONTHS, effect.termMonths())
                    .set(DECISION_EFFECT.ACTING, effect.acting())
                    .set(DECISION_EFFECT.CONCURRENT, effect.concurrent())
                    .set(
                            DECISION_EFFECT.DIRECTION,
                            effect.direction() == null
                                    ? null
                                    : effect.direction().name())
                    .set(DECISION_EFFECT.PLANNED_RETURN, effect.plannedReturn())
                    .set(DECISION_EFFECT.LOCAL, effect.local())
                    .set(DECISION_EFFECT.PRIOR_END, effect.priorEnd())
                    .set(DECISION_EFFECT.RECORDED_FROM, utc(belief.from()))
                    .execute();
        }
    }

    private boolean insert(UUID id, Belief belief) {
        ManagementScope authority = belief.authority();
        return db.insertInto(DECISION)
                        .set(DECISION.ID, id)
                        .set(DECISION.VALID, localDateRange(EVER.from(), null))
                        .set(DECISION.STATE, belief.state().name())
                        .set(DECISION.KIND, belief.kind().name())
                        .set(DECISION.NUMBER, belief.number())
                        .set(DECISION.SIGNED_ON, belief.signedOn())
                        .set(DECISION.AUTHORITY, authority == null ? null : (short) authority.ordinal())
                        .set(
                                DECISION.ISSUER,
                                authority == null || authority.isOneBody()
                                        ? null
                                        : belief.effects().getFirst().unitId())
                        .set(DECISION.EFFECTS, (short) belief.allEffects())
                        .set(DECISION.BACKDATED, belief.backdated())
                        .set(DECISION.RESCINDED_BY, belief.rescindedBy())
                        .set(DECISION.RESCINDED_ON, belief.rescindedOn())
                        .set(DECISION.AUTHORS, belief.authors().toArray(String[]::new))
                        .set(DECISION.ISSUED_BY, belief.issuedBy())
                        .set(DECISION.ISSUED_HANDS, belief.issuers().toArray(String[]::new))
                        .set(DECISION.REASON, belief.reason())
                        .set(DECISION.RECORDED_BY, belief.by())
                        .set(DECISION.RECORDED_BY_NAME, belief.byName())
                        .set(DECISION.RECORDED_FROM, utc(belief.from()))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Decisions with all their beliefs, in the order of the ids; none of which the actor sees no effect. */
    private List<Decision> whole(@Nullable Actor actor, List<UUID> ids) {
        return decisions(actor, ids, ever(DECISION_EFFECT), ever(DECISION));
    }

    /** The same with what is believed now alone, for lists. */
    private List<Decision> now(Actor actor, List<UUID> ids) {
        return decisions(actor, ids, DECISION_EFFECT, DECISION);
    }

    private List<Decision> decisions(
            @Nullable Actor actor, List<UUID> ids, Table<?> knownEffects, Table<?> knownDecisions) {
        Map<UUID, List<Timed>> effects = db.select()
                .from(knownEffects)
                .where(DECISION_EFFECT.DECISION_ID.in(ids))
                .and(seen(actor, DECISION_EFFECT.PERSON_ID))
                .orderBy(DECISION_EFFECT.ORDINAL)
                .fetchGroups(DECISION_EFFECT.DECISION_ID, JooqDecisions::effect);
        List<UUID> seen = ids.stream()
                .filter(id -> effects.getOrDefault(id, List.of()).stream().anyMatch(Timed::stands))
                .toList();
        Map<UUID, List<Belief>> beliefs = db.select()
                .from(knownDecisions)
                .where(DECISION.ID.in(seen))
                .orderBy(DECISION.RECORDED_FROM)
                .fetchGroups(DECISION.ID, line -> belief(line, effects));
        Map<UUID, Decision> found = db.select()
                .from(DECISION_FILE)
                .where(DECISION_FILE.ID.in(seen))
                .fetchMap(
                        DECISION_FILE.ID,
                        file -> new Decision(
                                file.get(DECISION_FILE.ID),
                                file.get(DECISION_FILE.REVISION),
                                file.get(DECISION_FILE.RECORDED_AT).toInstant(),
                                file.get(DECISION_FILE.PROCEDURE_ID),
                                beliefs.getOrDefault(file.get(DECISION_FILE.ID), List.of())));
        return seen.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** An effect with the instant from which it was believed, which is its decision's, and whether it still is. */
    private record Timed(Effect effect, Instant from, boolean stands) {}

    private static Timed effect(Record line) {
        return new Timed(
                new Effect(
                        line.get(DECISION_EFFECT.ID),
                        line.get(DECISION_EFFECT.PERSON_ID),
                        Effect.Act.valueOf(line.get(DECISION_EFFECT.ACT)),
                        line.get(DECISION_EFFECT.SEAT_ID),
                        line.get(DECISION_EFFECT.ASSIGNMENT_ID),
                        line.get(DECISION_EFFECT.UNIT_ID),
                        line.get(DECISION_EFFECT.TITLE),
                        scope(line.get(DECISION_EFFECT.SCOPE)),
                        line.get(DECISION_EFFECT.EFFECTIVE_FROM),
                        line.get(DECISION_EFFECT.UNTIL),
                        line.get(DECISION_EFFECT.TERM_MONTHS),
                        line.get(DECISION_EFFECT.ACTING),
                        line.get(DECISION_EFFECT.CONCURRENT),
                        direction(line.get(DECISION_EFFECT.DIRECTION)),
                        line.get(DECISION_EFFECT.PLANNED_RETURN),
                        line.get(DECISION_EFFECT.LOCAL),
                        line.get(DECISION_EFFECT.PRIOR_END)),
                line.get(DECISION_EFFECT.RECORDED_FROM).toInstant(),
                recordedTo(line) == null);
    }

    private static Belief belief(Record line, Map<UUID, List<Timed>> effects) {
        Instant from = line.get(DECISION.RECORDED_FROM).toInstant();
        return new Belief(
                DecisionState.valueOf(line.get(DECISION.STATE)),
                DecisionKind.valueOf(line.get(DECISION.KIND)),
                line.get(DECISION.NUMBER),
                line.get(DECISION.SIGNED_ON),
                authority(line.get(DECISION.AUTHORITY)),
                effects.getOrDefault(line.get(DECISION.ID), List.of()).stream()
                        .filter(timed -> timed.from().equals(from))
                        .map(Timed::effect)
                        .toList(),
                line.get(DECISION.EFFECTS),
                line.get(DECISION.BACKDATED),
                line.get(DECISION.RESCINDED_BY),
                line.get(DECISION.RESCINDED_ON),
                new TreeSet<>(List.of(line.get(DECISION.AUTHORS))),
                line.get(DECISION.ISSUED_BY),
                Set.of(line.get(DECISION.ISSUED_HANDS)),
                line.get(DECISION.REASON),
                line.get(DECISION.RECORDED_BY),
                line.get(DECISION.RECORDED_BY_NAME),
                from,
                recordedTo(line),
                endedBecause(line));
    }

    private static Effect.@Nullable Direction direction(@Nullable String name) {
        return name == null ? null : Effect.Direction.valueOf(name);
    }

    private static @Nullable ManagementScope authority(@Nullable Short ordinal) {
        return ordinal == null ? null : scope(ordinal);
    }

    private static ManagementScope scope(short ordinal) {
        return ManagementScope.values()[ordinal];
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
