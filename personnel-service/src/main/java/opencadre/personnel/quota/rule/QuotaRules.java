package opencadre.personnel.quota.rule;

import java.util.ArrayList;
import java.util.List;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.Period;

/** What a staffing quota may be. These follow from the meaning of the word, not from a regulation. */
public final class QuotaRules {

    private QuotaRules() {}

    /** A unit has one number of a regime at a time, and is given it while it stands. */
    public static List<Finding> breaches(Period quota, List<Period> unitStands, List<Period> othersOfTheRegime) {
        List<Finding> findings = new ArrayList<>();
        if (unitStands.stream().noneMatch(days -> days.contains(quota.from()))) {
            findings.add(Finding.of("validFrom", "unit-does-not-stand"));
        }
        othersOfTheRegime.stream()
                .filter(other -> other.overlaps(quota))
                .findFirst()
                .ifPresent(other -> findings.add(
                        Finding.of(other.contains(quota.from()) ? "validFrom" : "validTo", "quota-overlaps")));
        return findings;
    }
}
