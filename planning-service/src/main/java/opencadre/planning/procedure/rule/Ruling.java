package opencadre.planning.procedure.rule;

import java.util.List;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What the law makes of a meeting.
 *
 * @param said the result in words
 * @param bases what it stands on; none when the counts contradict or nothing was read
 * @param announced whether the result is read out in the meeting; null when the text says nothing
 */
public record Ruling(
        Result result,
        Bilingual said,
        List<Basis> bases,
        @Nullable Boolean announced) {

    public Ruling {
        bases = List.copyOf(bases);
    }

    /** The least certain of what it stands on. */
    public Confidence confidence() {
        return bases.stream().map(Basis::confidence).reduce(Confidence::and).orElse(Confidence.UNCONFIRMED);
    }

    /** The article it stands on, as it is cited; null when it stands on none. */
    public @Nullable String article() {
        return bases.isEmpty() ? null : bases.getFirst().citation();
    }

    /** What stands against recording the meeting as a step: one without quorum is none and is held again. */
    public List<Finding> against() {
        return switch (result) {
            case Result.Inconsistent(var counts) -> counts;
            case Result.NoQuorum noQuorum -> List.of(new Finding("present", "ruling.no-quorum", said, article()));
            case Result.LawNotRead notRead -> List.of(new Finding(null, "law-not-read", said, null));
            case Result.Chosen chosen -> List.of();
            case Result.GoOn goOn -> List.of();
            case Result.HeadChooses headChooses -> List.of();
            case Result.Consulted consulted -> List.of();
            case Result.Stopped stopped -> List.of();
        };
    }

    /** Whether the next step may follow. */
    public boolean goesOn() {
        return switch (result) {
            case Result.Chosen chosen -> true;
            case Result.GoOn goOn -> true;
            case Result.Consulted consulted -> true;
            case Result.HeadChooses headChooses -> true;
            case Result.Inconsistent inconsistent -> false;
            case Result.NoQuorum noQuorum -> false;
            case Result.Stopped stopped -> false;
            case Result.LawNotRead lawNotRead -> false;
        };
    }

    /** What follows. People are named as the tally names them. */
    public sealed interface Result {

        /** The counts cannot be true; nothing follows from them. */
        record Inconsistent(List<Finding> findings) implements Result {}

        /** Too few came: the meeting is held again. */
        record NoQuorum(int needed, int present) implements Result {}

        record Chosen(String person) implements Result {}

        /** Nobody is above half; these go on to the next step, most votes first. */
        record GoOn(List<String> people) implements Result {}

        /** Exactly half for each of two: the head chooses one and reports all views. */
        record HeadChooses(List<String> people) implements Result {}

        /** The ballot is for the next step to weigh and decides nothing. */
        record Consulted() implements Result {}

        /** The procedure stops and is reported to the competent authority; the code is that of the words. */
        record Stopped(String code) implements Result {}

        /** Nothing was read for the day, so nothing is decided. */
        record LawNotRead() implements Result {}
    }
}
