package opencadre.planning.eligibility.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Parameter;
import opencadre.planning.eligibility.rule.PersonFacts.Disciplined;

/**
 * No higher post for some time after discipline: reprimand 12 months, warning 30, dismissal 60 by 80-QĐ/TW; 24, 36 and
 * 60 by 377-QĐ/TW. A discipline decided under the one and judged under the other is counted by the law of the step and
 * says so: what holds in between is to be confirmed.
 */
final class CoolOffRule {

    private static final String CODE = "discipline";
    private static final String KEY = "discipline.cool-off.";

    private CoolOffRule() {}

    static Criterion judge(SeatFacts seat, PersonFacts person, Question question) {
        Optional<Parameter> anyForm = question.law(KEY + DisciplineForm.REPRIMAND.word());
        if (anyForm.isEmpty()) {
            return Judging.lawNotRead(CODE, question);
        }
        Judging judging = Judging.of(CODE, anyForm.get());
        if (!seat.higher()) {
            return judging.pass(Messages.of("not-higher"));
        }
        if (person.disciplines() == null) {
            return judging.unknown(Messages.of("discipline.not-known"), Messages.of("discipline.not-known.turns"));
        }
        List<Disciplined> standing = person.disciplines().stream()
                .filter(discipline -> !discipline.decidedOn().isAfter(question.day()))
                .filter(discipline ->
                        discipline.revokedOn() == null || discipline.revokedOn().isAfter(question.day()))
                .toList();
        judging.seeing(standing.stream().map(Disciplined::fact).toList());
        boolean unread = false;
        LocalDate free = LocalDate.MIN;
        for (Disciplined discipline : standing) {
            String key = KEY + discipline.form().word();
            Optional<Parameter> months = question.law(key);
            if (months.isEmpty()) {
                unread = true;
                continue;
            }
            LocalDate ends = discipline.decidedOn().plusMonths(months.get().number());
            free = ends.isAfter(free) ? ends : free;
            question.regulations()
                    .parameter(key, discipline.decidedOn())
                    .filter(then -> then.number() != months.get().number())
                    .ifPresent(then -> judging.standingOn(then.basis())
                            .noting(Messages.of(
                                    "discipline.transition",
                                    then.basis().regulation(),
                                    then.number(),
                                    months.get().basis().regulation(),
                                    months.get().number())));
        }
        if (free.isAfter(question.day())) {
            return judging.fail(Messages.of("discipline.until", free), Messages.of("discipline.turns", free));
        }
        if (unread) {
            return judging.unknown(Messages.of("discipline.no-period"), Messages.of("law-not-read.turns"));
        }
        return judging.pass(Messages.of(standing.isEmpty() ? "discipline.none" : "discipline.over"));
    }
}
