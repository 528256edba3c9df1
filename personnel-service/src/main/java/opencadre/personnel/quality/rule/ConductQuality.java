package opencadre.personnel.quality.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import opencadre.personnel.quality.rule.DossierFacts.Discipline;
import opencadre.personnel.quality.rule.DossierFacts.Post;
import opencadre.personnel.quality.rule.QualityFinding.Subject;

/** Ratings and disciplines. */
final class ConductQuality {

    private static final String DISCIPLINE = "2C/TCTW-98: 23; TT 06/2023/TT-BNV: 35.2";
    private static final String RATING = "2C/TCTW-98: 22; TT 06/2023/TT-BNV: 35.1";

    private ConductQuality() {}

    static List<QualityFinding> disciplineEndsBeforeItBegins(DossierFacts facts, Measure measure) {
        return facts.disciplines().stream()
                .filter(ConductQuality::endsBeforeItBegins)
                .map(discipline -> QualityFinding.of(
                        Flaw.DISCIPLINE_OUT_OF_ORDER,
                        Subject.of(FieldGroup.CONDUCT, discipline.id()),
                        DISCIPLINE,
                        discipline.decidedOn()))
                .toList();
    }

    private static boolean endsBeforeItBegins(Discipline discipline) {
        return discipline.revokedOn() != null && discipline.revokedOn().isBefore(discipline.decidedOn());
    }

    /** Years that are over, in which a main post was held and nothing says how; all of them in one finding. */
    static List<QualityFinding> yearsWithoutRating(DossierFacts facts, Measure measure) {
        int thisYear = measure.today().getYear();
        TreeSet<Integer> years = new TreeSet<>();
        facts.posts().stream()
                .filter(post -> !post.concurrent())
                .forEach(post -> years(post, thisYear).forEach(years::add));
        years.removeAll(facts.ratedYears());
        return years.isEmpty()
                ? List.of()
                : List.of(QualityFinding.of(
                        Flaw.RATING_MISSING,
                        new Subject(FieldGroup.CONDUCT, null, "year", List.of()),
                        RATING,
                        said(List.copyOf(years))));
    }

    private static IntStream years(Post post, int before) {
        int last = post.valid().to() == null
                ? before - 1
                : Math.min(before - 1, post.valid().to().minusDays(1).getYear());
        return IntStream.rangeClosed(post.valid().from().getYear(), last);
    }

    /** {@code 2019–2021, 2023}. */
    private static String said(List<Integer> years) {
        List<String> spans = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= years.size(); i++) {
            if (i == years.size() || years.get(i) != years.get(i - 1) + 1) {
                spans.add(first == i - 1 ? "" + years.get(first) : years.get(first) + "–" + years.get(i - 1));
                first = i;
            }
        }
        return String.join(", ", spans);
    }
}
