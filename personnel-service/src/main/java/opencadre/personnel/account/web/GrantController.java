package opencadre.personnel.account.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grant;
import opencadre.kit.access.Grants;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Finding;
import opencadre.kit.web.Refused;
import opencadre.personnel.account.GrantOutcome;
import opencadre.personnel.account.GrantRegister;
import opencadre.personnel.account.IdentityProvider;
import opencadre.personnel.account.OwnRecords;
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
    private final OwnRecords own;
    private final ScopedWork work;
    private final Audit audit;

    GrantController(
            Grants grants,
            GrantRegister register,
            SessionEnding sessions,
            IdentityProvider identities,
            OwnRecords own,
            ScopedWork work,
            Audit audit) {
        this.grants = grants;
        this.register = register;
        this.sessions = sessions;
        this.identities = identities;
        this.own = own;
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
            @Nullable @Size(min = 2, max = 40) String fileNumber,
            @Nullable List<ManagementScope> managementScopes,
            @Nullable SecurityClass securityClass,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {

        Grant grant(@Nullable UUID personId) {
            return new Grant(
                    role,
                    unitId,
                    personId,
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

        static GrantView of(Grant grant, @Nullable String fileNumber) {
            return new GrantView(
                    grant.role(),
                    grant.unitId(),
                    fileNumber,
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

        static AccountGrants of(Grants.Account account, OwnRecords own) {
            return new AccountGrants(
                    account.username(),
                    account.account(),
                    account.authzVersion(),
                    account.grants().stream()
                            .map(grant -> GrantView.of(grant, own.fileNumber(grant)))
                            .toList());
        }
    }

    @GetMapping
    AccountGrants getGrants(Actor actor, @PathVariable String username) {
        String account = account(username);
        return work.read(actor, () -> {
            audited(actor, "getGrants", username);
            return AccountGrants.of(
                    grants.find(account).orElse(new Grants.Account(account, username, 0, List.of())), own);
        });
    }

    @PutMapping
    AccountGrants putGrants(Actor actor, @PathVariable String username, @RequestBody @Valid GrantsChange body) {
        String account = account(username);
        AccountGrants changed = work.as(actor, () -> {
            return switch (register.replace(actor, username, account, grants(body.grants()))) {
                case GrantOutcome.Recorded(Grants.Account recorded) -> {
                    audited(actor, "putGrants", username);
                    yield AccountGrants.of(recorded, own);
                }
                case GrantOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            };
        });
        try {
            sessions.settle(account);
        } catch (IdentityProvider.Unreachable e) {
            throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, "grants-recorded-sessions-pending", List.of());
        }
        return changed;
    }

    private List<Grant> grants(List<GrantView> views) {
        List<Finding> findings = new ArrayList<>();
        List<Grant> wanted = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            GrantView view = views.get(i);
            Optional<UUID> person = Optional.ofNullable(view.fileNumber()).flatMap(own::person);
            if (view.fileNumber() != null && person.isEmpty()) {
                findings.add(Finding.of("grants[" + i + "].fileNumber", "no-such-file-number", view.fileNumber()));
            }
            wanted.add(view.grant(person.orElse(null)));
        }
        if (!findings.isEmpty()) {
            throw Refused.unlawful(findings);
        }
        return wanted.stream().distinct().toList();
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
