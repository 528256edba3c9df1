package opencadre.planning.eligibility.rule;

import java.util.List;
import java.util.Optional;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Parameter;
import opencadre.planning.eligibility.rule.PersonFacts.Suspended;

/**
 * Whoever is suspended (tạm đình chỉ công tác, chức vụ) is considered case by case by 377-QĐ/TW, as far as it was heard
 * of; its article was not read. It is asked only of somebody who is suspended, and never answered with yes.
 */
final class SuspensionRule {

    private static final String CODE = "suspension";

    private SuspensionRule() {}

    static Optional<Criterion> judge(PersonFacts person, Question question) {
        List<Suspended> standing = person.suspensions().stream()
                .filter(suspension -> suspension.days().contains(question.day()))
                .toList();
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        Optional<Parameter> law = question.law("eligibility.suspended");
        if (law.isEmpty()) {
            return Optional.of(Judging.lawNotRead(CODE, question));
        }
        return Optional.of(Judging.of(CODE, law.get())
                .seeing(standing.stream().map(Suspended::fact).toList())
                .unknown(Messages.of("suspension.stands"), Messages.of("suspension.turns")));
    }
}
