package opencadre.personnel.person.data;

import static opencadre.kit.time.TwoClocks.endedBecause;
import static opencadre.kit.time.TwoClocks.endedBy;
import static opencadre.kit.time.TwoClocks.everByWhom;
import static opencadre.kit.time.TwoClocks.known;
import static opencadre.kit.time.TwoClocks.recordedTo;
import static opencadre.personnel.jooq.Tables.ASSIGNMENT;
import static opencadre.personnel.jooq.Tables.CONDUCT;
import static opencadre.personnel.jooq.Tables.CUSTODY_AHEAD;
import static opencadre.personnel.jooq.Tables.FILE_NUMBER;
import static opencadre.personnel.jooq.Tables.IDENTITY;
import static opencadre.personnel.jooq.Tables.ID_NUMBER;
import static opencadre.personnel.jooq.Tables.PERSON;
import static org.jooq.postgres.extensions.types.LocalDateRange.localDateRange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.Conduct;
import opencadre.personnel.person.Conduct.ConfidenceVote;
import opencadre.personnel.person.Conduct.Content;
import opencadre.personnel.person.Conduct.Discipline;
import opencadre.personnel.person.Conduct.HealthCertificate;
import opencadre.personnel.person.Conduct.Rating;
import opencadre.personnel.person.Conduct.Suspension;
import opencadre.personnel.person.ConductView;
import opencadre.personnel.person.Custody;
import opencadre.personnel.person.FileNumber;
import opencadre.personnel.person.IdNumber;
import opencadre.personnel.person.Identity;
import opencadre.personnel.person.People;
import opencadre.personnel.person.PersonFile;
import opencadre.personnel.person.PersonLine;
import opencadre.personnel.person.PersonView;
import opencadre.personnel.person.Recorded;
import opencadre.personnel.person.Sex;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.unit.Tree;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.RecordMapper;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqPeople implements People {

    /** A fact is superseded over its whole validity here; splitting a validity comes with dated changes. */
    private static final Period EVER = Period.since(LocalDate.of(1, 1, 1));

    private static final Comparator<Recorded> OLDEST_BELIEF_FIRST = Comparator.comparing(Recorded::from);

    private final DSLContext db;
    private final TwoClocks clocks;

    JooqPeople(DSLContext db, TwoClocks clocks) {
        this.db = db;
        this.clocks = clocks;
    }

    @Override
    public Optional<Locked> lock(UUID id) {
        return db.select()
                .from(PERSON)
                .where(PERSON.ID.eq(id))
                .forUpdate()
                .fetchOptional(row -> new Locked(
                        row.get(PERSON.REVISION),
                        row.get(PERSON.RECORDED_AT).toInstant(),
                        custody(row),
                        row.get(PERSON.MERGED_INTO)));
    }

    @Override
    public void add(UUID id, Custody custody, Instant recordedAt) {
        db.insertInto(PERSON)
                .set(PERSON.ID, id)
                .set(PERSON.REVISION, 1L)
                .set(PERSON.RECORDED_AT, utc(recordedAt))
                .set(PERSON.CUSTODY_UNIT, custody.unitId())
                .set(PERSON.CUSTODY_SCOPE, (short) custody.scope().ordinal())
                .set(PERSON.CUSTODY_FROM, custody.from())
                .execute();
    }

    @Override
    public void revise(UUID id, long revision, Instant recordedAt, List<Custody> custody) {
        Custody now = custody.getFirst();
        db.update(PERSON)
                .set(PERSON.REVISION, revision)
                .set(PERSON.RECORDED_AT, utc(recordedAt))
                .set(PERSON.CUSTODY_UNIT, now.unitId())
                .set(PERSON.CUSTODY_SCOPE, (short) now.scope().ordinal())
                .set(PERSON.CUSTODY_FROM, now.from())
                .where(PERSON.ID.eq(id))
                .execute();
        db.deleteFrom(CUSTODY_AHEAD).where(CUSTODY_AHEAD.PERSON_ID.eq(id)).execute();
        for (Custody ahead : custody.subList(1, custody.size())) {
            db.insertInto(CUSTODY_AHEAD)
                    .set(CUSTODY_AHEAD.PERSON_ID, id)
                    .set(CUSTODY_AHEAD.VALID_FROM, ahead.from())
                    .set(CUSTODY_AHEAD.UNIT_ID, ahead.unitId())
                    .set(CUSTODY_AHEAD.SCOPE, (short) ahead.scope().ordinal())
                    .execute();
        }
    }

    @Override
    public boolean claimFileNumber(UUID id, FileNumber number) {
        return db.insertInto(FILE_NUMBER)
                        .set(FILE_NUMBER.PERSON_ID, id)
                        .set(FILE_NUMBER.NUMBER, number.number())
                        .set(FILE_NUMBER.REASON, number.recorded().reason())
                        .set(FILE_NUMBER.RECORDED_BY, number.recorded().by())
                        .set(FILE_NUMBER.RECORDED_FROM, utc(number.recorded().from()))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Override
    public void endFileNumber(UUID id, Instant at, String because) {
        db.execute("""
            WITH gone AS (DELETE FROM file_number WHERE person_id = {0} RETURNING *)
            INSERT INTO file_number_past (person_id, number, reason, recorded_by, recorded, ended_because)
            SELECT person_id, number, reason, recorded_by, tstzrange(recorded_from, {1}), {2}
              FROM gone WHERE recorded_from < {1}
            """, DSL.val(id), DSL.val(utc(at)), DSL.val(because));
    }

    @Override
    public List<FileNumber> fileNumbersOf(UUID id) {
        return everBelieved(
                        FILE_NUMBER,
                        FILE_NUMBER.PERSON_ID,
                        List.of(id),
                        row -> new FileNumber(
                                row.get(FILE_NUMBER.NUMBER),
                                recorded(
                                        row,
                                        row.get(FILE_NUMBER.RECORDED_FROM),
                                        row.get(FILE_NUMBER.REASON),
                                        row.get(FILE_NUMBER.RECORDED_BY))),
                        Comparator.comparing(FileNumber::recorded, OLDEST_BELIEF_FIRST))
                .getOrDefault(id, List.of());
    }

    @Override
    public Optional<UUID> numbered(String fileNumber) {
        return db.select(DSL.coalesce(PERSON.MERGED_INTO, PERSON.ID))
                .from(FILE_NUMBER)
                .join(PERSON)
                .on(PERSON.ID.eq(FILE_NUMBER.PERSON_ID))
                .where(FILE_NUMBER.NUMBER.eq(fileNumber))
                .fetchOptional(Record1::value1);
    }

    @Override
    public Optional<UUID> mergedInto(UUID id) {
        return db.select(PERSON.MERGED_INTO)
                .from(PERSON)
                .where(PERSON.ID.eq(id))
                .fetchOptional(PERSON.MERGED_INTO);
    }

    @Override
    public void merge(UUID id, @Nullable UUID into) {
        db.update(PERSON).set(PERSON.MERGED_INTO, into).where(PERSON.ID.eq(id)).execute();
    }

    @Override
    public void exchangeIdNumbers(UUID one, UUID other, Recorded as) {
        Map<UUID, IdNumber> numbers = db.select()
                .from(ID_NUMBER)
                .where(ID_NUMBER.PERSON_ID.in(one, other))
                .fetchMap(ID_NUMBER.PERSON_ID, JooqPeople::idNumber);
        endIdNumber(one, as.from(), as.reason());
        endIdNumber(other, as.from(), as.reason());
        numbers.forEach((whose, number) -> claimIdNumber(
                whose.equals(one) ? other : one,
                new IdNumber(number.number(), number.document(), number.standsBecause(), as)));
    }

    private static IdNumber idNumber(Record row) {
        return new IdNumber(
                row.get(ID_NUMBER.NUMBER),
                row.get(ID_NUMBER.DOCUMENT),
                row.get(ID_NUMBER.STANDS_BECAUSE),
                recorded(
                        row,
                        row.get(ID_NUMBER.RECORDED_FROM),
                        row.get(ID_NUMBER.REASON),
                        row.get(ID_NUMBER.RECORDED_BY)));
    }

    @Override
    public void endIdNumber(UUID id, Instant at, String because) {
        db.execute("""
            WITH gone AS (DELETE FROM id_number WHERE person_id = {0} RETURNING *)
            INSERT INTO id_number_past
                   (person_id, number, document, stands_because, reason, recorded_by, recorded, ended_because)
            SELECT person_id, number, document, stands_because, reason, recorded_by, tstzrange(recorded_from, {1}), {2}
              FROM gone WHERE recorded_from < {1}
            """, DSL.val(id), DSL.val(utc(at)), DSL.val(because));
    }

    @Override
    public List<IdNumber> idNumbersOf(UUID id) {
        return everBelieved(
                        ID_NUMBER,
                        ID_NUMBER.PERSON_ID,
                        List.of(id),
                        JooqPeople::idNumber,
                        Comparator.comparing(IdNumber::recorded, OLDEST_BELIEF_FIRST))
                .getOrDefault(id, List.of());
    }

    @Override
    public Map<UUID, String> fileNumbers(Collection<UUID> ids) {
        return db.select(FILE_NUMBER.PERSON_ID, FILE_NUMBER.NUMBER)
                .from(FILE_NUMBER)
                .where(FILE_NUMBER.PERSON_ID.in(ids))
                .fetchMap(FILE_NUMBER.PERSON_ID, FILE_NUMBER.NUMBER);
    }

    @Override
    public OptionalLong revision(UUID id) {
        return db.select(PERSON.REVISION).from(PERSON).where(PERSON.ID.eq(id)).fetch(PERSON.REVISION).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public void remove(UUID id) {
        db.deleteFrom(PERSON).where(PERSON.ID.eq(id)).execute();
    }

    @Override
    public Optional<String> idNumber(UUID id) {
        return db.select(ID_NUMBER.NUMBER)
                .from(ID_NUMBER)
                .where(ID_NUMBER.PERSON_ID.eq(id))
                .fetchOptional(ID_NUMBER.NUMBER);
    }

    @Override
    public Map<UUID, String> idNumbers(Collection<UUID> ids) {
        return db.select(ID_NUMBER.PERSON_ID, ID_NUMBER.NUMBER)
                .from(ID_NUMBER)
                .where(ID_NUMBER.PERSON_ID.in(ids))
                .fetchMap(ID_NUMBER.PERSON_ID, ID_NUMBER.NUMBER);
    }

    @Override
    public boolean claimIdNumber(UUID id, IdNumber number) {
        return db.insertInto(ID_NUMBER)
                        .set(ID_NUMBER.PERSON_ID, id)
                        .set(ID_NUMBER.NUMBER, number.number())
                        .set(ID_NUMBER.DOCUMENT, number.document())
                        .set(ID_NUMBER.STANDS_BECAUSE, number.standsBecause())
                        .set(ID_NUMBER.REASON, number.recorded().reason())
                        .set(ID_NUMBER.RECORDED_BY, number.recorded().by())
                        .set(ID_NUMBER.RECORDED_FROM, utc(number.recorded().from()))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Override
    public void record(UUID id, Identity identity) {
        db.insertInto(IDENTITY)
                .set(IDENTITY.ID, id)
                .set(
                        IDENTITY.VALID,
                        localDateRange(identity.valid().from(), identity.valid().to()))
                .set(IDENTITY.FULL_NAME, identity.fullName())
                .set(IDENTITY.SEX, identity.sex().name())
                .set(IDENTITY.BIRTH, identity.birth().toString())
                .set(IDENTITY.REASON, identity.recorded().reason())
                .set(IDENTITY.RECORDED_BY, identity.recorded().by())
                .set(IDENTITY.RECORDED_FROM, utc(identity.recorded().from()))
                .execute();
    }

    @Override
    public void record(UUID id, Assignment assignment) {
        db.insertInto(ASSIGNMENT)
                .set(ASSIGNMENT.ID, assignment.id())
                .set(ASSIGNMENT.PERSON_ID, id)
                .set(
                        ASSIGNMENT.VALID,
                        localDateRange(
                                assignment.valid().from(), assignment.valid().to()))
                .set(ASSIGNMENT.UNIT_ID, assignment.unitId())
                .set(ASSIGNMENT.TREE, (short) assignment.tree().ordinal())
                .set(ASSIGNMENT.TITLE, assignment.title())
                .set(ASSIGNMENT.SCOPE, (short) assignment.scope().ordinal())
                .set(ASSIGNMENT.CONCURRENT, assignment.concurrent())
                .set(ASSIGNMENT.SEAT_ID, assignment.seatId())
                .set(ASSIGNMENT.ACTING, assignment.acting())
                .set(ASSIGNMENT.TERM_MONTHS, assignment.termMonths())
                .set(ASSIGNMENT.DECISION_ID, assignment.decisionId())
                .set(ASSIGNMENT.REASON, assignment.recorded().reason())
                .set(ASSIGNMENT.RECORDED_BY, assignment.recorded().by())
                .set(ASSIGNMENT.RECORDED_FROM, utc(assignment.recorded().from()))
                .execute();
    }

    @Override
    public void record(UUID id, Conduct conduct) {
        Content content = conduct.content();
        db.insertInto(CONDUCT)
                .set(CONDUCT.ID, conduct.id())
                .set(CONDUCT.PERSON_ID, id)
                .set(
                        CONDUCT.VALID,
                        localDateRange(content.valid().from(), content.valid().to()))
                .set(CONDUCT.KIND, kind(content).name())
                .set(CONDUCT.WORD, word(content))
                .set(CONDUCT.VOTES, votes(content))
                .set(CONDUCT.TRACK, of(content, discipline -> name(discipline.track())))
                .set(CONDUCT.AUTHORITY, of(content, Discipline::authority))
                .set(CONDUCT.MATTER, of(content, Discipline::matter))
                .set(CONDUCT.DOCUMENT, content.document())
                .set(CONDUCT.REASON, conduct.recorded().reason())
                .set(CONDUCT.RECORDED_BY, conduct.recorded().by())
                .set(CONDUCT.RECORDED_FROM, utc(conduct.recorded().from()))
                .execute();
    }

    @Override
    public void endConduct(UUID conductId, Instant at, String because) {
        clocks.supersede(CONDUCT, conductId, EVER, at, because);
    }

    @Override
    public Optional<Conduct> believedConduct(UUID id, UUID conductId) {
        return db.select()
                .from(CONDUCT)
                .where(CONDUCT.ID.eq(conductId).and(CONDUCT.PERSON_ID.eq(id)))
                .fetchOptional(JooqPeople::conduct);
    }

    @Override
    public Optional<ConductView> conduct(UUID id, LocalDate asOf, @Nullable Instant knownAt) {
        return db.select(PERSON.REVISION)
                .from(PERSON)
                .where(PERSON.ID.eq(id))
                .fetchOptional(person -> new ConductView(
                        id,
                        person.get(PERSON.REVISION),
                        asOf,
                        knownAt,
                        db.select()
                                .from(known(CONDUCT, knownAt))
                                .where(CONDUCT.PERSON_ID.eq(id))
                                .and(CONDUCT.VALID_FROM.le(asOf))
                                .orderBy(CONDUCT.VALID_FROM.desc(), CONDUCT.ID)
                                .fetch(JooqPeople::conduct)));
    }

    @Override
    public void endIdentity(UUID id, Instant at, String because) {
        clocks.supersede(IDENTITY, id, EVER, at, because);
    }

    @Override
    public void endAssignment(UUID assignmentId, Instant at, String because) {
        clocks.supersede(ASSIGNMENT, assignmentId, EVER, at, because);
    }

    @Override
    public Optional<Assignment> believed(UUID id, UUID assignmentId) {
        return db.select()
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.ID.eq(assignmentId).and(ASSIGNMENT.PERSON_ID.eq(id)))
                .fetchOptional(JooqPeople::assignment);
    }

    @Override
    public Optional<PersonView> view(UUID id, LocalDate asOf, @Nullable Instant knownAt) {
        return Optional.ofNullable(views(List.of(id), asOf, knownAt).get(id));
    }

    @Override
    public Map<UUID, PersonView> views(Collection<UUID> ids, LocalDate asOf, @Nullable Instant knownAt) {
        Field<UUID[]> mergedFrom = DSL.field(
                "ARRAY(SELECT m.id FROM person m WHERE m.merged_into = person.id ORDER BY m.id)", UUID[].class);
        List<Record> people = new ArrayList<>(db.select(PERSON.fields())
                .select(mergedFrom)
                .from(PERSON)
                .where(PERSON.ID.in(ids))
                .fetch());
        Map<UUID, Identity> identities = db.select()
                .from(known(IDENTITY, knownAt))
                .where(IDENTITY.ID.in(ids))
                .and(IDENTITY.VALID_FROM.le(asOf))
                .and(IDENTITY.VALID_TO.gt(asOf))
                .fetchMap(IDENTITY.ID, JooqPeople::identity);
        people.removeIf(person -> !identities.containsKey(person.get(PERSON.ID)));
        if (people.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Assignment>> assignments = db.select()
                .from(known(ASSIGNMENT, knownAt))
                .where(ASSIGNMENT.PERSON_ID.in(ids))
                .orderBy(ASSIGNMENT.VALID_FROM.desc(), ASSIGNMENT.ID)
                .fetchGroups(ASSIGNMENT.PERSON_ID, JooqPeople::assignment);
        Map<UUID, String> numbers = fileNumbers(ids);
        return people.stream()
                .map(person -> {
                    UUID id = person.get(PERSON.ID);
                    // Nothing is recorded of a closed record any more: what it was last revised with is that it was
                    // closed.
                    boolean closedThen = knownAt == null
                            || !person.get(PERSON.RECORDED_AT).toInstant().isAfter(knownAt);
                    return new PersonView(
                            id,
                            numbers.get(id),
                            closedThen ? person.get(PERSON.MERGED_INTO) : null,
                            List.of(person.get(mergedFrom)),
                            person.get(PERSON.REVISION),
                            asOf,
                            knownAt,
                            Objects.requireNonNull(identities.get(id)),
                            assignments.getOrDefault(id, List.of()));
                })
                .collect(Collectors.toMap(PersonView::id, view -> view));
    }

    @Override
    public Map<UUID, List<Custody>> custody(Collection<UUID> ids) {
        Map<UUID, List<Custody>> custody = new HashMap<>();
        db.select()
                .from(PERSON)
                .where(PERSON.ID.in(ids))
                .forEach(row -> custody.computeIfAbsent(row.get(PERSON.ID), id -> new ArrayList<>())
                        .add(now(row)));
        db.select()
                .from(CUSTODY_AHEAD)
                .where(CUSTODY_AHEAD.PERSON_ID.in(ids))
                .orderBy(CUSTODY_AHEAD.VALID_FROM)
                .forEach(row -> custody.computeIfAbsent(row.get(CUSTODY_AHEAD.PERSON_ID), id -> new ArrayList<>())
                        .add(ahead(row)));
        return custody;
    }

    @Override
    public Optional<PersonFile> file(UUID id) {
        List<UUID> whose = List.of(id);
        return db.select()
                .from(PERSON)
                .where(PERSON.ID.eq(id))
                .fetchOptional(person -> new PersonFile(
                        id,
                        fileNumbers(whose).get(id),
                        person.get(PERSON.MERGED_INTO),
                        person.get(PERSON.REVISION),
                        person.get(PERSON.RECORDED_AT).toInstant(),
                        custody(person),
                        identities(whose).getOrDefault(id, List.of()),
                        assignments(whose).getOrDefault(id, List.of()),
                        conduct(whose).getOrDefault(id, List.of())));
    }

    @Override
    public Map<UUID, List<Identity>> identities(Collection<UUID> ids) {
        return everBelieved(
                IDENTITY,
                IDENTITY.ID,
                ids,
                JooqPeople::identity,
                Comparator.comparing(Identity::recorded, OLDEST_BELIEF_FIRST)
                        .thenComparing(identity -> identity.valid().from()));
    }

    @Override
    public Map<UUID, List<Assignment>> assignments(Collection<UUID> ids) {
        return everBelieved(
                ASSIGNMENT,
                ASSIGNMENT.PERSON_ID,
                ids,
                JooqPeople::assignment,
                Comparator.comparing((Assignment post) -> post.valid().from())
                        .thenComparing(Assignment::recorded, OLDEST_BELIEF_FIRST)
                        .thenComparing(Assignment::id));
    }

    @Override
    public Map<UUID, List<Conduct>> conduct(Collection<UUID> ids) {
        return everBelieved(
                CONDUCT,
                CONDUCT.PERSON_ID,
                ids,
                JooqPeople::conduct,
                Comparator.comparing((Conduct fact) -> fact.content().valid().from())
                        .thenComparing(Conduct::recorded, OLDEST_BELIEF_FIRST)
                        .thenComparing(Conduct::id));
    }

    private <T> Map<UUID, List<T>> everBelieved(
            Table<?> facts,
            Field<UUID> whose,
            Collection<UUID> ids,
            RecordMapper<Record, T> read,
            Comparator<? super T> order) {
        Map<UUID, List<T>> byPerson =
                db.select().from(everByWhom(facts)).where(whose.in(ids)).fetchGroups(whose, read);
        byPerson.values().forEach(each -> each.sort(order));
        return byPerson;
    }

    @Override
    public List<PersonLine> lines(Collection<UUID> ids, LocalDate asOf, @Nullable Instant knownAt) {
        Map<UUID, List<PersonLine.Post>> posts = db.select()
                .from(known(ASSIGNMENT, knownAt))
                .where(ASSIGNMENT.PERSON_ID.in(ids))
                .and(ASSIGNMENT.VALID_FROM.le(asOf))
                .and(ASSIGNMENT.VALID_TO.gt(asOf))
                .orderBy(ASSIGNMENT.CONCURRENT, ASSIGNMENT.TREE, ASSIGNMENT.VALID_FROM, ASSIGNMENT.ID)
                .fetchGroups(
                        ASSIGNMENT.PERSON_ID,
                        row -> new PersonLine.Post(
                                row.get(ASSIGNMENT.TITLE),
                                row.get(ASSIGNMENT.UNIT_ID),
                                tree(row.get(ASSIGNMENT.TREE)),
                                row.get(ASSIGNMENT.VALID_FROM)));
        Map<UUID, PersonLine> lines = db
                .select()
                .from(known(IDENTITY, knownAt))
                .where(IDENTITY.ID.in(ids))
                .and(IDENTITY.VALID_FROM.le(asOf))
                .and(IDENTITY.VALID_TO.gt(asOf))
                .stream()
                .map(row -> new PersonLine(
                        row.get(IDENTITY.ID),
                        row.get(IDENTITY.FULL_NAME),
                        Sex.valueOf(row.get(IDENTITY.SEX)),
                        PartialDate.parse(row.get(IDENTITY.BIRTH)),
                        posts.getOrDefault(row.get(IDENTITY.ID), List.of())))
                .collect(Collectors.toMap(PersonLine::id, line -> line));
        return ids.stream().filter(lines::containsKey).map(lines::get).toList();
    }

    private static Identity identity(Record row) {
        return new Identity(
                period(row.get(IDENTITY.VALID_FROM), row.get(IDENTITY.VALID_TO)),
                row.get(IDENTITY.FULL_NAME),
                Sex.valueOf(row.get(IDENTITY.SEX)),
                PartialDate.parse(row.get(IDENTITY.BIRTH)),
                recorded(
                        row, row.get(IDENTITY.RECORDED_FROM), row.get(IDENTITY.REASON), row.get(IDENTITY.RECORDED_BY)));
    }

    private static Assignment assignment(Record row) {
        return new Assignment(
                row.get(ASSIGNMENT.ID),
                row.get(ASSIGNMENT.UNIT_ID),
                tree(row.get(ASSIGNMENT.TREE)),
                row.get(ASSIGNMENT.TITLE),
                scope(row.get(ASSIGNMENT.SCOPE)),
                row.get(ASSIGNMENT.CONCURRENT),
                row.get(ASSIGNMENT.SEAT_ID),
                row.get(ASSIGNMENT.ACTING),
                row.get(ASSIGNMENT.TERM_MONTHS),
                row.get(ASSIGNMENT.DECISION_ID),
                period(row.get(ASSIGNMENT.VALID_FROM), row.get(ASSIGNMENT.VALID_TO)),
                recorded(
                        row,
                        row.get(ASSIGNMENT.RECORDED_FROM),
                        row.get(ASSIGNMENT.REASON),
                        row.get(ASSIGNMENT.RECORDED_BY)));
    }

    /** How a kind of conduct is stored; what a row's word means depends on it. */
    private enum Kind {
        RATING,
        DISCIPLINE,
        HEALTH_CERTIFICATE,
        SUSPENSION,
        CONFIDENCE_VOTE
    }

    private static Kind kind(Content content) {
        return switch (content) {
            case Rating rating -> Kind.RATING;
            case Discipline discipline -> Kind.DISCIPLINE;
            case HealthCertificate certificate -> Kind.HEALTH_CERTIFICATE;
            case Suspension suspension -> Kind.SUSPENSION;
            case ConfidenceVote vote -> Kind.CONFIDENCE_VOTE;
        };
    }

    private static @Nullable String word(Content content) {
        return switch (content) {
            case Rating rating -> rating.grade().name();
            case Discipline discipline -> discipline.form().name();
            case HealthCertificate certificate -> null;
            case Suspension suspension -> null;
            case ConfidenceVote vote -> null;
        };
    }

    private static Short @Nullable [] votes(Content content) {
        return content instanceof ConfidenceVote vote
                ? new Short[] {(short) vote.high(), (short) vote.confidence(), (short) vote.low()}
                : null;
    }

    private static @Nullable String of(Content content, Function<Discipline, @Nullable String> said) {
        return content instanceof Discipline discipline ? said.apply(discipline) : null;
    }

    private static @Nullable String name(Conduct.@Nullable Track track) {
        return track == null ? null : track.name();
    }

    private static Content content(Record row) {
        Period valid = period(row.get(CONDUCT.VALID_FROM), row.get(CONDUCT.VALID_TO));
        String word = row.get(CONDUCT.WORD);
        String document = row.get(CONDUCT.DOCUMENT);
        return switch (Kind.valueOf(row.get(CONDUCT.KIND))) {
            case RATING -> new Rating(valid.from().getYear(), Conduct.Grade.valueOf(said(word)), document);
            case DISCIPLINE -> {
                String track = row.get(CONDUCT.TRACK);
                yield new Discipline(
                        Conduct.Form.valueOf(said(word)),
                        valid.from(),
                        valid.to(),
                        track == null ? null : Conduct.Track.valueOf(track),
                        row.get(CONDUCT.AUTHORITY),
                        row.get(CONDUCT.MATTER),
                        document);
            }
            case HEALTH_CERTIFICATE -> new HealthCertificate(valid.from(), document);
            case SUSPENSION -> new Suspension(valid.from(), valid.to(), document);
            case CONFIDENCE_VOTE -> {
                Short[] tallies = Objects.requireNonNull(row.get(CONDUCT.VOTES));
                yield new ConfidenceVote(valid.from(), tallies[0], tallies[1], tallies[2], document);
            }
        };
    }

    private static String said(@Nullable String word) {
        return Objects.requireNonNull(word);
    }

    private static Conduct conduct(Record row) {
        return new Conduct(
                row.get(CONDUCT.ID),
                content(row),
                recorded(row, row.get(CONDUCT.RECORDED_FROM), row.get(CONDUCT.REASON), row.get(CONDUCT.RECORDED_BY)));
    }

    private static Recorded recorded(Record row, OffsetDateTime from, String reason, String by) {
        return new Recorded(from.toInstant(), recordedTo(row), reason, by, endedBecause(row), endedBy(row));
    }

    private List<Custody> custody(Record person) {
        List<Custody> custody = new ArrayList<>();
        custody.add(now(person));
        db.select()
                .from(CUSTODY_AHEAD)
                .where(CUSTODY_AHEAD.PERSON_ID.eq(person.get(PERSON.ID)))
                .orderBy(CUSTODY_AHEAD.VALID_FROM)
                .forEach(row -> custody.add(ahead(row)));
        return custody;
    }

    private static Custody now(Record person) {
        return new Custody(
                person.get(PERSON.CUSTODY_UNIT),
                scope(person.get(PERSON.CUSTODY_SCOPE)),
                person.get(PERSON.CUSTODY_FROM));
    }

    private static Custody ahead(Record row) {
        return new Custody(
                row.get(CUSTODY_AHEAD.UNIT_ID), scope(row.get(CUSTODY_AHEAD.SCOPE)), row.get(CUSTODY_AHEAD.VALID_FROM));
    }

    private static Tree tree(short ordinal) {
        return Tree.values()[ordinal];
    }

    private static ManagementScope scope(short ordinal) {
        return ManagementScope.values()[ordinal];
    }

    /** The driver reads {@code infinity} as a day at the end of all calendars. */
    private static Period period(LocalDate from, LocalDate to) {
        return new Period(from, to.getYear() > 9999 ? null : to);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
