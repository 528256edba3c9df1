package opencadre.planning.procedure.rule;

import java.util.ArrayList;
import java.util.List;
import opencadre.kit.rule.Finding;
import opencadre.planning.procedure.rule.Tally.Votes;

/** Whether counts can be true. This follows from counting, not from a regulation. */
public final class TallyRules {

    private TallyRules() {}

    /** How a ballot is filled in. */
    public enum Kind {
        /** One name for the title. */
        ONE_NAME,
        /** Yes or no to each person. */
        EACH_PERSON
    }

    /** Everything that cannot be, each at its field; empty when the counts agree. */
    public static List<Finding> findings(Tally tally, Kind kind) {
        List<Finding> findings = new ArrayList<>();
        negative(findings, tally);
        if (tally.summoned() == 0) {
            findings.add(Finding.of("summoned", "tally.nobody-summoned"));
        }
        atMost(findings, "present", "tally.present-above-summoned", tally.present(), tally.summoned());
        atMost(findings, "issued", "tally.issued-above-present", tally.issued(), tally.present());
        atMost(findings, "returned", "tally.returned-above-issued", tally.returned(), tally.issued());
        atMost(findings, "valid", "tally.valid-above-returned", tally.valid(), tally.returned());
        if (tally.votes().stream().map(Votes::person).distinct().count()
                < tally.votes().size()) {
            findings.add(Finding.of("votes", "tally.person-twice"));
        }
        switch (kind) {
            case ONE_NAME -> {
                long named = tally.namingNobody()
                        + tally.votes().stream().mapToLong(Votes::count).sum();
                if (named != tally.valid()) {
                    findings.add(Finding.of("votes", "tally.votes-differ-from-valid", named, tally.valid()));
                }
            }
            case EACH_PERSON ->
                tally.votes()
                        .forEach(votes ->
                                atMost(findings, "votes", "tally.votes-above-valid", votes.count(), tally.valid()));
        }
        return List.copyOf(findings);
    }

    private static void negative(List<Finding> findings, Tally tally) {
        check(findings, "summoned", tally.summoned());
        check(findings, "present", tally.present());
        check(findings, "issued", tally.issued());
        check(findings, "returned", tally.returned());
        check(findings, "valid", tally.valid());
        check(findings, "namingNobody", tally.namingNobody());
        tally.votes().forEach(votes -> check(findings, "votes", votes.count()));
    }

    private static void check(List<Finding> findings, String field, int count) {
        if (count < 0) {
            findings.add(Finding.of(field, "tally.negative"));
        }
    }

    private static void atMost(List<Finding> findings, String field, String code, int count, int most) {
        if (count > most) {
            findings.add(Finding.of(field, code, count, most));
        }
    }
}
