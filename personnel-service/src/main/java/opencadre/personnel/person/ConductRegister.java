package opencadre.personnel.person;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.PartialDate;
import opencadre.personnel.person.Conduct.ConfidenceVote;
import opencadre.personnel.person.Conduct.Content;
import opencadre.personnel.person.Conduct.Discipline;
import opencadre.personnel.person.Conduct.HealthCertificate;
import opencadre.personnel.person.Conduct.Rating;
import opencadre.personnel.person.Conduct.Suspension;
import opencadre.personnel.person.rule.AssignmentRules.Breach;
import opencadre.personnel.person.rule.ConductRules;
import org.springframework.stereotype.Service;

/** Use cases of what is on record beside posts. One idea for all kinds of it. */
@Service
public class ConductRegister {

    private static final String NEW_REASON = "Ghi vào hồ sơ";

    private final People people;
    private final PersonChanges changes;
    private final Clock clock;

    ConductRegister(People people, PersonChanges changes, Clock clock) {
        this.people = people;
        this.changes = changes;
        this.clock = clock;
    }

    /** Records something. */
    public ConductOutcome add(Actor actor, UUID id, LongPredicate madeOn, Content content) {
        return change(actor, id, madeOn, "conduct-added", (held, file) -> {
            List<Finding> findings = findings(actor, file, null, content);
            if (findings.isEmpty()) {
                UUID fact = UuidV7.next(clock);
                people.record(id, new Conduct(fact, content, Recorded.now(held.at(), NEW_REASON, actor.account())));
            }
            return findings;
        });
    }

    /** Puts right what was recorded wrongly; a fact stays of its kind. */
    public ConductOutcome correct(
            Actor actor, UUID id, LongPredicate madeOn, UUID fact, Content content, String reason) {
        if (!isOnRecord(id, fact, content.getClass())) {
            return new ConductOutcome.Unknown();
        }
        return change(actor, id, madeOn, "conduct-corrected", (held, file) -> {
            List<Finding> findings = findings(actor, file, fact, content);
            if (findings.isEmpty()) {
                people.endConduct(fact, held.at(), reason);
                people.record(id, new Conduct(fact, content, Recorded.now(held.at(), reason, actor.account())));
            }
            return findings;
        });
    }

    /** It was never true: it stays in history only. */
    public ConductOutcome voided(
            Actor actor, UUID id, LongPredicate madeOn, UUID fact, Class<? extends Content> kind, String reason) {
        if (!isOnRecord(id, fact, kind)) {
            return new ConductOutcome.Unknown();
        }
        return change(actor, id, madeOn, "conduct-voided", (held, file) -> {
            people.endConduct(fact, held.at(), reason);
            return List.of();
        });
    }

    private boolean isOnRecord(UUID id, UUID fact, Class<? extends Content> kind) {
        Optional<Conduct> standing = people.believedConduct(id, fact);
        return standing.isPresent() && kind.isInstance(standing.get().content());
    }

    private ConductOutcome change(Actor actor, UUID id, LongPredicate madeOn, String because, PersonChanges.Step step) {
        return switch (changes.make(actor, id, madeOn, because, step)) {
            case PersonOutcome.Recorded recorded ->
                new ConductOutcome.Recorded(
                        people.conduct(id, actor.today(), null).orElseThrow());
            case PersonOutcome.Unlawful(var findings) -> new ConductOutcome.Unlawful(findings);
            case PersonOutcome.Unknown() -> new ConductOutcome.Unknown();
        };
    }

    /** What is against having this on record, in place of the fact with that id if there is one. */
    static List<Finding> findings(
            Actor actor, PersonFile file, @org.jspecify.annotations.Nullable UUID fact, Content content) {
        PartialDate birth = file.believedIdentity().birth();
        List<Breach> breaches = switch (content) {
            case Rating rating ->
                ConductRules.ofRating(
                        rating.year(),
                        file.believedConduct().stream()
                                .filter(other -> !other.id().equals(fact))
                                .flatMap(other -> other.content() instanceof Rating of
                                        ? java.util.stream.Stream.of(of.year())
                                        : java.util.stream.Stream.empty())
                                .collect(Collectors.toSet()),
                        birth,
                        actor.today());
            case Discipline discipline ->
                ConductRules.ofDiscipline(discipline.decidedOn(), discipline.revokedOn(), birth, actor.today());
            case HealthCertificate certificate ->
                ConductRules.ofHealthCertificate(certificate.issuedOn(), birth, actor.today());
            case Suspension suspension ->
                ConductRules.ofSuspension(
                        suspension.from(),
                        suspension.until(),
                        file.believedConduct().stream()
                                .filter(other -> !other.id().equals(fact))
                                .map(Conduct::content)
                                .filter(Suspension.class::isInstance)
                                .map(Content::valid)
                                .toList(),
                        birth);
            case ConfidenceVote vote ->
                ConductRules.ofConfidenceVote(vote.heldOn(), vote.ballots(), birth, actor.today());
        };
        return breaches.stream()
                .map(breach -> Finding.of(breach.field(), breach.code()))
                .toList();
    }
}
