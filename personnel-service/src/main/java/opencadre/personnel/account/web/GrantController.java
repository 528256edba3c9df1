package opencadre.personnel.account.web;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grant;
import opencadre.kit.access.Grants;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.rule.Finding;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.personnel.account.Account;
import opencadre.personnel.account.GrantActs;
import opencadre.personnel.account.GrantOutcome;
import opencadre.personnel.account.GrantRegister;
import opencadre.personnel.account.OwnRecords;
import opencadre.personnel.account.web.Requests.GrantsChange;
import opencadre.personnel.account.web.Requests.NewGrant;
import opencadre.personnel.account.web.Requests.ReasonRequest;
import opencadre.personnel.account.web.Views.AccountGrants;
import opencadre.personnel.account.web.Views.GrantView;
import opencadre.personnel.unit.Units;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an account holds. Every change ends its sessions before it is acknowledged. */
@RestController
@RequestMapping("/api/personnel/accounts/{username}/grants")
final class GrantController {

    private static final String PENDING = "grants-recorded-sessions-pending";

    private final Grants grants;
    private final GrantRegister register;
    private final GrantActs acts;
    private final AccountDoor door;
    private final OwnRecords own;
    private final Units units;
    private final ScopedWork work;
    private final Idempotency idempotency;

    GrantController(
            Grants grants,
            GrantRegister register,
            GrantActs acts,
            AccountDoor door,
            OwnRecords own,
            Units units,
            ScopedWork work,
            Idempotency idempotency) {
        this.grants = grants;
        this.register = register;
        this.acts = acts;
        this.door = door;
        this.own = own;
        this.units = units;
        this.work = work;
        this.idempotency = idempotency;
    }

    @GetMapping
    ResponseEntity<AccountGrants> getGrants(Actor actor, @PathVariable String username) {
        Account account = door.known(username);
        return tagged(work.read(actor, () -> {
            door.audited("getGrants", username);
            return standing(actor, account);
        }));
    }

    @PutMapping
    ResponseEntity<AccountGrants> putGrants(
            Actor actor,
            @PathVariable String username,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid GrantsChange body) {
        Account account = door.known(username);
        work.as(actor, () -> {
            recorded(register.replace(actor, account, Preconditions.madeOn(ifMatch), grants(body.grants())));
            door.audited("putGrants", username);
            return account;
        });
        return tagged(settled(actor, account));
    }

    @PostMapping
    ResponseEntity<AccountGrants> giveGrant(
            Actor actor,
            @PathVariable String username,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid NewGrant body) {
        Account account = door.confirmed(username);
        once(
                actor,
                key,
                "giveGrant",
                account,
                body,
                body.reason(),
                () -> register.give(
                        actor,
                        account,
                        Preconditions.madeOn(ifMatch),
                        body.grant(door.person(body.fileNumber())),
                        body.reason()));
        AccountGrants now = settled(actor, account);
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Preconditions.etag(now.authzVersion()))
                .body(now);
    }

    @PostMapping("/{grantId}/end")
    ResponseEntity<AccountGrants> endGrant(
            Actor actor,
            @PathVariable String username,
            @PathVariable UUID grantId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid ReasonRequest body) {
        Account account = door.known(username);
        once(
                actor,
                key,
                "endGrant",
                account,
                List.of(grantId, body),
                body.reason(),
                () -> register.end(actor, account, Preconditions.madeOn(ifMatch), grantId, body.reason()));
        return tagged(settled(actor, account));
    }

    private void once(
            Actor actor,
            String key,
            String operation,
            Account account,
            Object body,
            String reason,
            Supplier<GrantOutcome> change) {
        work.as(
                actor,
                () -> idempotency.once(actor.account(), key, operation, List.of(account.username(), body), () -> {
                    recorded(change.get());
                    door.audited(operation, account.username() + ": " + reason);
                    return ResponseEntity.ok(account.account());
                }));
    }

    private AccountGrants settled(Actor actor, Account account) {
        door.settle(account.account(), PENDING);
        return work.read(actor, () -> standing(actor, account));
    }

    private AccountGrants standing(Actor actor, Account account) {
        Grants.Account held = grants.find(account.account())
                .orElse(new Grants.Account(account.account(), account.username(), 0, List.of()));
        Map<UUID, String> numbers = own.fileNumbers(held.grants().stream()
                .flatMap(grant -> Stream.ofNullable(grant.personId()))
                .map(Objects::requireNonNull)
                .distinct()
                .toList());
        Map<UUID, String> names =
                units.names(held.grants().stream().map(Grant::unitId).distinct().toList(), actor.today());
        Map<UUID, GrantActs.Act> given = acts.given(account.account());
        return new AccountGrants(
                held.username(),
                held.account(),
                held.authzVersion(),
                held.grants().stream()
                        .map(grant -> GrantView.of(
                                grant,
                                grant.personId() == null ? null : numbers.get(grant.personId()),
                                names.get(grant.unitId()),
                                given.get(grant.id())))
                        .toList());
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

    private static void recorded(GrantOutcome outcome) {
        switch (outcome) {
            case GrantOutcome.Recorded(var account) -> {}
            case GrantOutcome.Unknown() -> throw Refused.notFound();
            case GrantOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
        }
    }

    private static ResponseEntity<AccountGrants> tagged(AccountGrants grants) {
        return ResponseEntity.ok()
                .eTag(Preconditions.etag(grants.authzVersion()))
                .body(grants);
    }
}
