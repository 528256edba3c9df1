package opencadre.personnel.person.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Cursors;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.personnel.person.AgeBand;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.FileNumber;
import opencadre.personnel.person.Identity;
import opencadre.personnel.person.Origins;
import opencadre.personnel.person.People;
import opencadre.personnel.person.PeopleFilter;
import opencadre.personnel.person.PeopleList;
import opencadre.personnel.person.PersonFile;
import opencadre.personnel.person.PersonLine;
import opencadre.personnel.person.PersonView;
import opencadre.personnel.person.Sex;
import opencadre.personnel.person.web.Views.PersonCount;
import opencadre.personnel.person.web.Views.PersonDetail;
import opencadre.personnel.person.web.Views.PersonFacets;
import opencadre.personnel.person.web.Views.PersonHistory;
import opencadre.personnel.person.web.Views.PersonPage;
import opencadre.personnel.person.web.Views.PersonRow;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.unit.UnitBasis;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading people. Every answer is in the audit before it leaves; a list page is one entry. */
@RestController
@RequestMapping("/api/personnel/people")
final class PeopleController {

    private final People people;
    private final PeopleList list;
    private final Origins origins;
    private final Units units;
    private final Places places;
    private final ScopedWork work;
    private final Audit audit;
    private final Cursors cursors;

    PeopleController(
            People people,
            PeopleList list,
            Origins origins,
            Units units,
            Places places,
            ScopedWork work,
            Audit audit,
            Cursors cursors) {
        this.people = people;
        this.list = list;
        this.origins = origins;
        this.units = units;
        this.places = places;
        this.work = work;
        this.audit = audit;
        this.cursors = cursors;
    }

    @GetMapping
    PersonPage listPeople(
            Actor actor,
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "HISTORICAL") UnitBasis basis,
            @RequestParam(required = false) @Nullable Sex sex,
            @RequestParam(required = false) @Nullable AgeBand age,
            @RequestParam(required = false) @Nullable ManagementScope scope,
            @RequestParam(required = false) @Nullable @Size(max = 40) String title,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        LocalDate day = asOf == null ? actor.today() : asOf;
        Cursors.Position position = cursor == null ? null : cursors.decode(cursor);
        Places.Line after = position == null ? null : new Places.Line(position.sortKey(), position.id());
        return work.read(actor, () -> {
            List<Places.Line> page =
                    list.page(actor, new PeopleFilter(q, unit, basis, sex, age, scope, title), day, after, limit + 1);
            List<Places.Line> shown = page.subList(0, Math.min(limit, page.size()));
            List<PersonLine> lines =
                    people.lines(shown.stream().map(Places.Line::personId).toList(), day, knownAt);
            Map<UUID, String> names = units.names(PersonLine.units(lines), day);
            audit.write(Audit.Entry.of("listPeople")
                    .among(lines.stream().map(PersonLine::id).toList())
                    .in(unit)
                    .searching(q));
            return new PersonPage(
                    day,
                    basis,
                    lines.stream().map(line -> PersonRow.of(line, names)).toList(),
                    page.size() > limit ? next(shown.getLast()) : null);
        });
    }

    @GetMapping("/count")
    PersonCount countPeople(
            Actor actor,
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "HISTORICAL") UnitBasis basis,
            @RequestParam(required = false) @Nullable Sex sex,
            @RequestParam(required = false) @Nullable AgeBand age,
            @RequestParam(required = false) @Nullable ManagementScope scope,
            @RequestParam(required = false) @Nullable @Size(max = 40) String title,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        return work.read(actor, () -> {
            audit.write(Audit.Entry.of("countPeople").in(unit).searching(q));
            return new PersonCount(list.count(
                    actor,
                    new PeopleFilter(q, unit, basis, sex, age, scope, title),
                    asOf == null ? actor.today() : asOf));
        });
    }

    @GetMapping("/facets")
    PersonFacets countPeopleByFacet(
            Actor actor,
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "HISTORICAL") UnitBasis basis,
            @RequestParam(required = false) @Nullable Sex sex,
            @RequestParam(required = false) @Nullable AgeBand age,
            @RequestParam(required = false) @Nullable ManagementScope scope,
            @RequestParam(required = false) @Nullable @Size(max = 40) String title,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        return work.read(actor, () -> {
            audit.write(Audit.Entry.of("countPeopleByFacet").in(unit).searching(q));
            return PersonFacets.of(list.facets(
                    actor,
                    new PeopleFilter(q, unit, basis, sex, age, scope, title),
                    asOf == null ? actor.today() : asOf));
        });
    }

    @GetMapping("/{personId}")
    ResponseEntity<PersonDetail> getPerson(
            Actor actor,
            @PathVariable UUID personId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        LocalDate day = asOf == null ? actor.today() : asOf;
        return work.read(actor, () -> {
            requireVisible(actor, personId);
            PersonView view = people.view(personId, day, knownAt).orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of("getPerson").about(personId));
            return ResponseEntity.ok()
                    .eTag(Preconditions.etag(view.revision()))
                    .body(PersonDetail.of(
                            view,
                            places.visible(actor, view.linked()),
                            units.names(Views.units(view.assignments().stream()), day)));
        });
    }

    @GetMapping("/{personId}/history")
    PersonHistory getPersonHistory(Actor actor, @PathVariable UUID personId) {
        return work.read(actor, () -> {
            requireVisible(actor, personId);
            PersonFile file = people.file(personId).orElseThrow(Refused::notFound);
            List<FileNumber> numbers = people.fileNumbersOf(personId);
            audit.write(Audit.Entry.of("getPersonHistory").about(personId));
            return PersonHistory.of(
                    file,
                    numbers,
                    units.names(Views.units(file.assignments().stream()), actor.today()),
                    origins.numbers(file.assignments().stream()
                            .flatMap(post -> Stream.ofNullable(post.decisionId()))
                            .collect(Collectors.toSet())),
                    origins.of(Stream.of(
                                    numbers.stream().map(FileNumber::recorded),
                                    file.identities().stream().map(Identity::recorded),
                                    file.assignments().stream().map(Assignment::recorded))
                            .flatMap(recorded -> recorded)
                            .toList()));
        });
    }

    private void requireVisible(Actor actor, UUID personId) {
        if (!places.isVisible(actor, personId)) {
            throw Refused.notFound();
        }
    }

    private String next(Places.Line last) {
        return cursors.encode(new Cursors.Position(last.nameKey(), last.personId()));
    }
}
