package opencadre.training.certificate;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongPredicate;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grants;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.FourEyes;
import opencadre.kit.time.TwoClocks;
import opencadre.training.certificate.rule.CertificateRules;
import opencadre.training.certificate.rule.DecisionRules;
import opencadre.training.certificate.rule.DecisionRules.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Use cases that change a certificate. Each holds it, judges the change, records it with both clocks and puts the whole
 * new state into the outbox: one transaction.
 */
@Service
public class CertificateRegister {

    private final Certificates certificates;
    private final Places places;
    private final Grants grants;
    private final CertificateEvents events;
    private final Clock clock;

    CertificateRegister(
            Certificates certificates, Places places, Grants grants, CertificateEvents events, Clock clock) {
        this.certificates = certificates;
        this.places = places;
        this.grants = grants;
        this.events = events;
        this.clock = clock;
    }

    /** Enters a certificate of a person; it awaits verification. */
    public CertificateOutcome enter(Actor actor, UUID personId, CertificateContent content) {
        certificates.hold(personId);
        if (!places.isVisible(actor, personId)) {
            return new CertificateOutcome.Unknown();
        }
        CertificateContent tidy = content.tidy();
        List<Finding> findings = new ArrayList<>(FourEyes.ofOwnAffair(actor.hands(), List.of(personId)));
        findings.addAll(findings(actor, tidy));
        if (!findings.isEmpty()) {
            return new CertificateOutcome.Unlawful(findings);
        }
        Instant now = TwoClocks.now(clock);
        UUID id = certificates.add(personId, now);
        Certificate entered = Certificate.entered(id, personId, tidy, actor.hands(), act(actor, now, null));
        return certificates.record(entered) ? recorded(personId, id, "entered") : numberTaken();
    }

    /** Puts right what a certificate says; it awaits verification anew, also after a rejection. */
    public CertificateOutcome correct(
            Actor actor, UUID personId, UUID id, LongPredicate madeOn, CertificateContent content, String reason) {
        CertificateContent tidy = content.tidy();
        return change(actor, personId, id, madeOn, Decision.CORRECT, "corrected", reason, (certificate, at) -> {
            Set<String> authors = new TreeSet<>(certificate.authors());
            authors.addAll(actor.hands());
            return Certificate.entered(id, personId, tidy, authors, act(actor, at, reason));
        });
    }

    /** From now on it counts. */
    public CertificateOutcome verify(Actor actor, UUID personId, UUID id, LongPredicate madeOn) {
        return decide(actor, personId, id, madeOn, Decision.VERIFY, CertificateState.VERIFIED, null);
    }

    /** It goes back to whoever entered it. */
    public CertificateOutcome reject(Actor actor, UUID personId, UUID id, LongPredicate madeOn, String reason) {
        return decide(actor, personId, id, madeOn, Decision.REJECT, CertificateState.REJECTED, reason);
    }

    /** It no longer counts. */
    public CertificateOutcome revoke(Actor actor, UUID personId, UUID id, LongPredicate madeOn, String reason) {
        return decide(actor, personId, id, madeOn, Decision.REVOKE, CertificateState.REVOKED, reason);
    }

    /** Takes back a certificate that was entered in error and that nobody decided on yet. */
    public void withdraw(UUID id) {
        Certificates.Erased gone = certificates.remove(id);
        events.erased(gone.id(), gone.revision() + 1);
    }

    /** Forgets every certificate of a person whom personnel erased, and tells those who keep a copy. */
    public void erase(UUID personId) {
        certificates.hold(personId);
        certificates.erase(personId).forEach(gone -> events.erased(gone.id(), gone.revision() + 1));
    }

    /** What a certificate becomes. */
    private interface Step {
        Certificate take(Certificate certificate, Instant at);
    }

    private CertificateOutcome decide(
            Actor actor,
            UUID personId,
            UUID id,
            LongPredicate madeOn,
            Decision decision,
            CertificateState next,
            @Nullable String reason) {
        String because = next.name().toLowerCase(java.util.Locale.ROOT);
        return change(
                actor,
                personId,
                id,
                madeOn,
                decision,
                because,
                reason,
                (certificate, at) -> certificate.in(next, act(actor, at, reason)));
    }

    private CertificateOutcome change(
            Actor actor,
            UUID personId,
            UUID id,
            LongPredicate madeOn,
            Decision decision,
            String because,
            @Nullable String reason,
            Step step) {
        certificates.hold(personId);
        Optional<CertificateFile> locked =
                places.isVisible(actor, personId) ? certificates.lock(personId, id) : Optional.empty();
        if (locked.isEmpty() || !madeOn.test(locked.get().revision())) {
            return new CertificateOutcome.Unknown();
        }
        CertificateFile file = locked.get();
        Certificate standing = file.beliefs().getLast();
        Instant at = TwoClocks.after(file.recordedAt(), TwoClocks.now(clock));
        Certificate next = step.take(standing, at);
        List<Finding> findings = new ArrayList<>(against(decision, actor, standing));
        if (decision == Decision.CORRECT) {
            findings.addAll(findings(actor, next.content()));
        }
        if (!findings.isEmpty()) {
            return new CertificateOutcome.Unlawful(findings);
        }
        certificates.end(id, at, reason == null ? because : reason);
        if (!certificates.record(next)) {
            return numberTaken();
        }
        certificates.revise(id, file.revision() + 1, at);
        return recorded(personId, id, because);
    }

    private CertificateOutcome recorded(UUID personId, UUID id, String because) {
        CertificateFile file = certificates.file(personId, id).orElseThrow();
        events.changed(file, because);
        return new CertificateOutcome.Recorded(file.now());
    }

    private static CertificateOutcome numberTaken() {
        return new CertificateOutcome.Unlawful(List.of(Finding.of("number", "certificate-number-unavailable")));
    }

    private static List<Finding> findings(Actor actor, CertificateContent content) {
        var facts = new CertificateRules.Facts(
                content.level().isOf(content.kind()), content.issuedOn(), content.validUntil(), actor.today());
        return CertificateRules.breaches(facts).stream()
                .map(breach -> Finding.of(breach.field(), breach.code()))
                .toList();
    }

    private List<Finding> against(Decision decision, Actor actor, Certificate standing) {
        Set<String> authors = grants.hands(standing.authors());
        var facts = new DecisionRules.Facts(
                standing.state() == CertificateState.ENTERED,
                standing.state() == CertificateState.REJECTED,
                standing.state() == CertificateState.VERIFIED,
                authors,
                actor.hands());
        List<Finding> findings = new ArrayList<>(FourEyes.ofOwnAffair(actor.hands(), List.of(standing.personId())));
        if (decision == Decision.VERIFY && findings.isEmpty()) {
            findings.addAll(FourEyes.ofOwnAffair(authors, List.of(standing.personId())));
        }
        DecisionRules.breaches(decision, facts).stream()
                .map(code -> Finding.of(null, code))
                .forEach(findings::add);
        return findings;
    }

    private static Act act(Actor actor, Instant at, @Nullable String reason) {
        return new Act(actor.account(), actor.name(), at, reason, actor.hands());
    }
}
