package opencadre.personnel.decision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grants;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.FourEyes;
import opencadre.kit.rule.Messages;
import opencadre.kit.time.Period;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.decision.Decision.Author;
import opencadre.personnel.decision.Decision.Belief;
import opencadre.personnel.decision.Decision.Content;
import opencadre.personnel.decision.Decision.Paper;
import opencadre.personnel.decision.Effect.Act;
import opencadre.personnel.decision.rule.DecisionRules;
import opencadre.personnel.decision.rule.DecisionRules.Breach;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.HeldPosts;
import opencadre.personnel.person.PostRegister;
import opencadre.personnel.person.UuidV7;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.Seats;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Use cases that change a decision. What a signed paper brings about becomes dated facts of the people's records in the
 * same transaction: before its day nothing has changed, on the day everything has, and nothing has to run for it.
 */
@Service
public class DecisionRegister {

    private final Decisions decisions;
    private final Grants grants;
    private final WantedEffects wantedEffects;
    private final DecidingLevel decidingLevel;
    private final PostRegister posts;
    private final Seats seats;
    private final DecisionEvents events;
    private final Clock clock;

    DecisionRegister(
            Decisions decisions,
            Grants grants,
            WantedEffects wantedEffects,
            DecidingLevel decidingLevel,
            PostRegister posts,
            Seats seats,
            DecisionEvents events,
            Clock clock) {
        this.decisions = decisions;
        this.grants = grants;
        this.wantedEffects = wantedEffects;
        this.decidingLevel = decidingLevel;
        this.posts = posts;
        this.seats = seats;
        this.events = events;
        this.clock = clock;
    }

    /** Prepares a decision by hand; also one that was signed long ago and is now put on record. */
    public DecisionOutcome draft(Actor actor, Content content) {
        List<Finding> findings = new ArrayList<>();
        List<Effect> effects = wantedEffects.resolve(actor, content, findings);
        findings.addAll(FourEyes.ofOwnAffair(actor.hands(), Effect.people(effects)));
        if (!findings.isEmpty()) {
            return new DecisionOutcome.Unlawful(findings);
        }
        UUID id = UuidV7.next(clock);
        decisions.add(
                id, null, Belief.draft(content, effects, actor.hands(), Author.of(actor, TwoClocks.now(clock), null)));
        return new DecisionOutcome.Recorded(decisions.find(actor, id).orElseThrow());
    }

    /** Prepares it otherwise, or puts right what was recorded of a paper that was issued. */
    public DecisionOutcome change(Actor actor, UUID id, LongPredicate madeOn, Content content, String reason) {
        return change(actor, id, madeOn, (standing, at) -> switch (standing.now()
                .state()) {
            case DRAFT -> redraft(actor, standing, content, Author.of(actor, at, reason));
            case ISSUED -> correct(actor, standing, content, Author.of(actor, at, reason));
            case RESCINDED, WITHDRAWN -> refused(Finding.of(null, "decision-is-closed"));
        });
    }

    /** Records the signed paper; its effects become facts. */
    public DecisionOutcome issue(
            Actor actor,
            UUID id,
            LongPredicate madeOn,
            String number,
            LocalDate signedOn,
            ManagementScope authority,
            Map<UUID, LocalDate> days,
            @Nullable String reason) {
        return change(actor, id, madeOn, (standing, at) -> {
            Belief draft = standing.now();
            if (draft.state() != DecisionState.DRAFT) {
                return refused(Finding.of(null, "decision-not-a-draft"));
            }
            List<Effect> effects = draft.effects().stream()
                    .map(effect -> effect.on(days.get(effect.id()), signedOn))
                    .toList();
            var signed = signed(actor, signedOn, effects, reason != null);
            List<Finding> findings = new ArrayList<>();
            Set<String> authors = grants.hands(draft.authors());
            add(findings, DecisionRules.ofIssuer(authors, actor.hands()));
            findings.addAll(FourEyes.ofOwnAffair(authors, Effect.people(effects)));
            add(findings, DecisionRules.ofSignature(signed));
            findings.addAll(ofDays(effects));
            findings.addAll(ofRatification(draft.kind(), effects));
            if (!findings.isEmpty()) {
                return new Step(null, findings, "issued");
            }
            HeldPosts held = hold(actor, effects, at);
            findings.addAll(decidingLevel.against(held::believed, effects, signedOn, authority));
            var enactment = new Enactment(id, held, paper(draft.kind(), number));
            List<Effect> done = enactment.issue(effects, clock);
            findings.addAll(enactment.findings());
            Belief issued = draft.issued(
                    new Paper(number, signedOn, authority),
                    done,
                    signed.isBackdated(),
                    Author.of(actor, held.at(), reason));
            return new Step(issued, findings, "issued");
        });
    }

    /** Undoes it from its beginning: posts it gave were never held, posts it ended go on as they would have. */
    public DecisionOutcome rescind(
            Actor actor, UUID id, LongPredicate madeOn, String number, LocalDate signedOn, String reason) {
        return change(actor, id, madeOn, (standing, at) -> {
            Belief issued = standing.now();
            if (issued.state() != DecisionState.ISSUED) {
                return refused(Finding.of(null, "decision-not-issued"));
            }
            List<Finding> findings = new ArrayList<>();
            add(findings, DecisionRules.ofRescission(signedOn, issued.signed(), actor.today()));
            if (decisions.isBuiltOn(givenPosts(issued.effects()), id)) {
                findings.add(Finding.of(null, "decision-is-built-on"));
            }
            if (!findings.isEmpty()) {
                return new Step(null, findings, "rescinded");
            }
            HeldPosts held = hold(actor, issued.effects(), at);
            var enactment = new Enactment(
                    id, held, Messages.of("decision-rescinded-by", number).vi());
            enactment.rescind(issued.effects());
            return new Step(
                    issued.in(DecisionState.RESCINDED, number, signedOn, Author.of(actor, held.at(), reason)),
                    enactment.findings(),
                    "rescinded");
        });
    }

    /** Drops what will not be signed. */
    public DecisionOutcome withdraw(Actor actor, UUID id, LongPredicate madeOn, String reason) {
        return change(
                actor,
                id,
                madeOn,
                (standing, at) -> standing.now().state() == DecisionState.DRAFT
                        ? new Step(
                                standing.now().in(DecisionState.WITHDRAWN, null, null, Author.of(actor, at, reason)),
                                List.of(),
                                "withdrawn")
                        : refused(Finding.of(null, "decision-not-a-draft")));
    }

    /**
     * Takes away for good a draft in which nothing was written since it was prepared, as when an import is taken back.
     */
    public void forget(Actor actor, UUID id) {
        decisions
                .lock(actor, id)
                .filter(decision -> decision.revision() == 1 && decision.now().isWhole())
                .ifPresent(untouched -> decisions.remove(id));
    }

    /** What a change makes of a decision, or what is against it. */
    private record Step(@Nullable Belief next, List<Finding> findings, String because) {}

    private interface Change {
        Step take(Decision standing, Instant at);
    }

    private static Step refused(Finding finding) {
        return new Step(null, List.of(finding), "refused");
    }

    private DecisionOutcome change(Actor actor, UUID id, LongPredicate madeOn, Change change) {
        Optional<Decision> locked = decisions.lock(actor, id);
        if (locked.isEmpty() || !madeOn.test(locked.get().revision())) {
            return new DecisionOutcome.Unknown();
        }
        Decision standing = locked.get();
        if (!standing.now().isWhole()) {
            return new DecisionOutcome.Unlawful(List.of(Finding.of(null, "decision-outside-scope")));
        }
        List<Finding> own =
                FourEyes.ofOwnAffair(actor.hands(), Effect.people(standing.now().effects()));
        if (!own.isEmpty()) {
            return new DecisionOutcome.Unlawful(own);
        }
        Step step = change.take(standing, TwoClocks.after(standing.recordedAt(), TwoClocks.now(clock)));
        if (!step.findings().isEmpty()) {
            return new DecisionOutcome.Unlawful(step.findings());
        }
        Belief next = Objects.requireNonNull(step.next());
        String because = next.reason() == null ? step.because() : next.reason();
        if (!decisions.record(id, standing.revision() + 1, next, because)) {
            return new DecisionOutcome.Unlawful(List.of(Finding.of("number", "decision-number-unavailable")));
        }
        Decision decision = decisions.find(actor, id).orElseThrow();
        if (next.state() == DecisionState.ISSUED || next.state() == DecisionState.RESCINDED) {
            events.changed(decision, step.because());
        }
        return new DecisionOutcome.Recorded(decision);
    }

    private Step redraft(Actor actor, Decision standing, Content content, Author author) {
        List<Finding> findings = new ArrayList<>();
        List<Effect> effects = wantedEffects.resolve(actor, content, findings);
        findings.addAll(FourEyes.ofOwnAffair(actor.hands(), Effect.people(effects)));
        Set<String> authors = new TreeSet<>(standing.now().authors());
        authors.addAll(actor.hands());
        return findings.isEmpty()
                ? new Step(Belief.draft(content, effects, authors, author), findings, "redrafted")
                : new Step(null, findings, "redrafted");
    }

    private Step correct(Actor actor, Decision standing, Content content, Author author) {
        Belief issued = standing.now();
        boolean effectsStay = content.effects().size() == issued.effects().size();
        for (int i = 0; effectsStay && i < content.effects().size(); i++) {
            effectsStay =
                    issued.effects().get(i).differsOnlyInDays(content.effects().get(i));
        }
        List<Finding> findings = new ArrayList<>();
        add(
                findings,
                DecisionRules.ofCorrection(new DecisionRules.Correction(
                        content.kind() == issued.kind(),
                        content.authority() == null || content.authority() == issued.level(),
                        effectsStay,
                        content.number(),
                        content.signedOn())));
        if (!findings.isEmpty()) {
            return new Step(null, findings, "corrected");
        }
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < issued.effects().size(); i++) {
            LocalDate day = content.effects().get(i).effectiveFrom();
            Effect effect = issued.effects().get(i);
            effects.add(day == null ? effect : effect.from(day));
        }
        String number = Objects.requireNonNull(content.number());
        LocalDate signedOn = Objects.requireNonNull(content.signedOn());
        var signed = signed(actor, signedOn, effects, true);
        add(findings, DecisionRules.ofSignature(signed));
        findings.addAll(ofDays(effects));
        findings.addAll(ofRatification(issued.kind(), effects));
        if (!findings.isEmpty()) {
            return new Step(null, findings, "corrected");
        }
        HeldPosts held = hold(actor, effects, author.at());
        if (!signedOn.equals(issued.signed())) {
            findings.addAll(decidingLevel.against(
                    person -> without(held.believed(person), issued.effects()), effects, signedOn, issued.level()));
        }
        var enactment = new Enactment(standing.id(), held, paper(issued.kind(), number));
        enactment.move(issued.effects(), effects);
        Belief next = issued.issued(
                new Paper(number, signedOn, issued.level()),
                effects,
                signed.isBackdated(),
                Author.of(actor, held.at(), author.reason()));
        findings.addAll(enactment.findings());
        return new Step(next, findings, "corrected");
    }

    /** The posts of a person as if a paper that was issued had not been. */
    private static List<Assignment> without(List<Assignment> posts, List<Effect> issued) {
        Map<UUID, Effect> touched = issued.stream()
                .filter(effect -> effect.assignmentId() != null && effect.act() != Act.SUSPEND)
                .collect(Collectors.toMap(Effect::post, effect -> effect, (one, other) -> one));
        return posts.stream()
                .filter(post -> !isGiven(touched.get(post.id())))
                .map(post -> {
                    Effect ended = touched.get(post.id());
                    return ended == null
                            ? post
                            : post.over(new Period(post.valid().from(), ended.priorEnd()));
                })
                .toList();
    }

    private static boolean isGiven(@Nullable Effect effect) {
        return effect != null && effect.act() == Act.START;
    }

    /** What is ratified was elected before, on whichever day the ratification now takes effect. */
    private List<Finding> ofRatification(DecisionKind kind, List<Effect> effects) {
        if (kind != DecisionKind.RATIFY && kind != DecisionKind.CONFIRM) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            UUID seatId = effect.seatId();
            if (effect.act() == Act.START && seatId != null) {
                String prefix = "effects[" + i + "].";
                DecisionRules.ofRatification(
                                decisions.electedOn(effect.personId(), seatId).orElse(null), effect.effectiveFrom())
                        .forEach(breach -> findings.add(Finding.of(prefix + breach.field(), breach.code())));
            }
        }
        return findings;
    }

    private static DecisionRules.Signed signed(
            Actor actor, LocalDate signedOn, List<Effect> effects, boolean reasonGiven) {
        List<@Nullable LocalDate> days = new ArrayList<>();
        effects.forEach(effect -> days.add(effect.effectiveFrom()));
        return new DecisionRules.Signed(signedOn, days, reasonGiven, actor.today());
    }

    /** A return that is planned, and the end of a suspension, come after the day on which it now begins. */
    private static List<Finding> ofDays(List<Effect> effects) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            String prefix = "effects[" + i + "].";
            DecisionRules.ofDays(
                            effect.effectiveFrom(),
                            effect.plannedReturn(),
                            effect.act() == Act.SUSPEND ? effect.until() : null)
                    .forEach(breach -> findings.add(Finding.of(prefix + breach.field(), breach.code())));
        }
        return findings;
    }

    private static void add(List<Finding> findings, List<Breach> breaches) {
        breaches.forEach(breach -> findings.add(Finding.of(breach.field(), breach.code())));
    }

    /** First the people, then the seats, each in one order: two papers never wait for each other. */
    private HeldPosts hold(Actor actor, List<Effect> effects, Instant notBefore) {
        HeldPosts held = posts.hold(actor, Effect.people(effects), notBefore).orElseThrow();
        effects.stream()
                .flatMap(effect -> Stream.ofNullable(effect.seatId()))
                .distinct()
                .sorted()
                .forEach(seats::lock);
        return held;
    }

    private static List<UUID> givenPosts(List<Effect> effects) {
        return effects.stream()
                .filter(effect -> effect.act() == Act.START)
                .map(Effect::post)
                .toList();
    }

    /** What the records of the people say of the paper: its kind and number. */
    private static String paper(DecisionKind kind, String number) {
        return Messages.of("decision-as-reason", Messages.of("decision." + kind.name()), number)
                .vi();
    }
}
