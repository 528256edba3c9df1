package opencadre.personnel.account.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/** {@code personnel.grant.v1}, see {@code contracts/personnel/events}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GrantState(String account, String username, @Nullable UUID personId, long authzVersion, List<GrantLine> grants) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GrantLine(
            UUID id,
            String role,
            UUID unitId,
            @Nullable UUID personId,
            List<ManagementScope> managementScopes,
            int securityClass,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable DelegationLine delegation) {}

    record DelegationLine(UUID grantId, String account) {}
}
