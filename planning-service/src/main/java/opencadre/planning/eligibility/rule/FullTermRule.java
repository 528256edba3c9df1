package opencadre.planning.eligibility.rule;

import java.time.LocalDate;
import java.util.Optional;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Parameter;
import opencadre.planning.vacancy.rule.RetirementRules;
import opencadre.planning.vacancy.rule.RetirementRules.Retirement;

/**
 * Age for a full term: 60 months left to the person's own retirement month when first put into a higher post, by
 * 80-QĐ/TW art. 18; reckoned on the day on which the submission is received, by Guidance 06-HD/BTCTW of 2021.
 */
final class FullTermRule {

    private static final String CODE = "full-term";

    private FullTermRule() {}

    static Criterion judge(SeatFacts seat, PersonFacts person, Question question) {
        Optional<Parameter> law = question.law("eligibility", CODE);
        if (law.isEmpty()) {
            return Judging.lawNotRead(CODE, question);
        }
        Judging judging = Judging.of(CODE, law.get(), law.get().number());
        if (!seat.higher()) {
            return judging.pass(Messages.of("not-higher"));
        }
        question.law("eligibility", "age-day").ifPresent(ageDay -> judging.standingOn(ageDay.basis()));
        LocalDate ageDay = question.submissionReceivedOn();
        if (ageDay == null) {
            ageDay = question.day();
            judging.noting(Messages.of("full-term.no-submission", ageDay));
        }
        return switch (RetirementRules.retirement(
                person.birth(),
                person.female(),
                person.retirementOverride(),
                question.regulations(),
                question.lawDay())) {
            case Retirement.NotKnown notKnown ->
                judging.unknown(notKnown.why(), Messages.of("full-term.unknown.turns"));
            case Retirement.Foreseen foreseen -> {
                judging.standingOn(foreseen.bases()).noting(foreseen.notes());
                boolean enough = !ageDay.plusMonths(law.get().number()).isAfter(foreseen.lastDay());
                yield enough
                        ? judging.pass(Messages.of("full-term.actual", foreseen.month()))
                        : judging.fail(
                                Messages.of("full-term.actual", foreseen.month()), Messages.of("full-term.turns"));
            }
        };
    }
}
