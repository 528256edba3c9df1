package opencadre.planning.eligibility.rule;

import java.util.List;
import java.util.Optional;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Parameter;
import opencadre.planning.eligibility.rule.PersonFacts.Planned;

/** Planned for the title or an equal or higher one: 80-QĐ/TW art. 18, 377-QĐ/TW art. 34. */
final class InPlanRule {

    private static final String CODE = "in-plan";

    private InPlanRule() {}

    static Criterion judge(SeatFacts seat, PersonFacts person, Question question) {
        Optional<Parameter> law = question.law("eligibility", CODE);
        if (law.isEmpty()) {
            return Judging.lawNotRead(CODE, question);
        }
        Judging judging = Judging.of(CODE, law.get(), seat.seat().text());
        List<Planned> standing = person.plan().stream()
                .filter(planned -> planned.approved().contains(question.day()))
                .toList();
        Optional<Planned> counted = standing.stream()
                .filter(planned -> planned.title().equals(seat.title())
                        || seat.equalOrHigherTitles().contains(planned.title()))
                .findFirst();
        if (counted.isPresent()) {
            return judging.seeing(counted.get().fact())
                    .pass(counted.get().fact().text());
        }
        return judging.seeing(standing.stream().map(Planned::fact).toList())
                .fail(Messages.of(standing.isEmpty() ? "in-plan.none" : "in-plan.other"), Messages.of("in-plan.turns"));
    }
}
