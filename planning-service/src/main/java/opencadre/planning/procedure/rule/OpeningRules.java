package opencadre.planning.procedure.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Messages;
import opencadre.planning.procedure.rule.RuleVersions.Version;

/**
 * Whether the five steps may begin: for a seat for which none are open, by a regulation that was read for the day on
 * which the policy was asked for, with people who on that day failed no condition.
 */
public final class OpeningRules {

    private OpeningRules() {}

    /** Somebody for whom it is opened, and how the conditions came out on the day of the request. */
    public record Candidate(UUID person, List<Criterion> criteria) {}

    /**
     * What stands against it.
     *
     * @param candidates in the order in which they were named
     */
    public static List<Finding> findings(
            LocalDate requestedOn, LocalDate today, List<Candidate> candidates, Version version) {
        List<Finding> findings = new ArrayList<>();
        if (requestedOn.isAfter(today)) {
            findings.add(Finding.of("requestedOn", "in-the-future"));
        }
        if (new HashSet<>(candidates.stream().map(Candidate::person).toList()).size() < candidates.size()) {
            findings.add(Finding.of("candidates", "tally.person-twice"));
        }
        for (int i = 0; i < candidates.size(); i++) {
            findings.addAll(
                    ActRules.failed("candidates[" + i + "]", candidates.get(i).criteria()));
        }
        if (!(version instanceof Version.Settled)) {
            findings.add(Finding.of("requestedOn", "law-not-read", Messages.of("five-steps"), requestedOn));
        }
        return List.copyOf(findings);
    }

    /**
     * One procedure at a time runs for a seat.
     *
     * @param busy whether another does
     */
    public static List<Finding> seatIsFree(boolean busy) {
        return busy ? List.of(Finding.of("seatId", "procedure-is-open")) : List.of();
    }
}
