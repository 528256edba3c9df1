package opencadre.planning.plan.data;

import static opencadre.planning.jooq.Tables.PERSON_COPY;
import static opencadre.planning.jooq.Tables.PLAN_ENTRY;
import static opencadre.planning.jooq.Tables.PLAN_ENTRY_FILE;
import static opencadre.planning.jooq.Tables.PLAN_ENTRY_PAST;
import static opencadre.planning.jooq.Tables.PLAN_FILE;
import static opencadre.planning.jooq.Tables.POST_COPY;
import static opencadre.planning.jooq.Tables.SEAT_COPY;
import static opencadre.planning.jooq.Tables.SEAT_TITLE;
import static opencadre.planning.jooq.Tables.UNIT_COPY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.postgres.extensions.types.LocalDateRange.localDateRange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.time.Period;
import opencadre.kit.time.TwoClocks;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.plan.Act;
import opencadre.planning.plan.PlanEntry;
import opencadre.planning.plan.PlanEntryFile;
import opencadre.planning.plan.PlanLine;
import opencadre.planning.plan.PlanOfPerson;
import opencadre.planning.plan.PlanSource;
import opencadre.planning.plan.PlanState;
import opencadre.planning.plan.PlannedSeat;
import opencadre.planning.plan.Plans;
import opencadre.planning.plan.rule.FulfilmentRules.Title;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqPlans implements Plans {

    /** An entry is superseded over its whole validity: one entry, one belief. */
    private static final Period EVER = Period.since(LocalDate.of(1, 1, 1));

    private final DSLContext db;
    private final TwoClocks clocks;
    private final Places places;
    private final ScopedWork work;

    JooqPlans(DSLContext db, TwoClocks clocks, Places places, ScopedWork work) {
        this.db = db;
        this.clocks = clocks;
        this.places = places;
        this.work = work;
    }

    @Override
    public void hold(UUID personId) {
        lockText("plan of " + personId);
    }

    @Override
    public void holdTitle(String titleInUnit) {
        lockText("plan for " + titleInUnit);
    }

    private void lockText(String what) {
        db.fetch("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", what);
    }

    @Override
    public Optional<PlannedSeat> seat(Actor actor, UUID seatId) {
        return db.select(SEAT_TITLE.fields())
                .select(SEAT_COPY.VALID_FROM, SEAT_COPY.VALID_TO)
                .from(SEAT_COPY)
                .join(SEAT_TITLE)
                .on(SEAT_TITLE.SEAT_ID.eq(SEAT_COPY.SEAT_ID))
                .where(SEAT_COPY.SEAT_ID.eq(seatId))
                .and(places.unitInReach(actor, SEAT_COPY.UNIT_ID, SEAT_COPY.SCOPE))
                .fetchOptional(line -> seat(
                        line,
                        Period.of(line.get(SEAT_COPY.VALID_FROM), open(line.get(SEAT_COPY.VALID_TO)))
                                .orElseThrow()));
    }

    @Override
    public Map<UUID, PlannedSeat> seats(Collection<UUID> seatIds) {
        return db.selectFrom(SEAT_TITLE).where(SEAT_TITLE.SEAT_ID.in(seatIds)).fetch(line -> seat(line, EVER)).stream()
                .collect(Collectors.toMap(PlannedSeat::id, seat -> seat));
    }

    private static PlannedSeat seat(Record line, Period valid) {
        return new PlannedSeat(
                line.get(SEAT_TITLE.SEAT_ID),
                line.get(SEAT_TITLE.UNIT_ID),
                line.get(SEAT_TITLE.CODE),
                Set.of(line.get(SEAT_TITLE.EQUAL_TITLES)),
                line.get(SEAT_TITLE.RANK),
                line.get(SEAT_TITLE.LEVEL),
                Regime.valueOf(line.get(SEAT_TITLE.REGIME)),
                valid);
    }

    @Override
    public Optional<UUID> personOf(Actor actor, UUID id) {
        return db.select(PLAN_ENTRY_FILE.PERSON_ID)
                .from(PLAN_ENTRY_FILE)
                .where(PLAN_ENTRY_FILE.ID.eq(id))
                .and(places.visible(actor, PLAN_ENTRY_FILE.PERSON_ID))
                .fetchOptional(PLAN_ENTRY_FILE.PERSON_ID);
    }

    @Override
    public Map<UUID, Aim> aims(Actor actor, Collection<UUID> ids) {
        return db.select(PLAN_ENTRY_FILE.ID, PLAN_ENTRY_FILE.PERSON_ID, PLAN_ENTRY_FILE.SEAT_ID)
                .from(PLAN_ENTRY_FILE)
                .where(PLAN_ENTRY_FILE.ID.in(ids))
                .and(places.visible(actor, PLAN_ENTRY_FILE.PERSON_ID))
                .fetchMap(
                        PLAN_ENTRY_FILE.ID,
                        line -> new Aim(line.get(PLAN_ENTRY_FILE.PERSON_ID), line.get(PLAN_ENTRY_FILE.SEAT_ID)));
    }

    @Override
    public UUID add(UUID personId, UUID seatId, Instant recordedAt) {
        return db.insertInto(PLAN_ENTRY_FILE)
                .set(PLAN_ENTRY_FILE.PERSON_ID, personId)
                .set(PLAN_ENTRY_FILE.SEAT_ID, seatId)
                .set(PLAN_ENTRY_FILE.REVISION, 1L)
                .set(PLAN_ENTRY_FILE.RECORDED_AT, utc(recordedAt))
                .returningResult(PLAN_ENTRY_FILE.ID)
                .fetchSingle()
                .value1();
    }

    @Override
    public Optional<PlanEntryFile> lock(UUID id) {
        return db.select(PLAN_ENTRY_FILE.ID)
                .from(PLAN_ENTRY_FILE)
                .where(PLAN_ENTRY_FILE.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .flatMap(held -> file(id));
    }

    @Override
    public Optional<PlanEntryFile> file(UUID id) {
        return db.selectFrom(PLAN_ENTRY_FILE)
                .where(PLAN_ENTRY_FILE.ID.eq(id))
                .fetchOptional(file -> new PlanEntryFile(
                        id,
                        file.get(PLAN_ENTRY_FILE.PERSON_ID),
                        file.get(PLAN_ENTRY_FILE.REVISION),
                        file.get(PLAN_ENTRY_FILE.RECORDED_AT).toInstant(),
                        beliefs(PLAN_ENTRY.ID.eq(id), PLAN_ENTRY_PAST.ID.eq(id))));
    }

    private List<PlanEntry> beliefs(Condition now, Condition past) {
        List<PlanEntry> beliefs =
                new ArrayList<>(db.selectFrom(PLAN_ENTRY_PAST).where(past).fetch(JooqPlans::past));
        beliefs.addAll(db.selectFrom(PLAN_ENTRY).where(now).fetch(JooqPlans::entry));
        beliefs.sort(
                Comparator.comparing((PlanEntry belief) -> belief.latest().at()).thenComparing(PlanEntry::id));
        return beliefs;
    }

    @Override
    public void record(PlanEntry entry) {
        PlanEntry.Paper paper = entry.paper();
        PlanEntry.Approval approval = entry.approval();
        PlanEntry.Removal removal = entry.removal();
        Act approved = approval == null ? null : approval.act();
        db.insertInto(PLAN_ENTRY)
                .set(PLAN_ENTRY.ID, entry.id())
                .set(PLAN_ENTRY.PERSON_ID, entry.personId())
                .set(PLAN_ENTRY.SEAT_ID, entry.seatId())
                .set(
                        PLAN_ENTRY.VALID,
                        localDateRange(entry.valid().from(), entry.valid().to()))
                .set(PLAN_ENTRY.TERM, entry.term())
                .set(PLAN_ENTRY.SOURCE, entry.source().name())
                .set(PLAN_ENTRY.PAPER_DECISION, paper == null ? null : paper.decision())
                .set(PLAN_ENTRY.PAPER_ON, paper == null ? null : paper.on())
                .set(PLAN_ENTRY.APPROVED_ON, approval == null ? null : approval.on())
                .set(PLAN_ENTRY.DECISION, approval == null ? null : approval.decision())
                .set(PLAN_ENTRY.REMOVED_ON, removal == null ? null : removal.on())
                .set(PLAN_ENTRY.REMOVAL_DECISION, removal == null ? null : removal.decision())
                .set(PLAN_ENTRY.REMOVAL_REASON, removal == null ? null : removal.reason())
                .set(
                        PLAN_ENTRY.ENDED,
                        entry.ended() == null ? null : entry.ended().name())
                .set(PLAN_ENTRY.PROPOSED_BY, entry.proposed().account())
                .set(PLAN_ENTRY.PROPOSED_BY_NAME, entry.proposed().name())
                .set(PLAN_ENTRY.PROPOSED_AT, utc(entry.proposed().at()))
                .set(PLAN_ENTRY.PROPOSED_HANDS, entry.proposed().hands().toArray(String[]::new))
                .set(PLAN_ENTRY.APPROVED_BY, approved == null ? null : approved.account())
                .set(PLAN_ENTRY.APPROVED_BY_NAME, approved == null ? null : approved.name())
                .set(PLAN_ENTRY.APPROVED_AT, approved == null ? null : utc(approved.at()))
                .set(
                        PLAN_ENTRY.APPROVED_HANDS,
                        approved == null ? null : approved.hands().toArray(String[]::new))
                .set(PLAN_ENTRY.REASON, entry.latest().reason())
                .set(PLAN_ENTRY.RECORDED_BY, entry.latest().account())
                .set(PLAN_ENTRY.RECORDED_BY_NAME, entry.latest().name())
                .set(PLAN_ENTRY.RECORDED_FROM, utc(entry.latest().at()))
                .execute();
    }

    @Override
    public void end(UUID id, Instant at, String because) {
        clocks.supersede(PLAN_ENTRY, id, EVER, at, because);
    }

    @Override
    public void revise(UUID id, long revision, Instant recordedAt) {
        db.update(PLAN_ENTRY_FILE)
                .set(PLAN_ENTRY_FILE.REVISION, revision)
                .set(PLAN_ENTRY_FILE.RECORDED_AT, utc(recordedAt))
                .where(PLAN_ENTRY_FILE.ID.eq(id))
                .execute();
    }

    @Override
    public List<PlanEntryFile> of(UUID personId) {
        return db.select(PLAN_ENTRY.fields())
                .select(PLAN_ENTRY_FILE.REVISION, PLAN_ENTRY_FILE.RECORDED_AT)
                .from(PLAN_ENTRY)
                .join(PLAN_ENTRY_FILE)
                .on(PLAN_ENTRY_FILE.ID.eq(PLAN_ENTRY.ID))
                .where(PLAN_ENTRY.PERSON_ID.eq(personId))
                .orderBy(PLAN_ENTRY.ID)
                .fetch(line -> new PlanEntryFile(
                        line.get(PLAN_ENTRY.ID),
                        personId,
                        line.get(PLAN_ENTRY_FILE.REVISION),
                        line.get(PLAN_ENTRY_FILE.RECORDED_AT).toInstant(),
                        List.of(entry(line))));
    }

    @Override
    public OptionalLong revision(Actor actor, UUID id) {
        return db
                .select(PLAN_ENTRY_FILE.REVISION)
                .from(PLAN_ENTRY_FILE)
                .where(PLAN_ENTRY_FILE.ID.eq(id))
                .and(places.visible(actor, PLAN_ENTRY_FILE.PERSON_ID))
                .fetch(PLAN_ENTRY_FILE.REVISION)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public PlanOfPerson publish(UUID personId, Instant recordedAt) {
        long revision = db.insertInto(PLAN_FILE)
                .set(PLAN_FILE.PERSON_ID, personId)
                .set(PLAN_FILE.REVISION, 1L)
                .set(PLAN_FILE.RECORDED_AT, utc(recordedAt))
                .onConflict(PLAN_FILE.PERSON_ID)
                .doUpdate()
                .set(PLAN_FILE.REVISION, PLAN_FILE.REVISION.plus(1))
                .set(PLAN_FILE.RECORDED_AT, utc(recordedAt))
                .returningResult(PLAN_FILE.REVISION)
                .fetchSingle()
                .value1();
        List<PlanEntry> told =
                beliefs(PLAN_ENTRY.PERSON_ID.eq(personId), PLAN_ENTRY_PAST.PERSON_ID.eq(personId)).stream()
                        .filter(PlanEntry::isTold)
                        .toList();
        return new PlanOfPerson(personId, revision, recordedAt, told);
    }

    @Override
    public List<Standing> standing(UUID personId, PlannedSeat seat, LocalDate from, @Nullable UUID except) {
        return work.unfenced(() -> db.select(
                        PLAN_ENTRY.ID,
                        PLAN_ENTRY.PERSON_ID,
                        PLAN_ENTRY.VALID_FROM,
                        PLAN_ENTRY.VALID_TO,
                        SEAT_TITLE.UNIT_ID,
                        SEAT_TITLE.CODE,
                        SEAT_TITLE.LEVEL)
                .from(PLAN_ENTRY)
                .join(SEAT_TITLE)
                .on(SEAT_TITLE.SEAT_ID.eq(PLAN_ENTRY.SEAT_ID))
                .where(PLAN_ENTRY.APPROVED_ON.isNotNull())
                .and(PLAN_ENTRY.VALID_TO.gt(from))
                .and(PLAN_ENTRY
                        .PERSON_ID
                        .eq(personId)
                        .or(PLAN_ENTRY.SEAT_ID.in(select(SEAT_TITLE.as("s").SEAT_ID)
                                .from(SEAT_TITLE.as("s"))
                                .where(SEAT_TITLE.as("s").UNIT_ID.eq(seat.unitId()))
                                .and(SEAT_TITLE.as("s").CODE.eq(seat.code())))))
                .and(except == null ? noCondition() : PLAN_ENTRY.ID.ne(except))
                .fetch(line -> new Standing(
                        line.get(PLAN_ENTRY.ID),
                        line.get(PLAN_ENTRY.PERSON_ID),
                        line.get(SEAT_TITLE.UNIT_ID) + " " + line.get(SEAT_TITLE.CODE),
                        line.get(SEAT_TITLE.LEVEL),
                        new Period(line.get(PLAN_ENTRY.VALID_FROM), open(line.get(PLAN_ENTRY.VALID_TO))))));
    }

    @Override
    public Map<UUID, List<Post>> posts(Collection<UUID> personIds) {
        return db.select(
                        POST_COPY.PERSON_ID,
                        POST_COPY.SEAT_ID,
                        POST_COPY.ACTING,
                        POST_COPY.VALID_FROM,
                        POST_COPY.VALID_TO)
                .select(SEAT_TITLE.fields())
                .from(POST_COPY)
                .leftJoin(SEAT_TITLE)
                .on(SEAT_TITLE.SEAT_ID.eq(POST_COPY.SEAT_ID))
                .where(POST_COPY.PERSON_ID.in(personIds))
                .orderBy(POST_COPY.VALID_FROM, POST_COPY.ASSIGNMENT_ID)
                .fetchGroups(POST_COPY.PERSON_ID, JooqPlans::post);
    }

    private static Post post(Record line) {
        UUID seatId = line.get(POST_COPY.SEAT_ID);
        boolean known = line.get(SEAT_TITLE.CODE) != null;
        return new Post(
                seatId,
                known
                        ? new Title(
                                Objects.requireNonNull(seatId),
                                line.get(SEAT_TITLE.UNIT_ID),
                                line.get(SEAT_TITLE.CODE),
                                Set.of(line.get(SEAT_TITLE.EQUAL_TITLES)))
                        : null,
                known ? line.get(SEAT_TITLE.RANK) : null,
                line.get(POST_COPY.ACTING),
                new Period(line.get(POST_COPY.VALID_FROM), open(line.get(POST_COPY.VALID_TO))));
    }

    @Override
    public Set<UUID> peopleAround(UUID seatId) {
        return new HashSet<>(db.selectDistinct(PLAN_ENTRY_FILE.PERSON_ID)
                .from(PLAN_ENTRY_FILE)
                .where(PLAN_ENTRY_FILE.SEAT_ID.eq(seatId))
                .union(select(PLAN_ENTRY_FILE.PERSON_ID)
                        .from(PLAN_ENTRY_FILE)
                        .join(POST_COPY)
                        .on(POST_COPY.PERSON_ID.eq(PLAN_ENTRY_FILE.PERSON_ID))
                        .where(POST_COPY.SEAT_ID.eq(seatId)))
                .fetch(PLAN_ENTRY_FILE.PERSON_ID));
    }

    @Override
    public List<PlanLine> page(Actor actor, List<Actor> proposals, Query query, @Nullable Position after, int limit) {
        return lines(query.day())
                .where(visible(actor, proposals))
                .and(query.personId() == null ? noCondition() : PLAN_ENTRY.PERSON_ID.eq(query.personId()))
                .and(query.seatId() == null ? noCondition() : PLAN_ENTRY.SEAT_ID.eq(query.seatId()))
                .and(query.unitId() == null ? noCondition() : below(query.unitId()))
                .and(standing(query.state(), query.day()))
                .and(
                        after == null
                                ? noCondition()
                                : row(PLAN_ENTRY.RECORDED_FROM, PLAN_ENTRY.ID)
                                        .gt(utc(after.recordedFrom()), after.id()))
                .orderBy(PLAN_ENTRY.RECORDED_FROM, PLAN_ENTRY.ID)
                .limit(limit)
                .fetch(JooqPlans::line);
    }

    @Override
    public Optional<PlanLine> find(Actor actor, List<Actor> proposals, UUID id, LocalDate day) {
        return lines(day)
                .where(visible(actor, proposals))
                .and(PLAN_ENTRY.ID.eq(id))
                .fetchOptional(JooqPlans::line);
    }

    private SelectOnConditionStep<Record> lines(LocalDate day) {
        return db.select(PLAN_ENTRY.fields())
                .select(PLAN_ENTRY_FILE.REVISION, PERSON_COPY.FULL_NAME)
                .select(coalesce(SEAT_TITLE.NAME, inline("")).as("title"))
                .select(coalesce(SEAT_TITLE.UNIT_ID, PLAN_ENTRY.SEAT_ID).as("unit_id"))
                .select(coalesce(UNIT_COPY.NAME, inline("")).as("unit_name"))
                .from(PLAN_ENTRY)
                .join(PLAN_ENTRY_FILE)
                .on(PLAN_ENTRY_FILE.ID.eq(PLAN_ENTRY.ID))
                .join(PERSON_COPY)
                .on(PERSON_COPY.PERSON_ID.eq(PLAN_ENTRY.PERSON_ID))
                .leftJoin(SEAT_TITLE)
                .on(SEAT_TITLE.SEAT_ID.eq(PLAN_ENTRY.SEAT_ID))
                .leftJoin(UNIT_COPY)
                .on(UNIT_COPY.UNIT_ID.eq(SEAT_TITLE.UNIT_ID))
                .and(UNIT_COPY.VALID_FROM.le(day))
                .and(UNIT_COPY.VALID_TO.gt(day));
    }

    /** Before approval it is for those alone who may propose or approve there. */
    private Condition visible(Actor actor, List<Actor> proposals) {
        Condition proposal = proposals.stream()
                .map(each -> places.visible(each, PLAN_ENTRY.PERSON_ID))
                .reduce(falseCondition(), Condition::or);
        return places.visible(actor, PLAN_ENTRY.PERSON_ID)
                .and(PLAN_ENTRY.APPROVED_ON.isNotNull().or(proposal));
    }

    private static Condition below(UUID unitId) {
        return condition(
                "seat_title.unit_id IN (SELECT n.unit_id FROM unit_node n JOIN unit_node above ON above.unit_id = {0}"
                        + " WHERE n.lo BETWEEN above.lo AND above.hi)",
                val(unitId));
    }

    private static Condition standing(@Nullable PlanState state, LocalDate day) {
        Condition approved = PLAN_ENTRY.APPROVED_ON.isNotNull().and(PLAN_ENTRY.VALID_FROM.le(day));
        Condition waiting = PLAN_ENTRY.APPROVED_ON.isNull().and(PLAN_ENTRY.REMOVED_ON.isNull());
        Condition turnedDown = PLAN_ENTRY.APPROVED_ON.isNull().and(PLAN_ENTRY.REMOVED_ON.isNotNull());
        Condition over = approved.and(PLAN_ENTRY.VALID_TO.le(day));
        return switch (state) {
            case null -> approved.or(PLAN_ENTRY.APPROVED_ON.isNull());
            case PROPOSED -> waiting;
            case APPROVED -> approved.and(PLAN_ENTRY.VALID_TO.gt(day));
            case FULFILLED -> over.and(PLAN_ENTRY.ENDED.eq(PlanEntry.Ending.FULFILLED.name()));
            case REMOVED ->
                over.and(PLAN_ENTRY.ENDED.eq(PlanEntry.Ending.REMOVED.name())).or(turnedDown);
        };
    }

    @Override
    public Optional<Long> erase(UUID personId) {
        db.deleteFrom(PLAN_ENTRY_FILE)
                .where(PLAN_ENTRY_FILE.PERSON_ID.eq(personId))
                .execute();
        return db.deleteFrom(PLAN_FILE)
                .where(PLAN_FILE.PERSON_ID.eq(personId))
                .returningResult(PLAN_FILE.REVISION)
                .fetchOptional()
                .map(gone -> gone.value1());
    }

    private static PlanLine line(Record line) {
        return new PlanLine(
                entry(line),
                line.get(PLAN_ENTRY_FILE.REVISION),
                line.get(PERSON_COPY.FULL_NAME),
                line.get("title", String.class),
                line.get("unit_id", UUID.class),
                line.get("unit_name", String.class));
    }

    private static PlanEntry entry(Record line) {
        return new PlanEntry(
                line.get(PLAN_ENTRY.ID),
                line.get(PLAN_ENTRY.PERSON_ID),
                line.get(PLAN_ENTRY.SEAT_ID),
                line.get(PLAN_ENTRY.TERM),
                PlanSource.valueOf(line.get(PLAN_ENTRY.SOURCE)),
                new Act(
                        line.get(PLAN_ENTRY.PROPOSED_BY),
                        line.get(PLAN_ENTRY.PROPOSED_BY_NAME),
                        line.get(PLAN_ENTRY.PROPOSED_AT).toInstant(),
                        null,
                        Set.of(line.get(PLAN_ENTRY.PROPOSED_HANDS))),
                paper(line.get(PLAN_ENTRY.PAPER_DECISION), line.get(PLAN_ENTRY.PAPER_ON)),
                approval(
                        line.get(PLAN_ENTRY.APPROVED_ON),
                        line.get(PLAN_ENTRY.DECISION),
                        line.get(PLAN_ENTRY.APPROVED_BY),
                        line.get(PLAN_ENTRY.APPROVED_BY_NAME),
                        line.get(PLAN_ENTRY.APPROVED_AT),
                        line.get(PLAN_ENTRY.APPROVED_HANDS)),
                removal(
                        line.get(PLAN_ENTRY.REMOVED_ON),
                        line.get(PLAN_ENTRY.REMOVAL_DECISION),
                        line.get(PLAN_ENTRY.REMOVAL_REASON)),
                ending(line.get(PLAN_ENTRY.ENDED)),
                new Period(
                        Objects.requireNonNull(line.get(PLAN_ENTRY.VALID).lower()),
                        line.get(PLAN_ENTRY.VALID).upper()),
                new Act(
                        line.get(PLAN_ENTRY.RECORDED_BY),
                        line.get(PLAN_ENTRY.RECORDED_BY_NAME),
                        line.get(PLAN_ENTRY.RECORDED_FROM).toInstant(),
                        line.get(PLAN_ENTRY.REASON),
                        Set.of()),
                null,
                null);
    }

    private static PlanEntry past(Record line) {
        var recorded = line.get(PLAN_ENTRY_PAST.RECORDED);
        return new PlanEntry(
                line.get(PLAN_ENTRY_PAST.ID),
                line.get(PLAN_ENTRY_PAST.PERSON_ID),
                line.get(PLAN_ENTRY_PAST.SEAT_ID),
                line.get(PLAN_ENTRY_PAST.TERM),
                PlanSource.valueOf(line.get(PLAN_ENTRY_PAST.SOURCE)),
                new Act(
                        line.get(PLAN_ENTRY_PAST.PROPOSED_BY),
                        line.get(PLAN_ENTRY_PAST.PROPOSED_BY_NAME),
                        line.get(PLAN_ENTRY_PAST.PROPOSED_AT).toInstant(),
                        null,
                        Set.of(line.get(PLAN_ENTRY_PAST.PROPOSED_HANDS))),
                paper(line.get(PLAN_ENTRY_PAST.PAPER_DECISION), line.get(PLAN_ENTRY_PAST.PAPER_ON)),
                approval(
                        line.get(PLAN_ENTRY_PAST.APPROVED_ON),
                        line.get(PLAN_ENTRY_PAST.DECISION),
                        line.get(PLAN_ENTRY_PAST.APPROVED_BY),
                        line.get(PLAN_ENTRY_PAST.APPROVED_BY_NAME),
                        line.get(PLAN_ENTRY_PAST.APPROVED_AT),
                        line.get(PLAN_ENTRY_PAST.APPROVED_HANDS)),
                removal(
                        line.get(PLAN_ENTRY_PAST.REMOVED_ON),
                        line.get(PLAN_ENTRY_PAST.REMOVAL_DECISION),
                        line.get(PLAN_ENTRY_PAST.REMOVAL_REASON)),
                ending(line.get(PLAN_ENTRY_PAST.ENDED)),
                new Period(
                        Objects.requireNonNull(line.get(PLAN_ENTRY_PAST.VALID).lower()),
                        line.get(PLAN_ENTRY_PAST.VALID).upper()),
                new Act(
                        line.get(PLAN_ENTRY_PAST.RECORDED_BY),
                        line.get(PLAN_ENTRY_PAST.RECORDED_BY_NAME),
                        Objects.requireNonNull(recorded.lower()).toInstant(),
                        line.get(PLAN_ENTRY_PAST.REASON),
                        Set.of()),
                Objects.requireNonNull(recorded.upper()).toInstant(),
                line.get(PLAN_ENTRY_PAST.ENDED_BECAUSE));
    }

    private static PlanEntry.@Nullable Paper paper(@Nullable String decision, @Nullable LocalDate on) {
        return decision == null || on == null ? null : new PlanEntry.Paper(decision, on);
    }

    private static PlanEntry.@Nullable Approval approval(
            @Nullable LocalDate on,
            @Nullable String decision,
            @Nullable String account,
            @Nullable String name,
            @Nullable OffsetDateTime at,
            String @Nullable [] hands) {
        return on == null || decision == null || account == null || name == null || at == null || hands == null
                ? null
                : new PlanEntry.Approval(decision, on, new Act(account, name, at.toInstant(), null, Set.of(hands)));
    }

    private static PlanEntry.@Nullable Removal removal(
            @Nullable LocalDate on, @Nullable String decision, @Nullable String reason) {
        return on == null || reason == null ? null : new PlanEntry.Removal(on, decision, reason);
    }

    private static PlanEntry.@Nullable Ending ending(@Nullable String ended) {
        return ended == null ? null : PlanEntry.Ending.valueOf(ended);
    }

    /** Copies end open periods on a day at the end of all calendars, ranges of their own with the driver's. */
    private static @Nullable LocalDate open(LocalDate to) {
        return to.getYear() >= 9999 ? null : to;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
