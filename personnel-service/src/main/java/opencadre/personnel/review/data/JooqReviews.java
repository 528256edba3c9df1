package opencadre.personnel.review.data;

import static opencadre.personnel.jooq.Tables.CV;
import static opencadre.personnel.jooq.Tables.PERSON;
import static opencadre.personnel.jooq.Tables.PLACE;
import static opencadre.personnel.jooq.Tables.REVIEW;
import static opencadre.personnel.jooq.Tables.REVIEW_MARK;
import static opencadre.personnel.jooq.Tables.REVIEW_RESULT;
import static opencadre.personnel.jooq.Tables.UNIT;
import static opencadre.personnel.jooq.Tables.UNIT_NODE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.personnel.quality.rule.FieldGroup;
import opencadre.personnel.review.Part;
import opencadre.personnel.review.Review;
import opencadre.personnel.review.ReviewedDossier;
import opencadre.personnel.review.Reviews;
import opencadre.personnel.review.rule.Standing;
import opencadre.personnel.review.rule.Version;
import opencadre.personnel.seat.ManagementScope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqReviews implements Reviews {

    private static final Field<Long> CV_REVISION = coalesce(CV.REVISION, inline(0L));

    private static final Condition MARKED = REVIEW_MARK.ID.isNotNull();

    /** What was said holds for the dossier as it is. */
    private static final Condition HOLDS =
            REVIEW_MARK.RECORD_REVISION.eq(PERSON.REVISION).and(REVIEW_MARK.CV_REVISION.eq(CV_REVISION));

    private final DSLContext db;
    private final Places places;

    JooqReviews(DSLContext db, Places places) {
        this.db = db;
        this.places = places;
    }

    @Override
    public List<Line> page(Actor actor, @Nullable UUID after, int limit) {
        Field<String> unitName = unitName(REVIEW.UNIT_ID).as("unit_name");
        return db.select(REVIEW.fields())
                .select(unitName)
                .from(REVIEW)
                .where(reached(actor))
                .and(after == null ? noCondition() : REVIEW.ID.lt(after))
                .orderBy(REVIEW.ID.desc())
                .limit(limit)
                .fetch(row -> new Line(review(row), Objects.requireNonNullElse(row.get(unitName), "")));
    }

    @Override
    public Optional<Review> find(Actor actor, UUID id) {
        return db.select()
                .from(REVIEW)
                .where(REVIEW.ID.eq(id))
                .and(reached(actor))
                .fetchOptional(JooqReviews::review);
    }

    @Override
    public Optional<Review> lock(Actor actor, UUID id) {
        return db.select(REVIEW.ID)
                .from(REVIEW)
                .where(REVIEW.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                // Read after the lock is held, so that it is what the one before left.
                .flatMap(held -> find(actor, id));
    }

    @Override
    public Optional<Review> lockOpen(Actor actor, UUID id) {
        // Many say something of dossiers at once, and none while somebody closes.
        return db.select(REVIEW.ID)
                .from(REVIEW)
                .where(REVIEW.ID.eq(id))
                .forShare()
                .fetchOptional()
                .flatMap(held -> find(actor, id));
    }

    /** The service's own fence, the same question as the policy of the table. */
    private Condition reached(Actor actor) {
        return places.anyInReach(actor, REVIEW.UNIT_ID, REVIEW.SCOPES);
    }

    @Override
    public boolean add(Review review) {
        return db.insertInto(REVIEW)
                        .set(REVIEW.ID, review.id())
                        .set(REVIEW.REVISION, review.revision())
                        .set(REVIEW.UNIT_ID, review.unitId())
                        .set(REVIEW.LEVEL, (short) review.level().ordinal())
                        .set(REVIEW.SCOPES, scopes(review.level()))
                        .set(REVIEW.NAME, review.name())
                        .set(
                                REVIEW.GROUPS,
                                review.groups().stream().map(FieldGroup::name).toArray(String[]::new))
                        .set(REVIEW.FIRST_DAY, review.firstDay())
                        .set(REVIEW.DEADLINE, review.deadline())
                        .set(REVIEW.OPENED_BY, review.openedBy())
                        .set(REVIEW.OPENED_HANDS, review.openers().toArray(String[]::new))
                        .set(REVIEW.OPENED_AT, utc(review.openedAt()))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static Short[] scopes(ManagementScope level) {
        return Arrays.stream(ManagementScope.values())
                .filter(scope -> scope == level || scope.height() < level.height())
                .map(scope -> (short) scope.ordinal())
                .toArray(Short[]::new);
    }

    @Override
    public void close(Review review, List<Part> parts) {
        Review.Closing closing = Objects.requireNonNull(review.closing());
        db.update(REVIEW)
                .set(REVIEW.REVISION, review.revision())
                .set(REVIEW.CLOSED_BY, closing.by())
                .set(REVIEW.CLOSED_AT, utc(closing.at()))
                .set(REVIEW.CLOSED_ON, closing.day())
                .where(REVIEW.ID.eq(review.id()))
                .execute();
        if (parts.isEmpty()) {
            return;
        }
        db.insertInto(
                        REVIEW_RESULT,
                        REVIEW_RESULT.REVIEW_ID,
                        REVIEW_RESULT.UNIT_ID,
                        REVIEW_RESULT.UNIT_NAME,
                        REVIEW_RESULT.DOSSIERS,
                        REVIEW_RESULT.CONFIRMED,
                        REVIEW_RESULT.TO_MEND,
                        REVIEW_RESULT.CHANGED)
                .valuesOfRows(parts.stream()
                        .map(part -> row(
                                review.id(),
                                part.unitId(),
                                part.unitName(),
                                part.dossiers(),
                                part.confirmed(),
                                part.toMend(),
                                part.changed()))
                        .toList())
                .execute();
    }

    @Override
    public List<Part> parts(Actor actor, Review review) {
        Field<Integer> confirmed = count().filterWhere(HOLDS.and(REVIEW_MARK.OUTCOME.eq(Standing.CONFIRMED.name())));
        Field<Integer> toMend = count().filterWhere(HOLDS.and(REVIEW_MARK.OUTCOME.eq(Standing.TO_MEND.name())));
        Field<Integer> changed = count().filterWhere(MARKED.and(not(HOLDS)));
        Field<String> unitName = unitName(PLACE.UNIT_ID);
        return db.select(PLACE.UNIT_ID, unitName, count(), confirmed, toMend, changed)
                .from(dossiersOf(review))
                .where(in(actor, review))
                .groupBy(PLACE.UNIT_ID)
                .fetch(row -> new Part(
                        row.value1(),
                        Objects.requireNonNullElse(row.value2(), ""),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6()));
    }

    @Override
    public List<Part> results(Actor actor, UUID id) {
        return db.select(REVIEW_RESULT.fields())
                .from(REVIEW_RESULT)
                .join(REVIEW)
                .on(REVIEW.ID.eq(REVIEW_RESULT.REVIEW_ID))
                .where(REVIEW.ID.eq(id))
                .and(places.unitInReach(actor, REVIEW_RESULT.UNIT_ID, REVIEW.LEVEL)
                        .or(places.unitInReach(actor, REVIEW.UNIT_ID, REVIEW.LEVEL)))
                .fetch(row -> new Part(
                        row.get(REVIEW_RESULT.UNIT_ID),
                        row.get(REVIEW_RESULT.UNIT_NAME),
                        row.get(REVIEW_RESULT.DOSSIERS),
                        row.get(REVIEW_RESULT.CONFIRMED),
                        row.get(REVIEW_RESULT.TO_MEND),
                        row.get(REVIEW_RESULT.CHANGED)));
    }

    @Override
    public List<ReviewedDossier> dossiers(
            Actor actor, Review review, Query query, Places.@Nullable Line after, int limit) {
        return dossiers(
                actor,
                review,
                (query.unitId() == null ? noCondition() : PLACE.UNIT_ID.eq(query.unitId()))
                        .and(query.standing() == null ? noCondition() : stands(query.standing()))
                        .and(
                                after == null
                                        ? noCondition()
                                        : row(PLACE.NAME_KEY, PLACE.PERSON_ID).gt(after.nameKey(), after.personId())),
                limit);
    }

    @Override
    public List<ReviewedDossier> dossiers(Actor actor, Review review, Collection<UUID> personIds) {
        return dossiers(actor, review, PLACE.PERSON_ID.eq(any(personIds.toArray(UUID[]::new))), personIds.size());
    }

    @Override
    public List<ReviewedDossier> all(Actor actor, Review review, int limit) {
        return dossiers(actor, review, noCondition(), limit);
    }

    private List<ReviewedDossier> dossiers(Actor actor, Review review, Condition asked, int limit) {
        return db.select(PLACE.PERSON_ID, PLACE.NAME_KEY, PLACE.UNIT_ID, PERSON.REVISION, CV_REVISION)
                .select(REVIEW_MARK.fields())
                .from(dossiersOf(review))
                .where(in(actor, review))
                .and(asked)
                .orderBy(PLACE.NAME_KEY, PLACE.PERSON_ID)
                .limit(limit)
                .fetch(JooqReviews::dossier);
    }

    private static Condition stands(Standing standing) {
        return switch (standing) {
            case NOT_REVIEWED -> not(MARKED);
            case CHANGED -> MARKED.and(not(HOLDS));
            case CONFIRMED, TO_MEND -> MARKED.and(HOLDS).and(REVIEW_MARK.OUTCOME.eq(standing.name()));
        };
    }

    /**
     * Where dossiers are today, with what was last said of each. A place that a person gives themself is that of their
     * file, and there is one on each day: everybody is in one unit.
     */
    private static Table<?> dossiersOf(Review review) {
        return PLACE.join(UNIT_NODE)
                .on(UNIT_NODE.UNIT_ID.eq(review.unitId()))
                .and(PLACE.POSITION.between(UNIT_NODE.LO, UNIT_NODE.HI))
                .join(PERSON)
                .on(PERSON.ID.eq(PLACE.PERSON_ID))
                .leftJoin(CV)
                .on(CV.PERSON_ID.eq(PLACE.PERSON_ID))
                .leftJoin(REVIEW_MARK)
                .on(REVIEW_MARK.REVIEW_ID.eq(review.id()))
                .and(REVIEW_MARK.PERSON_ID.eq(PLACE.PERSON_ID))
                .and(REVIEW_MARK.ENDED_AT.isNull());
    }

    private Condition in(Actor actor, Review review) {
        return places.listed(actor)
                .and(PLACE.SOURCE_ID.eq(PLACE.PERSON_ID))
                .and(PLACE.SCOPE.in(scopes(review.level())));
    }

    @Override
    public void mark(UUID id, List<ReviewedDossier> dossiers, Marking marking) {
        OffsetDateTime at = utc(marking.at());
        UUID[] people = dossiers.stream().map(ReviewedDossier::personId).toArray(UUID[]::new);
        // One after the other where two say something of the same dossier.
        db.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.ID.eq(any(people)))
                .orderBy(PERSON.ID)
                .forNoKeyUpdate()
                .fetch();
        db.update(REVIEW_MARK)
                .set(REVIEW_MARK.ENDED_AT, at)
                .where(REVIEW_MARK.REVIEW_ID.eq(id))
                .and(REVIEW_MARK.PERSON_ID.eq(any(people)))
                .and(REVIEW_MARK.ENDED_AT.isNull())
                .execute();
        String[] hands = marking.hands().toArray(String[]::new);
        db.insertInto(
                        REVIEW_MARK,
                        REVIEW_MARK.REVIEW_ID,
                        REVIEW_MARK.PERSON_ID,
                        REVIEW_MARK.OUTCOME,
                        REVIEW_MARK.REMARK,
                        REVIEW_MARK.RECORD_REVISION,
                        REVIEW_MARK.CV_REVISION,
                        REVIEW_MARK.MARKED_HANDS,
                        REVIEW_MARK.MARKED_BY,
                        REVIEW_MARK.MARKED_AT)
                .valuesOfRows(dossiers.stream()
                        .map(dossier -> row(
                                id,
                                dossier.personId(),
                                marking.outcome().name(),
                                marking.remark(),
                                dossier.version().record(),
                                dossier.version().cv(),
                                hands,
                                marking.by(),
                                at))
                        .toList())
                .execute();
    }

    private static Review review(Record row) {
        OffsetDateTime closedAt = row.get(REVIEW.CLOSED_AT);
        return new Review(
                row.get(REVIEW.ID),
                row.get(REVIEW.REVISION),
                row.get(REVIEW.UNIT_ID),
                ManagementScope.values()[row.get(REVIEW.LEVEL)],
                row.get(REVIEW.NAME),
                groups(row.get(REVIEW.GROUPS)),
                row.get(REVIEW.FIRST_DAY),
                row.get(REVIEW.DEADLINE),
                row.get(REVIEW.OPENED_BY),
                Set.of(row.get(REVIEW.OPENED_HANDS)),
                row.get(REVIEW.OPENED_AT).toInstant(),
                closedAt == null
                        ? null
                        : new Review.Closing(
                                row.get(REVIEW.CLOSED_BY), closedAt.toInstant(), row.get(REVIEW.CLOSED_ON)));
    }

    private static Set<FieldGroup> groups(String[] names) {
        return Arrays.stream(names).map(FieldGroup::valueOf).collect(Collectors.toSet());
    }

    private static ReviewedDossier dossier(Record row) {
        return new ReviewedDossier(
                row.get(PLACE.PERSON_ID),
                row.get(PLACE.NAME_KEY),
                row.get(PLACE.UNIT_ID),
                new Version(row.get(PERSON.REVISION), row.get(CV_REVISION)),
                row.get(REVIEW_MARK.ID) == null
                        ? null
                        : new ReviewedDossier.Mark(
                                Standing.valueOf(row.get(REVIEW_MARK.OUTCOME)),
                                new Version(row.get(REVIEW_MARK.RECORD_REVISION), row.get(REVIEW_MARK.CV_REVISION)),
                                row.get(REVIEW_MARK.REMARK),
                                row.get(REVIEW_MARK.MARKED_BY),
                                row.get(REVIEW_MARK.MARKED_AT).toInstant()));
    }

    private static Field<String> unitName(Field<UUID> unitId) {
        return field(select(UNIT.NAME)
                .from(UNIT)
                .where(UNIT.ID.eq(unitId))
                .orderBy(UNIT.VALID_FROM.desc())
                .limit(1));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
