package opencadre.planning.eligibility.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Parameter;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.planning.eligibility.rule.PersonFacts.Held;

/**
 * Time in the present post or equal ones, added up: at least 2 years by 80-QĐ/TW art. 18 and Decree 115/2020. Time as
 * acting head or in charge is no time in the post.
 */
final class TimeInPostRule {

    private static final String CODE = "time-in-post";

    /**
     * Days left over of several posts make a month when they fill the longest one, so that none is counted too early.
     */
    private static final int DAYS_OF_A_MONTH = 31;

    private TimeInPostRule() {}

    static Criterion judge(PersonFacts person, Question question) {
        Optional<Parameter> law = question.law("eligibility", CODE);
        if (law.isEmpty()) {
            return Judging.lawNotRead(CODE, question);
        }
        int asked = law.get().number();
        Judging judging = Judging.of(CODE, law.get(), asked);
        if (person.posts() == null) {
            return judging.unknown(Messages.of("posts-not-known"), Messages.of("posts-not-known.turns"));
        }
        List<Held> posts =
                person.posts().stream().filter(post -> !post.acting()).toList();
        List<Held> counted = counted(posts, question.day());
        judging.seeing(counted.stream().map(Held::fact).toList());
        // A beginning of which only the year or month is known may lie on any of its days.
        Time least = time(counted, PartialDate::latest, question.day());
        Time most = time(counted, PartialDate::earliest, question.day());
        if (least.months() >= asked) {
            return judging.pass(Messages.of("time-in-post.actual", least.months()));
        }
        boolean first = posts.stream()
                .noneMatch(post -> post.leadership() && !post.from().earliest().isAfter(question.day()));
        Optional<Parameter> askedAtFirst = question.law("eligibility", "time-in-post.asked-at-first-appointment");
        if (first && askedAtFirst.isEmpty()) {
            return judging.unknown(Messages.of("time-in-post.first"), Messages.of("law-not-read.turns"));
        }
        if (first && !askedAtFirst.get().isYes()) {
            return judging.standingOn(askedAtFirst.get().basis()).pass(Messages.of("time-in-post.not-asked"));
        }
        if (most.months() >= asked) {
            return judging.unknown(Messages.of("time-in-post.inexact"), Messages.of("time-in-post.inexact.turns"));
        }
        return judging.fail(
                Messages.of("time-in-post.actual", least.months()),
                least.months() == 0 && least.days() == 0
                        ? Messages.of("time-in-post.none.turns")
                        : Messages.of("time-in-post.turns", reachedOn(counted, question.day(), asked)));
    }

    /** The posts that count for the present post; of several held at once, for the one that has most time. */
    private static List<Held> counted(List<Held> posts, LocalDate day) {
        return posts.stream()
                .filter(post -> !post.from().earliest().isAfter(day)
                        && (post.to() == null || post.to().isAfter(day)))
                .map(present -> posts.stream()
                        .filter(post -> post.equals(present)
                                || post.title().equals(present.title())
                                || present.equalTitles().contains(post.title()))
                        .filter(post -> !post.from().earliest().isAfter(day))
                        .toList())
                .max(Comparator.comparing((List<Held> some) -> time(some, PartialDate::latest, day)))
                .orElse(List.of());
    }

    private static LocalDate reachedOn(List<Held> counted, LocalDate day, int asked) {
        LocalDate on = day;
        while (time(counted, PartialDate::latest, on).months() < asked) {
            on = on.plusDays(1);
        }
        return on;
    }

    /** Time before a day in posts, days held twice counted once. */
    private static Time time(List<Held> posts, Function<PartialDate, LocalDate> from, LocalDate day) {
        Time sum = new Time(0, 0);
        for (Period period : merged(posts, from, day)) {
            sum = sum.plus(period.from(), period.to() == null ? day : period.to());
        }
        return sum;
    }

    private static List<Period> merged(List<Held> posts, Function<PartialDate, LocalDate> from, LocalDate day) {
        List<Period> merged = new ArrayList<>();
        posts.stream()
                .flatMap(post ->
                        Period.of(
                                from.apply(post.from()),
                                post.to() == null || post.to().isAfter(day) ? day : post.to())
                                .stream())
                .sorted(Comparator.comparing(Period::from))
                .forEach(period -> {
                    Period last = merged.isEmpty() ? null : merged.getLast();
                    if (last == null || last.to() == null || period.from().isAfter(last.to())) {
                        merged.add(period);
                    } else if (period.to() != null && period.to().isAfter(last.to())) {
                        merged.set(merged.size() - 1, new Period(last.from(), period.to()));
                    }
                });
        return merged;
    }

    /** Full months and the days left over. */
    private record Time(int months, int days) implements Comparable<Time> {

        Time plus(LocalDate from, LocalDate to) {
            int full = Math.toIntExact(ChronoUnit.MONTHS.between(from, to));
            // From 29 February two years are complete on 28 February.
            if (!from.plusMonths(full + 1L).isAfter(to)) {
                full++;
            }
            int left = days + Math.toIntExact(ChronoUnit.DAYS.between(from.plusMonths(full), to));
            return new Time(months + full + left / DAYS_OF_A_MONTH, left % DAYS_OF_A_MONTH);
        }

        @Override
        public int compareTo(Time other) {
            return Comparator.comparingInt(Time::months)
                    .thenComparingInt(Time::days)
                    .compare(this, other);
        }
    }
}
