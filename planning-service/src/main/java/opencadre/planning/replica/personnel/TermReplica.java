package opencadre.planning.replica.personnel;

import static opencadre.planning.jooq.Tables.TERM_COPY;

import java.time.LocalDate;
import java.util.UUID;
import opencadre.kit.events.Subscription;
import opencadre.kit.events.Subscription.Received;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Takes over {@code personnel.term.v1}: until when elected and designated seats of a body are held. */
@Component
class TermReplica {

    /** What this service reads of a term of office. */
    record TermState(
            UUID termId,
            UUID unitId,
            String name,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    @Bean
    Subscription<?> termSubscription(Applier applier) {
        return new Subscription<>("personnel.term.v1", TermState.class, applier);
    }

    @Component("termApplier")
    static final class Applier implements Subscription.Applier<TermState> {

        private final DSLContext db;

        Applier(DSLContext db) {
            this.db = db;
        }

        @Override
        public void apply(TermState state, Received received) {
            forget(state.termId());
            db.insertInto(TERM_COPY)
                    .set(TERM_COPY.TERM_ID, state.termId())
                    .set(TERM_COPY.UNIT_ID, state.unitId())
                    .set(TERM_COPY.NAME, state.name())
                    .set(TERM_COPY.VALID_FROM, state.validFrom())
                    .set(TERM_COPY.VALID_TO, PersonReplica.open(state.validTo()))
                    .execute();
        }

        @Override
        public void erase(String key) {
            forget(UUID.fromString(key));
        }

        @Override
        public void reset() {
            db.deleteFrom(TERM_COPY).execute();
        }

        private void forget(UUID termId) {
            db.deleteFrom(TERM_COPY).where(TERM_COPY.TERM_ID.eq(termId)).execute();
        }
    }
}
