package opencadre.personnel.account.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Grant;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.Period;
import opencadre.kit.web.Refused;
import opencadre.personnel.account.DelegationRegister;
import opencadre.personnel.account.web.Views.GrantView;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/** What clients send, see {@code contracts/personnel/openapi.yaml}. */
final class Requests {

    /** Letters of any language, spaces, dots, hyphens and apostrophes: what the identity provider takes for a name. */
    private static final String NAME = "\\p{L}[\\p{L}\\p{M} .'-]*";

    private Requests() {}

    /** Classes of dossiers; the order is stored. */
    enum SecurityClass {
        ORDINARY,
        RESTRICTED
    }

    record NewAccount(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{1,38}[a-z0-9]")
            String username,

            @NotNull @Size(min = 2, max = 100) @Pattern(regexp = NAME)
            String name,

            @Nullable @Email @Size(max = 200) String email,
            @Nullable @Size(min = 2, max = 40) String fileNumber) {}

    record AccountChange(
            @NotNull @Size(min = 2, max = 100) @Pattern(regexp = NAME)
            String name,

            @Nullable @Size(min = 2, max = 40) String fileNumber,
            @NotBlank @Size(min = 3, max = 500) String reason) {}

    record ReasonRequest(@NotBlank @Size(min = 3, max = 500) String reason) {}

    record NewGrant(
            @NotBlank String role,
            @NotNull UUID unitId,
            @Nullable @Size(min = 2, max = 40) String fileNumber,
            @Nullable List<@NotNull ManagementScope> managementScopes,
            @Nullable SecurityClass securityClass,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotBlank @Size(min = 3, max = 500) String reason) {

        Grant grant(@Nullable UUID personId) {
            return Requests.grant(role, unitId, personId, managementScopes, securityClass, validFrom, validTo);
        }
    }

    record NewDelegation(
            @NotNull UUID grantId,
            @NotBlank String username,
            @NotNull UUID unitId,
            @Nullable List<@NotNull ManagementScope> managementScopes,
            @Nullable SecurityClass securityClass,
            @NotNull LocalDate validFrom,
            @NotNull LocalDate validTo,
            @NotBlank @Size(min = 3, max = 500) String reason) {

        DelegationRegister.Wanted wanted() {
            Grant asked = grant("", unitId, null, managementScopes, securityClass, validFrom, validTo);
            return new DelegationRegister.Wanted(
                    grantId,
                    username.strip(),
                    unitId,
                    asked.scopes(),
                    asked.securityClass(),
                    Period.of(validFrom, validTo)
                            .orElseThrow(() -> Refused.invalid(Finding.of("validTo", "ends-before-it-begins"))),
                    reason.strip());
        }
    }

    record GrantsChange(@NotNull @Size(max = 100) List<@Valid GrantView> grants) {}

    static Grant grant(
            String role,
            UUID unitId,
            @Nullable UUID personId,
            @Nullable List<ManagementScope> managementScopes,
            @Nullable SecurityClass securityClass,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {
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
}
