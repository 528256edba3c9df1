package opencadre.planning.eligibility.rule;

import java.util.stream.Stream;
import opencadre.kit.rule.Verdict;

/** Whether a person may be put into a seat: every condition with its article, and never yes on something unknown. */
public final class EligibilityRules {

    private EligibilityRules() {}

    /** The verdict; its conditions stand in the order in which an officer checks them. */
    public static Verdict verdict(SeatFacts seat, PersonFacts person, Question question) {
        return new Verdict(Stream.concat(
                        Stream.of(
                                InPlanRule.judge(seat, person, question),
                                TimeInPostRule.judge(person, question),
                                FullTermRule.judge(seat, person, question),
                                TheoryRule.judge(seat, person, question),
                                RatingRule.judge(person, question),
                                CoolOffRule.judge(seat, person, question)),
                        Stream.concat(
                                SuspensionRule.judge(person, question).stream(),
                                Stream.of(HealthRule.judge(person, question))))
                .toList());
    }
}
