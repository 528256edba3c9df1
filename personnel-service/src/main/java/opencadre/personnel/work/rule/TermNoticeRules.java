package opencadre.personnel.work.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import opencadre.kit.rule.Parameter;
import opencadre.kit.rule.Regulations;
import opencadre.kit.rule.WorkingDays;

/**
 * When somebody whose term of office ends is thought of. The law knows one day: by which the person is told, 90 working
 * days before for cadres (Regulation 377-QĐ/TW) and 90 days before for public employees (Decree 115/2020). The
 * reminders around it are this system's own.
 */
public final class TermNoticeRules {

    private static final int HALF_YEAR = 180;
    private static final int FOUR_MONTHS = 120;
    private static final int MONTH = 30;

    private TermNoticeRules() {}

    /** How near the end is; each stage follows the one before on its day. */
    public enum Stage {
        HALF_YEAR,
        FOUR_MONTHS,
        /** The last day on which telling the person is in time has come. */
        TELL,
        MONTH,
        LAST_DAY,
        /** It has ended and nothing was decided: the office may not be exercised. */
        OVER
    }

    /**
     * A reminder.
     *
     * @param stage reached, since that day
     * @param lastDay of the term
     * @param tellBy last day on which telling the person is in time; nothing where the law of the day was not read
     */
    public record Reminder(Stage stage, LocalDate since, LocalDate lastDay, Optional<TellBy> tellBy) {}

    /** By when the person is told, and what says so. */
    public record TellBy(LocalDate day, Parameter law) {}

    /**
     * The reminder of a day; nothing while the end is more than half a year away.
     *
     * @param over first day after the term
     * @param publicEmployee whether the rules of public employees (viên chức) hold for the post
     */
    public static Optional<Reminder> reminder(
            LocalDate over, LocalDate today, boolean publicEmployee, Regulations regulations) {
        LocalDate lastDay = over.minusDays(1);
        Optional<TellBy> tellBy = publicEmployee
                ? tellPublicEmployee(lastDay, today, regulations)
                : tellCadre(lastDay, today, regulations);
        List<Reached> stages = new ArrayList<>(List.of(
                new Reached(Stage.HALF_YEAR, lastDay.minusDays(HALF_YEAR)),
                new Reached(Stage.FOUR_MONTHS, lastDay.minusDays(FOUR_MONTHS)),
                new Reached(Stage.MONTH, lastDay.minusDays(MONTH)),
                new Reached(Stage.LAST_DAY, lastDay.minusDays(1)),
                new Reached(Stage.OVER, over)));
        tellBy.ifPresent(tell -> stages.add(new Reached(Stage.TELL, tell.day())));
        return stages.stream()
                .filter(stage -> !stage.since().isAfter(today))
                .max(Comparator.comparing(Reached::since).thenComparing(Reached::stage))
                .map(stage -> new Reminder(stage.stage(), stage.since(), lastDay, tellBy));
    }

    private record Reached(Stage stage, LocalDate since) {}

    private static Optional<TellBy> tellCadre(LocalDate lastDay, LocalDate lawDay, Regulations regulations) {
        return regulations
                .parameter("term.cadre.tell.working-days", lawDay)
                .map(law -> new TellBy(WorkingDays.before(lastDay, law.number(), regulations), law));
    }

    private static Optional<TellBy> tellPublicEmployee(LocalDate lastDay, LocalDate lawDay, Regulations regulations) {
        return regulations
                .parameter("term.public-employee.tell.days", lawDay)
                .map(law -> new TellBy(lastDay.minusDays(law.number()), law));
    }
}
