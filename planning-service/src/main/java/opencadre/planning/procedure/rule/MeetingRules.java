package opencadre.planning.procedure.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting must bring to be one of a step: its counts, votes for the right people, a result read out or not as
 * the law says (Decree 115/2020; each finding cites what the step was ruled by).
 */
public final class MeetingRules {

    private MeetingRules() {}

    /**
     * What the form of a step needs: counts of a ballot from step 2 on, the members in step 3, a kind in 4 and 5.
     *
     * @param article of the regulation the step is held by; null where none is settled
     */
    public static List<Finding> form(Step step, Meeting meeting, @Nullable String article) {
        List<Finding> findings = new ArrayList<>();
        if (step == Step.LEADERSHIP_1) {
            if (!meeting.votes().isEmpty()) {
                findings.add(cited("votes", "step-without-ballot", article));
            }
            return findings;
        }
        required(findings, "issued", meeting.issued());
        required(findings, "returned", meeting.returned());
        required(findings, "valid", meeting.valid());
        if (step == Step.LEADERSHIP_2) {
            required(findings, "members", meeting.members());
        }
        if (step == Step.KEY_CADRES || step == Step.LEADERSHIP_3) {
            required(findings, "kind", meeting.kind());
        } else if (meeting.kind() == TallyRules.Kind.EACH_PERSON) {
            findings.add(cited("kind", "one-name-for-a-title", article));
        }
        return findings;
    }

    /** Votes go to the people whom the step is about: the candidates, and from step 4 on who came out of step 3. */
    public static List<Finding> votes(Meeting meeting, Set<UUID> lawful) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < meeting.votes().size(); i++) {
            if (!lawful.contains(meeting.votes().get(i).personId())) {
                findings.add(Finding.of("votes[" + i + "].personId", "not-among-the-lawful"));
            }
        }
        return findings;
    }

    /** A result is read out in the meeting or kept back, where the law says which and the minutes say what was done. */
    public static List<Finding> announcement(Ruling ruling, @Nullable Boolean announced) {
        if (ruling.announced() == null
                || announced == null
                || ruling.announced().equals(announced)) {
            return List.of();
        }
        String code = ruling.announced() ? "to-be-announced" : "not-to-be-announced";
        return List.of(cited("announced", code, ruling.article()));
    }

    private static void required(List<Finding> findings, String field, @Nullable Object value) {
        if (value == null) {
            findings.add(Finding.of(field, "required"));
        }
    }

    private static Finding cited(String field, String code, @Nullable String article) {
        return new Finding(field, code, Messages.of(code), article);
    }
}
