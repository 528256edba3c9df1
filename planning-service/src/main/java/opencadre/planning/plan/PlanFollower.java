package opencadre.planning.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.kit.rule.Messages;
import opencadre.kit.time.TwoClocks;
import opencadre.planning.plan.rule.FulfilmentRules;
import org.springframework.stereotype.Service;

/**
 * Keeps entries in step with what is believed of posts, in the transaction that takes these over: a post that begins
 * fulfils, one that is corrected moves the day, one that is voided restores the entry. Nothing here is set by hand.
 */
@Service
public class PlanFollower {

    private static final String WORK = "system:plan";

    private final Plans plans;
    private final PlanEvents events;
    private final Clock clock;

    PlanFollower(Plans plans, PlanEvents events, Clock clock) {
        this.plans = plans;
        this.events = events;
        this.clock = clock;
    }

    /** After the copy of a person changed. */
    public void follow(UUID personId) {
        plans.hold(personId);
        boolean changed = false;
        Instant latest = TwoClocks.now(clock);
        List<PlanEntryFile> files = plans.of(personId);
        if (files.isEmpty()) {
            return;
        }
        for (PlanEntryFile file : files) {
            latest = TwoClocks.after(file.recordedAt(), latest);
        }
        List<Plans.Post> posts = plans.posts(List.of(personId)).getOrDefault(personId, List.of());
        Map<UUID, PlannedSeat> seats =
                plans.seats(files.stream().map(file -> file.now().seatId()).collect(Collectors.toSet()));
        for (PlanEntryFile file : files) {
            PlanEntry standing = file.now();
            PlannedSeat seat = seats.get(standing.seatId());
            boolean allKnown = seat != null && posts.stream().noneMatch(Plans.Post::isUnread);
            if (seat == null || (standing.ended() == PlanEntry.Ending.FULFILLED && !allKnown)) {
                // While the copy of seats is not whole, nothing that was fulfilled is taken back.
                continue;
            }
            Act act = new Act(WORK, Messages.of("plan.follows").vi(), latest, null, Set.of(WORK));
            PlanEntry next = standing.following(seat.title(), fulfilling(posts), act);
            if (next.equals(standing)) {
                continue;
            }
            plans.end(file.id(), latest, next.ended() == null ? "restored" : "followed");
            plans.record(next);
            plans.revise(file.id(), file.revision() + 1, latest);
            changed = true;
        }
        if (changed) {
            events.changed(plans.publish(personId, latest), "followed");
        }
    }

    /** After the copy of a seat changed. */
    public void followSeat(UUID seatId) {
        plans.peopleAround(seatId).stream().sorted().forEach(this::follow);
    }

    /** Forgets the entries of a person whom personnel erased, and tells those who keep a copy. */
    public void erase(UUID personId) {
        plans.hold(personId);
        plans.erase(personId).ifPresent(revision -> events.erased(personId, revision + 1));
    }

    static List<FulfilmentRules.Post> fulfilling(List<Plans.Post> posts) {
        return posts.stream()
                .filter(post -> post.title() != null)
                .map(post -> new FulfilmentRules.Post(
                        Objects.requireNonNull(post.title()), post.valid().from(), post.acting()))
                .toList();
    }
}
