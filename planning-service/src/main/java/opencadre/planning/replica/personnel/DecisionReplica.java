package opencadre.planning.replica.personnel;

import static opencadre.planning.jooq.Tables.DECISION_COPY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import opencadre.kit.events.Subscription;
import opencadre.kit.events.Subscription.Received;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Takes over {@code personnel.decision.v1} as far as it concludes a procedure, to be shown with it. About people
 * nothing follows here: that comes with their own records.
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
                String status,
                List<Effect> effects,
                @Nullable Instant recordedTo) {}

        record Effect(String act, LocalDate effectiveFrom) {}

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

        @Override
        public void erase(String key) {
            forget(UUID.fromString(key));
        }

        @Override
        public void reset() {
            db.deleteFrom(DECISION_COPY).execute();
        }

        private void forget(UUID decisionId) {
            db.deleteFrom(DECISION_COPY)
                    .where(DECISION_COPY.DECISION_ID.eq(decisionId))
                    .execute();
        }
    }
}
