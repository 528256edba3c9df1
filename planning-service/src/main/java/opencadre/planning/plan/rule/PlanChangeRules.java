package opencadre.planning.plan.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.rule.FourEyes;
import org.jspecify.annotations.Nullable;

/** Who may take an entry from where to where, and on which days. Whoever proposes never approves: four eyes. */
public final class PlanChangeRules {

    private PlanChangeRules() {}

    /** A breach: the field, where it is of one, and the code of its text. */
    public record Breach(@Nullable String field, String code) {}

    /**
     * What is known when a change is judged.
     *
     * @param approvedOn null while it is only proposed
     * @param endsOn first day on which it no longer stands, or null
     * @param over whether it was turned down or taken out
     * @param person who is planned
     * @param proposers hands that proposed it
     * @param hands whose hand decides
     */
    public record Facts(
            @Nullable LocalDate approvedOn,
            @Nullable LocalDate endsOn,
            boolean over,
            UUID person,
            Set<String> proposers,
            Set<String> hands,
            LocalDate today) {}

    /** A term of office ends after it begins: {@code 2026-2031}. */
    public static List<Breach> ofTerm(String term) {
        int from = Integer.parseInt(term.substring(0, 4));
        int to = Integer.parseInt(term.substring(5));
        return from < to ? List.of() : List.of(new Breach("term", "term-of-office-backwards"));
    }

    /** What stands against proposing what a decision of the past says. */
    public static List<Breach> ofPaper(LocalDate on, LocalDate today) {
        return on.isAfter(today) ? List.of(new Breach("approvedOn", "in-the-future")) : List.of();
    }

    /** What stands against an approval on a day. */
    public static List<Breach> ofApproval(LocalDate on, Facts facts) {
        List<Breach> breaches = new ArrayList<>();
        if (facts.approvedOn() != null || facts.over()) {
            breaches.add(new Breach(null, "plan-entry-not-proposed"));
        }
        breaches.addAll(ofDay("approvedOn", on, facts));
        return breaches;
    }

    /** What stands against putting an approval right. */
    public static List<Breach> ofCorrection(LocalDate on, @Nullable LocalDate removedOn, Facts facts) {
        List<Breach> breaches = new ArrayList<>();
        if (facts.approvedOn() == null) {
            breaches.add(new Breach(null, "plan-entry-not-approved"));
        }
        breaches.addAll(ofDay("approvedOn", on, facts));
        if (removedOn != null && !on.isBefore(removedOn)) {
            breaches.add(new Breach("approvedOn", "removed-before-approved"));
        }
        return breaches;
    }

    /** What stands against taking it out, or turning it down, on a day. */
    public static List<Breach> ofRemoval(LocalDate on, @Nullable String decision, Facts facts) {
        List<Breach> breaches = new ArrayList<>();
        if (facts.over() || (facts.endsOn() != null && !on.isBefore(facts.endsOn()))) {
            breaches.add(new Breach(null, "plan-entry-ended"));
        }
        if (on.isAfter(facts.today())) {
            breaches.add(new Breach("removedOn", "in-the-future"));
        }
        if (facts.approvedOn() != null && decision == null) {
            breaches.add(new Breach("decision", "required"));
        }
        if (facts.approvedOn() != null && !on.isAfter(facts.approvedOn())) {
            breaches.add(new Breach("removedOn", "removed-before-approved"));
        }
        return breaches;
    }

    private static List<Breach> ofDay(String field, LocalDate on, Facts facts) {
        List<Breach> breaches = new ArrayList<>();
        if (on.isAfter(facts.today())) {
            breaches.add(new Breach(field, "in-the-future"));
        }
        if (FourEyes.areOne(facts.proposers(), facts.hands())) {
            breaches.add(new Breach(null, "own-plan-entry"));
        }
        if (FourEyes.areOf(facts.proposers(), List.of(facts.person()))) {
            breaches.add(new Breach(null, "own-affair"));
        }
        return breaches;
    }
}
