package opencadre.personnel.evaluation.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import opencadre.kit.rule.Basis;
import opencadre.personnel.evaluation.rule.Scheme.Criterion;
import opencadre.personnel.evaluation.rule.Scheme.Limit;
import org.jspecify.annotations.Nullable;

/**
 * From points to a grade, by the scheme of the round: the thresholds, then what lets nobody have more than a grade.
 * What is not known and could lower the grade makes it unknown.
 */
public final class GradeRules {

    private GradeRules() {}

    /**
     * What the file tells.
     *
     * @param disciplinedOn days in the period on which a discipline was decided
     * @param months for how many whole months of the year they were in office
     */
    public record OnFile(List<LocalDate> disciplinedOn, int months) {}

    /** What follows from a sheet that was typed rightly. */
    public static Judgement judge(Scheme scheme, Sheet sheet, OnFile file) {
        List<Remark> remarks = new ArrayList<>();
        for (Criterion criterion : scheme.criteria()) {
            if (!sheet.scores().containsKey(criterion.code())) {
                remarks.add(Remark.blocking(
                        "scores." + criterion.code(),
                        "evaluation-not-scored",
                        criterion.name().vi()));
            }
        }
        Points points = scored(scheme, sheet.scores());
        boolean complete = isScored(scheme, sheet.scores());
        Grade reckoned = points != null && complete ? ofPoints(scheme, points) : null;
        if (reckoned != null) {
            reckoned = limited(scheme, sheet, file, reckoned, remarks);
        }
        Scheme.LeastMonths least = scheme.leastMonths();
        if (least != null && file.months() < least.months()) {
            remarks.removeIf(Remark::blocks);
            remarks.add(Remark.of(
                    false, null, least.basis(), "evaluation-too-short-in-office", file.months(), least.months()));
            reckoned = Grade.KXL;
        }
        Grade grade = sheet.proposed() == null ? reckoned : sheet.proposed();
        if (sheet.proposed() == Grade.KXL) {
            // Whoever is not rated needs no points.
            remarks.removeIf(Remark::blocks);
        }
        remarks.addAll(ofProposal(scheme, sheet, reckoned));
        if (sheet.standing() == null && grade != Grade.KXL) {
            remarks.add(Remark.blocking("standing", "evaluation-standing-unknown"));
        }
        return new Judgement(points, complete, reckoned, grade, remarks);
    }

    /** The points of those criteria that are scored; null where the scheme knows none. */
    public static @Nullable Points scored(Scheme scheme, Map<String, List<BigDecimal>> scores) {
        if (!scheme.hasPoints()) {
            return null;
        }
        Points points = Points.NONE;
        for (Criterion criterion : scheme.criteria()) {
            List<BigDecimal> typed = scores.get(criterion.code());
            if (typed != null) {
                points = points.plus(points(criterion, typed));
            }
        }
        return points;
    }

    /** Whether there are points, and every criterion has its own. */
    public static boolean isScored(Scheme scheme, Map<String, List<BigDecimal>> scores) {
        return scheme.hasPoints()
                && scheme.criteria().stream().allMatch(criterion -> scores.containsKey(criterion.code()));
    }

    /** Points of a criterion from what was typed for it. */
    static Points points(Criterion criterion, List<BigDecimal> typed) {
        return switch (criterion.by()) {
            case YES_NO -> typed.getFirst().signum() > 0 ? Points.of(criterion.max()) : Points.NONE;
            case POINTS -> Points.of(typed.getFirst());
            case PERCENTS ->
                Points.mean(
                        criterion.max(),
                        typed.stream().map(BigDecimal::intValueExact).toList());
        };
    }

    /** The grade that points reach. */
    static Grade ofPoints(Scheme scheme, Points points) {
        return scheme.grades().stream()
                .filter(threshold -> points.reaches(threshold.least()))
                .map(Scheme.Threshold::grade)
                .findFirst()
                .orElse(Grade.KHTNV);
    }

    private static @Nullable Grade limited(
            Scheme scheme, Sheet sheet, OnFile file, Grade ofPoints, List<Remark> remarks) {
        Grade grade = ofPoints;
        List<Limit> unknown = new ArrayList<>();
        for (Limit limit : scheme.limits()) {
            Standing standing = sheet.standing();
            if (limit.leadersOnly() && standing != null && !standing.leads()) {
                continue;
            }
            Optional<Integer> value = value(limit, sheet, file, remarks);
            if (value.isEmpty()) {
                unknown.add(limit);
            } else if (limit.holdsOf(value.get())) {
                remarks.add(Remark.of(
                        false,
                        "circumstances." + limit.fact(),
                        limit.basis(),
                        "evaluation-limit-" + limit.code(),
                        value.get(),
                        limit.bound()));
                grade = grade.atMost(limit.atMost());
            }
        }
        Grade known = grade;
        List<Circumstance> missing = unknown.stream()
                .filter(limit -> known.isAbove(limit.atMost()))
                .map(Limit::fact)
                .distinct()
                .toList();
        missing.forEach(fact -> remarks.add(Remark.blocking("circumstances." + fact, "evaluation-fact-unknown")));
        return missing.isEmpty() ? grade : null;
    }

    private static Optional<Integer> value(Limit limit, Sheet sheet, OnFile file, List<Remark> remarks) {
        Integer typed = sheet.circumstances().get(limit.fact());
        if (limit.fact() != Circumstance.DISCIPLINED) {
            return Optional.ofNullable(typed);
        }
        if (file.disciplinedOn().isEmpty()) {
            return Optional.of(typed == null ? 0 : typed);
        }
        if (limit.dutyOnly() && typed != null && typed == 0) {
            Basis basis = limit.basis();
            remarks.add(Remark.of(false, "circumstances.DISCIPLINED", basis, "evaluation-discipline-not-of-duty"));
            return Optional.of(0);
        }
        return Optional.of(1);
    }

    private static List<Remark> ofProposal(Scheme scheme, Sheet sheet, @Nullable Grade reckoned) {
        Grade proposed = sheet.proposed();
        List<Remark> remarks = new ArrayList<>();
        if (!scheme.hasPoints() && proposed == null && reckoned == null) {
            remarks.add(Remark.blocking("proposed", "evaluation-grade-not-proposed"));
        }
        if (proposed == null || proposed == reckoned) {
            return remarks;
        }
        if (reckoned != null && proposed.isAbove(reckoned)) {
            remarks.add(Remark.blocking("proposed", "evaluation-above-reckoned"));
        }
        if (sheet.reason() == null && (scheme.hasPoints() || proposed == Grade.KXL || reckoned != null)) {
            remarks.add(Remark.blocking("reason", "evaluation-other-grade-wants-a-reason"));
        }
        return remarks;
    }

    /** For how many whole months of a year somebody held a post, days beyond months counted by 31. */
    public static int monthsInOffice(List<opencadre.kit.time.Period> posts, opencadre.kit.time.Period year) {
        LocalDate end = Objects.requireNonNull(year.to());
        List<opencadre.kit.time.Period> sorted = posts.stream()
                .sorted(Comparator.comparing(opencadre.kit.time.Period::from))
                .toList();
        LocalDate counted = year.from();
        int months = 0;
        int days = 0;
        for (opencadre.kit.time.Period post : sorted) {
            LocalDate from = post.from().isAfter(counted) ? post.from() : counted;
            LocalDate to = post.to() == null || post.to().isAfter(end) ? end : post.to();
            if (from.isBefore(to)) {
                Period between = Period.between(from, to);
                months += between.getYears() * 12 + between.getMonths();
                days += between.getDays();
                counted = to;
            }
        }
        return months + days / 31;
    }
}
