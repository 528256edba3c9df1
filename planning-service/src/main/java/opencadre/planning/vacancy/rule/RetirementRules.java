package opencadre.planning.vacancy.rule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Parameter;
import opencadre.kit.rule.Regulations;
import opencadre.kit.time.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * In which month a person retires, by Decree 135/2020: the first month in which the age reaches that of the year, which
 * grows by 3 months a year for men (60y3m in 2021, up to 62y) and by 4 for women (55y4m, up to 60y). Work ends with the
 * last day of the month.
 */
public final class RetirementRules {

    private static final int MONTHS = 12;

    private RetirementRules() {}

    /** Either the month, or why it cannot be said. */
    public sealed interface Retirement {

        /**
         * The month in which the age is reached, by the law or as a decision moved it.
         *
         * @param month the last month of work
         * @param ageMonths age in that month, 744 for 62 years
         * @param birthAssumed whether only the year of birth is known, so that the law takes 1 January
         */
        record Foreseen(YearMonth month, int ageMonths, boolean birthAssumed, List<Basis> bases, List<Bilingual> notes)
                implements Retirement {

            public LocalDate lastDay() {
                return month.atEndOfMonth();
            }

            public Confidence confidence() {
                return bases.stream()
                        .map(Basis::confidence)
                        .reduce(Confidence::and)
                        .orElse(Confidence.UNCONFIRMED);
            }
        }

        record NotKnown(Bilingual why) implements Retirement {}
    }

    /** The retirement of a person by the law of a day. */
    public static Retirement retirement(
            @Nullable PartialDate birth,
            boolean female,
            @Nullable RetirementOverride override,
            Regulations regulations,
            LocalDate lawDay) {
        if (birth == null) {
            return new Retirement.NotKnown(Messages.of("birth-not-known"));
        }
        String sex = female ? "retirement.women." : "retirement.men.";
        List<Parameter> read = new ArrayList<>();
        for (String key : List.of("retirement.first-year", sex + "first-age", sex + "step", sex + "last-age")) {
            regulations.parameter(key, lawDay).ifPresent(read::add);
        }
        boolean birthAssumed = birth.month() == null;
        Optional<Parameter> birthday = regulations.parameter("retirement.unknown-birthday", lawDay);
        if (read.size() < 4 || (birthAssumed && birthday.isEmpty())) {
            return new Retirement.NotKnown(Messages.of("law-not-read", Messages.of("retirement"), lawDay));
        }
        int firstYear = read.get(0).number();
        YearMonth born = birthAssumed
                ? YearMonth.parse(
                        birth.year() + "-" + birthday.orElseThrow().value().substring(0, 2))
                : YearMonth.of(birth.year(), birth.latest().getMonth());
        YearMonth month = born.plusMonths(read.get(1).number());
        while (age(born, month) < ageOf(month.getYear() - firstYear, read)) {
            month = month.plusMonths(1);
        }
        if (month.getYear() < firstYear) {
            return new Retirement.NotKnown(Messages.of("retirement-before-the-decree", String.valueOf(firstYear)));
        }
        List<Basis> bases = new ArrayList<>(List.of(read.get(1).basis()));
        List<Bilingual> notes = new ArrayList<>();
        if (birthAssumed) {
            bases.add(birthday.orElseThrow().basis());
            notes.add(Messages.of("birthday-assumed", String.valueOf(birth.year())));
        }
        if (override != null) {
            month = month.plusMonths(override.months());
            notes.add(Messages.of("retirement-overridden", override.months(), override.basis()));
        }
        return new Retirement.Foreseen(month, age(born, month), birthAssumed, List.copyOf(bases), List.copyOf(notes));
    }

    /**
     * The last month of birth of those of a sex who have retired by the end of a month, as 1965-06 of men for 2026-12;
     * nothing where the law of the day is not read. Of an override it knows nothing.
     */
    public static Optional<YearMonth> bornUntil(
            boolean female, YearMonth month, Regulations regulations, LocalDate lawDay) {
        Optional<Parameter> last =
                regulations.parameter("retirement." + (female ? "women" : "men") + ".last-age", lawDay);
        if (last.isEmpty()
                || retiresBy(month, female, month, regulations, lawDay).isEmpty()) {
            return Optional.empty();
        }
        YearMonth born = month.minusMonths(last.get().number());
        // Of whom nothing can be said retired before the decree.
        while (retiresBy(born.plusMonths(1), female, month, regulations, lawDay).orElse(true)) {
            born = born.plusMonths(1);
        }
        return Optional.of(born);
    }

    private static Optional<Boolean> retiresBy(
            YearMonth born, boolean female, YearMonth month, Regulations regulations, LocalDate lawDay) {
        return switch (retirement(PartialDate.parse(born.toString()), female, null, regulations, lawDay)) {
            case Retirement.Foreseen foreseen -> Optional.of(!foreseen.month().isAfter(month));
            case Retirement.NotKnown notKnown -> Optional.empty();
        };
    }

    /**
     * By which day whoever retires is to be told of it, as 2027-04-01 of a last month of work 2027-09: so many months
     * before the first day without work.
     *
     * @param months the law's, {@code retirement.notice}
     */
    public static LocalDate noticeBy(Retirement.Foreseen retirement, Parameter months) {
        return retirement.lastDay().plusDays(1).minusMonths(months.number());
    }

    private static int age(YearMonth born, YearMonth month) {
        return (month.getYear() - born.getYear()) * MONTHS + month.getMonthValue() - born.getMonthValue();
    }

    private static int ageOf(int yearsSinceFirst, List<Parameter> read) {
        int grown = read.get(1).number() + read.get(2).number() * Math.max(0, yearsSinceFirst);
        return Math.min(grown, read.get(3).number());
    }
}
