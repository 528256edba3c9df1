package opencadre.planning.replica.training;

import static opencadre.planning.jooq.Tables.PERSON_COPY;
import static opencadre.planning.jooq.Tables.STUDY_COPY;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import opencadre.kit.events.Subscription;
import opencadre.kit.events.Subscription.Received;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Takes over {@code training.learning.v1}: what people were sent to study, in every version. */
@Component
class StudyReplica {

    /** What this service reads of it. Kinds and levels stay words: a later release may have more. */
    record LearningState(UUID personId, List<Version> enrolments) {

        record Version(
                UUID enrolmentId,
                String kind,
                String level,
                String course,
                String mode,
                String name,
                String provider,
                @Nullable UUID placeUnitId,
                String decision,
                LocalDate decidedOn,
                @Nullable String result,
                Instant recordedFrom,
                @Nullable Instant recordedTo) {}
    }

    @Bean
    Subscription<?> learningSubscription(Applier applier) {
        return new Subscription<>("training.learning.v1", LearningState.class, applier);
    }

    @Component("learningApplier")
    static final class Applier implements Subscription.Applier<LearningState> {

        private final DSLContext db;

        Applier(DSLContext db) {
            this.db = db;
        }

        @Override
        public void apply(LearningState state, Received received) {
            forget(state.personId());
            UUID whose = whose(state.personId());
            for (LearningState.Version study : state.enrolments()) {
                Instant to = study.recordedTo();
                db.insertInto(STUDY_COPY)
                        .set(STUDY_COPY.ENROLMENT_ID, study.enrolmentId())
                        .set(STUDY_COPY.RECORDED_FROM, study.recordedFrom().atOffset(ZoneOffset.UTC))
                        .set(
                                STUDY_COPY.RECORDED_TO,
                                to == null
                                        ? field("timestamptz 'infinity'", OffsetDateTime.class)
                                        : val(to.atOffset(ZoneOffset.UTC)))
                        .set(STUDY_COPY.PERSON_ID, whose)
                        .set(STUDY_COPY.TOLD_OF, state.personId())
                        .set(STUDY_COPY.KIND, study.kind())
                        .set(STUDY_COPY.LEVEL, study.level())
                        .set(STUDY_COPY.COURSE, study.course())
                        .set(STUDY_COPY.MODE, study.mode())
                        .set(STUDY_COPY.NAME, study.name())
                        .set(STUDY_COPY.PROVIDER, study.provider())
                        .set(STUDY_COPY.PLACE_UNIT_ID, study.placeUnitId())
                        .set(STUDY_COPY.DECISION, study.decision())
                        .set(STUDY_COPY.DECIDED_ON, study.decidedOn())
                        .set(STUDY_COPY.RESULT, study.result())
                        .execute();
            }
        }

        /** Of whom it counts: of the person into whose record that one went, where personnel told so. */
        private UUID whose(UUID toldOf) {
            // The record of the person may be read at this moment: one of both comes first, and the other sees it.
            db.fetch("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "learned " + toldOf);
            return db.select(PERSON_COPY.MERGED_INTO)
                    .from(PERSON_COPY)
                    .where(PERSON_COPY.PERSON_ID.eq(toldOf))
                    .fetchOptional(PERSON_COPY.MERGED_INTO)
                    .orElse(toldOf);
        }

        @Override
        public void erase(String key) {
            forget(UUID.fromString(key));
        }

        @Override
        public void reset() {
            db.deleteFrom(STUDY_COPY).execute();
        }

        private void forget(UUID personId) {
            db.deleteFrom(STUDY_COPY).where(STUDY_COPY.TOLD_OF.eq(personId)).execute();
        }
    }
}
