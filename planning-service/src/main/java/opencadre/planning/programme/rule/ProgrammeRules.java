package opencadre.planning.programme.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.planning.programme.rule.Counting.Count;
import opencadre.planning.programme.rule.Counting.Fact;
import org.jspecify.annotations.Nullable;

/** What makes a programme impossible to reckon. */
public final class ProgrammeRules {

    private ProgrammeRules() {}

    /** A breach: the field, the code of its text. */
    public record Breach(String field, String code) {}

    /** One indicator as it is judged. */
    public record Indicator(String field, String code, Counting counting) {}

    /** What a programme is before it is recorded. */
    public record Facts(
            LocalDate issuedOn,
            LocalDate from,
            LocalDate to,
            LocalDate countedFrom,
            UUID owner,
            List<UUID> covered,
            List<Indicator> indicators,
            LocalDate today) {}

    /** Every breach at once. */
    public static List<Breach> breaches(Facts facts, UnitHistory units, Set<String> knownTitles) {
        List<Breach> breaches = new ArrayList<>();
        if (facts.issuedOn().isAfter(facts.today())) {
            breaches.add(new Breach("issuedOn", "in-the-future"));
        }
        if (facts.to().isBefore(facts.from())) {
            breaches.add(new Breach("to", "programme-ends-before-it-begins"));
        }
        if (facts.countedFrom().isAfter(facts.to())) {
            breaches.add(new Breach("countedFrom", "counted-from-after-the-end"));
        }
        if (!units.stands(facts.owner(), facts.issuedOn())) {
            breaches.add(new Breach("ownerUnitId", "unit-does-not-stand-that-day"));
        }
        for (int i = 0; i < facts.covered().size(); i++) {
            unit("coveredUnitIds[" + i + "]", facts.covered().get(i), facts, units, breaches);
        }
        Set<String> codes = new HashSet<>();
        for (Indicator indicator : facts.indicators()) {
            if (!codes.add(indicator.code())) {
                breaches.add(new Breach(indicator.field() + ".code", "indicator-code-twice"));
            }
            breaches.addAll(
                    ofCounting(indicator.field() + ".counting", indicator.counting(), facts, units, knownTitles));
        }
        return breaches;
    }

    private static List<Breach> ofCounting(
            String field, Counting counting, Facts facts, UnitHistory units, Set<String> knownTitles) {
        List<Breach> breaches = new ArrayList<>();
        boolean study = counting.fact() == Fact.STUDY;
        if (study && (counting.count() == Count.UNITS || counting.count() == Count.TITLES)) {
            breaches.add(new Breach(field + ".count", "studies-have-no-seat"));
        }
        boolean ofSeats = !counting.authorities().isEmpty()
                || !counting.directions().isEmpty()
                || !counting.titles().isEmpty()
                || !counting.unitTypes().isEmpty()
                || counting.fromUnitId() != null
                || counting.toUnitId() != null;
        if (study && ofSeats) {
            breaches.add(new Breach(field, "studies-have-no-seat"));
        }
        boolean ofStudies = !counting.levels().isEmpty()
                || !counting.courses().isEmpty()
                || !counting.modes().isEmpty()
                || counting.placeUnitId() != null;
        if (!study && ofStudies) {
            breaches.add(new Breach(field, "decisions-have-no-class"));
        }
        if (counting.count() == Count.UNITS && counting.unitTypes().isEmpty()) {
            breaches.add(new Breach(field + ".unitTypes", "units-of-which-types"));
        }
        if (!knownTitles.containsAll(counting.titles())) {
            breaches.add(new Breach(field + ".titles", "unknown-title"));
        }
        unit(field + ".fromUnitId", counting.fromUnitId(), facts, units, breaches);
        unit(field + ".toUnitId", counting.toUnitId(), facts, units, breaches);
        unit(field + ".placeUnitId", counting.placeUnitId(), facts, units, breaches);
        return breaches;
    }

    private static void unit(String field, @Nullable UUID unit, Facts facts, UnitHistory units, List<Breach> breaches) {
        if (unit != null && !units.stands(unit, facts.issuedOn())) {
            breaches.add(new Breach(field, "unit-does-not-stand-that-day"));
        }
    }
}
