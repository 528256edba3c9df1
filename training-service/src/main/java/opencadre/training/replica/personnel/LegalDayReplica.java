package opencadre.training.replica.personnel;

import java.time.LocalDate;
import opencadre.kit.events.Subscription;
import opencadre.kit.events.Subscription.Received;
import opencadre.kit.time.AdvancedDay;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Takes over {@code personnel.legal-day.v1}: the whole house lives in one day. */
@Component
class LegalDayReplica {

    /** What this service reads of the day. */
    record LegalDayState(LocalDate day) {}

    @Bean
    Subscription<?> legalDaySubscription(Applier applier) {
        return new Subscription<>("personnel.legal-day.v1", LegalDayState.class, applier);
    }

    @Component("legalDayApplier")
    static final class Applier implements Subscription.Applier<LegalDayState> {

        private final AdvancedDay days;

        Applier(AdvancedDay days) {
            this.days = days;
        }

        @Override
        public void apply(LegalDayState state, Received received) {
            days.keep(new AdvancedDay.Kept(state.day(), received.revision()));
        }

        @Override
        public void erase(String key) {
            days.forget();
        }

        @Override
        public void reset() {
            days.forget();
        }
    }
}
