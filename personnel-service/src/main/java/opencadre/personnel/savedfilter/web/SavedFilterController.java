package opencadre.personnel.savedfilter.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Refused;
import opencadre.personnel.savedfilter.SavedFilter;
import opencadre.personnel.savedfilter.SavedFilterOutcome;
import opencadre.personnel.savedfilter.SavedFilterRegister;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The filters that an account keeps. An id is looked for among the own ones, so nobody else's is ever met. */
@RestController
@RequestMapping("/api/personnel/saved-filters")
final class SavedFilterController {

    private final SavedFilterRegister register;
    private final ScopedWork work;
    private final Audit audit;

    SavedFilterController(SavedFilterRegister register, ScopedWork work, Audit audit) {
        this.register = register;
        this.work = work;
        this.audit = audit;
    }

    record SavedFilterList(List<SavedFilterView> items) {}

    record SavedFilterView(UUID id, String name, String query) {

        static SavedFilterView of(SavedFilter filter) {
            return new SavedFilterView(filter.id(), filter.name(), filter.query());
        }
    }

    record NewSavedFilter(
            @NotBlank @Size(max = 80) String name,
            @NotBlank @Size(max = 1000) String query) {}

    @GetMapping
    SavedFilterList listSavedFilters(Actor actor) {
        return work.read(actor, () -> own(actor));
    }

    @PutMapping("/{filterId}")
    SavedFilterList putSavedFilter(Actor actor, @PathVariable UUID filterId, @RequestBody @Valid NewSavedFilter body) {
        SavedFilter wanted = new SavedFilter(filterId, body.name().strip(), body.query());
        return work.as(actor, () -> switch (register.put(actor, wanted)) {
            case SavedFilterOutcome.Kept() -> {
                audit.write(Audit.Entry.of("putSavedFilter").on(filterId));
                yield own(actor);
            }
            case SavedFilterOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
        });
    }

    @PostMapping("/{filterId}/remove")
    SavedFilterList removeSavedFilter(Actor actor, @PathVariable UUID filterId) {
        return work.as(actor, () -> {
            if (!register.remove(actor, filterId)) {
                throw Refused.notFound();
            }
            audit.write(Audit.Entry.of("removeSavedFilter").on(filterId));
            return own(actor);
        });
    }

    private SavedFilterList own(Actor actor) {
        return new SavedFilterList(
                register.of(actor).stream().map(SavedFilterView::of).toList());
    }
}
