package opencadre.personnel.template.data;

import static opencadre.personnel.jooq.Tables.PAPER_TEMPLATE;
import static opencadre.personnel.jooq.Tables.PAPER_TEMPLATE_USE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.word.TemplateSource;
import opencadre.personnel.template.PaperTemplate;
import opencadre.personnel.template.PaperTemplate.Act;
import opencadre.personnel.template.PaperTemplate.Use;
import opencadre.personnel.template.TemplatedPaper;
import opencadre.personnel.template.Templates;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

@Component
final class JooqTemplates implements Templates, TemplateSource {

    /** Also whose account it became known to be since it was brought. */
    private static final Field<String[]> HANDS = DSL.field("hands(paper_template.brought_hands)", String[].class);

    private final DSLContext db;

    JooqTemplates(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<byte[]> inForce(String name) {
        return db.fetchOptional("""
            SELECT t.content
              FROM (SELECT template_id FROM paper_template_use WHERE kind = ? ORDER BY revision DESC LIMIT 1) now
              JOIN paper_template t ON t.id = now.template_id
            """, kind(name).name()).map(row -> row.get(0, byte[].class));
    }

    private static TemplatedPaper kind(String file) {
        for (TemplatedPaper kind : TemplatedPaper.values()) {
            if (kind.file().equals(file)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No kind of paper is printed with " + file);
    }

    @Override
    public void lock(TemplatedPaper kind) {
        db.fetch("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "template " + kind.name());
    }

    @Override
    public List<PaperTemplate> all() {
        return db.select(without())
                .select(HANDS)
                .from(PAPER_TEMPLATE)
                .orderBy(PAPER_TEMPLATE.BROUGHT_AT.desc(), PAPER_TEMPLATE.ID.desc())
                .fetch(JooqTemplates::template);
    }

    @Override
    public Optional<PaperTemplate> find(TemplatedPaper kind, UUID templateId) {
        return db.select(without())
                .select(HANDS)
                .from(PAPER_TEMPLATE)
                .where(PAPER_TEMPLATE.ID.eq(templateId).and(PAPER_TEMPLATE.KIND.eq(kind.name())))
                .fetchOptional(JooqTemplates::template);
    }

    /** A list tells of many files and shows none of them. */
    private static Field<?>[] without() {
        return PAPER_TEMPLATE
                .fieldStream()
                .filter(field -> !field.equals(PAPER_TEMPLATE.CONTENT))
                .toArray(Field<?>[]::new);
    }

    @Override
    public byte[] content(UUID templateId) {
        return Objects.requireNonNull(db.select(PAPER_TEMPLATE.CONTENT)
                .from(PAPER_TEMPLATE)
                .where(PAPER_TEMPLATE.ID.eq(templateId))
                .fetchSingle(PAPER_TEMPLATE.CONTENT));
    }

    @Override
    public void record(PaperTemplate template, byte[] content) {
        Act brought = template.brought();
        db.insertInto(PAPER_TEMPLATE)
                .set(PAPER_TEMPLATE.ID, template.id())
                .set(PAPER_TEMPLATE.KIND, template.kind().name())
                .set(PAPER_TEMPLATE.FILE, template.file())
                .set(PAPER_TEMPLATE.SIZE, template.size())
                .set(PAPER_TEMPLATE.SHA256, template.sha256())
                .set(PAPER_TEMPLATE.NOTE, template.note())
                .set(PAPER_TEMPLATE.MISSING, template.missing().toArray(String[]::new))
                .set(PAPER_TEMPLATE.CONTENT, content)
                .set(PAPER_TEMPLATE.BROUGHT_BY, brought.by())
                .set(PAPER_TEMPLATE.BROUGHT_BY_NAME, brought.name())
                .set(PAPER_TEMPLATE.BROUGHT_HANDS, brought.hands().toArray(String[]::new))
                .set(PAPER_TEMPLATE.BROUGHT_AT, utc(brought.at()))
                .execute();
    }

    @Override
    public List<Use> uses() {
        return db.select()
                .from(PAPER_TEMPLATE_USE)
                .orderBy(PAPER_TEMPLATE_USE.KIND, PAPER_TEMPLATE_USE.REVISION.desc())
                .fetch(row -> new Use(
                        TemplatedPaper.valueOf(row.get(PAPER_TEMPLATE_USE.KIND)),
                        row.get(PAPER_TEMPLATE_USE.REVISION),
                        row.get(PAPER_TEMPLATE_USE.TEMPLATE_ID),
                        row.get(PAPER_TEMPLATE_USE.REASON),
                        new Act(
                                row.get(PAPER_TEMPLATE_USE.PUT_BY),
                                row.get(PAPER_TEMPLATE_USE.PUT_BY_NAME),
                                Set.copyOf(Arrays.asList(row.get(PAPER_TEMPLATE_USE.PUT_HANDS))),
                                row.get(PAPER_TEMPLATE_USE.PUT_AT).toInstant())));
    }

    @Override
    public void put(Use use) {
        db.insertInto(PAPER_TEMPLATE_USE)
                .set(PAPER_TEMPLATE_USE.KIND, use.kind().name())
                .set(PAPER_TEMPLATE_USE.REVISION, use.revision())
                .set(PAPER_TEMPLATE_USE.TEMPLATE_ID, use.templateId())
                .set(PAPER_TEMPLATE_USE.REASON, use.reason())
                .set(PAPER_TEMPLATE_USE.PUT_BY, use.put().by())
                .set(PAPER_TEMPLATE_USE.PUT_BY_NAME, use.put().name())
                .set(PAPER_TEMPLATE_USE.PUT_HANDS, use.put().hands().toArray(String[]::new))
                .set(PAPER_TEMPLATE_USE.PUT_AT, utc(use.put().at()))
                .execute();
    }

    private static PaperTemplate template(Record row) {
        return new PaperTemplate(
                row.get(PAPER_TEMPLATE.ID),
                TemplatedPaper.valueOf(row.get(PAPER_TEMPLATE.KIND)),
                row.get(PAPER_TEMPLATE.FILE),
                row.get(PAPER_TEMPLATE.SIZE),
                row.get(PAPER_TEMPLATE.SHA256),
                row.get(PAPER_TEMPLATE.NOTE),
                List.of(row.get(PAPER_TEMPLATE.MISSING)),
                new Act(
                        row.get(PAPER_TEMPLATE.BROUGHT_BY),
                        row.get(PAPER_TEMPLATE.BROUGHT_BY_NAME),
                        Set.copyOf(Arrays.asList(row.get(HANDS))),
                        row.get(PAPER_TEMPLATE.BROUGHT_AT).toInstant()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
