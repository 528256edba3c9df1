package opencadre.planning.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Fact;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Outcome;
import opencadre.kit.rule.Regulations;
import opencadre.planning.eligibility.rule.HigherTitleRules;
import opencadre.planning.eligibility.rule.PlanLimitRules;
import opencadre.planning.eligibility.rule.PlanLimitRules.Entry;
import opencadre.planning.eligibility.rule.PlanLimitRules.Proposed;
import opencadre.planning.eligibility.rule.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the limits of plans, for an entry that is proposed or approved and for those that stand already. */
@Component
public class PlanLimits {

    private static final String ONLY_HIGHER = "only-higher-title";

    private final Plans plans;
    private final Regulations regulations;

    PlanLimits(Plans plans, Regulations regulations) {
        this.plans = plans;
        this.regulations = regulations;
    }

    /**
     * What stands against an entry that counts from a day on, by the law of that day. Entries approved later count too:
     * a decision that is recorded late must not make a fourth of three.
     *
     * @param except the entry itself, once it stands
     */
    List<Finding> against(UUID personId, PlannedSeat seat, LocalDate day, @Nullable UUID except) {
        Question question = Question.on(day, seat.regime(), regulations);
        Proposed proposed =
                proposed(personId, seat, plans.posts(List.of(personId)).getOrDefault(personId, List.of()), day);
        List<Plans.Standing> standing = plans.standing(personId, seat, day, except);
        TreeSet<LocalDate> days = new TreeSet<>(List.of(day));
        standing.stream()
                .map(entry -> entry.valid().from())
                .filter(from -> from.isAfter(day))
                .forEach(days::add);
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (LocalDate each : days) {
            List<Entry> then = standing.stream()
                    .filter(entry -> entry.valid().contains(each))
                    .map(entry -> new Entry(
                            // Whose entries these are stays unsaid: the actor may not see them.
                            new Fact(entry.id().toString(), new Bilingual("", "")),
                            entry.personId().toString(),
                            entry.titleInUnit(),
                            entry.level()))
                    .toList();
            PlanLimitRules.verdict(proposed, then, question).criteria().stream()
                    .filter(criterion -> criterion.outcome() == Outcome.FAIL)
                    .forEach(criterion -> findings.putIfAbsent(criterion.code(), finding(criterion)));
        }
        return List.copyOf(findings.values());
    }

    /**
     * For each entry that stands or waits, whether its title is still higher than what the person holds (effect E2).
     */
    public Map<UUID, List<Finding>> review(Collection<PlanEntry> entries, LocalDate day) {
        List<PlanEntry> open = entries.stream()
                .filter(entry -> entry.state(day) == PlanState.PROPOSED || entry.state(day) == PlanState.APPROVED)
                .toList();
        Map<UUID, PlannedSeat> seats =
                plans.seats(open.stream().map(PlanEntry::seatId).collect(Collectors.toSet()));
        Map<UUID, List<Plans.Post>> posts =
                plans.posts(open.stream().map(PlanEntry::personId).collect(Collectors.toSet()));
        Map<UUID, List<Finding>> review = new HashMap<>();
        for (PlanEntry entry : open) {
            PlannedSeat seat = seats.get(entry.seatId());
            if (seat == null) {
                continue;
            }
            Proposed proposed = proposed(entry.personId(), seat, posts.getOrDefault(entry.personId(), List.of()), day);
            List<Finding> findings = new ArrayList<>();
            PlanLimitRules.verdict(proposed, List.of(), Question.on(day, seat.regime(), regulations))
                    .criterion(ONLY_HIGHER)
                    .filter(criterion -> criterion.outcome() != Outcome.PASS)
                    .ifPresent(criterion -> findings.add(finding(criterion)));
            review.put(entry.id(), findings);
        }
        return review;
    }

    private static Proposed proposed(UUID personId, PlannedSeat seat, List<Plans.Post> posts, LocalDate day) {
        List<@Nullable Integer> ranks = new ArrayList<>();
        posts.stream()
                .filter(post -> !post.acting() && post.valid().contains(day))
                .forEach(post -> ranks.add(post.rank()));
        return new Proposed(
                personId.toString(), seat.titleInUnit(), seat.level(), HigherTitleRules.isHigher(seat.rank(), ranks));
    }

    private static Finding finding(Criterion criterion) {
        Finding finding = criterion.asFinding();
        if (criterion.confidence() == Confidence.CONFIRMED) {
            return finding;
        }
        Bilingual mark = Messages.of("unconfirmed");
        Bilingual text = new Bilingual(
                finding.messages().vi() + " (" + mark.vi() + ")",
                finding.messages().en() + " (" + mark.en() + ")");
        return new Finding(finding.field(), finding.code(), text, finding.article());
    }
}
