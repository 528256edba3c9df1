package opencadre.planning.replica.personnel;

import static opencadre.planning.jooq.Tables.REORGANISATION_COPY;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.events.Subscription;
import opencadre.kit.events.Subscription.Received;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Takes over {@code personnel.reorganisation.v1}, so that this service can say what it touches here. */
@Component
class ReorganisationReplica {

    /** What this service reads of a reorganisation. Its state stays a word: a later release may have more. */
    record ReorganisationState(
            UUID reorganisationId,
            long revision,
            String state,
            LocalDate effectiveOn,
            ManagementScope level,
            List<UUID> units,
            List<UUID> endedUnits) {}

    @Bean
    Subscription<?> reorganisationSubscription(Applier applier) {
        return new Subscription<>("personnel.reorganisation.v1", ReorganisationState.class, applier);
    }

    @Component("reorganisationApplier")
    static final class Applier implements Subscription.Applier<ReorganisationState> {

        private final DSLContext db;

        Applier(DSLContext db) {
            this.db = db;
        }

        @Override
        public void apply(ReorganisationState state, Received received) {
            forget(state.reorganisationId());
            db.insertInto(REORGANISATION_COPY)
                    .set(REORGANISATION_COPY.REORGANISATION_ID, state.reorganisationId())
                    .set(REORGANISATION_COPY.REVISION, state.revision())
                    .set(REORGANISATION_COPY.STATE, state.state())
                    .set(REORGANISATION_COPY.EFFECTIVE_ON, state.effectiveOn())
                    .set(REORGANISATION_COPY.LEVEL, (short) state.level().ordinal())
                    .set(REORGANISATION_COPY.UNITS, state.units().toArray(UUID[]::new))
                    .set(REORGANISATION_COPY.ENDED_UNITS, state.endedUnits().toArray(UUID[]::new))
                    .execute();
        }

        @Override
        public void erase(String key) {
            forget(UUID.fromString(key));
        }

        @Override
        public void reset() {
            db.deleteFrom(REORGANISATION_COPY).execute();
        }

        private void forget(UUID id) {
            db.deleteFrom(REORGANISATION_COPY)
                    .where(REORGANISATION_COPY.REORGANISATION_ID.eq(id))
                    .execute();
        }
    }
}
