package opencadre.training.enrolment.data;

import static opencadre.kit.time.TwoClocks.ever;
import static opencadre.kit.time.TwoClocks.known;
import static opencadre.training.jooq.Tables.ENROLMENT;
import static opencadre.training.jooq.Tables.LEARNING_FILE;
import static org.jooq.postgres.extensions.types.LocalDateRange.localDateRange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.kit.time.TwoClocks;
import opencadre.training.certificate.CertificateKind;
import opencadre.training.certificate.CertificateLevel;
import opencadre.training.enrolment.Course;
import opencadre.training.enrolment.Enrolment;
import opencadre.training.enrolment.Enrolments;
import opencadre.training.enrolment.LearningFile;
import opencadre.training.enrolment.LearningView;
import opencadre.training.enrolment.Result;
import opencadre.training.enrolment.Study;
import opencadre.training.enrolment.StudyMode;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqEnrolments implements Enrolments {

    /** An enrolment is superseded over its whole validity: one study, one belief. */
    private static final Period EVER = Period.since(LocalDate.of(1, 1, 1));

    private final DSLContext db;
    private final TwoClocks clocks;

    JooqEnrolments(DSLContext db, TwoClocks clocks) {
        this.db = db;
        this.clocks = clocks;
    }

    @Override
    public void hold(UUID personId) {
        db.fetch("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "studies of " + personId);
    }

    @Override
    public UUID nextId() {
        return db.fetchSingle("SELECT uuidv7()").get(0, UUID.class);
    }

    @Override
    public LearningFile file(UUID personId) {
        return db.selectFrom(LEARNING_FILE)
                .where(LEARNING_FILE.PERSON_ID.eq(personId))
                .fetchOptional(file -> new LearningFile(
                        personId,
                        file.get(LEARNING_FILE.REVISION),
                        file.get(LEARNING_FILE.RECORDED_AT).toInstant(),
                        beliefs(personId)))
                .orElseGet(() -> LearningFile.empty(personId));
    }

    private List<Enrolment> beliefs(UUID personId) {
        return db.select()
                .from(ever(ENROLMENT))
                .where(ENROLMENT.PERSON_ID.eq(personId))
                .orderBy(ENROLMENT.RECORDED_FROM, ENROLMENT.ID)
                .fetch(JooqEnrolments::enrolment);
    }

    @Override
    public LearningView of(UUID personId, LocalDate decidedBy, @Nullable Instant knownAt) {
        List<Enrolment> items = db.select()
                .from(known(ENROLMENT, knownAt))
                .where(ENROLMENT.PERSON_ID.eq(personId))
                .and(ENROLMENT.DECIDED_ON.le(decidedBy))
                .orderBy(ENROLMENT.DECIDED_ON.desc(), ENROLMENT.ID)
                .fetch(JooqEnrolments::enrolment);
        return new LearningView(personId, revision(personId).orElse(0), items);
    }

    @Override
    public void revise(UUID personId, long revision, Instant recordedAt) {
        db.insertInto(LEARNING_FILE)
                .set(LEARNING_FILE.PERSON_ID, personId)
                .set(LEARNING_FILE.REVISION, revision)
                .set(LEARNING_FILE.RECORDED_AT, utc(recordedAt))
                .onConflict(LEARNING_FILE.PERSON_ID)
                .doUpdate()
                .set(LEARNING_FILE.REVISION, revision)
                .set(LEARNING_FILE.RECORDED_AT, utc(recordedAt))
                .execute();
    }

    @Override
    public void record(UUID personId, Enrolment enrolment) {
        Study study = enrolment.study();
        Period valid = study.valid();
        db.insertInto(ENROLMENT)
                .set(ENROLMENT.ID, enrolment.id())
                .set(ENROLMENT.PERSON_ID, personId)
                .set(ENROLMENT.VALID, localDateRange(valid.from(), valid.to()))
                .set(ENROLMENT.KIND, study.kind().name())
                .set(ENROLMENT.LEVEL, study.level().name())
                .set(ENROLMENT.COURSE, study.course().name())
                .set(ENROLMENT.MODE, study.mode().name())
                .set(ENROLMENT.NAME, study.name())
                .set(ENROLMENT.PROVIDER, study.provider())
                .set(ENROLMENT.PLACE_UNIT_ID, study.placeUnitId())
                .set(ENROLMENT.DECISION, study.decision())
                .set(ENROLMENT.DECIDED_ON, study.decidedOn())
                .set(ENROLMENT.STARTS_ON, study.startsOn().toString())
                .set(ENROLMENT.ENDS_ON, Objects.toString(study.endsOn(), null))
                .set(
                        ENROLMENT.RESULT,
                        study.result() == null ? null : study.result().name())
                .set(ENROLMENT.REASON, enrolment.reason())
                .set(ENROLMENT.RECORDED_BY, enrolment.recordedBy())
                .set(ENROLMENT.RECORDED_FROM, utc(enrolment.recordedFrom()))
                .execute();
    }

    @Override
    public void end(UUID id, Instant at, String because) {
        clocks.supersede(ENROLMENT, id, EVER, at, because);
    }

    @Override
    public OptionalLong revision(UUID personId) {
        return db
                .select(LEARNING_FILE.REVISION)
                .from(LEARNING_FILE)
                .where(LEARNING_FILE.PERSON_ID.eq(personId))
                .fetch(LEARNING_FILE.REVISION)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public OptionalLong erase(UUID personId) {
        return db
                .deleteFrom(LEARNING_FILE)
                .where(LEARNING_FILE.PERSON_ID.eq(personId))
                .returning(LEARNING_FILE.REVISION)
                .fetch(LEARNING_FILE.REVISION)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private static Enrolment enrolment(Record line) {
        String ends = line.get(ENROLMENT.ENDS_ON);
        String result = line.get(ENROLMENT.RESULT);
        return new Enrolment(
                line.get(ENROLMENT.ID),
                new Study(
                        CertificateKind.valueOf(line.get(ENROLMENT.KIND)),
                        CertificateLevel.valueOf(line.get(ENROLMENT.LEVEL)),
                        Course.valueOf(line.get(ENROLMENT.COURSE)),
                        StudyMode.valueOf(line.get(ENROLMENT.MODE)),
                        line.get(ENROLMENT.NAME),
                        line.get(ENROLMENT.PROVIDER),
                        line.get(ENROLMENT.PLACE_UNIT_ID),
                        line.get(ENROLMENT.DECISION),
                        line.get(ENROLMENT.DECIDED_ON),
                        PartialDate.parse(line.get(ENROLMENT.STARTS_ON)),
                        ends == null ? null : PartialDate.parse(ends),
                        result == null ? null : Result.valueOf(result)),
                line.get(ENROLMENT.REASON),
                line.get(ENROLMENT.RECORDED_BY),
                line.get(ENROLMENT.RECORDED_FROM).toInstant(),
                TwoClocks.recordedTo(line),
                TwoClocks.endedBecause(line));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
