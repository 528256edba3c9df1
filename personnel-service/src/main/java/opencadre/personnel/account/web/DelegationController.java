package opencadre.personnel.account.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grant;
import opencadre.kit.access.Grants;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Refused;
import opencadre.personnel.account.Account;
import opencadre.personnel.account.Accounts;
import opencadre.personnel.account.DelegationRegister;
import opencadre.personnel.account.GrantActs;
import opencadre.personnel.account.GrantOutcome;
import opencadre.personnel.account.web.Requests.NewDelegation;
import opencadre.personnel.account.web.Requests.ReasonRequest;
import opencadre.personnel.account.web.Views.Delegations;
import opencadre.personnel.account.web.Views.GivenDelegation;
import opencadre.personnel.unit.Units;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What officers hand on of their own rights. The receiver's sessions end, so that the next one has the part. */
@RestController
@RequestMapping("/api/personnel/delegations")
final class DelegationController {

    private static final String PENDING = "grants-recorded-sessions-pending";

    private final DelegationRegister register;
    private final Grants grants;
    private final Accounts accounts;
    private final GrantActs acts;
    private final HeldGrants held;
    private final Units units;
    private final AccountDoor door;
    private final ScopedWork work;
    private final Idempotency idempotency;

    DelegationController(
            DelegationRegister register,
            Grants grants,
            Accounts accounts,
            GrantActs acts,
            HeldGrants held,
            Units units,
            AccountDoor door,
            ScopedWork work,
            Idempotency idempotency) {
        this.register = register;
        this.grants = grants;
        this.accounts = accounts;
        this.acts = acts;
        this.held = held;
        this.units = units;
        this.door = door;
        this.work = work;
        this.idempotency = idempotency;
    }

    @GetMapping
    Delegations listDelegations(Actor actor) {
        return work.read(actor, () -> standing(actor));
    }

    @PostMapping
    ResponseEntity<Delegations> delegate(
            Actor actor, @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid NewDelegation body) {
        DelegationRegister.Wanted wanted = body.wanted();
        once(
                actor,
                key,
                "delegate",
                body,
                body.username() + ": " + body.reason(),
                () -> register.delegate(actor, wanted));
        return ResponseEntity.status(HttpStatus.CREATED).body(work.read(actor, () -> standing(actor)));
    }

    @PostMapping("/{grantId}/end")
    Delegations endDelegation(
            Actor actor,
            @PathVariable UUID grantId,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid ReasonRequest body) {
        once(
                actor,
                key,
                "endDelegation",
                List.of(grantId, body),
                body.reason(),
                () -> register.end(actor, grantId, body.reason()));
        return work.read(actor, () -> standing(actor));
    }

    private void once(
            Actor actor, String key, String operation, Object body, String detail, Supplier<GrantOutcome> change) {
        ResponseEntity<String> changed = work.as(
                actor,
                () -> idempotency.once(actor.account(), key, operation, body, () -> {
                    String receiver = receiver(change.get());
                    door.audited(operation, detail);
                    return ResponseEntity.ok(receiver);
                }));
        // The name of the account, as JSON writes a text.
        door.settle(Objects.requireNonNull(changed.getBody()).replace("\"", ""), PENDING);
    }

    private static String receiver(GrantOutcome outcome) {
        return switch (outcome) {
            case GrantOutcome.Recorded(var account) -> account.account();
            case GrantOutcome.Unknown() -> throw Refused.notFound();
            case GrantOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
        };
    }

    private Delegations standing(Actor actor) {
        List<Grants.Handed> handed = grants.handedOnBy(actor.account());
        List<Grant> received = actor.grants().stream()
                .filter(grant -> grant.delegation() != null)
                .toList();
        Map<UUID, String> names = units.names(
                handed.stream().map(each -> each.grant().unitId()).distinct().toList(), actor.today());
        Map<String, Account> receivers = accounts.all(
                handed.stream().map(Grants.Handed::account).distinct().toList());
        Map<UUID, GrantActs.Act> given = acts.givenBy(actor.account());
        return new Delegations(
                register.longest(actor.today()),
                handed.stream()
                        .flatMap(each -> Stream.ofNullable(receivers.get(each.account()))
                                .map(receiver -> GivenDelegation.of(
                                        each.grant(),
                                        receiver,
                                        names.getOrDefault(each.grant().unitId(), ""),
                                        given.get(each.grant().id()))))
                        .toList(),
                held.of(actor, received));
    }
}
