package opencadre.personnel.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import opencadre.kit.access.Access;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grant;
import opencadre.kit.access.Grants;
import opencadre.kit.access.Units;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.Period;
import opencadre.personnel.account.rule.DelegationRules;
import opencadre.personnel.account.rule.DelegationRules.Extent;
import opencadre.personnel.account.rule.GrantRules.Breach;
import opencadre.personnel.person.UuidV7;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Use cases of officers who hand a part of their rights on while they are away. The part is a right of the receiver
 * that names its giver: it is in force like every other, ends when what it is a part of ends ({@link AccountRights}),
 * and where two people are asked for it is the giver's hand.
 */
@Service
@EnableConfigurationProperties(DelegationLimits.class)
public class DelegationRegister {

    private final Accounts accounts;
    private final AccountRights rights;
    private final Grants grants;
    private final GrantActs acts;
    private final Units units;
    private final DelegationLimits limits;
    private final Clock clock;

    DelegationRegister(
            Accounts accounts,
            AccountRights rights,
            Grants grants,
            GrantActs acts,
            Units units,
            DelegationLimits limits,
            Clock clock) {
        this.accounts = accounts;
        this.rights = rights;
        this.grants = grants;
        this.acts = acts;
        this.units = units;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * What is asked to be handed on.
     *
     * @param grantId the own right that it is a part of
     * @param scopes none named means all that the right has
     */
    public record Wanted(
            UUID grantId,
            String username,
            UUID unitId,
            List<Integer> scopes,
            int securityClass,
            Period days,
            String reason) {}

    /** How many days a right may be handed on for. */
    public int longest(LocalDate today) {
        return limits.on(today);
    }

    /** Hands a part of an own right on. Call it inside a transaction. */
    public GrantOutcome delegate(Actor actor, Wanted wanted) {
        Account receiver = accounts.named(wanted.username()).orElse(null);
        if (receiver == null) {
            return refused("username", "unknown-account");
        }
        // In one order, so that two who hand on to each other do not wait for each other.
        Stream.of(actor.account(), receiver.account()).sorted().forEach(grants::lock);
        Grant held = held(actor, wanted.grantId());
        if (held == null) {
            return refused("grantId", "unknown-grant");
        }
        List<Integer> scopes = wanted.scopes().isEmpty() ? held.scopes() : wanted.scopes();
        List<Breach> breaches = new ArrayList<>(DelegationRules.ofReceiver(new DelegationRules.Receiver(
                actor.account(),
                accounts.find(actor.account()).map(Account::personId).orElse(null),
                receiver.account(),
                receiver.personId(),
                receiver.enabled(),
                receiver.administers())));
        breaches.addAll(DelegationRules.ofPart(
                new DelegationRules.Part(
                        held.delegation() != null,
                        held.role().equals(Access.OWN_RECORD),
                        isBelow(wanted.unitId(), held.unitId()),
                        extent(held.scopes(), held.securityClass(), new Period(held.validFrom(), held.validTo())),
                        extent(scopes, wanted.securityClass(), wanted.days())),
                actor.today(),
                limits.on(actor.today())));
        if (!breaches.isEmpty()) {
            return new GrantOutcome.Unlawful(breaches.stream()
                    .map(breach -> Finding.of(breach.field(), breach.code()))
                    .toList());
        }
        Grant part = new Grant(
                UuidV7.next(clock),
                held.role(),
                wanted.unitId(),
                null,
                scopes,
                wanted.securityClass(),
                wanted.days().from(),
                wanted.days().to(),
                new Grant.Delegation(held.id(), actor.account()));
        Grants.Account standing = rights.standing(receiver.account(), receiver.username());
        acts.add(act(actor, receiver.account(), part, GrantActs.Kind.GIVEN, wanted.reason()));
        return new GrantOutcome.Recorded(rights.change(
                standing,
                Stream.concat(standing.grants().stream(), Stream.of(part)).toList()));
    }

    /** Takes back what the actor handed on. Call it inside a transaction. */
    public GrantOutcome end(Actor actor, UUID grantId, String reason) {
        Grants.Handed handed = grants.handedOnBy(actor.account()).stream()
                .filter(each -> each.grant().id().equals(grantId))
                .findFirst()
                .orElse(null);
        if (handed == null) {
            return new GrantOutcome.Unknown();
        }
        Grants.Account standing = rights.standing(handed.account(), handed.username());
        acts.add(act(actor, handed.account(), handed.grant(), GrantActs.Kind.ENDED, reason));
        return new GrantOutcome.Recorded(rights.change(
                standing,
                standing.grants().stream()
                        .filter(grant -> !grant.id().equals(grantId))
                        .toList()));
    }

    private @Nullable Grant held(Actor actor, UUID grantId) {
        return grants.find(actor.account()).stream()
                .flatMap(account -> account.grants().stream())
                .filter(grant -> grant.id().equals(grantId))
                .findFirst()
                .orElse(null);
    }

    private boolean isBelow(UUID unitId, UUID above) {
        if (unitId.equals(above)) {
            return true;
        }
        Units.Node top = units.find(above).orElse(null);
        return top != null
                && units.find(unitId)
                        .filter(node -> top.lo() <= node.lo() && node.hi() <= top.hi())
                        .isPresent();
    }

    private static Extent extent(List<Integer> scopes, int securityClass, Period days) {
        return new Extent(Set.copyOf(scopes), securityClass, days);
    }

    private GrantActs.Act act(Actor actor, String account, Grant grant, GrantActs.Kind kind, String reason) {
        return new GrantActs.Act(grant.id(), account, kind, actor.account(), actor.username(), clock.instant(), reason);
    }

    private static GrantOutcome refused(String field, String code) {
        return new GrantOutcome.Unlawful(List.of(Finding.of(field, code)));
    }
}
