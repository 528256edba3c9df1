package opencadre.personnel.declaration.data;

import static opencadre.personnel.jooq.Tables.DECLARATION;
import static opencadre.personnel.jooq.Tables.DECLARATION_CONTENT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.json.Texts;
import opencadre.personnel.cv.rule.CvClass;
import opencadre.personnel.declaration.Declaration;
import opencadre.personnel.declaration.Declaration.Act;
import opencadre.personnel.declaration.Declaration.Decided;
import opencadre.personnel.declaration.Declaration.State;
import opencadre.personnel.declaration.Declaration.Wanted;
import opencadre.personnel.declaration.Declarations;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqDeclarations implements Declarations {

    private final DSLContext db;

    JooqDeclarations(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(Declaration declaration) {
        db.insertInto(DECLARATION)
                .set(DECLARATION.ID, declaration.id())
                .set(DECLARATION.PERSON_ID, declaration.personId())
                .set(DECLARATION.CLASS, declaration.fieldClass().name())
                .set(DECLARATION.STATE, declaration.state().name())
                .set(DECLARATION.REVISION, declaration.revision())
                .set(DECLARATION.AUTHORS, declaration.authors().toArray(String[]::new))
                .set(DECLARATION.DECLARED_BY, declaration.declaredBy())
                .set(DECLARATION.DECLARED_AT, utc(declaration.declaredAt()))
                .execute();
        Wanted wanted = declaration.wanted();
        db.insertInto(DECLARATION_CONTENT)
                .set(DECLARATION_CONTENT.DECLARATION_ID, declaration.id())
                .set(DECLARATION_CONTENT.PERSON_ID, declaration.personId())
                .set(DECLARATION_CONTENT.CLASS, declaration.fieldClass().name())
                .set(DECLARATION_CONTENT.ACT, wanted.act().name())
                .set(DECLARATION_CONTENT.KIND, wanted.kind())
                .set(DECLARATION_CONTENT.ENTRY_ID, wanted.entryId())
                .set(
                        DECLARATION_CONTENT.BELIEVED_FROM,
                        wanted.believedFrom() == null ? null : utc(wanted.believedFrom()))
                .set(DECLARATION_CONTENT.CONTENT, Texts.column(wanted.values()))
                .set(DECLARATION_CONTENT.DOCUMENT, wanted.document())
                .set(DECLARATION_CONTENT.NOTE, wanted.note())
                .execute();
    }

    @Override
    public int waiting(UUID personId) {
        return db.fetchCount(
                DECLARATION, DECLARATION.PERSON_ID.eq(personId).and(DECLARATION.STATE.eq(State.WAITING.name())));
    }

    @Override
    public Optional<Declaration> lock(UUID personId, CvClass fieldClass, UUID id) {
        return of(personId, fieldClass, DECLARATION.ID.eq(id))
                .forUpdate()
                .of(DECLARATION)
                .fetchOptional(JooqDeclarations::declaration);
    }

    @Override
    public void end(Declaration declaration) {
        Decided decided = Objects.requireNonNull(declaration.decided());
        db.update(DECLARATION)
                .set(DECLARATION.STATE, declaration.state().name())
                .set(DECLARATION.REVISION, declaration.revision())
                .set(DECLARATION.DECIDED_BY, decided.by())
                .set(DECLARATION.DECIDERS, decided.hands().toArray(String[]::new))
                .set(DECLARATION.DECIDED_AT, utc(decided.at()))
                .where(DECLARATION.ID.eq(declaration.id()))
                .execute();
        db.update(DECLARATION_CONTENT)
                .set(DECLARATION_CONTENT.ENTRY_ID, declaration.wanted().entryId())
                .set(DECLARATION_CONTENT.ANSWER, decided.answer())
                .where(DECLARATION_CONTENT.DECLARATION_ID.eq(declaration.id()))
                .execute();
    }

    @Override
    public List<Declaration> page(UUID personId, CvClass fieldClass, @Nullable Position after, int limit) {
        return of(
                        personId,
                        fieldClass,
                        after == null
                                ? noCondition()
                                : row(DECLARATION.DECLARED_AT, DECLARATION.ID).lt(utc(after.declaredAt()), after.id()))
                .orderBy(DECLARATION.DECLARED_AT.desc(), DECLARATION.ID.desc())
                .limit(limit)
                .fetch(JooqDeclarations::declaration);
    }

    private SelectConditionStep<Record> of(UUID personId, CvClass fieldClass, Condition which) {
        return db.select()
                .from(DECLARATION)
                .join(DECLARATION_CONTENT)
                .on(DECLARATION_CONTENT.DECLARATION_ID.eq(DECLARATION.ID))
                .where(DECLARATION.PERSON_ID.eq(personId))
                .and(DECLARATION.CLASS.eq(fieldClass.name()))
                .and(which);
    }

    private static Declaration declaration(Record row) {
        OffsetDateTime decidedAt = row.get(DECLARATION.DECIDED_AT);
        OffsetDateTime believedFrom = row.get(DECLARATION_CONTENT.BELIEVED_FROM);
        return new Declaration(
                row.get(DECLARATION.ID),
                row.get(DECLARATION.PERSON_ID),
                row.get(DECLARATION.REVISION),
                CvClass.valueOf(row.get(DECLARATION.CLASS)),
                State.valueOf(row.get(DECLARATION.STATE)),
                new Wanted(
                        Act.valueOf(row.get(DECLARATION_CONTENT.ACT)),
                        row.get(DECLARATION_CONTENT.KIND),
                        row.get(DECLARATION_CONTENT.ENTRY_ID),
                        believedFrom == null ? null : believedFrom.toInstant(),
                        Texts.of(row.get(DECLARATION_CONTENT.CONTENT)),
                        row.get(DECLARATION_CONTENT.DOCUMENT),
                        row.get(DECLARATION_CONTENT.NOTE)),
                Set.of(row.get(DECLARATION.AUTHORS)),
                row.get(DECLARATION.DECLARED_BY),
                row.get(DECLARATION.DECLARED_AT).toInstant(),
                decidedAt == null
                        ? null
                        : new Decided(
                                row.get(DECLARATION.DECIDED_BY),
                                Set.of(row.get(DECLARATION.DECIDERS)),
                                decidedAt.toInstant(),
                                row.get(DECLARATION_CONTENT.ANSWER)));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
