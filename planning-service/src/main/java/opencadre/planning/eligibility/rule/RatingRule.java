package opencadre.planning.eligibility.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Parameter;
import opencadre.planning.eligibility.rule.PersonFacts.Rated;

/**
 * The ratings of the last full years: none below that of who completed the duties. A year without a rating is not a
 * good year but an unknown one. That three years are looked at follows from the dossier (Decree 115/2020).
 */
final class RatingRule {

    private static final String CODE = "ratings";

    private RatingRule() {}

    static Criterion judge(PersonFacts person, Question question) {
        Optional<Parameter> years = question.law("eligibility", "rating.years");
        Optional<Parameter> least = question.law("eligibility", "rating.least");
        if (years.isEmpty() || least.isEmpty()) {
            return Judging.lawNotRead(CODE, question);
        }
        Rating asked = Rating.valueOf(least.get().value());
        int last = question.day().getYear() - 1;
        int first = last - years.get().number() + 1;
        Judging judging = Judging.of(
                        CODE, years.get(), String.valueOf(first), String.valueOf(last), Messages.of("rating." + asked))
                .standingOn(least.get().basis());
        if (person.ratings() == null) {
            return judging.unknown(Messages.of("ratings.not-known"), Messages.of("ratings.not-known.turns"));
        }
        List<Rated> rated = person.ratings().stream()
                .filter(rating -> rating.year() >= first && rating.year() <= last && rating.rating() != Rating.KXL)
                .toList();
        judging.seeing(rated.stream().map(Rated::fact).toList());
        Optional<Rated> tooLow = rated.stream()
                .filter(rating -> rating.rating().compareTo(asked) > 0)
                .max((one, other) -> Integer.compare(one.year(), other.year()));
        if (tooLow.isPresent()) {
            int year = tooLow.get().year();
            return judging.fail(
                    Messages.of(
                            "ratings.too-low",
                            String.valueOf(year),
                            Messages.of("rating." + tooLow.get().rating())),
                    Messages.of(
                            "ratings.turns", String.valueOf(year + years.get().number() + 1)));
        }
        List<Integer> missing = new ArrayList<>();
        for (int year = first; year <= last; year++) {
            int wanted = year;
            if (rated.stream().noneMatch(rating -> rating.year() == wanted)) {
                missing.add(year);
            }
        }
        if (!missing.isEmpty()) {
            String which = missing.stream().map(String::valueOf).collect(Collectors.joining(", "));
            return judging.unknown(Messages.of("ratings.missing", which), Messages.of("ratings.missing.turns", which));
        }
        return judging.pass(Messages.of("ratings.actual"));
    }
}
