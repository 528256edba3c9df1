package opencadre.personnel.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.personnel.decision.Decision.Belief;
import opencadre.personnel.person.PostRegister;
import opencadre.personnel.seat.Seats;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Issues several drafts at once, each as its paper says. Every one goes through {@link DecisionRegister#issue}, as if
 * it came alone; with one that is refused the transaction has to be given up.
 */
@Service
public class BundleRegister {

    private final Decisions decisions;
    private final DecisionRegister register;
    private final PostRegister posts;
    private final Seats seats;
    private final TransactionTemplate nested;

    BundleRegister(
            Decisions decisions,
            DecisionRegister register,
            PostRegister posts,
            Seats seats,
            PlatformTransactionManager manager) {
        this.decisions = decisions;
        this.register = register;
        this.posts = posts;
        this.seats = seats;
        this.nested = new TransactionTemplate(manager);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** A draft at the revision that was on the screen. */
    public record Draft(UUID id, long revision) {}

    /** How it ends. */
    public sealed interface Outcome {

        /** All of them, in the order asked for. */
        record Issued(List<Decision> decisions) implements Outcome {}

        /** None; each that is against a rule is named by its place, as {@code decisions[2].number}. */
        record Unlawful(List<Finding> findings) implements Outcome {}
    }

    /**
     * Issues all drafts or none.
     *
     * @param reason why effects lie before their signature, where any does
     */
    public Outcome issue(Actor actor, List<Draft> drafts, @Nullable String reason) {
        Map<UUID, Decision> held = hold(actor, drafts);
        Decision[] issued = new Decision[drafts.size()];
        List<Finding> findings = new ArrayList<>();
        for (int i : inOrder(drafts, held)) {
            Draft draft = drafts.get(i);
            String at = "decisions[" + i + "]";
            Optional<Decision> standing = Optional.ofNullable(held.get(draft.id()));
            Optional<String> against =
                    standing.map(decision -> against(decision, draft)).orElse(Optional.of("unknown-decision"));
            if (against.isPresent()) {
                findings.add(Finding.of(at, against.get()));
                continue;
            }
            switch (alone(actor, draft, standing.orElseThrow().now(), reason)) {
                case DecisionOutcome.Recorded(Decision decision) -> issued[i] = decision;
                case DecisionOutcome.Unlawful(var its) -> its.forEach(finding -> findings.add(named(at, finding)));
                // Held above; only the same draft a second time is at another revision by now.
                case DecisionOutcome.Unknown() -> findings.add(Finding.of(at, "decision-changed-since"));
            }
        }
        return findings.isEmpty() ? new Outcome.Issued(List.of(issued)) : new Outcome.Unlawful(findings);
    }

    /** Decisions, their people, their seats, each in one order: two bundles never wait for each other. */
    private Map<UUID, Decision> hold(Actor actor, List<Draft> drafts) {
        Map<UUID, Decision> held = new HashMap<>();
        TreeSet<UUID> people = new TreeSet<>();
        TreeSet<UUID> taken = new TreeSet<>();
        new TreeSet<>(drafts.stream().map(Draft::id).toList())
                .forEach(id -> decisions.lock(actor, id).ifPresent(decision -> {
                    held.put(id, decision);
                    people.addAll(Effect.people(decision.now().effects()));
                    decision.now().effects().stream()
                            .map(Effect::seatId)
                            .filter(Objects::nonNull)
                            .forEach(taken::add);
                }));
        posts.hold(actor, people, Instant.EPOCH);
        taken.forEach(seats::lock);
        return held;
    }

    /** By the first day of what they bring about, then by signature: a later paper may build on an earlier one. */
    private static List<Integer> inOrder(List<Draft> drafts, Map<UUID, Decision> held) {
        Comparator<Integer> byDay = Comparator.comparing(
                (Integer i) -> Optional.ofNullable(held.get(drafts.get(i).id()))
                        .flatMap(decision -> decision.now().effects().stream()
                                .map(Effect::effectiveFrom)
                                .filter(Objects::nonNull)
                                .min(LocalDate::compareTo))
                        .orElse(LocalDate.MAX));
        Comparator<Integer> bySignature = Comparator.comparing(
                (Integer i) -> Optional.ofNullable(held.get(drafts.get(i).id()))
                        .map(decision -> decision.now().signedOn())
                        .orElse(LocalDate.MAX));
        return IntStream.range(0, drafts.size())
                .boxed()
                .sorted(byDay.thenComparing(bySignature))
                .toList();
    }

    private static Optional<String> against(Decision decision, Draft draft) {
        Belief now = decision.now();
        if (decision.revision() != draft.revision()) {
            return Optional.of("decision-changed-since");
        }
        if (now.state() != DecisionState.DRAFT) {
            return Optional.of("decision-not-a-draft");
        }
        return now.number() == null || now.signedOn() == null || now.authority() == null
                ? Optional.of("decision-draft-incomplete")
                : Optional.empty();
    }

    /** What one that is refused had begun is taken back, so that the next is judged as if it had not been there. */
    private DecisionOutcome alone(Actor actor, Draft draft, Belief now, @Nullable String reason) {
        return Objects.requireNonNull(nested.execute(one -> {
            DecisionOutcome outcome = register.issue(
                    actor,
                    draft.id(),
                    revision -> revision == draft.revision(),
                    Objects.requireNonNull(now.number()),
                    now.signed(),
                    now.level(),
                    Map.of(),
                    reason);
            if (!(outcome instanceof DecisionOutcome.Recorded)) {
                one.setRollbackOnly();
            }
            return outcome;
        }));
    }

    private static Finding named(String at, Finding finding) {
        return new Finding(
                finding.field() == null ? at : at + "." + finding.field(),
                finding.code(),
                finding.messages(),
                finding.article());
    }
}
