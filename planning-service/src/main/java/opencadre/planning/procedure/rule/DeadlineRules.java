package opencadre.planning.procedure.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Parameter;
import opencadre.kit.rule.Regulations;
import opencadre.kit.rule.WorkingDays;
import opencadre.planning.law.rule.Regime;

/**
 * Deadlines in working days: policy approval at most 10 after the request, the procedure finished at most 30 after the
 * approval (Decree 115/2020). Saturdays, Sundays and the holidays of Labour Code art. 112 are no working days. The days
 * that are announced each year are not known before; until they are entered a deadline may in truth be later.
 */
public final class DeadlineRules {

    private DeadlineRules() {}

    /**
     * A deadline.
     *
     * @param lastDay the last day that is in time
     * @param workingDays how many there are, the first the one after the beginning
     * @param confidence unconfirmed also when announced holidays of a year it passes through are missing
     */
    public record Deadline(
            LocalDate lastDay, int workingDays, Confidence confidence, List<Basis> bases, List<Bilingual> notes) {

        public boolean isKeptBy(LocalDate day) {
            return !day.isAfter(lastDay);
        }
    }

    /** By when the policy approval is decided; nothing when nothing was read for the day. */
    public static Optional<Deadline> policyApproval(
            LocalDate requestedOn, LocalDate lawDay, Regime regime, Regulations regulations) {
        return regime.parameter(regulations, "appointment", "deadline.policy-approval", lawDay)
                .map(days -> deadline(requestedOn, days, regulations));
    }

    /** By when the procedure is finished; nothing when nothing was read for the day. */
    public static Optional<Deadline> procedure(
            LocalDate approvedOn, LocalDate lawDay, Regime regime, Regulations regulations) {
        return regime.parameter(regulations, "appointment", "deadline.procedure", lawDay)
                .map(days -> deadline(approvedOn, days, regulations));
    }

    private static Deadline deadline(LocalDate from, Parameter days, Regulations regulations) {
        Set<Integer> unannounced = new LinkedHashSet<>();
        LocalDate day = from;
        int left = days.number();
        while (left > 0) {
            day = day.plusDays(1);
            if (WorkingDays.contain(day, regulations)) {
                left--;
            }
            if (regulations.parametersUnder("holiday.announced.", day).isEmpty()) {
                unannounced.add(day.getYear());
            }
        }
        Confidence confidence = days.basis().confidence();
        List<Bilingual> notes = new ArrayList<>();
        for (Integer year : unannounced) {
            confidence = confidence.and(Confidence.UNCONFIRMED);
            notes.add(Messages.of("deadline.announced-days-missing", year));
        }
        return new Deadline(day, days.number(), confidence, List.of(days.basis()), List.copyOf(notes));
    }
}
