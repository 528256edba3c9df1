package opencadre.kit.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;

/**
 * Days on which work is done, as far as they are known: not Saturdays, not Sundays, and none of the parameters under
 * {@code holiday.}, whose values are months and days, as {@code 09-02}.
 */
public final class WorkingDays {

    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MM-dd");

    private WorkingDays() {}

    /** Whether work is done on a day. */
    public static boolean contain(LocalDate day, Regulations regulations) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && regulations.parametersUnder("holiday.", day).stream()
                        .noneMatch(holiday -> MonthDay.from(MONTH_AND_DAY.parse(holiday.value()))
                                .equals(MonthDay.from(day)));
    }

    /** The working day that lies so many of them before a day. */
    public static LocalDate before(LocalDate day, int workingDays, Regulations regulations) {
        LocalDate earlier = day;
        int left = workingDays;
        while (left > 0) {
            earlier = earlier.minusDays(1);
            if (contain(earlier, regulations)) {
                left--;
            }
        }
        return earlier;
    }
}
