package opencadre.personnel.account;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import opencadre.kit.access.Access;
import opencadre.kit.access.AccessContracts;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grant;
import opencadre.kit.access.Grants;
import opencadre.kit.rule.Finding;
import opencadre.personnel.unit.Units;
import org.springframework.stereotype.Service;

/**
 * Use cases of grants. A change raises the account's version of rights and is enforced here at once; the identity
 * provider is told outside of the transaction, and told again later when it does not answer. Until it is told, old
 * tokens are refused everywhere that knows the new version: a revocation fails closed for the one account and for
 * nobody else.
 */
@Service
public class GrantRegister {

    /** What the realm role of a system administrator gives; nobody is granted it here. */
    private static final String SYS_ADMIN = "SYS_ADMIN";

    private final Grants grants;
    private final AccessContracts contracts;
    private final Units units;
    private final AccountEvents events;
    private final SessionsToEnd sessions;
    private final IdentityProvider identities;

    GrantRegister(
            Grants grants,
            AccessContracts contracts,
            Units units,
            AccountEvents events,
            SessionsToEnd sessions,
            IdentityProvider identities) {
        this.grants = grants;
        this.contracts = contracts;
        this.units = units;
        this.events = events;
        this.sessions = sessions;
        this.identities = identities;
    }

    /** Replaces what an account holds. The same grants again change nothing. Call it inside a transaction. */
    public GrantOutcome replace(Actor actor, String username, String account, List<Grant> wanted) {
        List<Finding> findings = findings(actor, account, wanted);
        if (!findings.isEmpty()) {
            return new GrantOutcome.Unlawful(findings);
        }
        grants.lock(account);
        Grants.Account standing = grants.find(account).orElse(null);
        if (standing != null && new HashSet<>(standing.grants()).equals(new HashSet<>(wanted))) {
            return new GrantOutcome.Recorded(standing);
        }
        long version = standing == null ? 1 : standing.authzVersion() + 1;
        Grants.Account changed = new Grants.Account(account, username, version, wanted);
        grants.replace(changed);
        sessions.add(new SessionsToEnd.Pending(account, version));
        events.changed(changed);
        return new GrantOutcome.Recorded(changed);
    }

    /**
     * Tells the identity provider of the rights that stand, also when it was told before. Call it in a transaction
     * after that of the change: the account is held until the provider has answered or its time is over.
     */
    public void settle(String account) {
        grants.lock(account);
        grants.find(account).ifPresent(standing -> {
            identities.endSessions(account, standing.authzVersion());
            sessions.done(new SessionsToEnd.Pending(account, standing.authzVersion()));
        });
    }

    private List<Finding> findings(Actor actor, String account, List<Grant> wanted) {
        List<Finding> findings = new ArrayList<>();
        if (account.equals(actor.account())) {
            findings.add(Finding.of("username", "own-grants"));
        }
        for (int i = 0; i < wanted.size(); i++) {
            Grant grant = wanted.get(i);
            String field = "grants[" + i + "].";
            if (!contracts.isRole(grant.role()) || grant.role().equals(SYS_ADMIN)) {
                findings.add(Finding.of(field + "role", "unknown-role"));
            }
            boolean own = grant.role().equals(Access.OWN_RECORD);
            if (own && grant.personId() == null) {
                findings.add(Finding.of(field + "fileNumber", "own-record-needs-a-file-number"));
            }
            if (!own && grant.personId() != null) {
                findings.add(Finding.of(field + "fileNumber", "only-own-record-has-a-file-number"));
            }
            if (units.versions(grant.unitId()).isEmpty()) {
                findings.add(Finding.of(field + "unitId", "unknown-unit"));
            }
            if (grant.validTo() != null && !grant.validFrom().isBefore(grant.validTo())) {
                findings.add(Finding.of(field + "validTo", "ends-before-it-begins"));
            }
        }
        return findings;
    }
}
