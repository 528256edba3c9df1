package opencadre.personnel.account.messaging;

import opencadre.kit.access.Grant;
import opencadre.kit.access.Grants;
import opencadre.kit.events.Outbox;
import opencadre.personnel.account.AccountEvents;
import opencadre.personnel.seat.ManagementScope;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class GrantPublisher implements AccountEvents {

    private final Outbox outbox;
    private final JsonMapper json;

    GrantPublisher(Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void changed(Grants.Account account) {
        outbox.add(new Outbox.Message(
                "personnel.grant.v1",
                account.account(),
                account.authzVersion(),
                "personnel.grant.replaced",
                json.writeValueAsString(state(account))));
    }

    static GrantState state(Grants.Account account) {
        return new GrantState(
                account.account(),
                account.username(),
                account.holder(),
                account.authzVersion(),
                account.grants().stream().map(GrantPublisher::line).toList());
    }

    private static GrantState.GrantLine line(Grant grant) {
        Grant.Delegation delegation = grant.delegation();
        return new GrantState.GrantLine(
                grant.id(),
                grant.role(),
                grant.unitId(),
                grant.personId(),
                grant.scopes().stream()
                        .map(ordinal -> ManagementScope.values()[ordinal])
                        .toList(),
                grant.securityClass(),
                grant.validFrom(),
                grant.validTo(),
                delegation == null ? null : new GrantState.DelegationLine(delegation.grantId(), delegation.account()));
    }
}
