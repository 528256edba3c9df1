package opencadre.personnel.term;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.DatedFacts;
import opencadre.personnel.term.rule.TermRules;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.Units;
import opencadre.personnel.unitfact.UnitFactRegister;
import org.springframework.stereotype.Service;

/** Use cases of terms of office: structure that names nobody. */
@Service
public class TermRegister extends UnitFactRegister<TermOfOffice> {

    private final TermEvents events;

    TermRegister(Terms terms, Units units, opencadre.kit.access.Units nodes, TermEvents events, Clock clock) {
        super(terms, units, nodes, clock);
        this.events = events;
    }

    @Override
    protected List<Finding> breaches(TermOfOffice wanted, List<Unit> body, List<TermOfOffice> others) {
        return TermRules.breaches(
                wanted.valid(),
                body.stream().map(Unit::valid).toList(),
                others.stream()
                        .map(other -> new TermRules.Other(other.name(), other.valid()))
                        .toList());
    }

    @Override
    protected void changed(DatedFacts.Kept<TermOfOffice> term) {
        events.changed(term);
    }

    @Override
    protected void erased(UUID termId, long revision) {
        events.erased(termId, revision);
    }
}
