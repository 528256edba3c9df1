package opencadre.training.replica.personnel;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Grant;
import opencadre.kit.access.Grants;
import opencadre.kit.events.Subscription;
import opencadre.kit.events.Subscription.Received;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Takes over {@code personnel.grant.v1}: what accounts may do here. */
@Component
class GrantReplica {

    record GrantState(
            String account, String username, @Nullable UUID personId, long authzVersion, List<GrantLine> grants) {

        record GrantLine(
                @Nullable UUID id,
                String role,
                UUID unitId,
                @Nullable UUID personId,
                List<ManagementScope> managementScopes,
                int securityClass,
                LocalDate validFrom,
                @Nullable LocalDate validTo,
                @Nullable Delegation delegation) {

            record Delegation(UUID grantId, String account) {}

            Grant grant() {
                Grant grant = new Grant(
                        role,
                        unitId,
                        personId,
                        managementScopes.stream().map(ManagementScope::ordinal).toList(),
                        securityClass,
                        validFrom,
                        validTo);
                return grant.numbered(
                        id,
                        delegation == null ? null : new Grant.Delegation(delegation.grantId(), delegation.account()));
            }
        }
    }

    @Bean
    Subscription<?> grantSubscription(Applier applier) {
        return new Subscription<>("personnel.grant.v1", GrantState.class, applier);
    }

    @Component("grantApplier")
    static final class Applier implements Subscription.Applier<GrantState> {

        private final Grants grants;

        Applier(Grants grants) {
            this.grants = grants;
        }

        @Override
        public void apply(GrantState state, Received received) {
            grants.replace(new Grants.Account(
                    state.account(),
                    state.username(),
                    state.personId(),
                    state.authzVersion(),
                    state.grants().stream().map(GrantState.GrantLine::grant).toList()));
        }

        @Override
        public void erase(String key) {
            grants.forget(key);
        }

        @Override
        public void reset() {
            grants.forget(null);
        }
    }
}
