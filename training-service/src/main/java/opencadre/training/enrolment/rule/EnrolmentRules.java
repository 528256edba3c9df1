package opencadre.training.enrolment.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import opencadre.kit.time.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * What makes an enrolment impossible. These follow from the meaning of the words, not from a regulation: who may be
 * sent is judged where people are chosen.
 */
public final class EnrolmentRules {

    /** No school of the State is older. */
    private static final int FIRST_YEAR = 1945;

    private EnrolmentRules() {}

    /** A breach: the field, null where it is none alone, and the code of its text. */
    public record Breach(@Nullable String field, String code) {}

    /**
     * What is known when an enrolment is judged.
     *
     * @param again whether the person is sent to this class already
     */
    public record Facts(
            boolean levelFitsKind,
            boolean completes,
            boolean politicalTheory,
            LocalDate decidedOn,
            PartialDate startsOn,
            @Nullable PartialDate endsOn,
            boolean ended,
            boolean again,
            LocalDate today) {}

    /** Every breach at once, so that a form is corrected in one go. */
    public static List<Breach> breaches(Facts facts) {
        List<Breach> breaches = new ArrayList<>();
        if (!facts.levelFitsKind()) {
            breaches.add(new Breach("level", "level-does-not-fit-kind"));
        }
        // Hoàn chỉnh is a course of political theory alone.
        if (facts.completes() && !facts.politicalTheory()) {
            breaches.add(new Breach("course", "completion-of-theory-alone"));
        }
        if (facts.decidedOn().isAfter(facts.today())) {
            breaches.add(new Breach("decidedOn", "decided-in-the-future"));
        }
        if (facts.startsOn().year() < FIRST_YEAR) {
            breaches.add(new Breach("startsOn", "study-out-of-range"));
        }
        PartialDate end = facts.endsOn();
        if (end != null && end.latest().isBefore(facts.startsOn().earliest())) {
            breaches.add(new Breach("endsOn", "study-ends-before-it-begins"));
        }
        if (facts.ended() && end == null) {
            breaches.add(new Breach("endsOn", "result-needs-an-end"));
        }
        if (facts.ended() && end != null && end.earliest().isAfter(facts.today())) {
            breaches.add(new Breach("endsOn", "result-before-the-end"));
        }
        if (facts.again()) {
            breaches.add(new Breach(null, "enrolled-already"));
        }
        return breaches;
    }
}
