package opencadre.personnel.account;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grants;
import opencadre.kit.rule.Finding;
import opencadre.personnel.account.rule.GrantRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Use cases of accounts. The record here comes first and the identity provider follows it (ADR 0006), also for whether
 * an account may sign in: each change raises the version of its rights, so that tokens of before are refused here from
 * that moment and everywhere once the provider or the topic has told.
 */
@Service
public class AccountRegister {

    private final Accounts accounts;
    private final AccountRights rights;
    private final Grants grants;
    private final SessionsToEnd sessions;
    private final IdentityProvider identities;
    private final Clock clock;

    AccountRegister(
            Accounts accounts,
            AccountRights rights,
            Grants grants,
            SessionsToEnd sessions,
            IdentityProvider identities,
            Clock clock) {
        this.accounts = accounts;
        this.rights = rights;
        this.grants = grants;
        this.sessions = sessions;
        this.identities = identities;
        this.clock = clock;
    }

    /**
     * Records an account that the provider has made and that nobody can sign in with yet. Call it inside a transaction.
     *
     * @param personId whose it is
     */
    public AccountOutcome open(
            Actor actor,
            String account,
            String username,
            String name,
            @Nullable String email,
            @Nullable UUID personId) {
        Grants.Account standing = rights.standing(account, username);
        if (accounts.find(account).isPresent() || accounts.named(username).isPresent()) {
            return new AccountOutcome.Unlawful(List.of(Finding.of("username", "username-taken")));
        }
        Account opened = new Account(
                account, username, name, email, personId, true, false, new Account.ToTell(true, true), change(actor));
        accounts.keep(opened);
        rights.change(standing, standing.grants());
        return new AccountOutcome.Recorded(opened);
    }

    /** Takes over an account that was made at the provider by hand; what is on record here already stays. */
    public Account adopt(IdentityProvider.Identity identity) {
        grants.lock(identity.account());
        Account known = accounts.find(identity.account()).orElse(null);
        if (known != null
                && known.administers() == identity.administers()
                && known.username().equals(identity.username())) {
            return known;
        }
        Account taken = new Account(
                identity.account(),
                identity.username(),
                known == null ? identity.name() : known.name(),
                identity.email(),
                known == null ? null : known.personId(),
                known == null ? identity.enabled() : known.enabled(),
                identity.administers(),
                known == null ? Account.ToTell.NOTHING : known.toTell(),
                known == null ? null : known.changed());
        accounts.keep(taken);
        grants.know(identity.account(), identity.username(), identity.authzVersion());
        return taken;
    }

    /** Tells whose accounts those are of which it was on record before others were told of it. */
    public void tellWhose() {
        accounts.untold().forEach(account -> kept(rights.standing(account.account(), account.username())));
    }

    /** Changes the name shown and whose account it is. */
    public AccountOutcome change(
            Actor actor, Account account, LongPredicate madeOn, String name, @Nullable UUID personId) {
        List<Finding> findings = new java.util.ArrayList<>(parties(actor, account));
        if (personId != null && personId.equals(person(actor))) {
            findings.add(Finding.of("fileNumber", "own-grants-by-person"));
        }
        return findings.isEmpty()
                ? changed(account, madeOn, now -> now.named(name, personId, change(actor)), this::kept)
                : new AccountOutcome.Unlawful(findings);
    }

    /** Nobody signs in with it from now on, and nobody acts by what it handed on. */
    public AccountOutcome disable(Actor actor, Account account, LongPredicate madeOn) {
        return lawful(
                actor,
                account,
                madeOn,
                now -> now.disabled(change(actor)),
                standing -> rights.changeAndTakeBack(standing));
    }

    /** It may sign in again, with what it holds. */
    public AccountOutcome enable(Actor actor, Account account, LongPredicate madeOn) {
        return lawful(actor, account, madeOn, now -> now.enabled(change(actor)), this::kept);
    }

    /** Whoever signs in next sets password and second factor anew. */
    public AccountOutcome reset(Actor actor, Account account, LongPredicate madeOn) {
        return lawful(actor, account, madeOn, now -> now.anew(change(actor)), this::kept);
    }

    /**
     * Tells the identity provider how the account stands, also when it was told before. Call it in a transaction after
     * that of the change: the account is held until the provider has answered or its time is over.
     */
    public void settle(String account) {
        grants.lock(account);
        Account entry = accounts.find(account).orElse(null);
        Grants.Account standing = grants.find(account).orElse(null);
        if (entry == null || standing == null) {
            return;
        }
        identities.settle(
                account,
                new IdentityProvider.Standing(standing.authzVersion(), entry.enabled(), entry.name(), entry.toTell()));
        if (!entry.toTell().equals(Account.ToTell.NOTHING)) {
            accounts.keep(entry.allTold());
        }
        sessions.done(new SessionsToEnd.Pending(account, standing.authzVersion()));
    }

    /** Why the actor may not change this account. */
    List<Finding> parties(Actor actor, Account account) {
        return GrantRules.ofParties(
                        new GrantRules.Parties(actor.account(), person(actor), account.account(), account.personId()))
                .stream()
                .map(breach -> Finding.of(breach.field(), breach.code()))
                .toList();
    }

    Account.Change change(Actor actor) {
        return new Account.Change(clock.instant(), actor.username());
    }

    private @Nullable UUID person(Actor actor) {
        return accounts.find(actor.account()).map(Account::personId).orElse(null);
    }

    private AccountOutcome lawful(
            Actor actor,
            Account account,
            LongPredicate madeOn,
            UnaryOperator<Account> change,
            Consumer<Grants.Account> ofRights) {
        List<Finding> findings = parties(actor, account);
        return findings.isEmpty() ? changed(account, madeOn, change, ofRights) : new AccountOutcome.Unlawful(findings);
    }

    private AccountOutcome changed(
            Account account, LongPredicate madeOn, UnaryOperator<Account> change, Consumer<Grants.Account> ofRights) {
        Grants.Account standing = rights.standing(account.account(), account.username());
        if (!madeOn.test(standing.authzVersion())) {
            return new AccountOutcome.Unknown();
        }
        Account now = change.apply(accounts.find(account.account()).orElse(account));
        accounts.keep(now);
        ofRights.accept(standing);
        return new AccountOutcome.Recorded(now);
    }

    private void kept(Grants.Account standing) {
        rights.change(standing, standing.grants());
    }
}
