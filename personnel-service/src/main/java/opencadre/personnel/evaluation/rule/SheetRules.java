package opencadre.personnel.evaluation.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opencadre.kit.rule.Finding;
import opencadre.personnel.evaluation.rule.Scheme.Criterion;

/** What may be typed into a sheet at all, whatever follows from it. */
public final class SheetRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private SheetRules() {}

    /** Errors are found at the cell: {@code scores.TRUC_1}, {@code circumstances.LATE_PERCENT}. */
    public static List<Finding> ofTyped(Scheme scheme, Sheet sheet) {
        List<Finding> findings = new ArrayList<>(ofScores(scheme, sheet.scores()));
        for (Map.Entry<Circumstance, Integer> each : sheet.circumstances().entrySet()) {
            String field = "circumstances." + each.getKey();
            if (!scheme.asked(sheet.standing()).contains(each.getKey())) {
                findings.add(Finding.of(field, "evaluation-fact-not-asked"));
            } else if (each.getValue() < 0 || each.getValue() > (each.getKey().isPercent() ? 100 : 1)) {
                findings.add(Finding.of(field, "evaluation-not-a-percentage"));
            }
        }
        BigDecimal self = sheet.selfPoints();
        if (self != null && !isPoints(self, 100)) {
            findings.add(Finding.of("selfPoints", "evaluation-points-out-of-range", 100));
        }
        return findings;
    }

    /** The same of points alone, whoever gives them. */
    public static List<Finding> ofScores(Scheme scheme, Map<String, List<BigDecimal>> scores) {
        List<Finding> findings = new ArrayList<>();
        scores.forEach((code, typed) -> {
            String field = "scores." + code;
            scheme.criterion(code)
                    .ifPresentOrElse(
                            criterion -> findings.addAll(ofScore(field, criterion, typed)),
                            () -> findings.add(Finding.of(field, "evaluation-no-such-criterion")));
        });
        return findings;
    }

    private static List<Finding> ofScore(String field, Criterion criterion, List<BigDecimal> typed) {
        if (typed.size() != criterion.values()) {
            return List.of(Finding.of(field, "evaluation-values-missing", criterion.values()));
        }
        boolean right = switch (criterion.by()) {
            case YES_NO ->
                typed.getFirst().compareTo(BigDecimal.ZERO) == 0
                        || typed.getFirst().compareTo(BigDecimal.ONE) == 0;
            case POINTS -> isPoints(typed.getFirst(), criterion.max());
            case PERCENTS -> typed.stream().allMatch(SheetRules::isPercentage);
        };
        return right
                ? List.of()
                : List.of(
                        switch (criterion.by()) {
                            case YES_NO -> Finding.of(field, "evaluation-not-yes-or-no");
                            case POINTS -> Finding.of(field, "evaluation-points-out-of-range", criterion.max());
                            case PERCENTS -> Finding.of(field, "evaluation-not-a-percentage");
                        });
    }

    private static boolean isPoints(BigDecimal points, int max) {
        return points.signum() >= 0
                && points.compareTo(BigDecimal.valueOf(max)) <= 0
                && points.stripTrailingZeros().scale() <= 2;
    }

    private static boolean isPercentage(BigDecimal percent) {
        return percent.signum() >= 0
                && percent.compareTo(HUNDRED) <= 0
                && percent.stripTrailingZeros().scale() <= 0;
    }
}
