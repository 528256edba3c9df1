package opencadre.planning.programme.data;

import static opencadre.planning.jooq.Tables.DECIDED_EFFECT;
import static opencadre.planning.jooq.Tables.PERSON_COPY;
import static opencadre.planning.jooq.Tables.POST_COPY;
import static opencadre.planning.jooq.Tables.PROGRAMME;
import static opencadre.planning.jooq.Tables.SEAT_TITLE;
import static opencadre.planning.jooq.Tables.STUDY_COPY;
import static opencadre.planning.jooq.Tables.UNIT_COPY;
import static opencadre.planning.jooq.Tables.UNIT_SUCCESSION_COPY;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.planning.programme.Programme;
import opencadre.planning.programme.Programmes;
import opencadre.planning.programme.rule.Counting.Fact;
import opencadre.planning.programme.rule.Counting.From;
import opencadre.planning.programme.rule.Counting.Row;
import opencadre.planning.programme.rule.UnitHistory;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class JooqProgrammes implements Programmes {

    private static final String ISSUED = "ISSUED";
    private static final String END = "END";

    private final DSLContext db;
    private final Places places;
    private final JsonMapper json;

    JooqProgrammes(DSLContext db, Places places, JsonMapper json) {
        this.db = db;
        this.places = places;
        this.json = json;
    }

    @Override
    public List<Programme> all() {
        return db.selectFrom(PROGRAMME).orderBy(PROGRAMME.NUMBER).fetch(this::programme);
    }

    @Override
    public Optional<Programme> find(UUID id) {
        return db.selectFrom(PROGRAMME).where(PROGRAMME.ID.eq(id)).fetchOptional(this::programme);
    }

    @Override
    public Optional<Programme> add(Programme.Content content, String account, Instant at) {
        return db.insertInto(PROGRAMME)
                .set(PROGRAMME.REVISION, 1L)
                .set(PROGRAMME.NUMBER, content.number())
                .set(PROGRAMME.CONTENT, json.writeValueAsString(content))
                .set(PROGRAMME.RECORDED_BY, account)
                .set(PROGRAMME.RECORDED_AT, at.atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .returning()
                .fetchOptional()
                .map(this::programme);
    }

    @Override
    public UnitHistory units() {
        Map<UUID, List<UnitHistory.Version>> versions =
                db.selectFrom(UNIT_COPY).orderBy(UNIT_COPY.UNIT_ID, UNIT_COPY.VALID_FROM).stream()
                        .map(line -> new UnitHistory.Version(
                                line.get(UNIT_COPY.UNIT_ID),
                                line.get(UNIT_COPY.NAME),
                                line.get(UNIT_COPY.TYPE),
                                line.get(UNIT_COPY.PARENT_ID),
                                line.get(UNIT_COPY.VALID_FROM),
                                line.get(UNIT_COPY.VALID_TO)))
                        .collect(Collectors.groupingBy(UnitHistory.Version::unitId));
        Map<UUID, List<UnitHistory.Succession>> successors = db.selectFrom(UNIT_SUCCESSION_COPY).stream()
                .collect(Collectors.groupingBy(
                        line -> line.get(UNIT_SUCCESSION_COPY.PREDECESSOR_ID),
                        Collectors.mapping(
                                line -> new UnitHistory.Succession(
                                        line.get(UNIT_SUCCESSION_COPY.SUCCESSOR_ID),
                                        line.get(UNIT_SUCCESSION_COPY.EFFECTIVE_ON)),
                                Collectors.toList())));
        return new UnitHistory(versions, successors);
    }

    @Override
    public Set<String> titles() {
        return db.selectDistinct(SEAT_TITLE.CODE).from(SEAT_TITLE).fetchSet(SEAT_TITLE.CODE);
    }

    @Override
    public List<Row> deeds(Actor actor, LocalDate from, LocalDate to, @Nullable Instant knownAt) {
        Condition asked = DECIDED_EFFECT
                .SIGNED_ON
                .between(from, to)
                .and(DECIDED_EFFECT.STATUS.eq(ISSUED))
                .and(believed(DECIDED_EFFECT.RECORDED_FROM, DECIDED_EFFECT.RECORDED_TO, knownAt))
                .and(places.visible(actor, DECIDED_EFFECT.PERSON_ID));
        Map<List<UUID>, List<From>> left = effects(asked.and(DECIDED_EFFECT.ACT.eq(END)))
                .collect(Collectors.groupingBy(
                        JooqProgrammes::turn,
                        Collectors.mapping(
                                line -> new From(
                                        line.get(SEAT_TITLE.UNIT_ID),
                                        line.get(SEAT_TITLE.CODE),
                                        line.get(SEAT_TITLE.NAME)),
                                Collectors.toList())));
        return effects(asked.and(DECIDED_EFFECT.ACT.ne(END)))
                .map(line -> deed(line, left.getOrDefault(turn(line), List.of())))
                .toList();
    }

    /** What decisions say of seats that are known here, in the order of their days. */
    private Stream<Record> effects(Condition asked) {
        return db
                .select(
                        DECIDED_EFFECT.PERSON_ID,
                        DECIDED_EFFECT.SIGNED_ON,
                        DECIDED_EFFECT.NUMBER,
                        DECIDED_EFFECT.DECISION_ID,
                        DECIDED_EFFECT.KIND,
                        DECIDED_EFFECT.AUTHORITY,
                        DECIDED_EFFECT.DIRECTION)
                .select(PERSON_COPY.FULL_NAME, SEAT_TITLE.CODE, SEAT_TITLE.NAME, SEAT_TITLE.UNIT_ID)
                .from(DECIDED_EFFECT)
                .join(PERSON_COPY)
                .on(PERSON_COPY.PERSON_ID.eq(DECIDED_EFFECT.PERSON_ID))
                .join(SEAT_TITLE)
                .on(SEAT_TITLE.SEAT_ID.eq(DECIDED_EFFECT.SEAT_ID))
                .where(asked)
                .orderBy(DECIDED_EFFECT.SIGNED_ON, DECIDED_EFFECT.NUMBER, DECIDED_EFFECT.ORDINAL)
                .fetch()
                .stream()
                .map(Record.class::cast);
    }

    /** One person in one decision. */
    private static List<UUID> turn(Record line) {
        return List.of(line.get(DECIDED_EFFECT.DECISION_ID), line.get(DECIDED_EFFECT.PERSON_ID));
    }

    private static Row deed(Record line, List<From> left) {
        return new Row(
                Fact.DECISION,
                line.get(DECIDED_EFFECT.PERSON_ID),
                line.get(PERSON_COPY.FULL_NAME),
                line.get(DECIDED_EFFECT.SIGNED_ON),
                line.get(DECIDED_EFFECT.NUMBER),
                line.get(DECIDED_EFFECT.DECISION_ID),
                line.get(DECIDED_EFFECT.KIND),
                line.get(DECIDED_EFFECT.AUTHORITY),
                line.get(DECIDED_EFFECT.DIRECTION),
                line.get(SEAT_TITLE.CODE),
                line.get(SEAT_TITLE.NAME),
                line.get(SEAT_TITLE.UNIT_ID),
                left,
                null,
                null,
                null,
                null);
    }

    @Override
    public List<Row> studies(Actor actor, LocalDate from, LocalDate to, @Nullable Instant knownAt) {
        return db.select(
                        STUDY_COPY.PERSON_ID,
                        STUDY_COPY.DECIDED_ON,
                        STUDY_COPY.DECISION,
                        STUDY_COPY.KIND,
                        STUDY_COPY.NAME,
                        STUDY_COPY.LEVEL,
                        STUDY_COPY.COURSE,
                        STUDY_COPY.MODE,
                        STUDY_COPY.PLACE_UNIT_ID)
                .select(PERSON_COPY.FULL_NAME)
                .from(STUDY_COPY)
                .join(PERSON_COPY)
                .on(PERSON_COPY.PERSON_ID.eq(STUDY_COPY.PERSON_ID))
                .where(STUDY_COPY.DECIDED_ON.between(from, to))
                .and(believed(STUDY_COPY.RECORDED_FROM, STUDY_COPY.RECORDED_TO, knownAt))
                .and(places.visible(actor, STUDY_COPY.PERSON_ID))
                .orderBy(STUDY_COPY.DECIDED_ON, STUDY_COPY.DECISION, STUDY_COPY.ENROLMENT_ID)
                .fetch(line -> new Row(
                        Fact.STUDY,
                        line.get(STUDY_COPY.PERSON_ID),
                        line.get(PERSON_COPY.FULL_NAME),
                        line.get(STUDY_COPY.DECIDED_ON),
                        line.get(STUDY_COPY.DECISION),
                        null,
                        line.get(STUDY_COPY.KIND),
                        null,
                        null,
                        null,
                        line.get(STUDY_COPY.NAME),
                        null,
                        List.of(),
                        line.get(STUDY_COPY.LEVEL),
                        line.get(STUDY_COPY.COURSE),
                        line.get(STUDY_COPY.MODE),
                        line.get(STUDY_COPY.PLACE_UNIT_ID)));
    }

    @Override
    public List<Post> posts(List<Row> studies) {
        if (studies.isEmpty()) {
            return List.of();
        }
        UUID[] people = studies.stream().map(Row::personId).toArray(UUID[]::new);
        LocalDate[] days = studies.stream().map(Row::day).toArray(LocalDate[]::new);
        Field<UUID> person = field("study.person_id", UUID.class);
        Field<LocalDate> day = field("study.day", LocalDate.class);
        return db.selectDistinct(POST_COPY.PERSON_ID, day, POST_COPY.UNIT_ID)
                .from(POST_COPY)
                .join("unnest({0}, {1}) AS study (person_id, day)", val(people), val(days))
                .on(POST_COPY.PERSON_ID.eq(person))
                .and(POST_COPY.VALID_FROM.le(day))
                .and(POST_COPY.VALID_TO.gt(day))
                .fetch(line -> new Post(line.value1(), line.value2(), line.value3()));
    }

    private static Condition believed(Field<OffsetDateTime> from, Field<OffsetDateTime> to, @Nullable Instant knownAt) {
        if (knownAt == null) {
            return condition("{0} = 'infinity'", to);
        }
        OffsetDateTime at = knownAt.atOffset(ZoneOffset.UTC);
        return from.le(at).and(to.gt(at));
    }

    private Programme programme(Record line) {
        return new Programme(
                line.get(PROGRAMME.ID),
                line.get(PROGRAMME.REVISION),
                json.readValue(line.get(PROGRAMME.CONTENT), Programme.Content.class));
    }
}
