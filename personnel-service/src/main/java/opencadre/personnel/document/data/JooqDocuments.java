package opencadre.personnel.document.data;

import static opencadre.personnel.jooq.Tables.ASSIGNMENT;
import static opencadre.personnel.jooq.Tables.CONDUCT;
import static opencadre.personnel.jooq.Tables.CV_ENTRY;
import static opencadre.personnel.jooq.Tables.DECISION;
import static opencadre.personnel.jooq.Tables.DECISION_EFFECT;
import static opencadre.personnel.jooq.Tables.DOCUMENT;
import static opencadre.personnel.jooq.Tables.DOCUMENT_CONTENT;
import static opencadre.personnel.jooq.Tables.UNIT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import opencadre.kit.json.Texts;
import opencadre.personnel.document.BrokenSeal;
import opencadre.personnel.document.Document;
import opencadre.personnel.document.DocumentClass;
import opencadre.personnel.document.Documents;
import opencadre.personnel.document.PaperKinds;
import opencadre.personnel.document.Vault;
import opencadre.personnel.document.rule.Described;
import opencadre.personnel.document.rule.Fact;
import opencadre.personnel.document.rule.FactKind;
import opencadre.personnel.document.rule.FileKind;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is read of a paper's content, and by what it could be recognised, goes through the vault. */
@Component
final class JooqDocuments implements Documents {

    private static final Logger LOG = LoggerFactory.getLogger(JooqDocuments.class);

    private final DSLContext db;
    private final Vault vault;
    private final Set<String> provable;

    JooqDocuments(DSLContext db, Vault vault, PaperKinds kinds) {
        this.db = db;
        this.vault = vault;
        this.provable =
                kinds.items().stream().flatMap(kind -> kind.proves().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void lock(UUID personId) {
        db.fetch("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "documents " + personId);
    }

    @Override
    public List<Document> of(UUID personId, DocumentClass fieldClass) {
        return db.select()
                .from(DOCUMENT)
                .where(DOCUMENT.PERSON_ID.eq(personId))
                .and(DOCUMENT.CLASS.eq(fieldClass.name()))
                .and(not(DOCUMENT.BESIDE))
                .orderBy(DOCUMENT.RECORDED_AT.desc(), DOCUMENT.ID.desc())
                .fetch(this::document);
    }

    @Override
    public Optional<Document> find(UUID personId, DocumentClass fieldClass, UUID documentId) {
        return db.select()
                .from(DOCUMENT)
                .where(DOCUMENT.ID.eq(documentId))
                .and(DOCUMENT.PERSON_ID.eq(personId))
                .and(DOCUMENT.CLASS.eq(fieldClass.name()))
                .and(not(DOCUMENT.BESIDE))
                .fetchOptional(this::document);
    }

    @Override
    public void offer(Offered offered, byte[] content) {
        record(offered.document(), offered.declarationId(), content);
    }

    @Override
    public List<Offered> offered(UUID personId, @Nullable UUID declarationId) {
        return offered(personId, declarationId == null ? noCondition() : DOCUMENT.OFFERED_WITH.eq(declarationId));
    }

    @Override
    public Optional<Document> findOffered(UUID personId, UUID documentId) {
        return offered(personId, DOCUMENT.ID.eq(documentId)).stream()
                .map(Offered::document)
                .findFirst();
    }

    private List<Offered> offered(UUID personId, Condition which) {
        return db.select()
                .from(DOCUMENT)
                .where(DOCUMENT.PERSON_ID.eq(personId))
                .and(DOCUMENT.OFFERED_WITH.isNotNull())
                .and(which)
                .orderBy(DOCUMENT.RECORDED_AT.desc(), DOCUMENT.ID.desc())
                .fetch(row -> new Offered(row.get(DOCUMENT.OFFERED_WITH), document(row)));
    }

    @Override
    public void taken(UUID declarationId, @Nullable UUID entryId) {
        db.update(DOCUMENT)
                .set(DOCUMENT.BESIDE, false)
                .set(DOCUMENT.FACT, entryId == null ? null : FactKind.CV_ENTRY.name())
                .set(DOCUMENT.FACT_ID, entryId)
                .where(DOCUMENT.OFFERED_WITH.eq(declarationId))
                .execute();
    }

    @Override
    public void record(Document document, byte[] content) {
        record(document, null, content);
    }

    private void record(Document document, @Nullable UUID offeredWith, byte[] content) {
        byte[] address = keep(document.personId(), document.fieldClass(), content);
        Described described = document.described();
        FactKind fact = document.fact();
        db.insertInto(DOCUMENT)
                .set(DOCUMENT.ID, document.id())
                .set(DOCUMENT.PERSON_ID, document.personId())
                .set(DOCUMENT.CLASS, document.fieldClass().name())
                .set(DOCUMENT.KIND, described.kind())
                .set(DOCUMENT.TITLE, described.title())
                .set(DOCUMENT.NUMBER, described.number())
                .set(DOCUMENT.ISSUED_ON, described.issuedOn())
                .set(DOCUMENT.ISSUER, described.issuer())
                .set(DOCUMENT.FILE, described.file())
                .set(DOCUMENT.TYPE, document.type().name())
                .set(DOCUMENT.SIZE, document.size())
                .set(DOCUMENT.ADDRESS, address)
                .set(
                        DOCUMENT.FINGERPRINT,
                        vault.seal(HexFormat.of().parseHex(document.sha256()), fingerprintOf(document.id())))
                .set(DOCUMENT.FACT, fact == null ? null : fact.name())
                .set(DOCUMENT.FACT_ID, described.factId())
                .set(DOCUMENT.OFFERED_WITH, offeredWith)
                .set(DOCUMENT.BESIDE, offeredWith != null)
                .set(DOCUMENT.RECORDED_BY, document.recorded().account())
                .set(DOCUMENT.RECORDED_BY_NAME, document.recorded().name())
                .set(DOCUMENT.RECORDED_AT, utc(document.recorded().at()))
                .execute();
    }

    private byte[] keep(UUID personId, DocumentClass fieldClass, byte[] content) {
        byte[] address = vault.address(whose(personId, fieldClass), content);
        boolean isKept = db.fetchExists(db.selectOne()
                .from(DOCUMENT_CONTENT)
                .where(DOCUMENT_CONTENT.PERSON_ID.eq(personId))
                .and(DOCUMENT_CONTENT.CLASS.eq(fieldClass.name()))
                .and(DOCUMENT_CONTENT.ADDRESS.eq(address)));
        if (!isKept) {
            db.insertInto(DOCUMENT_CONTENT)
                    .set(DOCUMENT_CONTENT.PERSON_ID, personId)
                    .set(DOCUMENT_CONTENT.CLASS, fieldClass.name())
                    .set(DOCUMENT_CONTENT.ADDRESS, address)
                    .set(DOCUMENT_CONTENT.SEALED, vault.seal(content, placeOf(personId, fieldClass, address)))
                    .execute();
        }
        return address;
    }

    @Override
    public List<UUID> pass(UUID from, UUID to, @Nullable Collection<UUID> some) {
        List<Document> papers = db.select()
                .from(DOCUMENT)
                .where(DOCUMENT.PERSON_ID.eq(from))
                .and(not(DOCUMENT.BESIDE))
                .and(some == null ? noCondition() : DOCUMENT.ID.in(some))
                .orderBy(DOCUMENT.ID)
                .fetch(this::document);
        for (Document paper : papers) {
            byte[] address = keep(to, paper.fieldClass(), content(paper));
            db.update(DOCUMENT)
                    .set(DOCUMENT.PERSON_ID, to)
                    .set(DOCUMENT.ADDRESS, address)
                    .where(DOCUMENT.ID.eq(paper.id()))
                    .execute();
        }
        db.deleteFrom(DOCUMENT_CONTENT)
                .where(DOCUMENT_CONTENT.PERSON_ID.eq(from))
                .andNotExists(db.selectOne()
                        .from(DOCUMENT)
                        .where(DOCUMENT.PERSON_ID.eq(DOCUMENT_CONTENT.PERSON_ID))
                        .and(DOCUMENT.CLASS.eq(DOCUMENT_CONTENT.CLASS))
                        .and(DOCUMENT.ADDRESS.eq(DOCUMENT_CONTENT.ADDRESS)))
                .execute();
        return papers.stream().map(Document::id).toList();
    }

    @Override
    public void end(UUID documentId, Document.Act voided, String reason) {
        db.update(DOCUMENT)
                .set(DOCUMENT.VOIDED_BY, voided.account())
                .set(DOCUMENT.VOIDED_BY_NAME, voided.name())
                .set(DOCUMENT.VOIDED_AT, utc(voided.at()))
                .set(DOCUMENT.VOID_REASON, reason)
                .where(DOCUMENT.ID.eq(documentId))
                .execute();
    }

    @Override
    public byte[] content(Document document) {
        Record row = db.select(DOCUMENT_CONTENT.ADDRESS, DOCUMENT_CONTENT.SEALED)
                .from(DOCUMENT_CONTENT)
                .join(DOCUMENT)
                .on(DOCUMENT.PERSON_ID.eq(DOCUMENT_CONTENT.PERSON_ID))
                .and(DOCUMENT.CLASS.eq(DOCUMENT_CONTENT.CLASS))
                .and(DOCUMENT.ADDRESS.eq(DOCUMENT_CONTENT.ADDRESS))
                .where(DOCUMENT.ID.eq(document.id()))
                .fetchSingle();
        return vault.open(
                row.get(DOCUMENT_CONTENT.SEALED),
                placeOf(document.personId(), document.fieldClass(), row.get(DOCUMENT_CONTENT.ADDRESS)));
    }

    @Override
    public void latest(Collection<UUID> personIds, Collection<String> kinds, BiConsumer<UUID, byte[]> each) {
        try (Cursor<? extends Record> rows = db.select(
                        DOCUMENT.ID, DOCUMENT.PERSON_ID, DOCUMENT_CONTENT.ADDRESS, DOCUMENT_CONTENT.SEALED)
                .distinctOn(DOCUMENT.PERSON_ID)
                .from(DOCUMENT)
                .join(DOCUMENT_CONTENT)
                .on(DOCUMENT.PERSON_ID.eq(DOCUMENT_CONTENT.PERSON_ID))
                .and(DOCUMENT.CLASS.eq(DOCUMENT_CONTENT.CLASS))
                .and(DOCUMENT.ADDRESS.eq(DOCUMENT_CONTENT.ADDRESS))
                .where(DOCUMENT.PERSON_ID.in(personIds))
                .and(DOCUMENT.CLASS.eq(DocumentClass.SENSITIVE.name()))
                .and(DOCUMENT.KIND.in(kinds))
                .and(DOCUMENT.VOIDED_AT.isNull())
                .and(not(DOCUMENT.BESIDE))
                .orderBy(DOCUMENT.PERSON_ID, DOCUMENT.RECORDED_AT.desc(), DOCUMENT.ID.desc())
                .fetchSize(1)
                .fetchLazy()) {
            for (Record row : rows) {
                UUID person = row.get(DOCUMENT.PERSON_ID);
                String place = placeOf(person, DocumentClass.SENSITIVE, row.get(DOCUMENT_CONTENT.ADDRESS));
                try {
                    each.accept(person, vault.open(row.get(DOCUMENT_CONTENT.SEALED), place));
                } catch (BrokenSeal broken) {
                    LOG.error("ALARM document {} does not open", row.get(DOCUMENT.ID), broken);
                }
            }
        }
    }

    @Override
    public List<Fact> facts(UUID personId, DocumentClass fieldClass) {
        List<Fact> facts = new ArrayList<>();
        if (fieldClass == DocumentClass.SENSITIVE) {
            facts.addAll(posts(personId));
            facts.addAll(decisions(personId));
            facts.addAll(conduct(personId));
        }
        facts.addAll(entries(personId, fieldClass));
        facts.sort(Comparator.comparing(Fact::from).reversed().thenComparing(Fact::id));
        return facts;
    }

    private List<Fact> posts(UUID personId) {
        return db.select(ASSIGNMENT.ID, ASSIGNMENT.TITLE, ASSIGNMENT.VALID_FROM, ASSIGNMENT.DECISION_ID, UNIT.NAME)
                .from(ASSIGNMENT)
                .join(UNIT)
                .on(UNIT.ID.eq(ASSIGNMENT.UNIT_ID))
                .and(UNIT.VALID_FROM.le(ASSIGNMENT.VALID_FROM))
                .and(UNIT.VALID_TO.gt(ASSIGNMENT.VALID_FROM))
                .where(ASSIGNMENT.PERSON_ID.eq(personId))
                .fetch(row -> new Fact(
                        FactKind.POST,
                        row.get(ASSIGNMENT.ID),
                        null,
                        row.get(ASSIGNMENT.TITLE) + " – " + row.get(UNIT.NAME),
                        Map.of(),
                        row.get(ASSIGNMENT.VALID_FROM),
                        null,
                        row.get(ASSIGNMENT.DECISION_ID)));
    }

    /** A draft is nobody's paper yet, and may not even be known. */
    private List<Fact> decisions(UUID personId) {
        return db
                .select(DECISION.ID, DECISION.KIND, DECISION.NUMBER, DECISION.SIGNED_ON)
                .from(DECISION)
                .where(DECISION.STATE.in("ISSUED", "RESCINDED"))
                .and(DECISION.ID.in(db.select(DECISION_EFFECT.DECISION_ID)
                        .from(DECISION_EFFECT)
                        .where(DECISION_EFFECT.PERSON_ID.eq(personId))))
                .fetch(row -> new Fact(
                        FactKind.DECISION,
                        row.get(DECISION.ID),
                        row.get(DECISION.KIND),
                        row.get(DECISION.NUMBER),
                        Map.of(),
                        Objects.requireNonNull(row.get(DECISION.SIGNED_ON)),
                        null,
                        null))
                .stream()
                .distinct()
                .toList();
    }

    private List<Fact> conduct(UUID personId) {
        return db.select()
                .from(CONDUCT)
                .where(CONDUCT.PERSON_ID.eq(personId))
                .fetch(row -> new Fact(
                        FactKind.valueOf(row.get(CONDUCT.KIND)),
                        row.get(CONDUCT.ID),
                        row.get(CONDUCT.WORD),
                        null,
                        Map.of(),
                        row.get(CONDUCT.VALID_FROM),
                        row.get(CONDUCT.DOCUMENT),
                        null));
    }

    /** The policy shows what the operation opened; this asks once more, so that each paper stays in its class. */
    private List<Fact> entries(UUID personId, DocumentClass fieldClass) {
        return db.select()
                .from(CV_ENTRY)
                .where(CV_ENTRY.PERSON_ID.eq(personId))
                .and(CV_ENTRY.KIND.in(provable))
                .and(
                        fieldClass == DocumentClass.RESTRICTED
                                ? CV_ENTRY.CLASS.eq("RESTRICTED")
                                : CV_ENTRY.CLASS.in("PERSONAL", "SENSITIVE"))
                .fetch(row -> new Fact(
                        FactKind.CV_ENTRY,
                        row.get(CV_ENTRY.ID),
                        row.get(CV_ENTRY.KIND),
                        null,
                        Texts.of(Objects.requireNonNull(row.get(CV_ENTRY.CONTENT))),
                        row.get(CV_ENTRY.VALID_FROM),
                        row.get(CV_ENTRY.DOCUMENT),
                        null));
    }

    private Document document(Record row) {
        UUID id = row.get(DOCUMENT.ID);
        String fact = row.get(DOCUMENT.FACT);
        return new Document(
                id,
                row.get(DOCUMENT.PERSON_ID),
                DocumentClass.valueOf(row.get(DOCUMENT.CLASS)),
                new Described(
                        row.get(DOCUMENT.KIND),
                        row.get(DOCUMENT.TITLE),
                        row.get(DOCUMENT.NUMBER),
                        row.get(DOCUMENT.ISSUED_ON),
                        row.get(DOCUMENT.ISSUER),
                        row.get(DOCUMENT.FACT_ID),
                        row.get(DOCUMENT.FILE)),
                fact == null ? null : FactKind.valueOf(fact),
                FileKind.valueOf(row.get(DOCUMENT.TYPE)),
                row.get(DOCUMENT.SIZE),
                HexFormat.of().formatHex(vault.open(row.get(DOCUMENT.FINGERPRINT), fingerprintOf(id))),
                new Document.Act(
                        row.get(DOCUMENT.RECORDED_BY),
                        row.get(DOCUMENT.RECORDED_BY_NAME),
                        row.get(DOCUMENT.RECORDED_AT).toInstant()),
                voided(row),
                row.get(DOCUMENT.VOID_REASON));
    }

    private static Document.@Nullable Act voided(Record row) {
        OffsetDateTime at = row.get(DOCUMENT.VOIDED_AT);
        return at == null
                ? null
                : new Document.Act(row.get(DOCUMENT.VOIDED_BY), row.get(DOCUMENT.VOIDED_BY_NAME), at.toInstant());
    }

    private static String whose(UUID personId, DocumentClass fieldClass) {
        return "content " + fieldClass + " " + personId;
    }

    private static String placeOf(UUID personId, DocumentClass fieldClass, byte[] address) {
        return whose(personId, fieldClass) + " " + HexFormat.of().formatHex(address);
    }

    private static String fingerprintOf(UUID documentId) {
        return "fingerprint " + documentId;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
