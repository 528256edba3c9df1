package opencadre.personnel.decision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Parameter;
import opencadre.kit.rule.Regulations;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.decision.Decision.Author;
import opencadre.personnel.decision.Decision.Belief;
import opencadre.personnel.decision.Decision.Content;
import opencadre.personnel.decision.Decision.Paper;
import opencadre.personnel.decision.Effect.Act;
import opencadre.personnel.decision.Effect.NewEffect;
import opencadre.personnel.decision.rule.AuthorityRules;
import opencadre.personnel.decision.rule.AuthorityRules.Level;
import opencadre.personnel.decision.rule.DecisionRules;
import opencadre.personnel.decision.rule.DecisionRules.Breach;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.HeldPosts;
import opencadre.personnel.person.NewPerson.NewAssignment;
import opencadre.personnel.person.People;
import opencadre.personnel.person.PostRegister;
import opencadre.personnel.person.UuidV7;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.Seat;
import opencadre.personnel.seat.Seats;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Use cases that change a decision. What a signed paper brings about becomes dated facts of the people's records in the
 * same transaction: before its day nothing has changed, on the day everything has, and nothing has to run for it.
 */
@Service
public class DecisionRegister {

    static final String HIGHEST_POST_DECIDES = "authority.highest-post-decides";

    private final Decisions decisions;
    private final PostRegister posts;
    private final People people;
    private final Seats seats;
    private final Places places;
    private final Regulations regulations;
    private final DecisionEvents events;
    private final Clock clock;

    DecisionRegister(
            Decisions decisions,
            PostRegister posts,
            People people,
            Seats seats,
            Places places,
            Regulations regulations,
            DecisionEvents events,
            Clock clock) {
        this.decisions = decisions;
        this.posts = posts;
        this.people = people;
        this.seats = seats;
        this.places = places;
        this.regulations = regulations;
        this.events = events;
        this.clock = clock;
    }

    /** Prepares a decision by hand; also one that was signed long ago and is now put on record. */
    public DecisionOutcome draft(Actor actor, Content content) {
        List<Finding> findings = new ArrayList<>();
        List<Effect> effects = resolve(actor, content, findings);
        if (!findings.isEmpty()) {
            return new DecisionOutcome.Unlawful(findings);
        }
        UUID id = UuidV7.next(clock);
        decisions.add(
                id,
                null,
                Belief.draft(content, effects, Set.of(actor.account()), author(actor, TwoClocks.now(clock), null)));
        return new DecisionOutcome.Recorded(decisions.find(actor, id).orElseThrow());
    }

    /** Prepares it otherwise, or puts right what was recorded of a paper that was issued. */
    public DecisionOutcome change(Actor actor, UUID id, LongPredicate madeOn, Content content, String reason) {
        return change(actor, id, madeOn, (standing, at) -> switch (standing.now()
                .state()) {
            case DRAFT -> redraft(actor, standing, content, author(actor, at, reason));
            case ISSUED -> correct(actor, standing, content, author(actor, at, reason));
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
                    .map(effect -> days.containsKey(effect.id()) ? effect.from(days.get(effect.id())) : effect)
                    .toList();
            var signed = signed(actor, signedOn, effects, reason != null);
            List<Finding> findings = new ArrayList<>();
            add(findings, DecisionRules.ofIssuer(draft.authors(), actor.account()));
            add(findings, DecisionRules.ofSignature(signed));
            if (!findings.isEmpty()) {
                return new Step(null, findings, "issued");
            }
            HeldPosts held = hold(actor, effects, at);
            findings.addAll(ofAuthority(held, effects, signedOn, authority));
            String paper = paper(draft.kind(), number);
            List<Effect> done = new ArrayList<>(effects);
            // Who leaves makes room before anybody comes.
            for (int i = 0; i < effects.size(); i++) {
                if (effects.get(i).act() == Act.END) {
                    done.set(i, end(held, effects.get(i), paper, i, findings));
                }
            }
            for (int i = 0; i < effects.size(); i++) {
                if (effects.get(i).act() == Act.START) {
                    Effect given = effects.get(i).giving(UuidV7.next(clock));
                    start(held, given, given.until(), paper, id, i, findings);
                    done.set(i, given);
                }
            }
            if (findings.isEmpty()) {
                held.finish("decision-issued");
            }
            Belief issued = draft.issued(
                    new Paper(number, signedOn, authority),
                    done,
                    signed.isBackdated(),
                    author(actor, held.at(), reason));
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
            if (signedOn.isAfter(actor.today())) {
                findings.add(Finding.of("signedOn", "signed-in-the-future"));
            }
            if (signedOn.isBefore(issued.signed())) {
                findings.add(Finding.of("signedOn", "rescinded-before-signed"));
            }
            if (decisions.isBuiltOn(givenPosts(issued.effects()), id)) {
                findings.add(Finding.of(null, "decision-is-built-on"));
            }
            Instant when = at;
            if (findings.isEmpty()) {
                HeldPosts held = hold(actor, issued.effects(), at);
                when = held.at();
                String paper = Messages.of("decision-rescinded-by", number).vi();
                takeStartsAway(held, issued.effects(), paper, findings);
                for (int i = 0; i < issued.effects().size(); i++) {
                    Effect effect = issued.effects().get(i);
                    if (effect.act() == Act.END && endStands(held, effect, i, findings)) {
                        map(findings, i, held.end(effect.personId(), effect.post(), effect.priorEnd(), paper));
                    }
                }
                if (findings.isEmpty()) {
                    held.finish("decision-rescinded");
                }
            }
            return new Step(
                    issued.in(DecisionState.RESCINDED, number, signedOn, author(actor, when, reason)),
                    findings,
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
                                standing.now().in(DecisionState.WITHDRAWN, null, null, author(actor, at, reason)),
                                List.of(),
                                "withdrawn")
                        : refused(Finding.of(null, "decision-not-a-draft")));
    }

    /**
     * Draws up what a procedure of planning concluded, or draws it up anew when it concluded otherwise; what was issued
     * or dropped stays. Work of the service itself.
     *
     * <p>Errors: {@link IllegalStateException} for a person or seat that is not here.
     */
    public void conclude(Decisions.Conclusion conclusion, LocalDate today) {
        Optional<Map.Entry<UUID, Decisions.Conclusion>> standing = decisions.concluding(conclusion.procedureId());
        if (standing.isPresent() && standing.get().getValue().equals(conclusion)) {
            return;
        }
        Seat seat = seats.find(conclusion.seatId())
                .orElseThrow(() -> new IllegalStateException("no seat " + conclusion.seatId()));
        var file = people.file(conclusion.personId())
                .orElseThrow(() -> new IllegalStateException("no person " + conclusion.personId()));
        List<NewEffect> wanted = new ArrayList<>();
        wanted.add(new NewEffect(
                conclusion.personId(),
                Act.START,
                seat.id(),
                null,
                null,
                // Nobody holds a seat longer than it stands.
                seat.valid().to(),
                seat.termMonths(),
                false,
                false));
        List<Effect> effects = new ArrayList<>();
        effects.add(taking(wanted.getFirst(), seat));
        for (Assignment post : file.believedAssignments()) {
            boolean open = post.valid().to() == null || post.valid().to().isAfter(today);
            if (!post.concurrent() && post.tree() == seat.tree() && open) {
                NewEffect end =
                        new NewEffect(conclusion.personId(), Act.END, null, post.id(), null, null, null, false, false);
                wanted.add(end);
                effects.add(leaving(end, post));
            }
        }
        Content content = new Content(DecisionKind.APPOINT, null, null, wanted);
        if (standing.isEmpty()) {
            decisions.add(
                    UuidV7.next(clock),
                    conclusion,
                    Belief.draft(content, effects, Set.of(), procedure(TwoClocks.now(clock), null)));
            return;
        }
        Decision decision = decisions.lock(null, standing.get().getKey()).orElseThrow();
        if (decision.now().state() == DecisionState.DRAFT) {
            Instant at = TwoClocks.after(decision.recordedAt(), TwoClocks.now(clock));
            String because = Messages.of("decision-concluded-otherwise").vi();
            decisions.conclude(decision.id(), conclusion);
            decisions.record(
                    decision.id(),
                    decision.revision() + 1,
                    Belief.draft(content, effects, Set.of(), procedure(at, because)),
                    because);
        }
    }

    /** The procedure was erased by its owner: a draft goes with it, what was signed stays. */
    public void forget(UUID procedureId) {
        decisions
                .concluding(procedureId)
                .flatMap(known -> decisions.lock(null, known.getKey()))
                .filter(decision -> decision.now().state() == DecisionState.DRAFT)
                .ifPresent(decision -> decisions.remove(decision.id()));
    }

    /** Before every procedure is read anew: drafts in which nobody has written come back with them. */
    public void forgetDrafts() {
        decisions.untouchedDrafts().forEach(decisions::remove);
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
        List<Effect> effects = resolve(actor, content, findings);
        Set<String> authors = new TreeSet<>(standing.now().authors());
        authors.add(actor.account());
        return findings.isEmpty()
                ? new Step(Belief.draft(content, effects, authors, author), findings, "redrafted")
                : new Step(null, findings, "redrafted");
    }

    /** Number and days follow the paper; whom it moves where is what it is. */
    private Step correct(Actor actor, Decision standing, Content content, Author author) {
        Belief issued = standing.now();
        List<Finding> findings = new ArrayList<>();
        if (content.kind() != issued.kind()) {
            findings.add(Finding.of("kind", "only-number-and-days-are-corrected"));
        }
        if (content.number() == null) {
            findings.add(Finding.of("number", "required"));
        }
        if (content.signedOn() == null) {
            findings.add(Finding.of("signedOn", "required"));
        }
        boolean same = content.effects().size() == issued.effects().size();
        for (int i = 0; same && i < content.effects().size(); i++) {
            same = issued.effects().get(i).differsOnlyInDays(content.effects().get(i));
        }
        if (!same) {
            findings.add(Finding.of("effects", "only-number-and-days-are-corrected"));
        }
        if (!findings.isEmpty()) {
            return new Step(null, findings, "corrected");
        }
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < issued.effects().size(); i++) {
            LocalDate day = content.effects().get(i).effectiveFrom();
            effects.add(
                    day == null
                            ? issued.effects().get(i)
                            : issued.effects().get(i).from(day));
        }
        LocalDate signedOn = Objects.requireNonNull(content.signedOn());
        var signed = signed(actor, signedOn, effects, true);
        add(findings, DecisionRules.ofSignature(signed));
        Instant when = author.at();
        if (findings.isEmpty()) {
            HeldPosts held = hold(actor, effects, author.at());
            when = held.at();
            moveDays(held, standing.id(), issued, effects, content, findings);
        }
        Belief next = issued.issued(
                new Paper(Objects.requireNonNull(content.number()), signedOn, issued.level()),
                effects,
                signed.isBackdated(),
                author(actor, when, author.reason()));
        return new Step(next, findings, "corrected");
    }

    private static void moveDays(
            HeldPosts held, UUID id, Belief issued, List<Effect> effects, Content content, List<Finding> findings) {
        String paper = paper(issued.kind(), Objects.requireNonNull(content.number()));
        Map<UUID, Assignment> given = takeStartsAway(held, issued.effects(), paper, findings);
        for (int i = 0; i < effects.size(); i++) {
            if (effects.get(i).act() == Act.END
                    && endStands(held, issued.effects().get(i), i, findings)) {
                Effect effect = effects.get(i);
                map(findings, i, held.end(effect.personId(), effect.post(), effect.day(), paper));
            }
        }
        for (int i = 0; i < effects.size(); i++) {
            Assignment post = given.get(effects.get(i).id());
            if (post != null) {
                // A later paper may have ended it: that end stands.
                start(held, effects.get(i), post.valid().to(), paper, id, i, findings);
            }
        }
        if (findings.isEmpty()) {
            held.finish("decision-corrected");
        }
    }

    /** The posts it gave, by effect, as they were before they were taken away. */
    private static Map<UUID, Assignment> takeStartsAway(
            HeldPosts held, List<Effect> effects, String paper, List<Finding> findings) {
        Map<UUID, Assignment> given = new java.util.HashMap<>();
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            if (effect.act() == Act.START) {
                given.put(
                        effect.id(),
                        held.believed(effect.personId(), effect.post()).orElseThrow());
                map(findings, i, held.takeAway(effect.personId(), effect.post(), paper));
            }
        }
        return given;
    }

    /** Whether the post still ends as this decision said; where others changed it since, nothing may be undone. */
    private static boolean endStands(HeldPosts held, Effect effect, int index, List<Finding> findings) {
        boolean stands = held.believed(effect.personId(), effect.post())
                .filter(post -> effect.day().equals(post.valid().to()))
                .isPresent();
        if (!stands) {
            findings.add(Finding.of("effects[" + index + "]", "post-changed-since"));
        }
        return stands;
    }

    private static Effect end(HeldPosts held, Effect effect, String paper, int index, List<Finding> findings) {
        Optional<Assignment> post = held.believed(effect.personId(), effect.post());
        LocalDate end = post.map(standing -> standing.valid().to()).orElse(null);
        if (post.isEmpty() || (end != null && end.isBefore(effect.day()))) {
            findings.add(Finding.of("effects[" + index + "]", "post-changed-since"));
            return effect;
        }
        map(findings, index, held.end(effect.personId(), effect.post(), effect.day(), paper));
        return effect.insteadOf(end);
    }

    private static void start(
            HeldPosts held,
            Effect effect,
            @Nullable LocalDate until,
            String paper,
            UUID decisionId,
            int index,
            List<Finding> findings) {
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
        map(findings, index, held.start(effect.personId(), effect.post(), post, paper, decisionId));
    }

    /** Findings about a post, said of the effect it stems from. */
    private static void map(List<Finding> findings, int index, List<Finding> ofPost) {
        ofPost.stream()
                .map(finding -> Finding.of(
                        "effects[" + index + "]."
                                + ("validFrom".equals(finding.field()) || "validTo".equals(finding.field())
                                        ? "effectiveFrom"
                                        : finding.field()),
                        finding.code()))
                .forEach(findings::add);
    }

    /** A paper of a day whose law was not read is recorded as it is: nothing says whose say it was. */
    private List<Finding> ofAuthority(
            HeldPosts held, List<Effect> effects, LocalDate signedOn, ManagementScope authority) {
        boolean highestDecides = regulations
                .parameter(HIGHEST_POST_DECIDES, signedOn)
                .map(Parameter::isYes)
                .orElse(false);
        if (!highestDecides) {
            return List.of();
        }
        Set<ManagementScope> wrong = new TreeSet<>();
        for (UUID person : peopleOf(effects)) {
            Stream<ManagementScope> holds = held.believed(person).stream()
                    .filter(post -> post.valid().contains(signedOn))
                    .map(Assignment::scope);
            Stream<ManagementScope> concerned = effects.stream()
                    .filter(effect -> effect.personId().equals(person))
                    .map(Effect::scope);
            Set<String> deciding = AuthorityRules.deciding(Stream.concat(holds, concerned)
                    .map(scope -> new Level(scope.name(), scope.height()))
                    .toList());
            if (!deciding.contains(authority.name())) {
                wrong.add(ManagementScope.valueOf(deciding.iterator().next()));
            }
        }
        return wrong.stream()
                .map(level -> Finding.of(
                        "authority", "authority-not-the-deciding-level", Messages.of("scope." + level.name())))
                .toList();
    }

    private List<Effect> resolve(Actor actor, Content content, List<Finding> findings) {
        long starts = content.effects().stream()
                .filter(effect -> effect.act() == Act.START)
                .count();
        add(findings, DecisionRules.ofKind(content.kind().onlyEnds(), starts));
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < content.effects().size(); i++) {
            Effect effect = resolve(actor, content.effects().get(i), "effects[" + i + "].", findings);
            if (effect != null) {
                effects.add(effect);
            }
        }
        return effects;
    }

    private @Nullable Effect resolve(Actor actor, NewEffect wanted, String prefix, List<Finding> findings) {
        if (!places.isVisible(actor, wanted.personId())) {
            findings.add(Finding.of(prefix + "personId", "unknown-person"));
            return null;
        }
        if (wanted.act() == Act.START) {
            UUID seatId = wanted.seatId();
            Optional<Seat> seat = seatId == null ? Optional.empty() : seats.find(seatId);
            if (seat.isEmpty()) {
                findings.add(Finding.of(prefix + "seatId", seatId == null ? "required" : "unknown-seat"));
                return null;
            }
            return taking(wanted, seat.get());
        }
        UUID postId = wanted.assignmentId();
        Optional<Assignment> post = postId == null ? Optional.empty() : people.believed(wanted.personId(), postId);
        if (post.isEmpty()) {
            findings.add(Finding.of(prefix + "assignmentId", postId == null ? "required" : "unknown-post"));
            return null;
        }
        return leaving(wanted, post.get());
    }

    private Effect taking(NewEffect wanted, Seat seat) {
        return new Effect(
                UuidV7.next(clock),
                wanted.personId(),
                Act.START,
                seat.id(),
                null,
                seat.unitId(),
                seat.title().name(),
                seat.scope(),
                wanted.effectiveFrom(),
                wanted.until(),
                wanted.termMonths(),
                wanted.acting(),
                wanted.concurrent(),
                null);
    }

    private Effect leaving(NewEffect wanted, Assignment post) {
        return new Effect(
                UuidV7.next(clock),
                wanted.personId(),
                Act.END,
                post.seatId(),
                post.id(),
                post.unitId(),
                post.title(),
                post.scope(),
                wanted.effectiveFrom(),
                null,
                null,
                post.acting(),
                post.concurrent(),
                null);
    }

    private static DecisionRules.Signed signed(
            Actor actor, LocalDate signedOn, List<Effect> effects, boolean reasonGiven) {
        List<@Nullable LocalDate> days = new ArrayList<>();
        effects.forEach(effect -> days.add(effect.effectiveFrom()));
        return new DecisionRules.Signed(signedOn, days, reasonGiven, actor.today());
    }

    private static void add(List<Finding> findings, List<Breach> breaches) {
        breaches.forEach(breach -> findings.add(Finding.of(breach.field(), breach.code())));
    }

    /** First the people, then the seats, each in one order: two papers never wait for each other. */
    private HeldPosts hold(Actor actor, List<Effect> effects, Instant notBefore) {
        HeldPosts held = posts.hold(actor, peopleOf(effects), notBefore).orElseThrow();
        effects.stream()
                .flatMap(effect -> Stream.ofNullable(effect.seatId()))
                .distinct()
                .sorted()
                .forEach(seats::lock);
        return held;
    }

    private static Collection<UUID> peopleOf(List<Effect> effects) {
        return effects.stream().map(Effect::personId).distinct().toList();
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

    private static Author author(Actor actor, Instant at, @Nullable String reason) {
        return new Author(actor.account(), actor.name(), at, reason);
    }

    private static Author procedure(Instant at, @Nullable String reason) {
        return new Author(
                "system:planning.procedure.v1",
                Messages.of("decision-by-procedure").vi(),
                at,
                reason);
    }
}
