package opencadre.personnel.decision.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.personnel.decision.BundleRegister;
import opencadre.personnel.decision.Decision;
import opencadre.personnel.decision.DecisionOutcome;
import opencadre.personnel.decision.DecisionRegister;
import opencadre.personnel.decision.Effect;
import opencadre.personnel.decision.web.Requests.DecisionChange;
import opencadre.personnel.decision.web.Requests.DecisionContent;
import opencadre.personnel.decision.web.Requests.IssueDecisions;
import opencadre.personnel.decision.web.Requests.IssueRequest;
import opencadre.personnel.decision.web.Requests.RescindRequest;
import opencadre.personnel.decision.web.Requests.WithdrawRequest;
import opencadre.personnel.decision.web.Views.DecisionDetail;
import opencadre.personnel.decision.web.Views.DecisionPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changing decisions. A POST may be sent twice, a change names the revision it was made on. */
@RestController("decisionRegisterController")
@RequestMapping("/api/personnel/decisions")
final class RegisterController {

    private final DecisionRegister register;
    private final BundleRegister bundles;
    private final DecisionAnswers answers;
    private final ScopedWork work;
    private final Audit audit;
    private final Idempotency idempotency;

    RegisterController(
            DecisionRegister register,
            BundleRegister bundles,
            DecisionAnswers answers,
            ScopedWork work,
            Audit audit,
            Idempotency idempotency) {
        this.register = register;
        this.bundles = bundles;
        this.answers = answers;
        this.work = work;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    @PostMapping
    ResponseEntity<String> draftDecision(
            Actor actor, @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid DecisionContent body) {
        return once(
                actor,
                key,
                "draftDecision",
                body,
                () -> answer(actor, "draftDecision", HttpStatus.CREATED, null, register.draft(actor, body.content())));
    }

    @PutMapping("/{decisionId}")
    ResponseEntity<DecisionDetail> changeDecision(
            Actor actor,
            @PathVariable UUID decisionId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid DecisionChange body) {
        return work.as(
                actor,
                () -> answer(
                        actor,
                        "changeDecision",
                        HttpStatus.OK,
                        body.reason(),
                        register.change(
                                actor, decisionId, Preconditions.madeOn(ifMatch), body.content(), body.reason())));
    }

    @PostMapping("/{decisionId}/issue")
    ResponseEntity<String> issueDecision(
            Actor actor,
            @PathVariable UUID decisionId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid IssueRequest body) {
        return once(
                actor,
                key,
                "issueDecision",
                List.of(decisionId, body),
                () -> answer(
                        actor,
                        "issueDecision",
                        HttpStatus.OK,
                        body.reason(),
                        register.issue(
                                actor,
                                decisionId,
                                Preconditions.madeOn(ifMatch),
                                body.number().strip(),
                                body.signedOn(),
                                body.authority(),
                                body.days(),
                                body.reason())));
    }

    @PostMapping("/issue")
    ResponseEntity<String> issueDecisions(
            Actor actor, @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid IssueDecisions body) {
        return once(actor, key, "issueDecisions", body, () -> switch (bundles.issue(
                actor, body.drafts(), body.reason())) {
            case BundleRegister.Outcome.Issued(var decisions) -> {
                decisions.forEach(decision -> told("issueDecisions", body.reason(), decision));
                Views.Names said = answers.names(actor, decisions);
                yield ResponseEntity.ok(new DecisionPage(
                        decisions.stream()
                                .map(decision -> DecisionDetail.of(decision, actor, said))
                                .toList(),
                        null));
            }
            case BundleRegister.Outcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
        });
    }

    @PostMapping("/{decisionId}/rescind")
    ResponseEntity<String> rescindDecision(
            Actor actor,
            @PathVariable UUID decisionId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid RescindRequest body) {
        return once(
                actor,
                key,
                "rescindDecision",
                List.of(decisionId, body),
                () -> answer(
                        actor,
                        "rescindDecision",
                        HttpStatus.OK,
                        body.reason(),
                        register.rescind(
                                actor,
                                decisionId,
                                Preconditions.madeOn(ifMatch),
                                body.number().strip(),
                                body.signedOn(),
                                body.reason())));
    }

    @PostMapping("/{decisionId}/withdraw")
    ResponseEntity<String> withdrawDecision(
            Actor actor,
            @PathVariable UUID decisionId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid WithdrawRequest body) {
        return once(
                actor,
                key,
                "withdrawDecision",
                List.of(decisionId, body),
                () -> answer(
                        actor,
                        "withdrawDecision",
                        HttpStatus.OK,
                        body.reason(),
                        register.withdraw(actor, decisionId, Preconditions.madeOn(ifMatch), body.reason())));
    }

    private ResponseEntity<String> once(
            Actor actor, String key, String operation, Object body, Supplier<ResponseEntity<?>> change) {
        return work.as(actor, () -> idempotency.once(actor.account(), key, operation, body, change));
    }

    private ResponseEntity<DecisionDetail> answer(
            Actor actor, String operation, HttpStatus status, @Nullable String reason, DecisionOutcome outcome) {
        return switch (outcome) {
            case DecisionOutcome.Recorded(Decision decision) -> {
                told(operation, reason, decision);
                yield ResponseEntity.status(status)
                        .eTag(Preconditions.etag(decision.revision()))
                        .body(answers.one(actor, decision));
            }
            case DecisionOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            case DecisionOutcome.Unknown() -> throw Refused.notFound();
        };
    }

    private void told(String operation, @Nullable String reason, Decision decision) {
        audit.write(Audit.Entry.of(operation)
                .among(Effect.people(decision.now().effects()))
                .on(decision.id())
                .because(reason));
    }
}
