package opencadre.personnel.evaluation.data;

import static opencadre.personnel.jooq.Tables.EVALUATION;
import static opencadre.personnel.jooq.Tables.EVALUATION_SHEET;
import static opencadre.personnel.jooq.Tables.SELF_ASSESSMENT;
import static org.jooq.impl.DSL.excluded;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import opencadre.personnel.evaluation.Evaluation.State;
import opencadre.personnel.evaluation.SelfAssessment;
import opencadre.personnel.evaluation.SelfAssessments;
import opencadre.personnel.evaluation.rule.OwnWords;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class JooqSelfAssessments implements SelfAssessments {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext db;

    JooqSelfAssessments(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Round> rounds(UUID personId) {
        return rounds(personId, EVALUATION.STATE.ne(State.DECIDED.name()).or(SELF_ASSESSMENT.REVISION.isNotNull()));
    }

    @Override
    public Optional<Round> lock(UUID personId, UUID evaluationId) {
        db.select(EVALUATION.ID)
                .from(EVALUATION)
                .where(EVALUATION.ID.eq(evaluationId))
                .forShare()
                .execute();
        db.select(EVALUATION_SHEET.PERSON_ID)
                .from(EVALUATION_SHEET)
                .where(EVALUATION_SHEET.EVALUATION_ID.eq(evaluationId))
                .and(EVALUATION_SHEET.PERSON_ID.eq(personId))
                .forUpdate()
                .execute();
        // Read after the locks are held, so that it is what the one before left.
        return rounds(personId, EVALUATION.ID.eq(evaluationId)).stream().findFirst();
    }

    private List<Round> rounds(UUID personId, Condition which) {
        return db.select(EVALUATION.fields())
                .select(SELF_ASSESSMENT.fields())
                .select(JooqEvaluations.UNIT_NAME, EVALUATION_SHEET.TITLE)
                .from(EVALUATION_SHEET)
                .join(EVALUATION)
                .on(EVALUATION.ID.eq(EVALUATION_SHEET.EVALUATION_ID))
                .leftJoin(SELF_ASSESSMENT)
                .on(SELF_ASSESSMENT.EVALUATION_ID.eq(EVALUATION_SHEET.EVALUATION_ID))
                .and(SELF_ASSESSMENT.PERSON_ID.eq(EVALUATION_SHEET.PERSON_ID))
                .where(EVALUATION_SHEET.PERSON_ID.eq(personId))
                .and(which)
                .orderBy(EVALUATION.YEAR.desc(), EVALUATION.QUARTER.desc().nullsFirst(), EVALUATION.ID.desc())
                .fetch(row -> new Round(
                        JooqEvaluations.evaluation(row),
                        Objects.requireNonNullElse(row.get(JooqEvaluations.UNIT_NAME), ""),
                        row.get(EVALUATION_SHEET.TITLE),
                        said(row)));
    }

    @Override
    public Map<UUID, SelfAssessment> of(UUID evaluationId) {
        return db.select()
                .from(SELF_ASSESSMENT)
                .where(SELF_ASSESSMENT.EVALUATION_ID.eq(evaluationId))
                .fetchMap(SELF_ASSESSMENT.PERSON_ID, row -> Objects.requireNonNull(said(row)));
    }

    @Override
    public void put(SelfAssessment said, String account) {
        db.insertInto(SELF_ASSESSMENT)
                .set(SELF_ASSESSMENT.EVALUATION_ID, said.evaluationId())
                .set(SELF_ASSESSMENT.PERSON_ID, said.personId())
                .set(SELF_ASSESSMENT.REVISION, said.revision())
                .set(SELF_ASSESSMENT.CONTENT, JSONB.jsonb(JSON.writeValueAsString(said.words())))
                .set(SELF_ASSESSMENT.WRITTEN_BY, account)
                .set(SELF_ASSESSMENT.WRITTEN_AT, said.writtenAt().atOffset(ZoneOffset.UTC))
                .onConflict(SELF_ASSESSMENT.EVALUATION_ID, SELF_ASSESSMENT.PERSON_ID)
                .doUpdate()
                .set(SELF_ASSESSMENT.REVISION, excluded(SELF_ASSESSMENT.REVISION))
                .set(SELF_ASSESSMENT.CONTENT, excluded(SELF_ASSESSMENT.CONTENT))
                .set(SELF_ASSESSMENT.WRITTEN_BY, excluded(SELF_ASSESSMENT.WRITTEN_BY))
                .set(SELF_ASSESSMENT.WRITTEN_AT, excluded(SELF_ASSESSMENT.WRITTEN_AT))
                .execute();
    }

    private static @Nullable SelfAssessment said(Record row) {
        Long revision = row.get(SELF_ASSESSMENT.REVISION);
        return revision == null
                ? null
                : new SelfAssessment(
                        row.get(SELF_ASSESSMENT.EVALUATION_ID),
                        row.get(SELF_ASSESSMENT.PERSON_ID),
                        revision,
                        JSON.readValue(row.get(SELF_ASSESSMENT.CONTENT).data(), OwnWords.class),
                        row.get(SELF_ASSESSMENT.WRITTEN_AT).toInstant());
    }
}
