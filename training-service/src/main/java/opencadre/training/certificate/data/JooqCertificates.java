package opencadre.training.certificate.data;

import static opencadre.kit.time.TwoClocks.ever;
import static opencadre.kit.time.TwoClocks.known;
import static opencadre.training.jooq.Tables.CERTIFICATE;
import static opencadre.training.jooq.Tables.CERTIFICATE_FILE;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static org.jooq.postgres.extensions.types.LocalDateRange.localDateRange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.kit.time.TwoClocks;
import opencadre.training.certificate.Act;
import opencadre.training.certificate.Certificate;
import opencadre.training.certificate.CertificateContent;
import opencadre.training.certificate.CertificateFile;
import opencadre.training.certificate.CertificateKind;
import opencadre.training.certificate.CertificateLevel;
import opencadre.training.certificate.CertificateState;
import opencadre.training.certificate.CertificateView;
import opencadre.training.certificate.Certificates;
import opencadre.training.certificate.WorkItem;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqCertificates implements Certificates {

    /** A certificate is superseded over its whole validity: one paper, one belief. */
    private static final Period EVER = Period.since(LocalDate.of(1, 1, 1));

    private final DSLContext db;
    private final TwoClocks clocks;
    private final Places places;

    JooqCertificates(DSLContext db, TwoClocks clocks, Places places) {
        this.db = db;
        this.clocks = clocks;
        this.places = places;
    }

    @Override
    public void hold(UUID personId) {
        db.fetch("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "certificates of " + personId);
    }

    @Override
    public UUID add(UUID personId, Instant recordedAt) {
        return db.insertInto(CERTIFICATE_FILE)
                .set(CERTIFICATE_FILE.PERSON_ID, personId)
                .set(CERTIFICATE_FILE.REVISION, 1L)
                .set(CERTIFICATE_FILE.RECORDED_AT, utc(recordedAt))
                .returningResult(CERTIFICATE_FILE.ID)
                .fetchSingle()
                .value1();
    }

    @Override
    public Optional<CertificateFile> lock(UUID personId, UUID id) {
        return db.select(CERTIFICATE_FILE.ID)
                .from(CERTIFICATE_FILE)
                .where(CERTIFICATE_FILE.ID.eq(id).and(CERTIFICATE_FILE.PERSON_ID.eq(personId)))
                .forUpdate()
                .fetchOptional()
                .flatMap(held -> file(personId, id));
    }

    @Override
    public void revise(UUID id, long revision, Instant recordedAt) {
        db.update(CERTIFICATE_FILE)
                .set(CERTIFICATE_FILE.REVISION, revision)
                .set(CERTIFICATE_FILE.RECORDED_AT, utc(recordedAt))
                .where(CERTIFICATE_FILE.ID.eq(id))
                .execute();
    }

    @Override
    public boolean record(Certificate certificate) {
        CertificateContent content = certificate.content();
        Period valid = content.valid();
        return db.insertInto(CERTIFICATE)
                        .set(CERTIFICATE.ID, certificate.id())
                        .set(CERTIFICATE.PERSON_ID, certificate.personId())
                        .set(CERTIFICATE.VALID, localDateRange(valid.from(), valid.to()))
                        .set(CERTIFICATE.KIND, content.kind().name())
                        .set(CERTIFICATE.LEVEL, content.level().name())
                        .set(CERTIFICATE.NAME, content.name())
                        .set(CERTIFICATE.NUMBER, content.number())
                        .set(CERTIFICATE.ISSUER, content.issuer())
                        .set(CERTIFICATE.ISSUED_ON, content.issuedOn().toString())
                        .set(CERTIFICATE.VALID_UNTIL, content.validUntil())
                        .set(CERTIFICATE.STATE, certificate.state().name())
                        .set(CERTIFICATE.AUTHORS, certificate.authors().toArray(String[]::new))
                        .set(CERTIFICATE.ENTERED_BY, certificate.entered().account())
                        .set(CERTIFICATE.ENTERED_BY_NAME, certificate.entered().name())
                        .set(CERTIFICATE.ENTERED_AT, utc(certificate.entered().at()))
                        .set(CERTIFICATE.REASON, certificate.latest().reason())
                        .set(CERTIFICATE.RECORDED_BY, certificate.latest().account())
                        .set(CERTIFICATE.RECORDED_BY_NAME, certificate.latest().name())
                        .set(CERTIFICATE.RECORDED_FROM, utc(certificate.latest().at()))
                        .set(
                                CERTIFICATE.RECORDED_HANDS,
                                certificate.latest().hands().toArray(String[]::new))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Override
    public List<CertificateFile> files(UUID personId) {
        return db.select(CERTIFICATE_FILE.ID)
                .from(CERTIFICATE_FILE)
                .where(CERTIFICATE_FILE.PERSON_ID.eq(personId))
                .orderBy(CERTIFICATE_FILE.ID)
                .fetch(row -> file(personId, row.get(CERTIFICATE_FILE.ID)).orElseThrow());
    }

    @Override
    public OptionalLong revision(UUID id) {
        return db
                .select(CERTIFICATE_FILE.REVISION)
                .from(CERTIFICATE_FILE)
                .where(CERTIFICATE_FILE.ID.eq(id))
                .fetch(CERTIFICATE_FILE.REVISION)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public Erased remove(UUID id) {
        Erased gone = new Erased(id, revision(id).orElseThrow());
        // Only the service itself takes one away: an import taken back is its own doing.
        places.asService(() -> db.deleteFrom(CERTIFICATE_FILE)
                .where(CERTIFICATE_FILE.ID.eq(id))
                .execute());
        return gone;
    }

    @Override
    public void end(UUID id, Instant at, String because) {
        clocks.supersede(CERTIFICATE, id, EVER, at, because);
    }

    @Override
    public Optional<CertificateFile> file(UUID personId, UUID id) {
        return db.select()
                .from(CERTIFICATE_FILE)
                .where(CERTIFICATE_FILE.ID.eq(id).and(CERTIFICATE_FILE.PERSON_ID.eq(personId)))
                .fetchOptional(file -> new CertificateFile(
                        id,
                        personId,
                        file.get(CERTIFICATE_FILE.REVISION),
                        file.get(CERTIFICATE_FILE.RECORDED_AT).toInstant(),
                        beliefs(id)));
    }

    private List<Certificate> beliefs(UUID id) {
        return db.select()
                .from(ever(CERTIFICATE))
                .where(CERTIFICATE.ID.eq(id))
                .orderBy(CERTIFICATE.RECORDED_FROM)
                .fetch(JooqCertificates::certificate);
    }

    @Override
    public List<CertificateView> of(UUID personId, LocalDate issuedBy, @Nullable Instant knownAt) {
        return db.select()
                .from(known(CERTIFICATE, knownAt))
                .join(CERTIFICATE_FILE)
                .on(CERTIFICATE_FILE.ID.eq(CERTIFICATE.ID))
                .where(CERTIFICATE.PERSON_ID.eq(personId))
                .and(CERTIFICATE.VALID_FROM.le(issuedBy))
                .orderBy(CERTIFICATE.VALID_FROM.desc(), CERTIFICATE.ID)
                .fetch(line -> new CertificateView(line.get(CERTIFICATE_FILE.REVISION), certificate(line)));
    }

    @Override
    public List<WorkItem> waiting(
            @Nullable Actor verifier, @Nullable Actor author, WorkItem.@Nullable Position after, int limit) {
        Condition toVerify = verifier == null
                ? falseCondition()
                : CERTIFICATE
                        .STATE
                        .eq(CertificateState.ENTERED.name())
                        .and(not(arrayOverlap(
                                CERTIFICATE.AUTHORS,
                                val(verifier.hands().toArray(String[]::new), CERTIFICATE.AUTHORS))))
                        .and(CERTIFICATE.PERSON_ID.cast(VARCHAR).notIn(verifier.hands()))
                        .and(places.visible(verifier, CERTIFICATE.PERSON_ID));
        Condition rejected = author == null
                ? falseCondition()
                : CERTIFICATE
                        .STATE
                        .eq(CertificateState.REJECTED.name())
                        .and(CERTIFICATE.ENTERED_BY.eq(author.account()))
                        .and(places.visible(author, CERTIFICATE.PERSON_ID));
        return db.select()
                .from(CERTIFICATE)
                // As the index has it, so that the queue is read in its order.
                .where("certificate.state IN ('ENTERED', 'REJECTED')")
                .and(toVerify.or(rejected))
                .and(
                        after == null
                                ? noCondition()
                                : row(CERTIFICATE.RECORDED_FROM, CERTIFICATE.ID)
                                        .gt(utc(after.since()), after.certificateId()))
                .orderBy(CERTIFICATE.RECORDED_FROM, CERTIFICATE.ID)
                .limit(limit)
                .fetch(line -> workItem(certificate(line)));
    }

    private static WorkItem workItem(Certificate certificate) {
        boolean rejected = certificate.state() == CertificateState.REJECTED;
        return new WorkItem(
                certificate.id(),
                rejected ? WorkItem.Type.CERTIFICATE_REJECTED : WorkItem.Type.CERTIFICATE_TO_VERIFY,
                certificate.personId(),
                certificate.content().name(),
                certificate.latest().name(),
                certificate.latest().at(),
                rejected ? certificate.latest().reason() : null);
    }

    @Override
    public List<Erased> erase(UUID personId) {
        return db.deleteFrom(CERTIFICATE_FILE)
                .where(CERTIFICATE_FILE.PERSON_ID.eq(personId))
                .returning(CERTIFICATE_FILE.ID, CERTIFICATE_FILE.REVISION)
                .fetch(gone -> new Erased(gone.get(CERTIFICATE_FILE.ID), gone.get(CERTIFICATE_FILE.REVISION)));
    }

    private static Certificate certificate(Record line) {
        return new Certificate(
                line.get(CERTIFICATE.ID),
                line.get(CERTIFICATE.PERSON_ID),
                new CertificateContent(
                        CertificateKind.valueOf(line.get(CERTIFICATE.KIND)),
                        CertificateLevel.valueOf(line.get(CERTIFICATE.LEVEL)),
                        line.get(CERTIFICATE.NAME),
                        line.get(CERTIFICATE.NUMBER),
                        line.get(CERTIFICATE.ISSUER),
                        PartialDate.parse(line.get(CERTIFICATE.ISSUED_ON)),
                        line.get(CERTIFICATE.VALID_UNTIL)),
                CertificateState.valueOf(line.get(CERTIFICATE.STATE)),
                authors(line.get(CERTIFICATE.AUTHORS)),
                new Act(
                        line.get(CERTIFICATE.ENTERED_BY),
                        line.get(CERTIFICATE.ENTERED_BY_NAME),
                        line.get(CERTIFICATE.ENTERED_AT).toInstant(),
                        null,
                        Set.of()),
                new Act(
                        line.get(CERTIFICATE.RECORDED_BY),
                        line.get(CERTIFICATE.RECORDED_BY_NAME),
                        line.get(CERTIFICATE.RECORDED_FROM).toInstant(),
                        line.get(CERTIFICATE.REASON),
                        Set.of(line.get(CERTIFICATE.RECORDED_HANDS))),
                TwoClocks.recordedTo(line),
                TwoClocks.endedBecause(line));
    }

    private static Set<String> authors(String[] accounts) {
        return new TreeSet<>(List.of(accounts));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
