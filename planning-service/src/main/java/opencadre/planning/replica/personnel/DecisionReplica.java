package opencadre.planning.replica.personnel;

import static opencadre.planning.jooq.Tables.DECIDED_EFFECT;
import static opencadre.planning.jooq.Tables.DECISION_COPY;
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
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Takes over {@code personnel.decision.v1}: what concludes a procedure, to be shown with it, what every decision says,
 * to be counted, and for when the return of whoever is sent is planned. Who holds a post comes with the person's own
 * record.
 */
@Component
class DecisionReplica {

    /** What this service reads of a decision. */
    record DecisionState(
            UUID decisionId,
            long revision,
            Instant recordedAt,
            @Nullable UUID procedureId,
            List<Version> versions) {

        record Version(
                String number,
                LocalDate signedOn,
                String kind,
                String authority,
                String status,
                List<Effect> effects,
                Instant recordedFrom,
                @Nullable Instant recordedTo) {}

        /** Acts, kinds, levels and directions stay words: a later release may have more. */
        record Effect(
                UUID personId,
                String act,
                @Nullable UUID seatId,
                @Nullable UUID assignmentId,
                LocalDate effectiveFrom,
                @Nullable String direction,
                @Nullable LocalDate plannedReturn) {}

        Version believed() {
            return versions.getLast();
        }

        /** First day in the post; null where nobody takes one. */
        @Nullable
        LocalDate startsOn() {
            return believed().effects().stream()
                    .filter(effect -> effect.act().equals("START"))
                    .map(Effect::effectiveFrom)
                    .findFirst()
                    .orElse(null);
        }
    }

    @Bean
    Subscription<?> decisionSubscription(Applier applier) {
        return new Subscription<>("personnel.decision.v1", DecisionState.class, applier);
    }

    @Component("decisionApplier")
    static final class Applier implements Subscription.Applier<DecisionState> {

        private final DSLContext db;

        Applier(DSLContext db) {
            this.db = db;
        }

        @Override
        public void apply(DecisionState state, Received received) {
            forget(state.decisionId());
            effects(state);
            if (state.procedureId() == null) {
                return;
            }
            DecisionState.Version believed = state.believed();
            db.insertInto(DECISION_COPY)
                    .set(DECISION_COPY.DECISION_ID, state.decisionId())
                    .set(DECISION_COPY.PROCEDURE_ID, state.procedureId())
                    .set(DECISION_COPY.REVISION, state.revision())
                    .set(DECISION_COPY.RECORDED_AT, state.recordedAt().atOffset(ZoneOffset.UTC))
                    .set(DECISION_COPY.NUMBER, believed.number())
                    .set(DECISION_COPY.SIGNED_ON, believed.signedOn())
                    .set(DECISION_COPY.STATUS, believed.status())
                    .set(DECISION_COPY.EFFECTIVE_FROM, state.startsOn())
                    .execute();
        }

        /** Every version: what was believed of a decision on an earlier day is asked for too. */
        private void effects(DecisionState state) {
            for (int version = 0; version < state.versions().size(); version++) {
                DecisionState.Version said = state.versions().get(version);
                for (int ordinal = 0; ordinal < said.effects().size(); ordinal++) {
                    DecisionState.Effect effect = said.effects().get(ordinal);
                    db.insertInto(DECIDED_EFFECT)
                            .set(DECIDED_EFFECT.DECISION_ID, state.decisionId())
                            .set(DECIDED_EFFECT.VERSION, (short) version)
                            .set(DECIDED_EFFECT.ORDINAL, (short) ordinal)
                            .set(DECIDED_EFFECT.PERSON_ID, effect.personId())
                            .set(DECIDED_EFFECT.ACT, effect.act())
                            .set(DECIDED_EFFECT.SEAT_ID, effect.seatId())
                            .set(DECIDED_EFFECT.ASSIGNMENT_ID, effect.assignmentId())
                            .set(DECIDED_EFFECT.EFFECTIVE_FROM, effect.effectiveFrom())
                            .set(DECIDED_EFFECT.DIRECTION, effect.direction())
                            .set(DECIDED_EFFECT.PLANNED_RETURN, effect.plannedReturn())
                            .set(DECIDED_EFFECT.NUMBER, said.number())
                            .set(DECIDED_EFFECT.SIGNED_ON, said.signedOn())
                            .set(DECIDED_EFFECT.KIND, said.kind())
                            .set(DECIDED_EFFECT.AUTHORITY, said.authority())
                            .set(DECIDED_EFFECT.STATUS, said.status())
                            .set(
                                    DECIDED_EFFECT.RECORDED_FROM,
                                    said.recordedFrom().atOffset(ZoneOffset.UTC))
                            .set(DECIDED_EFFECT.RECORDED_TO, until(said.recordedTo()))
                            .execute();
                }
            }
        }

        private static Field<OffsetDateTime> until(@Nullable Instant recordedTo) {
            return recordedTo == null
                    ? field("timestamptz 'infinity'", OffsetDateTime.class)
                    : val(recordedTo.atOffset(ZoneOffset.UTC));
        }

        @Override
        public void erase(String key) {
            forget(UUID.fromString(key));
        }

        @Override
        public void reset() {
            db.deleteFrom(DECISION_COPY).execute();
            db.deleteFrom(DECIDED_EFFECT).execute();
        }

        private void forget(UUID decisionId) {
            db.deleteFrom(DECIDED_EFFECT)
                    .where(DECIDED_EFFECT.DECISION_ID.eq(decisionId))
                    .execute();
            db.deleteFrom(DECISION_COPY)
                    .where(DECISION_COPY.DECISION_ID.eq(decisionId))
                    .execute();
        }
    }
}
