package opencadre.planning.eligibility.rule;

import java.util.Set;
import opencadre.kit.rule.Fact;
import opencadre.planning.law.rule.TheoryLevel;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the seat to be filled.
 *
 * @param seat the seat and its title
 * @param title code of its title
 * @param equalOrHigherTitles codes of the titles whose plan counts for this one too
 * @param higher whether it is higher than what the person holds, a first leadership post included
 * @param theoryAsked level that the title's standard asks; null when no standard is recorded
 */
public record SeatFacts(
        Fact seat,
        String title,
        Set<String> equalOrHigherTitles,
        boolean higher,
        @Nullable TheoryLevel theoryAsked) {

    public SeatFacts {
        equalOrHigherTitles = Set.copyOf(equalOrHigherTitles);
    }
}
