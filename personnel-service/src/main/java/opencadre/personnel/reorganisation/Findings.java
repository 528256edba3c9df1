package opencadre.personnel.reorganisation;

import java.util.List;
import opencadre.kit.rule.Finding;
import opencadre.personnel.seat.SeatOutcome;
import opencadre.personnel.unit.UnitOutcome;

/** What is against a step, said of the place in the document that it stems from. */
final class Findings {

    private Findings() {}

    static void of(String at, UnitOutcome outcome, List<Finding> findings) {
        switch (outcome) {
            case UnitOutcome.Stands stands -> {}
            case UnitOutcome.Succeeds succeeds -> {}
            case UnitOutcome.Differs differs -> findings.add(Finding.of(at, "unit-differs"));
            case UnitOutcome.Unlawful(var its) -> against(at, its, findings);
        }
    }

    static void of(String at, SeatOutcome outcome, List<Finding> findings) {
        switch (outcome) {
            case SeatOutcome.Stands stands -> {}
            case SeatOutcome.Differs differs -> findings.add(Finding.of(at, "seat-differs"));
            case SeatOutcome.Unlawful(var its) -> against(at, its, findings);
        }
    }

    static void against(String at, List<Finding> its, List<Finding> findings) {
        its.stream()
                .map(finding -> new Finding(
                        finding.field() == null ? at : at + "." + finding.field(),
                        finding.code(),
                        finding.messages(),
                        finding.article()))
                .forEach(findings::add);
    }
}
