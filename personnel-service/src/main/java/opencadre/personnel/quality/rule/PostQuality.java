package opencadre.personnel.quality.rule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import opencadre.kit.rule.Parameter;
import opencadre.personnel.person.rule.IdentityRules;
import opencadre.personnel.quality.rule.DossierFacts.Post;
import opencadre.personnel.quality.rule.QualityFinding.Subject;

/** What posts say of each other, of their units and of whoever holds them. */
final class PostQuality {

    private static final String POSTS = "2C/TCTW-98: 3; TT 06/2023/TT-BNV: 23";
    private static final String PARTY = "PARTY";
    private static final String MEMBERSHIP = "PARTY_MEMBERSHIP";

    private PostQuality() {}

    /** Of the first post alone: where that is too early, those that follow it mostly are right. */
    static List<QualityFinding> beginsTooYoung(DossierFacts facts, Measure measure) {
        Optional<Post> first = facts.posts().stream()
                .min(Comparator.comparing(post -> post.valid().from()));
        return first.flatMap(post -> tooYoung(facts, post.valid().from())
                        .map(flaw -> QualityFinding.of(
                                flaw,
                                Subject.of(FieldGroup.POSTS, post.id()),
                                POSTS,
                                post.title(),
                                post.valid().from())))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<Flaw> tooYoung(DossierFacts facts, LocalDate day) {
        if (day.isBefore(IdentityRules.possiblyReached(facts.birth(), 16))) {
            return Optional.of(Flaw.POST_BEFORE_SIXTEEN);
        }
        return day.isBefore(IdentityRules.possiblyReached(facts.birth(), 18))
                ? Optional.of(Flaw.POST_BEFORE_EIGHTEEN)
                : Optional.empty();
    }

    static List<QualityFinding> mainPostsOverlap(DossierFacts facts, Measure measure) {
        List<Post> main =
                facts.posts().stream().filter(post -> !post.concurrent()).toList();
        List<QualityFinding> found = new ArrayList<>();
        for (int later = 1; later < main.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                Post one = main.get(earlier);
                Post other = main.get(later);
                if (one.tree().equals(other.tree()) && one.valid().overlaps(other.valid())) {
                    found.add(QualityFinding.of(
                            Flaw.POSTS_OVERLAP,
                            Subject.of(FieldGroup.POSTS, one.id(), other.id()),
                            POSTS,
                            one.title(),
                            other.title()));
                }
            }
        }
        return found;
    }

    static List<QualityFinding> unitDoesNotStand(DossierFacts facts, Measure measure) {
        return facts.posts().stream()
                .filter(post -> !post.valid().isCoveredBy(post.unitStands()))
                .map(post -> QualityFinding.of(
                        Flaw.UNIT_DOES_NOT_STAND,
                        Subject.of(FieldGroup.POSTS, post.id()),
                        POSTS,
                        post.title(),
                        post.valid().from()))
                .toList();
    }

    /**
     * Holds a main post after the month in which the general age is reached on whatever day they were born. Some stay
     * longer by law or decision, which is not on record here: a doubt.
     */
    static List<QualityFinding> isPastRetirementAge(DossierFacts facts, Measure measure) {
        YearMonth before = YearMonth.from(measure.today()).minusMonths(1);
        Optional<Parameter> age = reached(facts, before, measure);
        return age.stream()
                .flatMap(law -> facts.posts().stream()
                        .filter(post -> !post.concurrent() && post.valid().contains(measure.today()))
                        .map(post -> QualityFinding.of(
                                Flaw.PAST_RETIREMENT_AGE,
                                Subject.of(FieldGroup.POSTS, post.id()),
                                law.basis().citation(),
                                post.title())))
                .toList();
    }

    /** What says that the age was certainly reached in a month; nothing where it was not, or the law was not read. */
    private static Optional<Parameter> reached(DossierFacts facts, YearMonth month, Measure measure) {
        String sex = facts.female() ? "retirement.women." : "retirement.men.";
        Optional<Parameter> firstYear = number("retirement.first-year", measure);
        Optional<Parameter> firstAge = number(sex + "first-age", measure);
        Optional<Parameter> step = number(sex + "step", measure);
        Optional<Parameter> lastAge = number(sex + "last-age", measure);
        if (firstYear.isEmpty() || firstAge.isEmpty() || step.isEmpty() || lastAge.isEmpty()) {
            return Optional.empty();
        }
        int years = month.getYear() - firstYear.get().number();
        int asked = Math.min(
                firstAge.get().number() + years * step.get().number(),
                lastAge.get().number());
        long age = ChronoUnit.MONTHS.between(YearMonth.from(facts.birth().latest()), month);
        return years >= 0 && age >= asked ? firstAge : Optional.empty();
    }

    private static Optional<Parameter> number(String key, Measure measure) {
        return measure.law().parameter(key, measure.today());
    }

    /** Whoever has a post of the Party is a member of it. */
    static List<QualityFinding> isOfThePartyWithoutMembership(DossierFacts facts, Measure measure) {
        if (facts.entries(MEMBERSHIP).findAny().isPresent()) {
            return List.of();
        }
        return facts.posts().stream()
                .filter(post -> post.tree().equals(PARTY))
                .findFirst()
                .map(post -> QualityFinding.of(
                        Flaw.MEMBERSHIP_MISSING,
                        new Subject(FieldGroup.SENSITIVE_CV, MEMBERSHIP, null, List.of(post.id())),
                        "2C/TCTW-98: 14; TT 06/2023/TT-BNV: 15",
                        post.title()))
                .map(List::of)
                .orElse(List.of());
    }
}
