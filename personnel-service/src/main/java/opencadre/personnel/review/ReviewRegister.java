package opencadre.personnel.review;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.FourEyes;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.person.UuidV7;
import opencadre.personnel.quality.Judged;
import opencadre.personnel.quality.QualityRegister;
import opencadre.personnel.quality.rule.Completeness;
import opencadre.personnel.quality.rule.FieldGroup;
import opencadre.personnel.quality.rule.Severity;
import opencadre.personnel.review.rule.ReviewRules;
import opencadre.personnel.review.rule.Standing;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Use cases of rounds. Figures are reckoned on every reading, until closing keeps what they came to. */
@Service
public class ReviewRegister {

    private final Reviews reviews;
    private final QualityRegister quality;
    private final Units units;
    private final opencadre.kit.access.Units nodes;
    private final Clock clock;

    ReviewRegister(
            Reviews reviews, QualityRegister quality, Units units, opencadre.kit.access.Units nodes, Clock clock) {
        this.reviews = reviews;
        this.quality = quality;
        this.units = units;
        this.nodes = nodes;
        this.clock = clock;
    }

    /**
     * What is asked of a round.
     *
     * @param groups the parts of dossiers that are looked at; none for all
     */
    public record Asked(
            UUID unitId,
            ManagementScope level,
            String name,
            Set<FieldGroup> groups,
            LocalDate firstDay,
            LocalDate deadline) {}

    /** A round as it stands; nothing outside the actor's scope. */
    public Optional<ReviewView> find(Actor actor, UUID id) {
        return reviews.find(actor, id).map(review -> view(actor, review));
    }

    /** Opens a round over a unit and all beneath it. */
    public ReviewOutcome open(Actor actor, Asked asked) {
        if (!nodes.isInReach(actor, asked.unitId(), asked.level().ordinal())) {
            return new ReviewOutcome.Unknown();
        }
        List<Finding> findings = ReviewRules.ofOpening(asked.firstDay(), asked.deadline(), actor.today());
        Review opened = new Review(
                UuidV7.next(clock),
                1,
                asked.unitId(),
                asked.level(),
                asked.name(),
                asked.groups(),
                asked.firstDay(),
                asked.deadline(),
                actor.name(),
                actor.hands(),
                TwoClocks.now(clock),
                null);
        if (findings.isEmpty() && !reviews.add(opened)) {
            findings = List.of(Finding.of("unitId", "review-already-open"));
        }
        return findings.isEmpty()
                ? new ReviewOutcome.Recorded(view(actor, opened))
                : new ReviewOutcome.Unlawful(findings);
    }

    /**
     * Closes a round, complete or not: what it came to is kept by unit. Whoever closes reaches all of it, and opened it
     * or is above: no unit closes what was asked of it.
     */
    public ReviewOutcome close(Actor actor, UUID id, LongPredicate madeOn) {
        Optional<Review> held = reviews.lock(actor, id);
        if (held.isEmpty()
                || !reaches(actor, held.get())
                || !madeOn.test(held.get().revision())) {
            return new ReviewOutcome.Unknown();
        }
        if (!isOpenerOrAbove(actor, held.get())) {
            return new ReviewOutcome.Unlawful(List.of(Finding.of(null, "review-of-somebody-else")));
        }
        if (held.get().isClosed()) {
            return new ReviewOutcome.Unlawful(List.of(Finding.of(null, "review-is-closed")));
        }
        Review closed = held.get().closed(new Review.Closing(actor.name(), TwoClocks.now(clock), actor.today()));
        reviews.close(closed, reviews.parts(actor, closed));
        return new ReviewOutcome.Recorded(view(actor, closed));
    }

    private boolean reaches(Actor actor, Review review) {
        return nodes.isInReach(actor, review.unitId(), review.level().ordinal());
    }

    private boolean isOpenerOrAbove(Actor actor, Review review) {
        return FourEyes.areOne(actor.hands(), review.openers())
                || nodes.find(review.unitId())
                        .map(opencadre.kit.access.Units.Node::parentId)
                        .map(parent ->
                                nodes.isInReach(actor, parent, review.level().ordinal()))
                        .orElse(true);
    }

    /**
     * Says of several dossiers that they are right, or to be put right: each as whoever says it saw it. Nobody says so
     * of their own. All of them or none.
     *
     * @param seen the people, each with the state of the dossier that was looked at, see {@code Version#text}
     */
    public ReviewOutcome mark(Actor actor, UUID id, Standing outcome, @Nullable String remark, Map<UUID, String> seen) {
        Optional<Review> held = reviews.lockOpen(actor, id);
        if (held.isEmpty()) {
            return new ReviewOutcome.Unknown();
        }
        Review review = held.get();
        List<Finding> findings = new ArrayList<>(ReviewRules.ofMarking(
                review.isClosed(), review.firstDay(), actor.today(), outcome == Standing.TO_MEND, remark));
        findings.addAll(FourEyes.ofOwnAffair(actor.hands(), seen.keySet()));
        if (!findings.isEmpty()) {
            return new ReviewOutcome.Unlawful(findings);
        }
        List<ReviewedDossier> dossiers = reviews.dossiers(actor, review, seen.keySet());
        if (dossiers.size() < seen.size()) {
            return new ReviewOutcome.Unknown();
        }
        dossiers.stream()
                .filter(dossier -> !dossier.version().text().equals(seen.get(dossier.personId())))
                .map(dossier -> Finding.of("dossiers." + dossier.personId(), "review-dossier-changed"))
                .forEach(findings::add);
        if (!findings.isEmpty()) {
            return new ReviewOutcome.Unlawful(findings);
        }
        reviews.mark(
                id, dossiers, new Reviews.Marking(outcome, remark, actor.hands(), actor.name(), TwoClocks.now(clock)));
        return new ReviewOutcome.Recorded(view(actor, review));
    }

    private ReviewView view(Actor actor, Review review) {
        List<Part> parts = review.isClosed() ? reviews.results(actor, review.id()) : reviews.parts(actor, review);
        Comparator<Part> lateFirst =
                Comparator.comparing(part -> !review.isOverdue(actor.today()) || part.isComplete());
        return new ReviewView(
                review,
                units.names(List.of(review.unitId()), actor.today()).get(review.unitId()),
                parts.stream()
                        .sorted(lateFirst
                                .thenComparingDouble(Part::share)
                                .thenComparing(Part::unitName, Collator.getInstance(Locale.of("vi"))))
                        .toList(),
                !review.isClosed() && reaches(actor, review) && isOpenerOrAbove(actor, review));
    }

    /** A dossier in a round, with what is found in the parts of it that are looked at. */
    public record Line(ReviewedDossier dossier, Judged judged) {}

    /** A page of the list of dossiers; null as last at its end. */
    public record Page(Review review, List<Line> lines, Places.@Nullable Line last) {}

    /** The next dossiers in name order; nothing of a round outside the actor's scope. */
    public Optional<Page> dossiers(Actor actor, UUID id, Reviews.Query query, Places.@Nullable Line after, int limit) {
        return reviews.find(actor, id).map(review -> {
            List<ReviewedDossier> dossiers = reviews.dossiers(actor, review, query, after, limit + 1);
            List<ReviewedDossier> shown = dossiers.subList(0, Math.min(limit, dossiers.size()));
            return new Page(
                    review,
                    judged(actor, review, shown),
                    dossiers.size() > limit
                            ? new Places.Line(
                                    shown.getLast().nameKey(), shown.getLast().personId())
                            : null);
        });
    }

    private List<Line> judged(Actor actor, Review review, List<ReviewedDossier> dossiers) {
        Map<UUID, Judged> judged =
                quality
                        .dossiers(
                                actor,
                                dossiers.stream().map(ReviewedDossier::personId).toList())
                        .stream()
                        .collect(Collectors.toMap(each -> each.dossier().personId(), Function.identity()));
        List<Line> lines = new ArrayList<>();
        for (ReviewedDossier dossier : dossiers) {
            Judged found = judged.get(dossier.personId());
            if (found != null) {
                lines.add(new Line(dossier, lookedAt(review, found)));
            }
        }
        return lines;
    }

    /** What of a dossier the round looks at. */
    private static Judged lookedAt(Review review, Judged judged) {
        return new Judged(
                judged.dossier(),
                judged.findings().stream()
                        .filter(finding -> review.covers(finding.subject().group()))
                        .toList(),
                new Completeness(judged.completeness().groups().stream()
                        .filter(group -> review.covers(group.group()))
                        .toList()));
    }

    /**
     * The dossiers of a unit as they are, in the parts that are looked at.
     *
     * @param flawed in how many something contradicts itself or is doubtful
     * @param percent how much is filled of what the forms ask of everybody, rounded down
     */
    public record Filling(UUID unitId, long flawed, int percent) {}

    /**
     * What the dossiers of each unit are like today.
     *
     * @param examined whether there were few enough to look at while somebody waits
     */
    public record Quality(boolean examined, List<Filling> units) {}

    /** Nothing of a round outside the actor's scope. */
    public Optional<Quality> quality(Actor actor, UUID id) {
        return reviews.find(actor, id).map(review -> {
            List<ReviewedDossier> all = reviews.all(actor, review, QualityRegister.EXAMINED_AT_ONCE + 1);
            if (all.size() > QualityRegister.EXAMINED_AT_ONCE) {
                return new Quality(false, List.of());
            }
            Map<UUID, List<Judged>> byUnit = new HashMap<>();
            judged(actor, review, all)
                    .forEach(line -> byUnit.computeIfAbsent(line.dossier().unitId(), any -> new ArrayList<>())
                            .add(line.judged()));
            return new Quality(
                    true,
                    byUnit.entrySet().stream()
                            .map(unit -> filling(unit.getKey(), unit.getValue()))
                            .toList());
        });
    }

    private static Filling filling(UUID unitId, List<Judged> dossiers) {
        long asked =
                dossiers.stream().mapToLong(each -> each.completeness().asked()).sum();
        long filled = dossiers.stream()
                .mapToLong(each -> each.completeness().filled())
                .sum();
        return new Filling(
                unitId,
                dossiers.stream()
                        .filter(each -> each.findings().stream()
                                .anyMatch(finding -> finding.flaw().severity() != Severity.MISSING))
                        .count(),
                asked == 0 ? 100 : Math.toIntExact(filled * 100 / asked));
    }
}
