package opencadre.personnel.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.access.Access;
import opencadre.kit.access.AccessContracts;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grant;
import opencadre.kit.access.Grants;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.Period;
import opencadre.personnel.account.rule.GrantRules;
import opencadre.personnel.account.rule.GrantRules.Breach;
import opencadre.personnel.account.rule.GrantRules.Kind;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Use cases of grants. A change raises the account's version of rights and is enforced here at once; the identity
 * provider is told outside of the transaction, and told again later when it does not answer. Until it is told, old
 * tokens are refused everywhere that knows the new version: a revocation fails closed for the one account and for
 * nobody else.
 */
@Service
public class GrantRegister {

    private final AccountRegister accounts;
    private final AccountRights rights;
    private final GrantActs acts;
    private final AccessContracts contracts;
    private final Units units;
    private final Clock clock;

    GrantRegister(
            AccountRegister accounts,
            AccountRights rights,
            GrantActs acts,
            AccessContracts contracts,
            Units units,
            Clock clock) {
        this.accounts = accounts;
        this.rights = rights;
        this.acts = acts;
        this.contracts = contracts;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Replaces what an account holds. The same grants again change nothing, whatever they were made on: whoever asks
     * again because no answer came is told that they stand. Call it inside a transaction.
     */
    public GrantOutcome replace(Actor actor, Account account, LongPredicate madeOn, List<Grant> wanted) {
        Grants.Account standing = rights.standing(account.account(), account.username());
        List<Grant> kept = wanted.stream().map(grant -> asHeld(standing, grant)).toList();
        List<Finding> findings = new ArrayList<>(accounts.parties(actor, account));
        if (!findings.isEmpty()) {
            return new GrantOutcome.Unlawful(findings);
        }
        if (new HashSet<>(standing.grants()).equals(new HashSet<>(kept))) {
            return new GrantOutcome.Recorded(standing);
        }
        if (!madeOn.test(standing.authzVersion())) {
            return new GrantOutcome.Unknown();
        }
        for (int i = 0; i < kept.size(); i++) {
            if (!standing.grants().contains(kept.get(i))) {
                String field = "grants[" + i + "].";
                List<Grant> others = new ArrayList<>(kept);
                others.remove(i);
                breaches(account, others, kept.get(i), actor.today()).stream()
                        .map(breach -> Finding.of(field + breach.field(), breach.code()))
                        .forEach(findings::add);
            }
        }
        if (!findings.isEmpty()) {
            return new GrantOutcome.Unlawful(findings);
        }
        noted(actor, standing, kept, null);
        return new GrantOutcome.Recorded(rights.change(standing, kept));
    }

    /** Gives one right more. Call it inside a transaction. */
    public GrantOutcome give(Actor actor, Account account, LongPredicate madeOn, Grant given, String reason) {
        Grants.Account standing = rights.standing(account.account(), account.username());
        if (!madeOn.test(standing.authzVersion())) {
            return new GrantOutcome.Unknown();
        }
        List<Finding> findings = new ArrayList<>(accounts.parties(actor, account));
        if (!findings.isEmpty()) {
            return new GrantOutcome.Unlawful(findings);
        }
        breaches(account, standing.grants(), given, actor.today()).stream()
                .map(breach -> Finding.of(breach.field(), breach.code()))
                .forEach(findings::add);
        if (standing.grants().stream().anyMatch(given::saysTheSameAs)) {
            findings.add(Finding.of("role", "grant-stands-already"));
        }
        if (!findings.isEmpty()) {
            return new GrantOutcome.Unlawful(findings);
        }
        List<Grant> all =
                Stream.concat(standing.grants().stream(), Stream.of(given)).toList();
        noted(actor, standing, all, reason);
        return new GrantOutcome.Recorded(rights.change(standing, all));
    }

    /** Ends a right today; one of which no day lies behind goes altogether. Call it inside a transaction. */
    public GrantOutcome end(Actor actor, Account account, LongPredicate madeOn, UUID grantId, String reason) {
        Grants.Account standing = rights.standing(account.account(), account.username());
        Grant ended = standing.grants().stream()
                .filter(grant -> grant.id().equals(grantId))
                .findFirst()
                .orElse(null);
        if (ended == null || !madeOn.test(standing.authzVersion())) {
            return new GrantOutcome.Unknown();
        }
        List<Finding> findings = new ArrayList<>(accounts.parties(actor, account));
        if (ended.validTo() != null && !ended.validTo().isAfter(actor.today())) {
            findings.add(Finding.of(null, "grant-is-over"));
        }
        if (!findings.isEmpty()) {
            return new GrantOutcome.Unlawful(findings);
        }
        acts.add(act(actor, account.account(), ended, GrantActs.Kind.ENDED, reason));
        return new GrantOutcome.Recorded(rights.change(standing, without(standing.grants(), ended, actor.today())));
    }

    private static List<Grant> without(List<Grant> held, Grant ended, LocalDate today) {
        return held.stream()
                .map(grant -> grant.equals(ended) ? grant.until(today) : grant)
                .filter(grant ->
                        !grant.equals(ended.until(today)) || ended.validFrom().isBefore(today))
                .toList();
    }

    /** What stands already keeps its number and whence it comes. */
    private static Grant asHeld(Grants.Account standing, Grant wanted) {
        return standing.grants().stream()
                .filter(wanted::saysTheSameAs)
                .findFirst()
                .orElse(wanted);
    }

    private void noted(Actor actor, Grants.Account standing, List<Grant> now, @Nullable String reason) {
        Predicate<Grant> stood = standing.grants()::contains;
        now.stream()
                .filter(stood.negate())
                .forEach(grant -> acts.add(act(actor, standing.account(), grant, GrantActs.Kind.GIVEN, reason)));
        standing.grants().stream()
                .filter(grant -> !now.contains(grant))
                .forEach(grant -> acts.add(act(actor, standing.account(), grant, GrantActs.Kind.ENDED, reason)));
    }

    private GrantActs.Act act(Actor actor, String account, Grant grant, GrantActs.Kind kind, @Nullable String reason) {
        return new GrantActs.Act(grant.id(), account, kind, actor.account(), actor.username(), clock.instant(), reason);
    }

    private List<Breach> breaches(Account account, List<Grant> others, Grant given, LocalDate today) {
        // What the realm role of a system administrator gives is given to nobody here.
        if (!contracts.isRole(given.role()) || kind(given.role()) == Kind.ADMINISTERING) {
            return List.of(new Breach("role", "unknown-role"));
        }
        List<Breach> breaches =
                new ArrayList<>(GrantRules.ofSeparation(kinds(account, others, today), kind(given.role())));
        breaches.addAll(GrantRules.ofOwnRecord(given.role().equals(Access.OWN_RECORD), given.personId() != null));
        List<Breach> ofPeriod = GrantRules.ofPeriod(given.validFrom(), given.validTo(), today);
        breaches.addAll(ofPeriod);
        if (ofPeriod.isEmpty()) {
            List<Period> versions =
                    units.versions(given.unitId()).stream().map(Unit::valid).toList();
            breaches.addAll(GrantRules.ofUnit(versions, new Period(given.validFrom(), given.validTo()), today));
        }
        return breaches;
    }

    private Set<Kind> kinds(Account account, List<Grant> held, LocalDate today) {
        Stream<Kind> granted = held.stream()
                .filter(grant -> grant.validTo() == null || grant.validTo().isAfter(today))
                .map(grant -> kind(grant.role()));
        Stream<Kind> ofRealm = account.administers() ? Stream.of(Kind.ADMINISTERING) : Stream.empty();
        return Stream.concat(granted, ofRealm).collect(Collectors.toSet());
    }

    private Kind kind(String role) {
        return GrantRules.kind(contracts.actionsOf(List.of(role)));
    }
}
