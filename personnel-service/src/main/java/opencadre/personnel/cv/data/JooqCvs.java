package opencadre.personnel.cv.data;

import static opencadre.personnel.jooq.Tables.CV;
import static opencadre.personnel.jooq.Tables.CV_ENTRY;
import static org.jooq.postgres.extensions.types.LocalDateRange.localDateRange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.json.Texts;
import opencadre.kit.time.Period;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.cv.CvEntry;
import opencadre.personnel.cv.Cvs;
import opencadre.personnel.cv.rule.CvClass;
import opencadre.personnel.cv.rule.CvKind;
import opencadre.personnel.person.Recorded;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqCvs implements Cvs {

    private static final Period EVER = Period.since(LocalDate.of(1, 1, 1));
    private static final Instant NOT_YET = Instant.EPOCH;

    private final DSLContext db;
    private final TwoClocks clocks;

    JooqCvs(DSLContext db, TwoClocks clocks) {
        this.db = db;
        this.clocks = clocks;
    }

    @Override
    public Locked lock(UUID personId) {
        Optional<Locked> locked = locked(personId);
        if (locked.isPresent()) {
            return locked.get();
        }
        // Whoever comes second waits here for the first, and finds what that one began.
        db.fetch("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "cv " + personId);
        return locked(personId).orElse(new Locked(0, NOT_YET));
    }

    private Optional<Locked> locked(UUID personId) {
        return db.select()
                .from(CV)
                .where(CV.PERSON_ID.eq(personId))
                .forUpdate()
                .fetchOptional(row ->
                        new Locked(row.get(CV.REVISION), row.get(CV.RECORDED_AT).toInstant()));
    }

    @Override
    public long revision(UUID personId) {
        return db.select(CV.REVISION)
                .from(CV)
                .where(CV.PERSON_ID.eq(personId))
                .fetchOptional(CV.REVISION)
                .orElse(0L);
    }

    @Override
    public void revise(UUID personId, long revision, Instant recordedAt) {
        db.insertInto(CV)
                .set(CV.PERSON_ID, personId)
                .set(CV.REVISION, revision)
                .set(CV.RECORDED_AT, utc(recordedAt))
                .onConflict(CV.PERSON_ID)
                .doUpdate()
                .set(CV.REVISION, revision)
                .set(CV.RECORDED_AT, utc(recordedAt))
                .execute();
    }

    @Override
    public void record(UUID personId, CvKind kind, CvEntry entry) {
        db.insertInto(CV_ENTRY)
                .set(CV_ENTRY.ID, entry.id())
                .set(CV_ENTRY.PERSON_ID, personId)
                .set(
                        CV_ENTRY.VALID,
                        localDateRange(entry.valid().from(), entry.valid().to()))
                .set(CV_ENTRY.KIND, kind.code())
                .set(CV_ENTRY.CLASS, kind.fieldClass().name())
                .set(CV_ENTRY.HELD_ONCE, !kind.many())
                .set(CV_ENTRY.CONTENT, Texts.column(entry.values()))
                .set(CV_ENTRY.DOCUMENT, entry.document())
                .set(CV_ENTRY.REASON, entry.recorded().reason())
                .set(CV_ENTRY.RECORDED_BY, entry.recorded().by())
                .set(CV_ENTRY.RECORDED_FROM, utc(entry.recorded().from()))
                .execute();
    }

    @Override
    public void end(UUID entryId, Instant at, String because) {
        clocks.supersede(CV_ENTRY, entryId, EVER, at, because);
    }

    @Override
    public Optional<CvEntry> believed(UUID personId, UUID entryId) {
        return db.select()
                .from(CV_ENTRY)
                .where(CV_ENTRY.ID.eq(entryId).and(CV_ENTRY.PERSON_ID.eq(personId)))
                .fetchOptional(JooqCvs::entry);
    }

    @Override
    public List<CvEntry> believed(UUID personId, CvClass fieldClass) {
        return entries(CV_ENTRY, personId, fieldClass, DSL.noCondition());
    }

    @Override
    public Map<UUID, List<CvEntry>> begun(Collection<UUID> personIds, Collection<CvClass> classes, LocalDate day) {
        return db.select()
                .from(CV_ENTRY)
                .where(CV_ENTRY.PERSON_ID.in(personIds))
                .and(CV_ENTRY.CLASS.in(classes.stream().map(CvClass::name).toList()))
                .and(CV_ENTRY.VALID_FROM.le(day))
                .orderBy(CV_ENTRY.VALID_FROM, CV_ENTRY.ID)
                .fetchGroups(CV_ENTRY.PERSON_ID, JooqCvs::entry);
    }

    @Override
    public List<CvEntry> on(UUID personId, CvClass fieldClass, LocalDate asOf, @Nullable Instant knownAt) {
        return entries(
                TwoClocks.known(CV_ENTRY, knownAt),
                personId,
                fieldClass,
                CV_ENTRY.VALID_FROM.le(asOf).and(CV_ENTRY.VALID_TO.gt(asOf)));
    }

    @Override
    public List<CvEntry> ever(UUID personId, CvClass fieldClass) {
        return entries(TwoClocks.everByWhom(CV_ENTRY), personId, fieldClass, DSL.noCondition());
    }

    @Override
    public Map<UUID, List<CvEntry>> ever(Collection<UUID> personIds, CvKind kind) {
        Map<UUID, List<CvEntry>> byPerson = db.select()
                .from(TwoClocks.everByWhom(CV_ENTRY))
                .where(CV_ENTRY.PERSON_ID.in(personIds))
                .and(CV_ENTRY.KIND.eq(kind.code()))
                .fetchGroups(CV_ENTRY.PERSON_ID, JooqCvs::entry);
        byPerson.values()
                .forEach(each -> each.sort(
                        Comparator.comparing((CvEntry entry) -> entry.valid().from())
                                .thenComparing(entry -> entry.recorded().from())
                                .thenComparing(CvEntry::id)));
        return byPerson;
    }

    @Override
    public Map<UUID, List<CvEntry>> on(Collection<UUID> personIds, Collection<String> kinds, LocalDate day) {
        return db.select()
                .from(CV_ENTRY)
                .where(CV_ENTRY.PERSON_ID.in(personIds))
                .and(CV_ENTRY.KIND.in(kinds))
                .and(CV_ENTRY.VALID_FROM.le(day))
                .and(CV_ENTRY.VALID_TO.gt(day))
                .orderBy(CV_ENTRY.VALID_FROM, CV_ENTRY.ID)
                .fetchGroups(CV_ENTRY.PERSON_ID, JooqCvs::entry);
    }

    private List<CvEntry> entries(Table<?> beliefs, UUID personId, CvClass fieldClass, Condition when) {
        return db.select()
                .from(beliefs)
                .where(CV_ENTRY.PERSON_ID.eq(personId))
                .and(CV_ENTRY.CLASS.eq(fieldClass.name()))
                .and(when)
                .fetch(JooqCvs::entry);
    }

    private static CvEntry entry(Record row) {
        return new CvEntry(
                row.get(CV_ENTRY.ID),
                row.get(CV_ENTRY.KIND),
                period(row.get(CV_ENTRY.VALID_FROM), row.get(CV_ENTRY.VALID_TO)),
                Texts.of(Objects.requireNonNull(row.get(CV_ENTRY.CONTENT))),
                row.get(CV_ENTRY.DOCUMENT),
                new Recorded(
                        row.get(CV_ENTRY.RECORDED_FROM).toInstant(),
                        TwoClocks.recordedTo(row),
                        row.get(CV_ENTRY.REASON),
                        row.get(CV_ENTRY.RECORDED_BY),
                        TwoClocks.endedBecause(row),
                        TwoClocks.endedBy(row)));
    }

    private static Period period(LocalDate from, LocalDate to) {
        return new Period(from, to.getYear() > 9999 ? null : to);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
