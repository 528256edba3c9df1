package opencadre.personnel.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.rule.Finding;
import opencadre.personnel.decision.Effect.Act;
import opencadre.personnel.decision.rule.DecisionRules;
import opencadre.personnel.decision.rule.DecisionRules.Given;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.Conduct.Suspension;
import opencadre.personnel.person.HeldPosts;
import opencadre.personnel.person.NewPerson.NewAssignment;
import opencadre.personnel.person.UuidV7;
import org.jspecify.annotations.Nullable;

/**
 * Makes facts of what a paper says, on the records of the people it is about, who are held. What is against it is
 * gathered; where anything is, the transaction has to be given up.
 */
final class Enactment {

    private final UUID decisionId;
    private final HeldPosts held;
    private final String paper;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param decisionId the decision that posts stem from
     * @param paper what the records of the people say of it
     */
    Enactment(UUID decisionId, HeldPosts held, String paper) {
        this.decisionId = decisionId;
        this.held = held;
        this.paper = paper;
    }

    /** Everything that is against it so far. */
    List<Finding> findings() {
        return findings;
    }

    /** Gives the posts and ends the others; the effects as they then stand. */
    List<Effect> issue(List<Effect> effects, Clock clock) {
        List<Effect> done = new ArrayList<>(effects);
        // Who leaves makes room before anybody comes.
        for (int i = 0; i < effects.size(); i++) {
            if (effects.get(i).act() == Act.END) {
                done.set(i, end(effects.get(i), i));
            }
        }
        for (int i = 0; i < effects.size(); i++) {
            if (effects.get(i).act() == Act.START) {
                Optional<Assignment> onRecord = onRecord(effects.get(i));
                Effect given =
                        effects.get(i).giving(onRecord.map(Assignment::id).orElseGet(() -> UuidV7.next(clock)));
                if (onRecord.isPresent()) {
                    adopt(given, onRecord.get(), i);
                } else {
                    start(given, given.until(), i);
                }
                done.set(i, given);
            }
        }
        for (int i = 0; i < effects.size(); i++) {
            if (effects.get(i).act() == Act.SUSPEND) {
                suspend(effects.get(i), effects.get(i).until(), i);
            }
        }
        tell(effects);
        finish(effects, "decision-issued");
        return done;
    }

    /**
     * Takes the posts away that it gave, and gives those it ended the end they had. What was on record before it stands
     * again as it stood.
     */
    void rescind(List<Effect> effects) {
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            if (effect.act() == Act.START) {
                against(i, held.release(effect.personId(), effect.post(), paper));
            }
        }
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            if (effect.act() == Act.END && endStands(effect, i)) {
                against(i, held.end(effect.personId(), effect.post(), effect.priorEnd(), paper));
            }
        }
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            if (effect.act() == Act.SUSPEND) {
                held.takeSuspensionAway(effect.personId(), effect.id(), paper);
            }
        }
        finish(effects, "decision-rescinded");
    }

    /** Moves what it brought about to other days. */
    void move(List<Effect> standing, List<Effect> moved) {
        Map<UUID, Assignment> given = takeStartsAway(standing);
        for (int i = 0; i < moved.size(); i++) {
            Effect effect = moved.get(i);
            if (effect.act() == Act.END && endStands(standing.get(i), i)) {
                against(i, held.end(effect.personId(), effect.post(), effect.day(), paper));
            }
        }
        for (int i = 0; i < moved.size(); i++) {
            Assignment post = given.get(moved.get(i).id());
            if (post != null) {
                // A later paper may have ended it: that end stands.
                start(moved.get(i), post.valid().to(), i);
            }
        }
        for (int i = 0; i < moved.size(); i++) {
            Effect effect = moved.get(i);
            if (effect.act() == Act.SUSPEND
                    && !effect.day().equals(standing.get(i).day())) {
                int index = i;
                // Somebody may have recorded since that it was lifted: that end stands.
                held.takeSuspensionAway(effect.personId(), effect.id(), paper)
                        .ifPresent(suspension -> suspend(effect, suspension.until(), index));
            }
        }
        tell(moved);
        finish(moved, "decision-corrected");
    }

    /** The fact bears the id of the effect, so that its decision finds it again. */
    private void suspend(Effect effect, @Nullable LocalDate until, int index) {
        Optional<Assignment> post = held.believed(effect.personId(), effect.post());
        if (post.isEmpty() || !post.get().valid().contains(effect.day())) {
            findings.add(Finding.of("effects[" + index + "].effectiveFrom", "post-not-held-then"));
            return;
        }
        against(index, held.suspend(effect.personId(), effect.id(), new Suspension(effect.day(), until, paper), paper));
    }

    /** Whoever is only named for a seat, or elected and not yet ratified, has nothing changed on record. */
    private void tell(List<Effect> effects) {
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            if (effect.act().onlyTells()) {
                against(i, held.nominate(effect.personId(), Objects.requireNonNull(effect.seatId()), effect.day()));
            }
        }
    }

    private void finish(List<Effect> effects, String because) {
        if (findings.isEmpty()
                && !effects.stream().allMatch(effect -> effect.act().onlyTells())) {
            held.finish(because);
        }
    }

    /** The posts it gave, by effect, as they were before they were taken away. */
    private Map<UUID, Assignment> takeStartsAway(List<Effect> effects) {
        Map<UUID, Assignment> given = new HashMap<>();
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            if (effect.act() == Act.START) {
                given.put(
                        effect.id(),
                        held.believed(effect.personId(), effect.post()).orElseThrow());
                against(i, held.takeAway(effect.personId(), effect.post(), paper));
            }
        }
        return given;
    }

    /** Whether the post still ends as this decision said; where others changed it since, nothing may be undone. */
    private boolean endStands(Effect effect, int index) {
        boolean stands = held.believed(effect.personId(), effect.post())
                .filter(post -> effect.day().equals(post.valid().to()))
                .isPresent();
        if (!stands) {
            changedSince(index);
        }
        return stands;
    }

    private Effect end(Effect effect, int index) {
        Optional<Assignment> post = held.believed(effect.personId(), effect.post());
        LocalDate end = post.map(standing -> standing.valid().to()).orElse(null);
        if (post.isEmpty() || (end != null && end.isBefore(effect.day()))) {
            changedSince(index);
            return effect;
        }
        against(index, held.end(effect.personId(), effect.post(), effect.day(), paper));
        return effect.insteadOf(end);
    }

    private void start(Effect effect, @Nullable LocalDate until, int index) {
        var post = new NewAssignment(
                effect.seatId(),
                null,
                null,
                null,
                effect.concurrent(),
                effect.acting(),
                effect.termMonths(),
                effect.day(),
                until);
        against(index, held.start(effect.personId(), effect.post(), post, paper, decisionId));
    }

    /** The same post, recorded before its paper was. */
    private Optional<Assignment> onRecord(Effect effect) {
        return held.believed(effect.personId()).stream()
                .filter(post -> post.decisionId() == null)
                .filter(post -> Objects.equals(post.seatId(), effect.seatId()))
                .filter(post -> post.valid().from().equals(effect.day()))
                .findFirst();
    }

    private void adopt(Effect effect, Assignment post, int index) {
        List<DecisionRules.Breach> breaches = DecisionRules.ofAdoption(
                new Given(effect.acting(), effect.concurrent(), effect.termMonths(), effect.until()),
                new Given(
                        post.acting(),
                        post.concurrent(),
                        post.termMonths(),
                        post.valid().to()));
        breaches.forEach(breach -> findings.add(Finding.of("effects[" + index + "]." + breach.field(), breach.code())));
        if (breaches.isEmpty()) {
            var same = new NewAssignment(
                    effect.seatId(),
                    null,
                    null,
                    null,
                    post.concurrent(),
                    post.acting(),
                    effect.termMonths(),
                    effect.day(),
                    post.valid().to());
            against(index, held.adopt(effect.personId(), post.id(), same, paper, decisionId));
        }
    }

    private void changedSince(int index) {
        findings.add(Finding.of("effects[" + index + "]", "post-changed-since"));
    }

    /** Findings about a post, said of the effect it stems from. */
    private void against(int index, List<Finding> ofPost) {
        ofPost.stream()
                .map(finding -> Finding.of(
                        "effects[" + index + "]."
                                + ("validFrom".equals(finding.field()) || "validTo".equals(finding.field())
                                        ? "effectiveFrom"
                                        : finding.field()),
                        finding.code()))
                .forEach(findings::add);
    }
}
