package opencadre.planning.eligibility.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Fact;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Parameter;
import opencadre.kit.rule.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Whether a plan has room: only a higher title, at most 3 people for a title and 3 titles for a person, by 377-QĐ/TW at
 * one level. Those that stand already are counted, the one proposed comes on top.
 */
public final class PlanLimitRules {

    private PlanLimitRules() {}

    /** An entry that stands: who, for which title in which unit, at which level. */
    public record Entry(Fact fact, String person, String title, String level) {}

    /**
     * What is proposed.
     *
     * @param title the title in its unit
     * @param higher whether it is higher than what the person holds; null when that is not known
     */
    public record Proposed(
            String person,
            String title,
            String level,
            @Nullable Boolean higher) {}

    /** The three conditions of an entry, against the entries that stand on the day. */
    public static Verdict verdict(Proposed proposed, List<Entry> standing, Question question) {
        return new Verdict(List.of(
                onlyHigher(proposed, question),
                peoplePerTitle(proposed, standing, question),
                titlesPerPerson(proposed, standing, question)));
    }

    private static Criterion onlyHigher(Proposed proposed, Question question) {
        String code = "only-higher-title";
        Optional<Parameter> law = question.law("planning." + code);
        if (law.isEmpty()) {
            return Judging.lawNotRead(code, question);
        }
        Judging judging = Judging.of(code, law.get());
        if (proposed.higher() == null) {
            return judging.unknown(Messages.of("posts-not-known"), Messages.of("posts-not-known.turns"));
        }
        return proposed.higher()
                ? judging.pass(Messages.of("only-higher-title.actual"))
                : judging.fail(Messages.of("not-higher"), Messages.of("only-higher-title.turns"));
    }

    private static Criterion peoplePerTitle(Proposed proposed, List<Entry> standing, Question question) {
        List<Entry> others = standing.stream()
                .filter(entry -> entry.title().equals(proposed.title()))
                .filter(entry -> !entry.person().equals(proposed.person()))
                .toList();
        long people = others.stream().map(Entry::person).distinct().count();
        return limit("people-per-title", question.law("planning.people-per-title"), people, others, question);
    }

    private static Criterion titlesPerPerson(Proposed proposed, List<Entry> standing, Question question) {
        String code = "titles-per-person";
        Optional<Parameter> counted = question.law("planning.titles-per-person.counted");
        if (counted.isEmpty()) {
            return Judging.lawNotRead(code, question);
        }
        boolean everyLevel = counted.get().value().equals("ALL_LEVELS");
        List<Entry> others = standing.stream()
                .filter(entry -> entry.person().equals(proposed.person()))
                .filter(entry -> !entry.title().equals(proposed.title()))
                .filter(entry -> everyLevel || entry.level().equals(proposed.level()))
                .toList();
        long titles = others.stream().map(Entry::title).distinct().count();
        return limit(code, question.law("planning.titles-per-person"), titles, others, question);
    }

    private static Criterion limit(
            String code, Optional<Parameter> law, long standing, List<Entry> others, Question question) {
        if (law.isEmpty()) {
            return Judging.lawNotRead(code, question);
        }
        Judging judging = Judging.of(code, law.get(), law.get().number())
                .seeing(new ArrayList<>(others.stream().map(Entry::fact).toList()));
        return standing + 1 <= law.get().number()
                ? judging.pass(Messages.of(code + ".actual", standing))
                : judging.fail(Messages.of(code + ".actual", standing), Messages.of(code + ".turns"));
    }
}
