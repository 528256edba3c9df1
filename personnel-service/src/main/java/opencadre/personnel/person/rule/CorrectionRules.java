package opencadre.personnel.person.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import opencadre.kit.time.PartialDate;
import opencadre.personnel.person.rule.AssignmentRules.Breach;
import org.jspecify.annotations.Nullable;

/**
 * What is against another sex or birth, by what else is on record. What is refused when it is entered beside a birth is
 * refused as well when the birth comes to stand beside it; what was never asked of a birth that stands is not asked of
 * a correction that leaves it so.
 */
public final class CorrectionRules {

    /** Below this nobody begins in a post: seldom enough to be looked at, see the quality of records. */
    private static final int IN_A_POST_AT_LEAST = 16;

    private CorrectionRules() {}

    /** Sex and birth. */
    public record Who(boolean female, PartialDate birth) {}

    /**
     * A parent or child.
     *
     * @param isChild a child of the person; otherwise a parent
     * @param born year of birth
     */
    public record Relative(boolean isChild, int born) {

        /** Whether whoever was born so may be the parent or child. */
        public boolean agreesWith(PartialDate birth) {
            return isChild
                    ? IdentityRules.isParentOlder(birth.year(), born)
                    : IdentityRules.isParentOlder(born, birth.year());
        }
    }

    /**
     * What a corrected sex and birth are held against.
     *
     * @param postsBegin first days of every post that is believed
     */
    public record Beside(Collection<LocalDate> postsBegin, Collection<Relative> relatives) {}

    /** What cannot be true beside posts and family; nothing where the birth stays as it was. */
    public static List<Breach> breaches(Who standing, Who corrected, Beside record) {
        PartialDate birth = corrected.birth();
        if (birth.equals(standing.birth())) {
            return List.of();
        }
        List<Breach> breaches = new ArrayList<>();
        if (record.postsBegin().stream().anyMatch(begin -> AssignmentRules.isBeforeBirth(begin, birth))) {
            breaches.add(new Breach("birth", "birth-after-post"));
        } else if (record.postsBegin().stream()
                .anyMatch(begin -> isTooYoung(birth, begin) && !isTooYoung(standing.birth(), begin))) {
            breaches.add(new Breach("birth", "birth-makes-post-too-early"));
        }
        if (record.relatives().stream().anyMatch(relative -> !relative.agreesWith(birth))) {
            breaches.add(new Breach("birth", "birth-contradicts-family"));
        }
        return breaches;
    }

    /** What the number on record says otherwise than a sex or year of birth that was not so before: a doubt. */
    public static Optional<Breach> doubt(Who standing, Who corrected, @Nullable String idNumber) {
        boolean another = standing.female() != corrected.female()
                || standing.birth().year() != corrected.birth().year();
        return idNumber == null || !another
                ? Optional.empty()
                : IdentityRules.doubt(idNumber, corrected.female(), corrected.birth())
                        .map(code -> new Breach(code.equals(IdentityRules.OTHER_SEX) ? "sex" : "birth", code));
    }

    private static boolean isTooYoung(PartialDate birth, LocalDate day) {
        return day.isBefore(IdentityRules.possiblyReached(birth, IN_A_POST_AT_LEAST));
    }
}
