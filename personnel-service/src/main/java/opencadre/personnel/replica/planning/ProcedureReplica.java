package opencadre.personnel.replica.planning;

import java.util.UUID;
import opencadre.kit.events.Subscription;
import opencadre.kit.events.Subscription.Received;
import opencadre.kit.time.LegalDay;
import opencadre.personnel.decision.ConclusionRegister;
import opencadre.personnel.decision.Decisions.Conclusion;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Takes over {@code planning.procedure.v1}: a conclusion becomes the draft of a decision, in the transaction of the
 * inbox. What was made of it by hand afterwards is personnel's own and does not come back when the topic is read anew.
 */
@Component
class ProcedureReplica {

    /** What this service reads of a procedure. */
    record ProcedureState(UUID procedureId, UUID seatId, UUID personId) {}

    @Bean
    Subscription<?> procedureSubscription(Applier applier) {
        return new Subscription<>("planning.procedure.v1", ProcedureState.class, applier);
    }

    @Component("procedureApplier")
    static final class Applier implements Subscription.Applier<ProcedureState> {

        private final ConclusionRegister register;
        private final LegalDay legalDay;

        Applier(ConclusionRegister register, LegalDay legalDay) {
            this.register = register;
            this.legalDay = legalDay;
        }

        @Override
        public void apply(ProcedureState state, Received received) {
            register.conclude(new Conclusion(state.procedureId(), state.personId(), state.seatId()), legalDay.today());
        }

        @Override
        public void erase(String key) {
            register.forget(UUID.fromString(key));
        }

        @Override
        public void reset() {
            register.forgetDrafts();
        }
    }
}
