package opencadre.personnel.decision.data;

import static opencadre.kit.time.TwoClocks.endedBecause;
import static opencadre.kit.time.TwoClocks.ever;
import static opencadre.kit.time.TwoClocks.recordedTo;
import static opencadre.personnel.jooq.Tables.DECISION;
import static opencadre.personnel.jooq.Tables.DECISION_EFFECT;
import static opencadre.personnel.jooq.Tables.DECISION_FILE;
import static opencadre.personnel.jooq.Tables.IDENTITY;
import static opencadre.personnel.jooq.Tables.REORGANISATION_POST;
import static opencadre.personnel.jooq.Tables.UNIT_NODE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
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
import opencadre.kit.time.Period;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.decision.Decision;
import opencadre.personnel.decision.Decision.Belief;
import opencadre.personnel.decision.DecisionKind;
import opencadre.personnel.decision.DecisionState;
import opencadre.personnel.decision.Decisions;
import opencadre.personnel.decision.Effect;
import opencadre.personnel.seat.ManagementScope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqDecisions implements Decisions {

    /** A decision is superseded over its whole validity: one paper, one belief. */
    private static final Period EVER = Period.since(LocalDate.of(1, 1, 1));

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
    public Map<UUID, LocalDate> rotatedOn(Collection<UUID> assignmentIds) {
        if (assignmentIds.isEmpty()) {
            return Map.of();
        }
        return db.select(DECISION_EFFECT.ASSIGNMENT_ID, DECISION_EFFECT.EFFECTIVE_FROM)
                .from(DECISION_EFFECT)
                .join(DECISION)
                .on(DECISION.ID.eq(DECISION_EFFECT.DECISION_ID))
                .where(DECISION_EFFECT.ASSIGNMENT_ID.in(assignmentIds))
                .and("decision_effect.act = 'START'")
                .and(DECISION.KIND.eq(DecisionKind.ROTATE.name()))
                .and(DECISION.STATE.eq(DecisionState.ISSUED.name()))
                .fetchMap(DECISION_EFFECT.ASSIGNMENT_ID, DECISION_EFFECT.EFFECTIVE_FROM);
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
