package opencadre.personnel.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Finding;
import opencadre.personnel.decision.Decision.Content;
import opencadre.personnel.decision.Effect.Act;
import opencadre.personnel.decision.Effect.NewEffect;
import opencadre.personnel.decision.rule.DecisionRules;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.People;
import opencadre.personnel.person.UuidV7;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.Seat;
import opencadre.personnel.seat.Seats;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes effects of what is asked for: the people are in scope, the seats and posts are there. */
@Component
class WantedEffects {

    private final People people;
    private final Seats seats;
    private final Decisions decisions;
    private final Places places;
    private final DecidingLevel decidingLevel;
    private final Clock clock;

    WantedEffects(
            People people, Seats seats, Decisions decisions, Places places, DecidingLevel decidingLevel, Clock clock) {
        this.people = people;
        this.seats = seats;
        this.decisions = decisions;
        this.places = places;
        this.decidingLevel = decidingLevel;
        this.clock = clock;
    }

    /** The effects of a paper in its order; those that cannot be are told as findings. */
    List<Effect> resolve(Actor actor, Content content, List<Finding> findings) {
        DecisionRules.ofKind(
                        content.kind().brings(),
                        new DecisionRules.Acts(
                                count(content, Act.START),
                                count(content, Act.END),
                                count(content, Act.NOMINATE),
                                count(content, Act.ELECT),
                                count(content, Act.SUSPEND)))
                .forEach(breach -> findings.add(Finding.of(breach.field(), breach.code())));
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < content.effects().size(); i++) {
            NewEffect wanted = content.effects().get(i);
            String prefix = "effects[" + i + "].";
            ofKind(content.kind(), wanted)
                    .forEach(breach -> findings.add(Finding.of(prefix + breach.field(), breach.code())));
            Effect effect = resolve(actor, content.kind(), wanted, prefix, findings);
            if (effect != null) {
                effects.add(effect);
            }
        }
        if (findings.isEmpty() && content.authority() != null) {
            signedAlready(actor, content, effects, findings);
        }
        return effects;
    }

    /** Whoever says who decided has the paper: it is judged as one that is issued, but for the posts themselves. */
    private void signedAlready(Actor actor, Content content, List<Effect> effects, List<Finding> findings) {
        ManagementScope authority = Objects.requireNonNull(content.authority());
        LocalDate signedOn = content.signedOn();
        if (content.number() == null) {
            findings.add(Finding.of("number", "required"));
        }
        if (signedOn == null) {
            findings.add(Finding.of("signedOn", "required"));
            return;
        }
        List<@Nullable LocalDate> days = new ArrayList<>();
        effects.forEach(effect -> days.add(effect.on(null, signedOn).effectiveFrom()));
        DecisionRules.ofSignature(new DecisionRules.Signed(signedOn, days, true, actor.today()))
                .forEach(breach -> findings.add(Finding.of(breach.field(), breach.code())));
        findings.addAll(decidingLevel.against(
                person -> people.file(person).orElseThrow().believedAssignments(), effects, signedOn, authority));
    }

    private static long count(Content content, Act act) {
        return content.effects().stream().filter(effect -> effect.act() == act).count();
    }

    /** What the kind of the paper asks of one of its effects, whatever seat it is about. */
    private static List<DecisionRules.Breach> ofKind(DecisionKind kind, NewEffect wanted) {
        boolean gives = wanted.act() == Act.START;
        boolean rotated = gives && kind == DecisionKind.ROTATE;
        boolean acting = gives && (kind == DecisionKind.ACTING || kind == DecisionKind.IN_CHARGE);
        List<DecisionRules.Breach> breaches =
                new ArrayList<>(DecisionRules.ofDirection(rotated, wanted.direction() != null));
        breaches.addAll(DecisionRules.ofActing(acting, wanted.acting()));
        breaches.addAll(DecisionRules.ofReturn(new DecisionRules.Sent(
                rotated,
                gives && kind == DecisionKind.SECOND,
                wanted.effectiveFrom(),
                wanted.plannedReturn(),
                wanted.local())));
        if (wanted.act() == Act.SUSPEND) {
            breaches.addAll(DecisionRules.ofDays(wanted.effectiveFrom(), null, wanted.until()));
        }
        return breaches;
    }

    private List<DecisionRules.Breach> ofSeat(DecisionKind kind, NewEffect wanted, Seat seat) {
        if (kind == DecisionKind.ELECT) {
            DecisionRules.Way way = switch (seat.kind()) {
                case ELECTED -> DecisionRules.Way.ELECTED;
                case RATIFIED -> DecisionRules.Way.RATIFIED;
                case APPOINTED, DESIGNATED -> DecisionRules.Way.OTHER;
            };
            return DecisionRules.ofElection(way, wanted.act() == Act.START);
        }
        return kind == DecisionKind.RATIFY || kind == DecisionKind.CONFIRM
                ? DecisionRules.ofRatification(
                        decisions.electedOn(wanted.personId(), seat.id()).orElse(null), wanted.effectiveFrom())
                : List.of();
    }

    private @Nullable Effect resolve(
            Actor actor, DecisionKind kind, NewEffect wanted, String prefix, List<Finding> findings) {
        if (!places.isVisible(actor, wanted.personId())) {
            findings.add(Finding.of(prefix + "personId", "unknown-person"));
            return null;
        }
        if (!wanted.act().isOfAPost()) {
            UUID seatId = wanted.seatId();
            Optional<Seat> seat = seatId == null ? Optional.empty() : seats.find(seatId);
            if (seat.isEmpty()) {
                findings.add(Finding.of(prefix + "seatId", seatId == null ? "required" : "unknown-seat"));
                return null;
            }
            ofSeat(kind, wanted, seat.get())
                    .forEach(breach -> findings.add(Finding.of(prefix + breach.field(), breach.code())));
            return wanted.act() == Act.START ? taking(wanted, seat.get()) : standingFor(wanted, seat.get());
        }
        UUID postId = wanted.assignmentId();
        Optional<Assignment> post = postId == null ? Optional.empty() : people.believed(wanted.personId(), postId);
        if (post.isEmpty()) {
            findings.add(Finding.of(prefix + "assignmentId", postId == null ? "required" : "unknown-post"));
            return null;
        }
        return ofPost(wanted, post.get());
    }

    /** Somebody takes a seat. */
    Effect taking(NewEffect wanted, Seat seat) {
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
                // Nobody holds a seat longer than it stands.
                wanted.until() == null ? seat.valid().to() : wanted.until(),
                wanted.termMonths(),
                wanted.acting(),
                wanted.concurrent(),
                wanted.direction(),
                wanted.plannedReturn(),
                wanted.local(),
                null);
    }

    /** Somebody is presented for a seat, or elected to one whose election is ratified. */
    Effect standingFor(NewEffect wanted, Seat seat) {
        return new Effect(
                UuidV7.next(clock),
                wanted.personId(),
                wanted.act(),
                seat.id(),
                null,
                seat.unitId(),
                seat.title().name(),
                seat.scope(),
                wanted.effectiveFrom(),
                null,
                null,
                false,
                false,
                null,
                null,
                null,
                null);
    }

    /** Somebody leaves a post, or does not exercise it for some time. */
    Effect ofPost(NewEffect wanted, Assignment post) {
        return new Effect(
                UuidV7.next(clock),
                wanted.personId(),
                wanted.act(),
                post.seatId(),
                post.id(),
                post.unitId(),
                post.title(),
                post.scope(),
                wanted.effectiveFrom(),
                wanted.act() == Act.SUSPEND ? wanted.until() : null,
                null,
                post.acting(),
                post.concurrent(),
                null,
                null,
                null,
                null);
    }
}
