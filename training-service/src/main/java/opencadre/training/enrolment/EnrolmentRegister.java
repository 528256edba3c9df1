package opencadre.training.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.TwoClocks;
import opencadre.training.certificate.CertificateKind;
import opencadre.training.enrolment.rule.EnrolmentRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Use cases that change what somebody studies. Each holds the person's studies, judges the change, records it with both
 * clocks and puts the whole new state into the outbox: one transaction.
 */
@Service
public class EnrolmentRegister {

    private static final String NEW_REASON = "Cử đi học";

    private final Enrolments enrolments;
    private final Places places;
    private final LearningEvents events;
    private final Clock clock;

    EnrolmentRegister(Enrolments enrolments, Places places, LearningEvents events, Clock clock) {
        this.enrolments = enrolments;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /** Records that somebody is sent to study. */
    public EnrolmentOutcome enrol(Actor actor, UUID personId, Study study) {
        UUID id = enrolments.nextId();
        return change(actor, personId, revision -> true, id, "enrolled", (file, at) -> {
            Study tidy = study.tidy();
            return new Step(
                    findings(actor, file, null, tidy),
                    new Enrolment(id, tidy, NEW_REASON, actor.account(), at, null, null),
                    null);
        });
    }

    /** Puts right what was recorded, or adds how it ended. */
    public EnrolmentOutcome correct(
            Actor actor, UUID personId, UUID id, LongPredicate madeOn, Study study, String reason) {
        return change(actor, personId, madeOn, id, "corrected", (file, at) -> {
            Study tidy = study.tidy();
            return new Step(
                    findings(actor, file, id, tidy),
                    new Enrolment(id, tidy, reason, actor.account(), at, null, null),
                    reason);
        });
    }

    /** It never was: it stays in history only. */
    public EnrolmentOutcome voided(Actor actor, UUID personId, UUID id, LongPredicate madeOn, String reason) {
        return change(actor, personId, madeOn, id, "voided", (file, at) -> new Step(List.of(), null, reason));
    }

    /** Forgets what a person studied whom personnel erased, and tells those who keep a copy. */
    public void erase(UUID personId) {
        enrolments.hold(personId);
        enrolments.erase(personId).ifPresent(revision -> events.erased(personId, revision + 1));
    }

    /**
     * A change of one enrolment.
     *
     * @param next null where nothing is believed of it any more
     * @param ending why what stands ends; null where nothing stands yet
     */
    private record Step(
            List<Finding> findings,
            @Nullable Enrolment next,
            @Nullable String ending) {}

    private interface Change {
        Step take(LearningFile file, Instant at);
    }

    private EnrolmentOutcome change(
            Actor actor, UUID personId, LongPredicate madeOn, UUID id, String because, Change change) {
        enrolments.hold(personId);
        if (!places.isVisible(actor, personId)) {
            return new EnrolmentOutcome.Unknown();
        }
        LearningFile file = enrolments.file(personId);
        Instant at = TwoClocks.after(file.recordedAt(), TwoClocks.now(clock));
        Step step = change.take(file, at);
        Optional<Enrolment> standing = file.believed(id);
        if (step.ending() != null && (standing.isEmpty() || !madeOn.test(file.revision()))) {
            return new EnrolmentOutcome.Unknown();
        }
        if (!step.findings().isEmpty()) {
            return new EnrolmentOutcome.Unlawful(step.findings());
        }
        enrolments.revise(personId, file.revision() + 1, at);
        if (step.ending() != null) {
            enrolments.end(id, at, step.ending());
        }
        if (step.next() != null) {
            enrolments.record(personId, step.next());
        }
        LearningFile changed = enrolments.file(personId);
        events.changed(changed, because);
        return new EnrolmentOutcome.Recorded(changed, id);
    }

    private static List<Finding> findings(Actor actor, LearningFile file, @Nullable UUID id, Study study) {
        boolean again = file.believed().stream()
                .filter(other -> !other.id().equals(id))
                .anyMatch(other -> other.study().isSameClass(study));
        var facts = new EnrolmentRules.Facts(
                study.level().isOf(study.kind()),
                study.course() == Course.COMPLETION,
                study.kind() == CertificateKind.POLITICAL_THEORY,
                study.decidedOn(),
                study.startsOn(),
                study.endsOn(),
                study.result() != null,
                again,
                actor.today());
        return EnrolmentRules.breaches(facts).stream()
                .map(breach -> Finding.of(breach.field(), breach.code()))
                .toList();
    }
}
