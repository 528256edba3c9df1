package opencadre.personnel.account.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.rule.Finding;
import opencadre.kit.web.Cursors;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.personnel.account.Account;
import opencadre.personnel.account.AccountOutcome;
import opencadre.personnel.account.AccountRegister;
import opencadre.personnel.account.Accounts;
import opencadre.personnel.account.IdentityProvider;
import opencadre.personnel.account.OwnRecords;
import opencadre.personnel.account.web.Requests.AccountChange;
import opencadre.personnel.account.web.Requests.NewAccount;
import opencadre.personnel.account.web.Requests.ReasonRequest;
import opencadre.personnel.account.web.Views.AccountHandover;
import opencadre.personnel.account.web.Views.AccountLine;
import opencadre.personnel.account.web.Views.AccountPage;
import opencadre.personnel.account.web.Views.AccountView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accounts. A change is recorded here, then told to the identity provider, then acknowledged; where the provider does
 * not answer the same request again finishes it. A temporary password is in the answer and nowhere else: not in the
 * answers kept for repeated requests, not in the audit.
 */
@RestController
@RequestMapping("/api/personnel/accounts")
final class AccountController {

    private static final String PENDING = "account-recorded-sign-in-pending";
    private static final UUID NOBODY = new UUID(0, 0);

    private final Accounts accounts;
    private final AccountRegister register;
    private final AccountDoor door;
    private final IdentityProvider identities;
    private final OwnRecords own;
    private final ScopedWork work;
    private final Idempotency idempotency;
    private final Cursors cursors;

    AccountController(
            Accounts accounts,
            AccountRegister register,
            AccountDoor door,
            IdentityProvider identities,
            OwnRecords own,
            ScopedWork work,
            Idempotency idempotency,
            Cursors cursors) {
        this.accounts = accounts;
        this.register = register;
        this.door = door;
        this.identities = identities;
        this.own = own;
        this.work = work;
        this.idempotency = idempotency;
        this.cursors = cursors;
    }

    @GetMapping
    AccountPage listAccounts(
            Actor actor,
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(required = false) @Nullable Boolean enabled,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        String after = cursor == null ? null : cursors.decode(cursor).sortKey();
        return work.read(actor, () -> {
            List<Accounts.Line> page = accounts.page(new Accounts.Query(q, enabled, actor.today()), after, limit + 1);
            List<Accounts.Line> shown = page.subList(0, Math.min(limit, page.size()));
            Map<UUID, String> numbers = fileNumbers(shown);
            door.audited("listAccounts", q);
            return new AccountPage(
                    shown.stream().map(line -> AccountLine.of(line, numbers)).toList(),
                    page.size() > limit
                            ? cursors.encode(new Cursors.Position(
                                    shown.getLast().account().username(), NOBODY))
                            : null);
        });
    }

    @PostMapping
    ResponseEntity<AccountHandover> createAccount(
            Actor actor, @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid NewAccount body) {
        UUID person = work.read(actor, () -> door.person(body.fileNumber()));
        String account = opened(actor, body);
        work.as(
                actor,
                () -> idempotency.once(actor.account(), key, "createAccount", body, () -> {
                    lawful(register.open(
                            actor, account, body.username(), body.name().strip(), body.email(), person));
                    door.audited("createAccount", body.username());
                    return ResponseEntity.status(HttpStatus.CREATED).body(account);
                }));
        return handover(actor, HttpStatus.CREATED, account, body.username());
    }

    @GetMapping("/{username}")
    ResponseEntity<AccountView> getAccount(Actor actor, @PathVariable String username) {
        door.known(username);
        return work.read(actor, () -> {
            door.audited("getAccount", username);
            return tagged(view(actor, username));
        });
    }

    @PutMapping("/{username}")
    ResponseEntity<AccountView> changeAccount(
            Actor actor,
            @PathVariable String username,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid AccountChange body) {
        Account account = door.known(username);
        work.as(actor, () -> {
            lawful(register.change(
                    actor,
                    account,
                    Preconditions.madeOn(ifMatch),
                    body.name().strip(),
                    door.person(body.fileNumber())));
            door.audited("changeAccount", username + ": " + body.reason());
            return account;
        });
        door.settle(account.account(), PENDING);
        return tagged(work.read(actor, () -> view(actor, username)));
    }

    @PostMapping("/{username}/disable")
    ResponseEntity<AccountView> disableAccount(
            Actor actor,
            @PathVariable String username,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid ReasonRequest body) {
        changed(new Asked(actor, username, ifMatch, key, "disableAccount", body), register::disable);
        return tagged(work.read(actor, () -> view(actor, username)));
    }

    @PostMapping("/{username}/enable")
    ResponseEntity<AccountView> enableAccount(
            Actor actor,
            @PathVariable String username,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid ReasonRequest body) {
        changed(new Asked(actor, username, ifMatch, key, "enableAccount", body), register::enable);
        return tagged(work.read(actor, () -> view(actor, username)));
    }

    @PostMapping("/{username}/reset")
    ResponseEntity<AccountHandover> resetAccount(
            Actor actor,
            @PathVariable String username,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid ReasonRequest body) {
        String account = changed(new Asked(actor, username, ifMatch, key, "resetAccount", body), register::reset);
        return handover(actor, HttpStatus.OK, account, username);
    }

    /** A change of an account as it was asked for. */
    private record Asked(
            Actor actor, String username, String ifMatch, String key, String operation, ReasonRequest body) {}

    @FunctionalInterface
    private interface Change {
        AccountOutcome of(Actor actor, Account account, LongPredicate madeOn);
    }

    private String changed(Asked asked, Change change) {
        Account account = door.known(asked.username());
        Actor actor = asked.actor();
        work.as(
                actor,
                () -> idempotency.once(
                        actor.account(),
                        asked.key(),
                        asked.operation(),
                        List.of(asked.username(), asked.body()),
                        () -> {
                            lawful(change.of(actor, account, Preconditions.madeOn(asked.ifMatch())));
                            door.audited(
                                    asked.operation(),
                                    asked.username() + ": " + asked.body().reason());
                            return ResponseEntity.ok(account.account());
                        }));
        door.settle(account.account(), PENDING);
        return account.account();
    }

    /** At the provider first: its number is the account's number here. Nobody can sign in with it yet. */
    private String opened(Actor actor, NewAccount body) {
        Optional<Account> recorded = work.read(actor, () -> accounts.named(body.username()));
        if (recorded.isPresent()) {
            return recorded.get().account();
        }
        try {
            return switch (identities.open(body.username(), body.name().strip(), body.email())) {
                case IdentityProvider.Opening.Ready(String account) -> account;
                case IdentityProvider.Opening.UsernameTaken() -> throw taken("username", "username-taken");
                case IdentityProvider.Opening.EmailTaken() -> throw taken("email", "email-taken");
            };
        } catch (IdentityProvider.Unreachable e) {
            throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", List.of());
        }
    }

    private ResponseEntity<AccountHandover> handover(Actor actor, HttpStatus status, String account, String username) {
        door.settle(account, PENDING);
        Optional<String> password;
        try {
            password = identities.handOver(account);
        } catch (IdentityProvider.Unreachable e) {
            throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, PENDING, List.of());
        }
        AccountView view = work.read(actor, () -> view(actor, username));
        return ResponseEntity.status(status)
                .eTag(Preconditions.etag(view.authzVersion()))
                .body(new AccountHandover(view, password.orElse(null)));
    }

    private AccountView view(Actor actor, String username) {
        Accounts.Line line = accounts.line(username, actor.today()).orElseThrow(Refused::notFound);
        return AccountView.of(line, fileNumbers(List.of(line)));
    }

    private Map<UUID, String> fileNumbers(List<Accounts.Line> lines) {
        return own.fileNumbers(lines.stream()
                .flatMap(line -> Stream.ofNullable(line.account().personId()))
                .map(Objects::requireNonNull)
                .distinct()
                .toList());
    }

    private static ResponseEntity<AccountView> tagged(AccountView view) {
        return ResponseEntity.ok().eTag(Preconditions.etag(view.authzVersion())).body(view);
    }

    private static void lawful(AccountOutcome outcome) {
        switch (outcome) {
            case AccountOutcome.Recorded(var account) -> {}
            case AccountOutcome.Unknown() -> throw Refused.notFound();
            case AccountOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
        }
    }

    private static Refused taken(String field, String code) {
        return Refused.unlawful(List.of(Finding.of(field, code)));
    }
}
