package opencadre.planning.person.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Cursors;
import opencadre.kit.web.Refused;
import opencadre.planning.person.KnownPeople;
import opencadre.planning.person.KnownPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading the copy. Every answer is in the audit before it leaves; a list page is one entry. */
@RestController
@RequestMapping("/api/planning/people")
final class PeopleController {

    private final KnownPeople people;
    private final Places places;
    private final ScopedWork work;
    private final Audit audit;
    private final Cursors cursors;

    PeopleController(KnownPeople people, Places places, ScopedWork work, Audit audit, Cursors cursors) {
        this.people = people;
        this.places = places;
        this.work = work;
        this.audit = audit;
        this.cursors = cursors;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonPage(List<PersonRow> items, @Nullable String next) {}

    record PersonRow(UUID id, String fullName) {}

    record PersonCount(long total) {}

    record PersonPanel(UUID id, String fullName, List<KnownPerson.Post> posts, Copy copy) {

        static PersonPanel of(KnownPerson person) {
            return new PersonPanel(
                    person.id(),
                    person.fullName(),
                    person.posts(),
                    new Copy(person.revision(), person.recordedAt(), person.appliedAt()));
        }
    }

    record Copy(long revision, Instant recordedAt, Instant appliedAt) {}

    @GetMapping
    PersonPage listPeople(
            Actor actor,
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Cursors.Position position = cursor == null ? null : cursors.decode(cursor);
        Places.Line after = position == null ? null : new Places.Line(position.sortKey(), position.id());
        return work.read(actor, () -> {
            List<Places.Line> page = places.page(actor, new Places.Query(q, unit), after, limit + 1);
            List<Places.Line> shown = page.subList(0, Math.min(limit, page.size()));
            Map<UUID, String> names =
                    people.names(shown.stream().map(Places.Line::personId).toList());
            audit.write(
                    Audit.Entry.of("listPeople").among(names.keySet()).in(unit).searching(q));
            return new PersonPage(
                    shown.stream()
                            .filter(line -> names.containsKey(line.personId()))
                            .map(line -> new PersonRow(line.personId(), names.getOrDefault(line.personId(), "")))
                            .toList(),
                    page.size() > limit ? next(shown.getLast()) : null);
        });
    }

    @GetMapping("/count")
    PersonCount countPeople(
            Actor actor,
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(required = false) @Nullable UUID unit) {
        return work.read(actor, () -> {
            audit.write(Audit.Entry.of("countPeople").in(unit).searching(q));
            return new PersonCount(places.count(actor, new Places.Query(q, unit)));
        });
    }

    @GetMapping("/{personId}")
    PersonPanel getPerson(Actor actor, @PathVariable UUID personId) {
        return work.read(actor, () -> {
            if (!places.isVisible(actor, personId)) {
                throw Refused.notFound();
            }
            KnownPerson person = people.find(personId, actor.today()).orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of("getPerson").about(personId));
            return PersonPanel.of(person);
        });
    }

    private String next(Places.Line last) {
        return cursors.encode(new Cursors.Position(last.nameKey(), last.personId()));
    }
}
