package opencadre.personnel.evaluation.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.FourEyes;
import opencadre.personnel.evaluation.rule.CapRules.Rated;
import org.jspecify.annotations.Nullable;

/** When a round may be opened, what it must be before it is proposed, and who decides. */
public final class RoundRules {

    /** More than these are no unit whose people one body rates. */
    public static final int MOST_PEOPLE = 300;

    private RoundRules() {}

    /** A period has begun, and the scheme is of its kind and held on its last day. */
    public static List<Finding> ofOpening(Optional<Scheme> scheme, RatedPeriod period, LocalDate today) {
        if (scheme.isEmpty()) {
            return List.of(Finding.of("scheme", "evaluation-no-such-scheme"));
        }
        List<Finding> findings = new ArrayList<>();
        if (scheme.get().period() != period.kind()) {
            findings.add(Finding.of("quarter", "evaluation-other-kind-of-period"));
        } else if (!scheme.get().isFor(period.last())) {
            findings.add(Finding.of(
                    "scheme", "evaluation-scheme-of-other-days", scheme.get().regulation(), period.text()));
        }
        if (period.first().isAfter(today)) {
            findings.add(Finding.of("year", "evaluation-not-begun"));
        }
        return findings;
    }

    /** Some, and not too many. */
    public static List<Finding> ofPeople(int people) {
        if (people == 0) {
            return List.of(Finding.of(null, "evaluation-nobody"));
        }
        return people > MOST_PEOPLE ? List.of(Finding.of(null, "evaluation-too-many", MOST_PEOPLE)) : List.of();
    }

    /** The unit is rated with one of the four grades. */
    public static List<Finding> ofUnitGrade(@Nullable Grade unit) {
        return unit == Grade.KXL ? List.of(Finding.of("unitGrade", "evaluation-unit-not-rated")) : List.of();
    }

    /**
     * What holds of the people of a unit together. How the unit was rated is asked for where the head is rated: not
     * known, it is no leave.
     */
    public static List<Remark> ofRound(Scheme scheme, @Nullable Grade unit, List<Rated> people) {
        List<Remark> remarks = new ArrayList<>();
        List<Rated> heads =
                people.stream().filter(each -> each.standing() == Standing.HEAD).toList();
        if (heads.size() > 1) {
            remarks.add(Remark.blocking(null, "evaluation-several-heads"));
        }
        Basis head = scheme.headNotAboveUnit();
        if (head != null) {
            heads.stream()
                    .map(Rated::grade)
                    .filter(grade -> grade != null && grade != Grade.KXL)
                    .forEach(grade -> {
                        if (unit == null) {
                            remarks.add(Remark.of(true, "unitGrade", head, "evaluation-unit-grade-unknown"));
                        } else if (grade.isAbove(unit)) {
                            remarks.add(Remark.of(true, "unitGrade", head, "evaluation-head-above-unit"));
                        }
                    });
        }
        Scheme.Cap cap = scheme.cap();
        if (cap != null) {
            remarks.addAll(CapRules.remarks(cap, CapRules.tallies(cap, unit, people)));
        }
        return remarks;
    }

    /** Whoever prepared or proposed it does not decide, by another account or by delegation neither. */
    public static List<Finding> ofDecider(Set<String> hands, Set<String> authors) {
        return FourEyes.areOne(hands, authors) ? List.of(Finding.of(null, "own-evaluation")) : List.of();
    }
}
