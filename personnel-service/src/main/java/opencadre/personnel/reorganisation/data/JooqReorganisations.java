package opencadre.personnel.reorganisation.data;

import static opencadre.personnel.jooq.Tables.ASSIGNMENT;
import static opencadre.personnel.jooq.Tables.IDENTITY;
import static opencadre.personnel.jooq.Tables.REORGANISATION;
import static opencadre.personnel.jooq.Tables.REORGANISATION_POST;
import static opencadre.personnel.jooq.Tables.SEAT;
import static opencadre.personnel.jooq.Tables.UNIT_NODE;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.time.Period;
import opencadre.personnel.reorganisation.AffectedPost;
import opencadre.personnel.reorganisation.Impact;
import opencadre.personnel.reorganisation.OtherService;
import opencadre.personnel.reorganisation.Placement;
import opencadre.personnel.reorganisation.Reorganisation;
import opencadre.personnel.reorganisation.ReorganisationState;
import opencadre.personnel.reorganisation.Reorganisations;
import opencadre.personnel.seat.ManagementScope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class JooqReorganisations implements Reorganisations {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Everything but the document and what it brought about. */
    private static final List<Field<?>> LINE = Stream.of(REORGANISATION.fields())
            .filter(column -> !column.equals(REORGANISATION.CONTENT) && !column.equals(REORGANISATION.BROUGHT_ABOUT))
            .toList();

    private final DSLContext db;
    private final Places places;

    JooqReorganisations(DSLContext db, Places places) {
        this.db = db;
        this.places = places;
    }

    @Override
    public List<Reorganisation> page(Actor actor, @Nullable UUID after, int limit) {
        return db.select(LINE)
                .from(REORGANISATION)
                .where(reached(actor))
                .and(after == null ? noCondition() : REORGANISATION.ID.lt(after))
                .orderBy(REORGANISATION.ID.desc())
                .limit(limit)
                .fetch(line -> reorganisation(line, head(line), null));
    }

    @Override
    public Optional<Reorganisation> find(Actor actor, UUID id) {
        return db.select()
                .from(REORGANISATION)
                .where(REORGANISATION.ID.eq(id))
                .and(reached(actor))
                .fetchOptional(JooqReorganisations::reorganisation);
    }

    @Override
    public Optional<Reorganisation> lock(Actor actor, UUID id) {
        return db.select(REORGANISATION.ID)
                .from(REORGANISATION)
                .where(REORGANISATION.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                // Read after the lock is held, so that it is what the one before left.
                .flatMap(held -> find(actor, id));
    }

    /** The service's own fence, the same question as the policy of the table. */
    private Condition reached(Actor actor) {
        return places.unitsInReach(actor, REORGANISATION.UNITS, REORGANISATION.LEVEL);
    }

    @Override
    public void add(Reorganisation reorganisation) {
        db.insertInto(REORGANISATION)
                .set(REORGANISATION.ID, reorganisation.id())
                .set(values(reorganisation))
                .execute();
    }

    @Override
    public void put(Reorganisation reorganisation) {
        db.update(REORGANISATION)
                .set(values(reorganisation))
                .where(REORGANISATION.ID.eq(reorganisation.id()))
                .execute();
    }

    private static Map<Field<?>, Object> values(Reorganisation reorganisation) {
        Reorganisation.Content content = reorganisation.content();
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(REORGANISATION.REVISION, reorganisation.revision());
        values.put(REORGANISATION.RECORDED_AT, reorganisation.recordedAt().atOffset(ZoneOffset.UTC));
        values.put(REORGANISATION.STATE, reorganisation.state().name());
        values.put(REORGANISATION.NAME, content.name());
        values.put(REORGANISATION.INSTRUMENT, content.instrument());
        values.put(REORGANISATION.EFFECTIVE_ON, content.effectiveOn());
        values.put(REORGANISATION.LEVEL, (short) content.level().ordinal());
        values.put(REORGANISATION.UNITS, content.concerned().toArray(UUID[]::new));
        values.put(REORGANISATION.CONTENT, JSONB.jsonb(JSON.writeValueAsString(content)));
        values.put(
                REORGANISATION.BROUGHT_ABOUT,
                reorganisation.broughtAbout() == null
                        ? null
                        : JSONB.jsonb(JSON.writeValueAsString(reorganisation.broughtAbout())));
        values.put(REORGANISATION.AUTHORS, reorganisation.authors().toArray(String[]::new));
        values.put(REORGANISATION.APPROVED_BY, reorganisation.approvedBy());
        values.put(REORGANISATION.APPROVED_BY_NAME, reorganisation.approvedByName());
        values.put(
                REORGANISATION.ANSWERED,
                reorganisation.answered().stream().map(Enum::name).sorted().toArray(String[]::new));
        values.put(REORGANISATION.REASON, reorganisation.reason());
        values.put(REORGANISATION.RECORDED_BY, reorganisation.by());
        values.put(REORGANISATION.RECORDED_BY_NAME, reorganisation.byName());
        return values;
    }

    @Override
    public List<Line> posts(
            Actor actor, Reorganisation reorganisation, boolean unplacedOnly, @Nullable Position after, int limit) {
        return posts(
                actor,
                reorganisation,
                (unplacedOnly ? REORGANISATION_POST.ASSIGNMENT_ID.isNull() : noCondition())
                        .and(
                                after == null
                                        ? noCondition()
                                        : row(UNIT_NODE.LO, ASSIGNMENT.ID).gt(after.unit(), after.assignmentId())),
                limit);
    }

    @Override
    public Optional<AffectedPost> post(Actor actor, Reorganisation reorganisation, UUID assignmentId) {
        return posts(actor, reorganisation, ASSIGNMENT.ID.eq(assignmentId), 1).stream()
                .map(Line::post)
                .findFirst();
    }

    private List<Line> posts(Actor actor, Reorganisation reorganisation, Condition which, int limit) {
        LocalDate day = reorganisation.content().effectiveOn();
        return db.select(ASSIGNMENT.fields())
                .select(REORGANISATION_POST.fields())
                .select(IDENTITY.FULL_NAME, UNIT_NODE.LO)
                .from(ASSIGNMENT)
                .join(UNIT_NODE)
                .on(UNIT_NODE.UNIT_ID.eq(ASSIGNMENT.UNIT_ID))
                .join(IDENTITY)
                .on(IDENTITY.ID.eq(ASSIGNMENT.PERSON_ID))
                .and(IDENTITY.VALID_FROM.le(actor.today()))
                .and(IDENTITY.VALID_TO.gt(actor.today()))
                .leftJoin(REORGANISATION_POST)
                .on(REORGANISATION_POST.REORGANISATION_ID.eq(reorganisation.id()))
                .and(REORGANISATION_POST.ASSIGNMENT_ID.eq(ASSIGNMENT.ID))
                .where(affected(reorganisation, day))
                .and(places.visible(actor, ASSIGNMENT.PERSON_ID))
                .and(which)
                .orderBy(UNIT_NODE.LO, ASSIGNMENT.ID)
                .limit(limit)
                .fetch(line -> new Line(new Position(line.get(UNIT_NODE.LO), line.get(ASSIGNMENT.ID)), affected(line)));
    }

    /** Before the approval the posts that go on beyond the day; afterwards those that it ended, or had ended. */
    private static Condition affected(Reorganisation reorganisation, LocalDate day) {
        return switch (reorganisation.state()) {
            case DRAFT, WITHDRAWN ->
                ASSIGNMENT.UNIT_ID.in(reorganisation.content().endedUnits()).and(ASSIGNMENT.VALID_TO.gt(day));
            case APPROVED, UNDONE -> REORGANISATION_POST.ASSIGNMENT_ID.isNotNull();
        };
    }

    @Override
    public Map<UUID, Placement> placements(UUID id) {
        return db.select()
                .from(REORGANISATION_POST)
                .where(REORGANISATION_POST.REORGANISATION_ID.eq(id))
                .orderBy(REORGANISATION_POST.ASSIGNMENT_ID)
                .fetchMap(REORGANISATION_POST.ASSIGNMENT_ID, JooqReorganisations::placement);
    }

    @Override
    public void place(UUID id, Placement placement) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(REORGANISATION_POST.PERSON_ID, placement.personId());
        values.put(REORGANISATION_POST.INTO_WHAT, placement.into().name());
        values.put(REORGANISATION_POST.SEAT_ID, placement.seatId());
        values.put(REORGANISATION_POST.UNIT_ID, placement.unitId());
        values.put(REORGANISATION_POST.TITLE, placement.title());
        values.put(REORGANISATION_POST.CONCURRENT, placement.concurrent());
        values.put(REORGANISATION_POST.TERM_MONTHS, placement.termMonths());
        values.put(REORGANISATION_POST.SUCCESSOR_ID, placement.successorId());
        values.put(REORGANISATION_POST.PRIOR_END, placement.priorEnd());
        values.put(REORGANISATION_POST.CARRIED, placement.carried());
        db.insertInto(REORGANISATION_POST)
                .set(REORGANISATION_POST.REORGANISATION_ID, id)
                .set(REORGANISATION_POST.ASSIGNMENT_ID, placement.assignmentId())
                .set(values)
                .onConflict(REORGANISATION_POST.REORGANISATION_ID, REORGANISATION_POST.ASSIGNMENT_ID)
                .doUpdate()
                .set(values)
                .execute();
    }

    @Override
    public List<Impact.OfUnit> impact(Actor actor, Reorganisation reorganisation) {
        List<UUID> ended = reorganisation.content().endedUnits();
        LocalDate day = reorganisation.content().effectiveOn();
        Map<UUID, Integer> seats = db.select(SEAT.UNIT_ID, count())
                .from(SEAT)
                .where(SEAT.UNIT_ID.in(ended))
                .and(reorganisation.broughtAbout() == null ? SEAT.VALID_TO.gt(day) : SEAT.VALID_TO.ge(day))
                .groupBy(SEAT.UNIT_ID)
                .fetchMap(SEAT.UNIT_ID, count());
        var placed = count(REORGANISATION_POST.ASSIGNMENT_ID);
        Map<UUID, Record> posts = db.select(ASSIGNMENT.UNIT_ID, count(), placed)
                .from(ASSIGNMENT)
                .leftJoin(REORGANISATION_POST)
                .on(REORGANISATION_POST.REORGANISATION_ID.eq(reorganisation.id()))
                .and(REORGANISATION_POST.ASSIGNMENT_ID.eq(ASSIGNMENT.ID))
                .where(affected(reorganisation, day))
                .and(places.visible(actor, ASSIGNMENT.PERSON_ID))
                .groupBy(ASSIGNMENT.UNIT_ID)
                .fetchMap(ASSIGNMENT.UNIT_ID, line -> line);
        Map<UUID, Integer> grants = db.fetch(
                        "SELECT unit_id, count(*)::integer AS grants FROM access_grant WHERE unit_id = ANY (?::uuid[])"
                                + " AND person_id IS NULL AND valid_to > ? GROUP BY unit_id",
                        ended.toArray(UUID[]::new),
                        day)
                .intoMap(line -> line.get("unit_id", UUID.class), line -> line.get("grants", Integer.class));
        List<Impact.OfUnit> impact = new ArrayList<>();
        for (UUID unit : ended) {
            Record held = posts.get(unit);
            impact.add(new Impact.OfUnit(
                    unit,
                    seats.getOrDefault(unit, 0),
                    held == null ? 0 : held.get(count()),
                    held == null ? 0 : held.get(placed),
                    grants.getOrDefault(unit, 0)));
        }
        return impact;
    }

    @Override
    public Map<UUID, Integer> held(Collection<UUID> unitIds, LocalDate day) {
        return db.select(ASSIGNMENT.UNIT_ID, count())
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.UNIT_ID.in(unitIds))
                .and(ASSIGNMENT.VALID_TO.gt(day))
                .groupBy(ASSIGNMENT.UNIT_ID)
                .fetchMap(ASSIGNMENT.UNIT_ID, count());
    }

    @Override
    public void keepCarried(UUID id) {
        db.deleteFrom(REORGANISATION_POST)
                .where(REORGANISATION_POST.REORGANISATION_ID.eq(id))
                .andNot(REORGANISATION_POST.CARRIED)
                .execute();
    }

    @Override
    public int carried(UUID id) {
        return db.fetchCount(
                REORGANISATION_POST,
                REORGANISATION_POST.REORGANISATION_ID.eq(id).and(REORGANISATION_POST.CARRIED));
    }

    @Override
    public boolean isNamedElsewhere(UUID unitId, UUID butFor) {
        return db.fetchExists(
                        REORGANISATION,
                        REORGANISATION
                                .ID
                                .ne(butFor)
                                .and(REORGANISATION.STATE.in(
                                        ReorganisationState.DRAFT.name(), ReorganisationState.APPROVED.name()))
                                .and(condition("{0} = ANY ({1})", val(unitId), REORGANISATION.UNITS)))
                || !db.fetch("SELECT FROM access_grant WHERE unit_id = ?", unitId)
                        .isEmpty();
    }

    @Override
    public void settle() {
        db.execute("SET CONSTRAINTS ALL IMMEDIATE");
    }

    private static Reorganisation reorganisation(Record line) {
        JSONB done = line.get(REORGANISATION.BROUGHT_ABOUT);
        return reorganisation(
                line,
                JSON.readValue(line.get(REORGANISATION.CONTENT).data(), Reorganisation.Content.class),
                done == null ? null : JSON.readValue(done.data(), Reorganisation.BroughtAbout.class));
    }

    /** A line need not read documents of thousands of seats. */
    private static Reorganisation.Content head(Record line) {
        return new Reorganisation.Content(
                line.get(REORGANISATION.NAME),
                line.get(REORGANISATION.INSTRUMENT),
                line.get(REORGANISATION.EFFECTIVE_ON),
                ManagementScope.values()[line.get(REORGANISATION.LEVEL)],
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Reorganisation reorganisation(
            Record line, Reorganisation.Content content, Reorganisation.@Nullable BroughtAbout broughtAbout) {
        OffsetDateTime at = line.get(REORGANISATION.RECORDED_AT);
        return new Reorganisation(
                line.get(REORGANISATION.ID),
                line.get(REORGANISATION.REVISION),
                at.toInstant(),
                ReorganisationState.valueOf(line.get(REORGANISATION.STATE)),
                content,
                Set.of(line.get(REORGANISATION.AUTHORS)),
                broughtAbout,
                line.get(REORGANISATION.APPROVED_BY),
                line.get(REORGANISATION.APPROVED_BY_NAME),
                Stream.of(line.get(REORGANISATION.ANSWERED))
                        .map(OtherService::valueOf)
                        .collect(Collectors.toSet()),
                line.get(REORGANISATION.REASON),
                line.get(REORGANISATION.RECORDED_BY),
                line.get(REORGANISATION.RECORDED_BY_NAME));
    }

    private static AffectedPost affected(Record line) {
        return new AffectedPost(
                line.get(ASSIGNMENT.ID),
                line.get(ASSIGNMENT.PERSON_ID),
                line.get(IDENTITY.FULL_NAME),
                line.get(ASSIGNMENT.UNIT_ID),
                line.get(ASSIGNMENT.TITLE),
                ManagementScope.values()[line.get(ASSIGNMENT.SCOPE)],
                line.get(ASSIGNMENT.CONCURRENT),
                line.get(ASSIGNMENT.ACTING),
                line.get(ASSIGNMENT.SEAT_ID),
                line.get(ASSIGNMENT.TERM_ENDS),
                period(line.get(ASSIGNMENT.VALID_FROM), line.get(ASSIGNMENT.VALID_TO)),
                line.get(REORGANISATION_POST.ASSIGNMENT_ID) == null ? null : placement(line));
    }

    private static Placement placement(Record line) {
        return new Placement(
                line.get(REORGANISATION_POST.ASSIGNMENT_ID),
                line.get(REORGANISATION_POST.PERSON_ID),
                Placement.Into.valueOf(line.get(REORGANISATION_POST.INTO_WHAT)),
                line.get(REORGANISATION_POST.SEAT_ID),
                line.get(REORGANISATION_POST.UNIT_ID),
                line.get(REORGANISATION_POST.TITLE),
                line.get(REORGANISATION_POST.CONCURRENT),
                line.get(REORGANISATION_POST.TERM_MONTHS),
                line.get(REORGANISATION_POST.SUCCESSOR_ID),
                line.get(REORGANISATION_POST.PRIOR_END),
                line.get(REORGANISATION_POST.CARRIED));
    }

    /** The driver reads {@code infinity} as a day at the end of all calendars. */
    private static Period period(LocalDate from, LocalDate to) {
        return new Period(from, to.getYear() > 9999 ? null : to);
    }
}
