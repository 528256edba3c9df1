package opencadre.planning.eligibility.data;

import static opencadre.planning.jooq.Tables.CERTIFICATE_COPY;
import static opencadre.planning.jooq.Tables.DISCIPLINE_COPY;
import static opencadre.planning.jooq.Tables.HEALTH_COPY;
import static opencadre.planning.jooq.Tables.INBOX;
import static opencadre.planning.jooq.Tables.PERSON_COPY;
import static opencadre.planning.jooq.Tables.PLAN_ENTRY;
import static opencadre.planning.jooq.Tables.PLAN_FILE;
import static opencadre.planning.jooq.Tables.POST_COPY;
import static opencadre.planning.jooq.Tables.RATING_COPY;
import static opencadre.planning.jooq.Tables.SEAT_TITLE;
import static opencadre.planning.jooq.Tables.SUSPENSION_COPY;
import static opencadre.planning.jooq.Tables.UNIT_COPY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Fact;
import opencadre.kit.rule.Messages;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.planning.eligibility.CopyRevision;
import opencadre.planning.eligibility.Dossier;
import opencadre.planning.eligibility.Dossiers;
import opencadre.planning.eligibility.rule.DisciplineForm;
import opencadre.planning.eligibility.rule.PersonFacts;
import opencadre.planning.eligibility.rule.PersonFacts.Certificate;
import opencadre.planning.eligibility.rule.PersonFacts.Disciplined;
import opencadre.planning.eligibility.rule.PersonFacts.HealthCertificate;
import opencadre.planning.eligibility.rule.PersonFacts.Held;
import opencadre.planning.eligibility.rule.PersonFacts.Planned;
import opencadre.planning.eligibility.rule.PersonFacts.Rated;
import opencadre.planning.eligibility.rule.PersonFacts.Suspended;
import opencadre.planning.eligibility.rule.Rating;
import opencadre.planning.law.rule.TheoryLevel;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one mapper from the copies to the facts that rules read; one statement for each kind of fact. */
@Component
final class JooqDossiers implements Dossiers {

    private static final String CERTIFICATES = "training.certificate.v1";
    private static final Map<String, TheoryLevel> LEVELS = Map.of(
            "THEORY_ELEMENTARY", TheoryLevel.SO_CAP,
            "THEORY_INTERMEDIATE", TheoryLevel.TRUNG_CAP,
            "THEORY_ADVANCED", TheoryLevel.CAO_CAP,
            "THEORY_BACHELOR", TheoryLevel.CU_NHAN);

    private final DSLContext db;

    JooqDossiers(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Dossier> of(Collection<UUID> personIds) {
        var plan = db.select(PLAN_ENTRY.ID, PLAN_ENTRY.PERSON_ID, PLAN_ENTRY.VALID_FROM, PLAN_ENTRY.VALID_TO)
                .select(PLAN_ENTRY.TERM, PLAN_ENTRY.DECISION, SEAT_TITLE.CODE, SEAT_TITLE.NAME)
                .from(PLAN_ENTRY)
                .join(SEAT_TITLE)
                .on(SEAT_TITLE.SEAT_ID.eq(PLAN_ENTRY.SEAT_ID))
                .where(PLAN_ENTRY.PERSON_ID.in(personIds))
                .and(PLAN_ENTRY.APPROVED_ON.isNotNull())
                .orderBy(PLAN_ENTRY.VALID_FROM, PLAN_ENTRY.ID)
                .fetchGroups(PLAN_ENTRY.PERSON_ID);
        var posts = db.select(POST_COPY.fields())
                .select(SEAT_TITLE.CODE, SEAT_TITLE.RANK, SEAT_TITLE.LEADERSHIP, SEAT_TITLE.EQUAL_TITLES)
                .select(coalesce(
                                select(max(UNIT_COPY.NAME))
                                        .from(UNIT_COPY)
                                        .where(UNIT_COPY.UNIT_ID.eq(POST_COPY.UNIT_ID))
                                        .and(UNIT_COPY.VALID_FROM.le(POST_COPY.VALID_FROM))
                                        .and(UNIT_COPY.VALID_TO.gt(POST_COPY.VALID_FROM))
                                        .asField(),
                                inline(""))
                        .as("unit_name"))
                .from(POST_COPY)
                .leftJoin(SEAT_TITLE)
                .on(SEAT_TITLE.SEAT_ID.eq(POST_COPY.SEAT_ID))
                .where(POST_COPY.PERSON_ID.in(personIds))
                .orderBy(POST_COPY.VALID_FROM, POST_COPY.ASSIGNMENT_ID)
                .fetchGroups(POST_COPY.PERSON_ID);
        var certificates = db.selectFrom(CERTIFICATE_COPY)
                .where(CERTIFICATE_COPY.PERSON_ID.in(personIds))
                .and(CERTIFICATE_COPY.KIND.eq("POLITICAL_THEORY"))
                .orderBy(CERTIFICATE_COPY.VALID_FROM, CERTIFICATE_COPY.CERTIFICATE_ID)
                .fetchGroups(CERTIFICATE_COPY.PERSON_ID);
        var ratings = db.selectFrom(RATING_COPY)
                .where(RATING_COPY.PERSON_ID.in(personIds))
                .orderBy(RATING_COPY.YEAR, RATING_COPY.RATING_ID)
                .fetchGroups(RATING_COPY.PERSON_ID);
        var disciplines = db.selectFrom(DISCIPLINE_COPY)
                .where(DISCIPLINE_COPY.PERSON_ID.in(personIds))
                .orderBy(DISCIPLINE_COPY.DECIDED_ON, DISCIPLINE_COPY.DISCIPLINE_ID)
                .fetchGroups(DISCIPLINE_COPY.PERSON_ID);
        var health = db.selectFrom(HEALTH_COPY)
                .where(HEALTH_COPY.PERSON_ID.in(personIds))
                .orderBy(HEALTH_COPY.ISSUED_ON, HEALTH_COPY.CERTIFICATE_ID)
                .fetchGroups(HEALTH_COPY.PERSON_ID);
        var suspensions = db.selectFrom(SUSPENSION_COPY)
                .where(SUSPENSION_COPY.PERSON_ID.in(personIds))
                .orderBy(SUSPENSION_COPY.SUSPENDED_FROM, SUSPENSION_COPY.SUSPENSION_ID)
                .fetchGroups(SUSPENSION_COPY.PERSON_ID);
        boolean trainingHeard = isTrainingHeard();
        return db.selectFrom(PERSON_COPY)
                .where(PERSON_COPY.PERSON_ID.in(personIds))
                .fetch(person -> {
                    UUID id = person.get(PERSON_COPY.PERSON_ID);
                    String birth = person.get(PERSON_COPY.BIRTH);
                    List<? extends Record> held = lines(posts, id);
                    PersonFacts facts = new PersonFacts(
                            birth == null ? null : PartialDate.parse(birth),
                            Boolean.TRUE.equals(person.get(PERSON_COPY.FEMALE)),
                            null,
                            lines(plan, id).stream().map(JooqDossiers::planned).toList(),
                            held.stream().map(JooqDossiers::held).toList(),
                            trainingHeard
                                    ? lines(certificates, id).stream()
                                            .flatMap(JooqDossiers::certificate)
                                            .toList()
                                    : null,
                            person.get(PERSON_COPY.RATINGS_TOLD)
                                    ? lines(ratings, id).stream()
                                            .flatMap(JooqDossiers::rated)
                                            .toList()
                                    : null,
                            person.get(PERSON_COPY.DISCIPLINES_TOLD) ? disciplined(lines(disciplines, id)) : null,
                            person.get(PERSON_COPY.HEALTH_TOLD)
                                    ? lines(health, id).stream()
                                            .map(JooqDossiers::examined)
                                            .toList()
                                    : null,
                            lines(suspensions, id).stream()
                                    .map(JooqDossiers::suspended)
                                    .toList());
                    return new Dossier(
                            id,
                            person.get(PERSON_COPY.FULL_NAME),
                            facts,
                            held.stream()
                                    .map(post -> new Dossier.RankedPost(
                                            post.get(SEAT_TITLE.RANK), post.get(POST_COPY.ACTING), valid(post)))
                                    .toList());
                });
    }

    /** Training speaks of certificates, not of people without any: once anything was heard, none is none. */
    private boolean isTrainingHeard() {
        return db.fetchExists(select(inline(1)).from(INBOX).where(INBOX.TOPIC.eq(CERTIFICATES)));
    }

    private static <R extends Record> List<R> lines(Map<UUID, ? extends List<R>> of, UUID person) {
        List<R> lines = of.get(person);
        return lines == null ? List.of() : lines;
    }

    private static Planned planned(Record line) {
        String text =
                line.get(SEAT_TITLE.NAME) + " " + line.get(PLAN_ENTRY.TERM) + ", " + line.get(PLAN_ENTRY.DECISION);
        return new Planned(
                new Fact(line.get(PLAN_ENTRY.ID).toString(), new Bilingual(text, text)),
                line.get(SEAT_TITLE.CODE),
                new Period(line.get(PLAN_ENTRY.VALID_FROM), open(line.get(PLAN_ENTRY.VALID_TO))));
    }

    private static Held held(Record line) {
        String code = line.get(SEAT_TITLE.CODE);
        String[] equal = line.get(SEAT_TITLE.EQUAL_TITLES);
        Period valid = valid(line);
        String where = line.get("unit_name", String.class);
        String text = line.get(POST_COPY.TITLE) + (where.isEmpty() ? "" : " – " + where);
        return new Held(
                new Fact(
                        line.get(POST_COPY.ASSIGNMENT_ID).toString(),
                        Messages.of("fact.post", new Bilingual(text, text), valid.from())),
                code == null ? "in no seat: " + line.get(POST_COPY.TITLE) : code,
                equal == null ? Set.of() : Set.of(equal),
                // Of a post in no seat it is not known, so nothing is let off that is asked of leaders.
                !Boolean.FALSE.equals(line.get(SEAT_TITLE.LEADERSHIP)),
                line.get(POST_COPY.ACTING),
                new PartialDate(
                        valid.from().getYear(),
                        valid.from().getMonthValue(),
                        valid.from().getDayOfMonth()),
                valid.to());
    }

    private static Period valid(Record post) {
        return new Period(post.get(POST_COPY.VALID_FROM), open(post.get(POST_COPY.VALID_TO)));
    }

    /** What was rejected or revoked is no certificate; of a level that is not known here nothing follows. */
    private static Stream<Certificate> certificate(Record line) {
        TheoryLevel level = LEVELS.get(line.get(CERTIFICATE_COPY.LEVEL));
        String state = line.get(CERTIFICATE_COPY.STATE);
        boolean verified = state.equals("VERIFIED");
        if (level == null || !(verified || state.equals("ENTERED"))) {
            return Stream.empty();
        }
        String text = line.get(CERTIFICATE_COPY.NAME) + ", " + line.get(CERTIFICATE_COPY.NUMBER);
        return Stream.of(new Certificate(
                new Fact(line.get(CERTIFICATE_COPY.CERTIFICATE_ID).toString(), new Bilingual(text, text)),
                level,
                PartialDate.parse(line.get(CERTIFICATE_COPY.ISSUED_ON)).latest(),
                verified));
    }

    private static Stream<Rated> rated(Record line) {
        String year = String.valueOf(line.get(RATING_COPY.YEAR));
        return read(Rating.values(), line.get(RATING_COPY.RATING))
                .map(rating -> new Rated(
                        new Fact(
                                line.get(RATING_COPY.RATING_ID).toString(),
                                Messages.of("fact.rating", year, Messages.of("rating." + rating))),
                        line.get(RATING_COPY.YEAR),
                        rating))
                .stream();
    }

    /** With a form that is not known here among them, nothing is known: it must not pass for none. */
    private static @Nullable List<Disciplined> disciplined(List<? extends Record> lines) {
        List<Optional<Disciplined>> read = lines.stream()
                .map(line -> read(DisciplineForm.values(), line.get(DISCIPLINE_COPY.FORM))
                        .map(form -> new Disciplined(
                                new Fact(
                                        line.get(DISCIPLINE_COPY.DISCIPLINE_ID).toString(),
                                        Messages.of(
                                                "fact.discipline",
                                                Messages.of("discipline.form." + form),
                                                line.get(DISCIPLINE_COPY.DECIDED_ON))),
                                form,
                                line.get(DISCIPLINE_COPY.DECIDED_ON),
                                line.get(DISCIPLINE_COPY.REVOKED_ON))))
                .toList();
        return read.stream().allMatch(Optional::isPresent)
                ? read.stream().flatMap(Optional::stream).toList()
                : null;
    }

    private static Suspended suspended(Record line) {
        Period days = new Period(line.get(SUSPENSION_COPY.SUSPENDED_FROM), line.get(SUSPENSION_COPY.UNTIL));
        return new Suspended(
                new Fact(
                        line.get(SUSPENSION_COPY.SUSPENSION_ID).toString(),
                        Messages.of("fact.suspension", days.from())),
                days);
    }

    private static HealthCertificate examined(Record line) {
        return new HealthCertificate(
                new Fact(
                        line.get(HEALTH_COPY.CERTIFICATE_ID).toString(),
                        Messages.of("fact.health", line.get(HEALTH_COPY.ISSUED_ON))),
                line.get(HEALTH_COPY.ISSUED_ON));
    }

    private static <E extends Enum<E>> Optional<E> read(E[] known, String word) {
        return Arrays.stream(known).filter(each -> each.name().equals(word)).findFirst();
    }

    @Override
    public Set<String> titlesFrom(int rank) {
        return new HashSet<>(db.selectDistinct(SEAT_TITLE.CODE)
                .from(SEAT_TITLE)
                .where(SEAT_TITLE.RANK.le(rank))
                .fetch(SEAT_TITLE.CODE));
    }

    @Override
    public List<CopyRevision> revisions(Collection<UUID> personIds) {
        return db.select(
                        val("personnel.person.v1").as("topic"),
                        PERSON_COPY.PERSON_ID.as("id"),
                        PERSON_COPY.PERSON_ID.as("person_id"),
                        PERSON_COPY.REVISION.as("revision"),
                        PERSON_COPY.RECORDED_AT.as("recorded_at"),
                        PERSON_COPY.APPLIED_AT.as("applied_at"))
                .from(PERSON_COPY)
                .where(PERSON_COPY.PERSON_ID.in(personIds))
                .unionAll(select(
                                val(CERTIFICATES),
                                CERTIFICATE_COPY.CERTIFICATE_ID,
                                CERTIFICATE_COPY.PERSON_ID,
                                CERTIFICATE_COPY.REVISION,
                                CERTIFICATE_COPY.RECORDED_AT,
                                CERTIFICATE_COPY.APPLIED_AT)
                        .from(CERTIFICATE_COPY)
                        .where(CERTIFICATE_COPY.PERSON_ID.in(personIds)))
                .unionAll(select(
                                val("planning.plan-entry.v1"),
                                PLAN_FILE.PERSON_ID,
                                PLAN_FILE.PERSON_ID,
                                PLAN_FILE.REVISION,
                                PLAN_FILE.RECORDED_AT,
                                PLAN_FILE.RECORDED_AT)
                        .from(PLAN_FILE)
                        .where(PLAN_FILE.PERSON_ID.in(personIds)))
                .orderBy(1, 2)
                .fetch(line -> new CopyRevision(
                        line.value1(),
                        line.value2(),
                        line.value3(),
                        line.value4(),
                        line.value5().toInstant(),
                        line.value6().toInstant()));
    }

    @Override
    public long structure() {
        return Objects.requireNonNull(db.select(coalesce(sum(SEAT_TITLE.REVISION), inline(java.math.BigDecimal.ZERO)))
                        .from(SEAT_TITLE)
                        .fetchSingle()
                        .value1())
                .longValueExact();
    }

    private static @Nullable LocalDate open(LocalDate to) {
        return to.getYear() >= 9999 ? null : to;
    }
}
