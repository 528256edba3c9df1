package opencadre.personnel.savedfilter;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.personnel.savedfilter.rule.SavedFilterRules;
import org.springframework.stereotype.Service;

/** Use cases of saved filters: always those of whoever asks. */
@Service
public class SavedFilterRegister {

    private final SavedFilters filters;
    private final Clock clock;

    SavedFilterRegister(SavedFilters filters, Clock clock) {
        this.filters = filters;
        this.clock = clock;
    }

    /** The actor's own, by name. */
    public List<SavedFilter> of(Actor actor) {
        return filters.of(actor.account());
    }

    /** Keeps a filter, or gives the one of this id another name or query. */
    public SavedFilterOutcome put(Actor actor, SavedFilter filter) {
        filters.hold(actor.account());
        List<String> otherNames = filters.of(actor.account()).stream()
                .filter(other -> !other.id().equals(filter.id()))
                .map(SavedFilter::name)
                .toList();
        List<Finding> findings = SavedFilterRules.breaches(filter.name(), filter.query(), otherNames).stream()
                .map(breach -> Finding.of(breach.field(), breach.code()))
                .toList();
        if (!findings.isEmpty()) {
            return new SavedFilterOutcome.Unlawful(findings);
        }
        filters.put(actor.account(), filter, clock.instant());
        return new SavedFilterOutcome.Kept();
    }

    /** Takes one of the actor's own away; false where there is none. */
    public boolean remove(Actor actor, UUID id) {
        return filters.remove(actor.account(), id);
    }
}
