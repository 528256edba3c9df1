package opencadre.personnel.evaluation.rule;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Share;
import org.jspecify.annotations.Nullable;

/**
 * What people are rated by, a file of {@code contracts/evaluation}, as {@code CIVIL_SERVANT_YEAR_335}.
 *
 * @param validFrom first last day of a period that it is for
 * @param validTo first day after, or null while open
 * @param criteria none where the regulation knows no points
 * @param grades the least points of each grade, the highest first; below the last it is KHTNV
 * @param limits facts that let nobody have more than a grade
 * @param cap how many may be excellent; null where nothing limits that
 * @param headNotAboveUnit why the head is not rated above the unit; null where that is not asked
 * @param leastMonths for how long somebody must have been in office to be rated; null where that is not asked
 * @param decideBefore before which day people are rated; null where none is known
 */
public record Scheme(
        String code,
        int version,
        Bilingual name,
        Corps corps,
        PeriodKind period,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String regulation,
        List<Criterion> criteria,
        List<Threshold> grades,
        List<Limit> limits,
        @Nullable Cap cap,
        @Nullable Basis headNotAboveUnit,
        @Nullable LeastMonths leastMonths,
        @Nullable Deadline decideBefore) {

    /** Errors: {@link IllegalArgumentException} naming everything in it that contradicts itself. */
    public Scheme {
        criteria = List.copyOf(criteria);
        grades = List.copyOf(grades);
        limits = List.copyOf(limits);
        List<String> wrong = contradictions(criteria, grades, limits);
        if (validTo != null && !validFrom.isBefore(validTo)) {
            wrong.add("it ends before it begins");
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("Scheme " + code + ": " + String.join("; ", wrong));
        }
    }

    /** Whose rating it is. */
    public enum Corps {
        /** Cán bộ, theo quy định của Đảng. */
        PARTY,
        /** Công chức. */
        CIVIL_SERVANT,
        /** Viên chức. */
        PUBLIC_EMPLOYEE
    }

    /** How long a period is. */
    public enum PeriodKind {
        QUARTER,
        YEAR
    }

    /** Of which part of the points a criterion is. */
    public enum Part {
        /** Tiêu chí chung. */
        COMMON,
        /** Kết quả thực hiện nhiệm vụ. */
        RESULT
    }

    /** How a criterion is scored. */
    public enum By {
        /** All points or none. */
        YES_NO,
        /** Points, with at most two decimals. */
        POINTS,
        /** The mean of percentages. */
        PERCENTS
    }

    /** What a percentage is of. */
    public enum Measure {
        /** Số lượng. */
        QUANTITY,
        /** Chất lượng. */
        QUALITY,
        /** Tiến độ. */
        PROGRESS,
        /** Lãnh đạo, điều hành. */
        LEADERSHIP
    }

    /** A leaf of the tree. */
    public record Criterion(
            String code,
            Bilingual name,
            Part part,
            int max,
            By by,
            @Nullable List<Measure> measures,
            Basis basis) {

        /** How many values are typed for it. */
        public int values() {
            return by == By.PERCENTS && measures != null ? measures.size() : 1;
        }
    }

    /** The least points of a grade. */
    public record Threshold(Grade grade, int least, Basis basis) {}

    /**
     * A fact that lets nobody have more than a grade.
     *
     * @param above it holds where the fact is above this; null where that is not what is asked
     * @param below the same, below
     * @param dutyOnly of disciplines: one that was not for official duty does not count
     */
    public record Limit(
            String code,
            Circumstance fact,
            @Nullable Integer above,
            @Nullable Integer below,
            Grade atMost,
            boolean leadersOnly,
            boolean dutyOnly,
            Basis basis) {

        /** The number that it is held against. */
        public int bound() {
            return above != null ? above : below != null ? below : 0;
        }

        public boolean holdsOf(int value) {
            return (above != null && value > above) || (below != null && value < below);
        }
    }

    /** What the share of excellent ones is of. */
    public enum Base {
        /** Of those rated good: xuất sắc ≤ 20 % của số người hoàn thành tốt. */
        RATED_GOOD,
        /** Of those rated good and of the excellent ones. */
        RATED_GOOD_AND_ABOVE
    }

    /**
     * How many may be excellent.
     *
     * @param share as {@code 1/5}
     * @param ofExcellentUnit of a unit that is itself excellent; null where that changes nothing
     * @param groups whether it holds in each group of like tasks too
     */
    public record Cap(String share, @Nullable String ofExcellentUnit, Base base, boolean groups, Basis basis) {

        /** Errors: {@link IllegalArgumentException} for what is no share. */
        public Cap {
            Share.parse(share);
            if (ofExcellentUnit != null) {
                Share.parse(ofExcellentUnit);
            }
        }

        /** The share of a unit of this grade; while that is not known the lower one holds. */
        public Share of(@Nullable Grade unit) {
            return Share.parse(unit == Grade.HTXSNV && ofExcellentUnit != null ? ofExcellentUnit : share);
        }
    }

    /** For how many months of the year somebody must have been in office. */
    public record LeastMonths(int months, Basis basis) {}

    /**
     * Before which day of the year people are rated.
     *
     * @param day month and day, as {@code 12-05}
     */
    public record Deadline(String day, Basis basis) {

        /** Errors: {@link java.time.DateTimeException} for what is no day of a year. */
        public Deadline {
            MonthDay.parse("--" + day);
        }

        public LocalDate in(int year) {
            return MonthDay.parse("--" + day).atYear(year);
        }
    }

    public boolean isFor(LocalDate lastDay) {
        return !lastDay.isBefore(validFrom) && (validTo == null || lastDay.isBefore(validTo));
    }

    /** Whether points make the grade; otherwise it is proposed as such. */
    public boolean hasPoints() {
        return !criteria.isEmpty();
    }

    public Optional<Criterion> criterion(String criterion) {
        return criteria.stream().filter(each -> each.code().equals(criterion)).findFirst();
    }

    /** What has to be known of somebody beside the points, in the order of the limits. */
    public List<Circumstance> asked(@Nullable Standing standing) {
        return limits.stream()
                .filter(limit -> !limit.leadersOnly() || standing == null || standing.leads())
                .map(Limit::fact)
                .distinct()
                .toList();
    }

    private static List<String> contradictions(List<Criterion> criteria, List<Threshold> grades, List<Limit> limits) {
        List<String> wrong = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        int points = 0;
        for (Criterion criterion : criteria) {
            points += criterion.max();
            if (!codes.add(criterion.code())) {
                wrong.add(criterion.code() + " stands there twice");
            }
            int measures =
                    criterion.measures() == null ? 0 : criterion.measures().size();
            if ((criterion.by() == By.PERCENTS) != (measures > 0) || measures > 4) {
                wrong.add(criterion.code() + " is measured by " + measures);
            }
        }
        if (!criteria.isEmpty() && points != 100) {
            wrong.add("its points are " + points + ", not 100");
        }
        if (criteria.isEmpty() != grades.isEmpty()) {
            wrong.add("it has points without grades, or grades without points");
        }
        for (int i = 1; i < grades.size(); i++) {
            if (grades.get(i - 1).least() <= grades.get(i).least()
                    || !grades.get(i - 1).grade().isAbove(grades.get(i).grade())) {
                wrong.add("its grades are out of order");
            }
        }
        for (Limit limit : limits) {
            if ((limit.above() == null) == (limit.below() == null)) {
                wrong.add(limit.code() + " says neither above nor below, or both");
            }
        }
        return wrong;
    }
}
