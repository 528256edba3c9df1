package opencadre.personnel.account.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grant;
import opencadre.kit.access.Grants;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Refused;
import opencadre.personnel.account.GrantOutcome;
import opencadre.personnel.account.GrantRegister;
import opencadre.personnel.account.IdentityProvider;
import opencadre.personnel.account.SessionEnding;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/personnel/accounts/{username}/grants")
final class GrantController {

    private final Grants grants;
    private final GrantRegister register;
    private final SessionEnding sessions;
    private final IdentityProvider identities;
    private final ScopedWork work;
    private final Audit audit;

    GrantController(
            Grants grants,
            GrantRegister register,
            SessionEnding sessions,
            IdentityProvider identities,
            ScopedWork work,
            Audit audit) {
        this.grants = grants;
        this.register = register;
        this.sessions = sessions;
        this.identities = identities;
        this.work = work;
        this.audit = audit;
    }

    /** Classes of dossiers; the order is stored. */
    enum SecurityClass {
        ORDINARY,
        RESTRICTED
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GrantView(
            @NotBlank String role,
            @NotNull UUID unitId,
            @Nullable List<ManagementScope> managementScopes,
            @Nullable SecurityClass securityClass,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {

        Grant grant() {
            return new Grant(
                    role,
                    unitId,
                    managementScopes == null
                            ? List.of()
                            : managementScopes.stream()
                                    .map(ManagementScope::ordinal)
                                    .distinct()
                                    .sorted()
                                    .toList(),
                    securityClass == null ? 0 : securityClass.ordinal(),
                    validFrom,
                    validTo);
        }

        static GrantView of(Grant grant) {
            return new GrantView(
                    grant.role(),
                    grant.unitId(),
                    grant.scopes().stream()
                            .map(ordinal -> ManagementScope.values()[ordinal])
                            .toList(),
                    SecurityClass.values()[grant.securityClass()],
                    grant.validFrom(),
                    grant.validTo());
        }
    }

    record GrantsChange(@NotNull @Size(max = 100) List<@Valid GrantView> grants) {}

    record AccountGrants(String username, String account, long authzVersion, List<GrantView> grants) {

        static AccountGrants of(Grants.Account account) {
            return new AccountGrants(
                    account.username(),
                    account.account(),
                    account.authzVersion(),
                    account.grants().stream().map(GrantView::of).toList());
        }
    }

    @GetMapping
    AccountGrants getGrants(Actor actor, @PathVariable String username) {
        String account = account(username);
        return work.read(actor, () -> {
            audited(actor, "getGrants", username);
            return AccountGrants.of(grants.find(account).orElse(new Grants.Account(account, username, 0, List.of())));
        });
    }

    @PutMapping
    AccountGrants putGrants(Actor actor, @PathVariable String username, @RequestBody @Valid GrantsChange body) {
        String account = account(username);
        Grants.Account changed = work.as(actor, () -> {
            var wanted = body.grants().stream().map(GrantView::grant).distinct().toList();
            return switch (register.replace(actor, username, account, wanted)) {
                case GrantOutcome.Recorded(Grants.Account recorded) -> {
                    audited(actor, "putGrants", username);
                    yield recorded;
                }
                case GrantOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            };
        });
        try {
            sessions.settle(account);
        } catch (IdentityProvider.Unreachable e) {
            throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, "grants-recorded-sessions-pending", List.of());
        }
        return AccountGrants.of(changed);
    }

    private String account(String username) {
        try {
            return identities
                    .subject(username)
                    .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "unknown-account", List.of()));
        } catch (IdentityProvider.Unreachable e) {
            throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", List.of());
        }
    }

    private void audited(Actor actor, String operation, String username) {
        audit.write(new Audit.Entry(
                actor.account(), actor.username(), actor.action(), operation, null, null, null, username));
    }
}
