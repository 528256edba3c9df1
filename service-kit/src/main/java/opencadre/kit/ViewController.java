package opencadre.kit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.FieldClass;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.FourEyes;
import opencadre.kit.web.Cursors;
import opencadre.kit.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who looked at a person or changed something about them, the same in every service. Asking is in the audit too. Nobody
 * is told of themself: that somebody prepares something about them is known from who looks.
 */
@RestController
@RequestMapping("/api/${opencadre.service}/people/{personId}/views")
final class ViewController {

    private final Audit audit;
    private final Places places;
    private final ScopedWork work;
    private final Cursors cursors;

    ViewController(Audit audit, Places places, ScopedWork work, Cursors cursors) {
        this.audit = audit;
        this.places = places;
        this.work = work;
        this.cursors = cursors;
    }

    record UsedRight(String role, UUID unitId) {

        static UsedRight of(String right) {
            int blank = right.indexOf(' ');
            return new UsedRight(right.substring(0, blank), UUID.fromString(right.substring(blank + 1)));
        }
    }

    record View(
            Instant at,
            String username,
            String action,
            String operation,
            List<UsedRight> rights,
            @Nullable String purpose,
            FieldClass fieldClass,
            Actor.@Nullable Manner manner,
            @Nullable Integer people,
            @Nullable UUID recordId,
            @Nullable String searched,
            @Nullable String detail) {

        static View of(Audit.View view) {
            return new View(
                    view.at(),
                    view.username(),
                    view.action(),
                    view.operation(),
                    view.rights().stream().map(UsedRight::of).toList(),
                    view.purpose(),
                    FieldClass.valueOf(view.fields()),
                    view.manner() == null ? null : Actor.Manner.valueOf(view.manner()),
                    view.people(),
                    view.recordId(),
                    view.searched(),
                    view.detail());
        }
    }

    record ViewPage(List<View> items, @Nullable String next) {}

    @GetMapping
    ViewPage listViews(
            Actor actor,
            @PathVariable UUID personId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        if (FourEyes.areOf(actor.hands(), List.of(personId))) {
            throw new AccessDeniedException("who looked at somebody is told to others, as it tells what is prepared");
        }
        UUID before = cursor == null ? null : cursors.decode(cursor).id();
        return work.read(actor, () -> {
            if (!places.isVisible(actor, personId)) {
                throw Refused.notFound();
            }
            List<Audit.View> page = audit.views(personId, before, limit + 1);
            List<Audit.View> shown = page.subList(0, Math.min(limit, page.size()));
            audit.write(Audit.Entry.of("listViews").about(personId).counting(shown.size()));
            return new ViewPage(
                    shown.stream().map(View::of).toList(),
                    page.size() > limit
                            ? cursors.encode(
                                    new Cursors.Position("", shown.getLast().id()))
                            : null);
        });
    }
}
