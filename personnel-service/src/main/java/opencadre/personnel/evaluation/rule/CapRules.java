package opencadre.personnel.evaluation.rule;

import java.util.ArrayList;
import java.util.List;
import opencadre.kit.rule.Share;
import opencadre.personnel.evaluation.rule.Scheme.Base;
import opencadre.personnel.evaluation.rule.Scheme.Cap;
import org.jspecify.annotations.Nullable;

/**
 * How many may be excellent: a share of the number rated good, in the unit and in each group of like tasks. Whoever is
 * taken from excellent to good is one more of whom the share is, so that the most that may stay is found by going on.
 * Older regulations take the share of those rated good and above, which does not change.
 */
public final class CapRules {

    private CapRules() {}

    /** A person as the cap sees one. */
    public record Rated(
            @Nullable Standing standing, @Nullable Grade grade) {}

    /** Whom the share is of. */
    public enum Group {
        /** Everybody in the round. */
        UNIT,
        /** Those who lead. */
        LEADERS,
        /** Those who do not. */
        STAFF
    }

    /**
     * The reckoning of a group, as {@code xuất sắc 2/2: ≤ 1/5 của 11}.
     *
     * @param excellent how many are proposed as excellent
     * @param of how many the share is of
     * @param allowed how many may be excellent as the others stand
     * @param most how many may stay excellent where the others of them become good
     */
    public record Tally(Group group, Share share, Base base, int excellent, int of, int allowed, int most) {

        public boolean isExceeded() {
            return excellent > allowed;
        }
    }

    /** The reckoning of the unit and of each group in which somebody is rated. */
    public static List<Tally> tallies(Cap cap, @Nullable Grade unit, List<Rated> people) {
        List<Tally> tallies = new ArrayList<>();
        tallies.add(tally(Group.UNIT, cap, unit, people));
        if (cap.groups()) {
            List<Rated> leaders = of(people, true);
            List<Rated> staff = of(people, false);
            if (!leaders.isEmpty()) {
                tallies.add(tally(Group.LEADERS, cap, unit, leaders));
            }
            if (!staff.isEmpty()) {
                tallies.add(tally(Group.STAFF, cap, unit, staff));
            }
        }
        return tallies;
    }

    /** What is against it: told at the round, with the article. */
    public static List<Remark> remarks(Cap cap, List<Tally> tallies) {
        return tallies.stream()
                .filter(Tally::isExceeded)
                .map(tally -> Remark.of(
                        true,
                        null,
                        cap.basis(),
                        "evaluation-too-many-excellent-" + tally.group(),
                        tally.excellent(),
                        tally.allowed(),
                        tally.share().toString(),
                        tally.of(),
                        tally.most()))
                .toList();
    }

    /** The most that is not above a share of so many. */
    static int allowed(Share share, int of) {
        return Math.toIntExact((long) of * share.numerator() / share.denominator());
    }

    /** The most of these excellent ones that may stay so, where the others of them become good. */
    static int most(Share share, Base base, int excellent, int good) {
        int stay = excellent;
        while (stay > allowed(share, of(base, stay, good + excellent - stay))) {
            stay--;
        }
        return stay;
    }

    private static Tally tally(Group group, Cap cap, @Nullable Grade unit, List<Rated> people) {
        int excellent = count(people, Grade.HTXSNV);
        int good = count(people, Grade.HTTNV);
        Share share = cap.of(unit);
        int of = of(cap.base(), excellent, good);
        return new Tally(
                group, share, cap.base(), excellent, of, allowed(share, of), most(share, cap.base(), excellent, good));
    }

    private static int of(Base base, int excellent, int good) {
        return switch (base) {
            case RATED_GOOD -> good;
            case RATED_GOOD_AND_ABOVE -> good + excellent;
        };
    }

    private static List<Rated> of(List<Rated> people, boolean leading) {
        return people.stream()
                .filter(each -> each.standing() != null && each.standing().leads() == leading)
                .toList();
    }

    private static int count(List<Rated> people, Grade grade) {
        return Math.toIntExact(
                people.stream().filter(each -> each.grade() == grade).count());
    }
}
