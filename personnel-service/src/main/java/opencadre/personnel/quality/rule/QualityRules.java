package opencadre.personnel.quality.rule;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import opencadre.kit.time.PartialDate;

/**
 * Everything that is found in a dossier. Dates of which only a part is known are compared as the days that they may
 * mean: an error is what no such day makes true, so that knowing less of a date never finds more.
 */
public final class QualityRules {

    private static final List<QualityRule> RULES = List.of(
            IdentityQuality::birthLiesAhead,
            IdentityQuality::idNumber,
            PostQuality::beginsTooYoung,
            PostQuality::mainPostsOverlap,
            PostQuality::unitDoesNotStand,
            PostQuality::isPastRetirementAge,
            PostQuality::isOfThePartyWithoutMembership,
            ConductQuality::disciplineEndsBeforeItBegins,
            ConductQuality::yearsWithoutRating,
            CvQuality::beforeBirth,
            CvQuality::liesAhead,
            CvQuality::endsBeforeItBegins,
            CvQuality::degreeTooEarly,
            CvQuality::childAndParent,
            CvQuality::salaryStepsBack,
            CvQuality::certificateBeforeBirth);

    private QualityRules() {}

    /** One kind of finding, or a few that one comparison decides between. */
    interface QualityRule {

        List<QualityFinding> find(DossierFacts facts, Measure measure);
    }

    /** What is found, the worst first. */
    public static List<QualityFinding> findings(DossierFacts facts, Measure measure) {
        return Stream.concat(faults(facts, measure).stream(), missing(facts, measure).stream())
                .sorted(Comparator.comparing(finding -> finding.flaw().severity()))
                .toList();
    }

    /** The same without what is missing of the forms. */
    public static List<QualityFinding> faults(DossierFacts facts, Measure measure) {
        return RULES.stream()
                .flatMap(rule -> rule.find(facts, measure).stream())
                .toList();
    }

    private static List<QualityFinding> missing(DossierFacts facts, Measure measure) {
        return measure.items().stream()
                .filter(item -> !item.isFilled(facts, measure))
                .map(item -> QualityFinding.of(
                        Flaw.ITEM_MISSING,
                        new QualityFinding.Subject(item.group(), item.code(), null, List.of()),
                        Measure.cited(item.forms()),
                        item.title()))
                .toList();
    }

    /** As a message says it: a day, a month, or the year alone. */
    static Object said(PartialDate date) {
        if (date.month() == null) {
            return date.year();
        }
        return date.day() == null ? YearMonth.of(date.year(), date.month()) : date.earliest();
    }
}
