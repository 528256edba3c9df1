package opencadre.planning.eligibility.rule;

import java.util.ArrayList;
import java.util.List;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Fact;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Outcome;
import opencadre.kit.rule.Parameter;
import org.jspecify.annotations.Nullable;

/** One condition while it is being judged: what is asked of whom, and by what. */
final class Judging {

    private final String code;
    private final Bilingual required;
    private final List<Basis> bases = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Bilingual> notes = new ArrayList<>();

    private Judging(String code, Bilingual required) {
        this.code = code;
        this.required = required;
    }

    /** A condition that a parameter asks for; arguments fill the text {@code <code>.required}. */
    static Judging of(String code, Parameter parameter, Object... arguments) {
        return new Judging(code, Messages.of(code + ".required", arguments)).standingOn(parameter.basis());
    }

    /** The answer where nothing was read for the day: unknown, whatever the facts. */
    static Criterion lawNotRead(String code, Question question) {
        return new Judging(code, Messages.of(code))
                .unknown(
                        Messages.of("law-not-read", Messages.of(code), question.lawDay()),
                        Messages.of("law-not-read.turns"));
    }

    Judging standingOn(Basis basis) {
        bases.add(basis);
        return this;
    }

    Judging standingOn(List<Basis> others) {
        bases.addAll(others);
        return this;
    }

    Judging seeing(Fact fact) {
        facts.add(fact);
        return this;
    }

    Judging seeing(List<Fact> others) {
        facts.addAll(others);
        return this;
    }

    Judging noting(Bilingual note) {
        notes.add(note);
        return this;
    }

    Judging noting(List<Bilingual> others) {
        notes.addAll(others);
        return this;
    }

    Criterion pass(Bilingual actual) {
        return criterion(Outcome.PASS, actual, null);
    }

    Criterion fail(Bilingual actual, Bilingual turns) {
        return criterion(Outcome.FAIL, actual, turns);
    }

    Criterion unknown(Bilingual actual, Bilingual turns) {
        return criterion(Outcome.UNKNOWN, actual, turns);
    }

    private Criterion criterion(Outcome outcome, Bilingual actual, @Nullable Bilingual turns) {
        return new Criterion(code, outcome, required, actual, facts, bases, turns, notes);
    }
}
