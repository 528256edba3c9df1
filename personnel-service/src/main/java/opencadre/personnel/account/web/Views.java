package opencadre.personnel.account.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.Grant;
import opencadre.personnel.account.Account;
import opencadre.personnel.account.Accounts;
import opencadre.personnel.account.GrantActs;
import opencadre.personnel.account.web.Requests.SecurityClass;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.unit.Tree;
import opencadre.personnel.unit.Unit;
import org.jspecify.annotations.Nullable;

/** What clients get, see {@code contracts/personnel/openapi.yaml}. */
final class Views {

    private Views() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccountPage(List<AccountLine> items, @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccountLine(
            String username,
            String name,
            boolean enabled,
            boolean administers,
            @Nullable String fileNumber,
            int grants,
            @Nullable Instant changedAt,
            @Nullable String changedBy) {

        static AccountLine of(Accounts.Line line, Map<UUID, String> fileNumbers) {
            Account account = line.account();
            Account.Change changed = account.changed();
            return new AccountLine(
                    account.username(),
                    account.name(),
                    account.enabled(),
                    account.administers(),
                    account.personId() == null ? null : fileNumbers.get(account.personId()),
                    line.grants(),
                    changed == null ? null : changed.at(),
                    changed == null ? null : changed.by());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccountView(
            String account,
            String username,
            String name,
            @Nullable String email,
            boolean enabled,
            boolean administers,
            @Nullable String fileNumber,
            int grants,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            long authzVersion,
            boolean signInPending) {

        static AccountView of(Accounts.Line line, Map<UUID, String> fileNumbers) {
            Account account = line.account();
            AccountLine shown = AccountLine.of(line, fileNumbers);
            return new AccountView(
                    account.account(),
                    account.username(),
                    account.name(),
                    account.email(),
                    account.enabled(),
                    account.administers(),
                    shown.fileNumber(),
                    line.grants(),
                    shown.changedAt(),
                    shown.changedBy(),
                    line.authzVersion(),
                    line.signInPending());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccountHandover(AccountView account, @Nullable String temporaryPassword) {

        @Override
        public String toString() {
            return "AccountHandover[" + account.username() + "]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GrantView(
            @NotBlank String role,
            @NotNull UUID unitId,
            @Nullable @Size(min = 2, max = 40) String fileNumber,
            @Nullable List<@NotNull ManagementScope> managementScopes,
            @Nullable SecurityClass securityClass,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable UUID id,
            @Nullable String unitName,
            @Nullable String givenBy,
            @Nullable Instant givenAt,
            @Nullable String reason,
            @Nullable Boolean delegated) {

        Grant grant(@Nullable UUID personId) {
            return Requests.grant(role, unitId, personId, managementScopes, securityClass, validFrom, validTo);
        }

        static GrantView of(
                Grant grant, @Nullable String fileNumber, @Nullable String unitName, GrantActs.@Nullable Act given) {
            return new GrantView(
                    grant.role(),
                    grant.unitId(),
                    fileNumber,
                    scopes(grant),
                    SecurityClass.values()[grant.securityClass()],
                    grant.validFrom(),
                    grant.validTo(),
                    grant.id(),
                    unitName,
                    given == null ? null : given.byUsername(),
                    given == null ? null : given.at(),
                    given == null ? null : given.reason(),
                    grant.delegation() != null);
        }
    }

    record AccountGrants(String username, String account, long authzVersion, List<GrantView> grants) {}

    /** Who is signed in, what they may do, and which grants say so. */
    record Me(
            String account,
            String username,
            String name,
            LocalDate legalDay,
            long authzVersion,
            Set<String> actions,
            List<HeldGrant> grants) {}

    record Sight(List<HeldGrant> grants) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeldGrant(
            UUID id,
            String role,
            Set<String> actions,
            UUID unitId,
            String unitName,
            @Nullable UUID personId,
            Tree tree,
            List<ManagementScope> managementScopes,
            SecurityClass securityClass,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String givenBy,
            @Nullable Instant givenAt,
            @Nullable String reason,
            boolean delegated) {

        static HeldGrant of(Grant grant, Set<String> actions, Unit unit, GrantActs.@Nullable Act given) {
            return new HeldGrant(
                    grant.id(),
                    grant.role(),
                    actions,
                    unit.id(),
                    unit.name(),
                    grant.personId(),
                    unit.tree(),
                    scopes(grant),
                    SecurityClass.values()[grant.securityClass()],
                    grant.validFrom(),
                    grant.validTo(),
                    given == null ? null : given.byUsername(),
                    given == null ? null : given.at(),
                    given == null ? null : given.reason(),
                    grant.delegation() != null);
        }
    }

    record Delegations(int longest, List<GivenDelegation> given, List<HeldGrant> received) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GivenDelegation(
            UUID id,
            UUID sourceId,
            String username,
            String name,
            String role,
            UUID unitId,
            String unitName,
            List<ManagementScope> managementScopes,
            SecurityClass securityClass,
            LocalDate validFrom,
            LocalDate validTo,
            @Nullable String reason) {

        static GivenDelegation of(Grant part, Account receiver, String unitName, GrantActs.@Nullable Act given) {
            return new GivenDelegation(
                    part.id(),
                    Objects.requireNonNull(part.delegation()).grantId(),
                    receiver.username(),
                    receiver.name(),
                    part.role(),
                    part.unitId(),
                    unitName,
                    scopes(part),
                    SecurityClass.values()[part.securityClass()],
                    part.validFrom(),
                    Objects.requireNonNull(part.validTo()),
                    given == null ? null : given.reason());
        }
    }

    private static List<ManagementScope> scopes(Grant grant) {
        return grant.scopes().stream()
                .map(ordinal -> ManagementScope.values()[ordinal])
                .toList();
    }
}
