package opencadre.personnel.cv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.personnel.cv.rule.CvClass;
import opencadre.personnel.cv.rule.CvRules;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.Conduct;
import opencadre.personnel.person.ConductView;
import opencadre.personnel.person.Custody;
import opencadre.personnel.person.People;
import opencadre.personnel.person.PersonFile;
import opencadre.personnel.person.PersonView;
import opencadre.personnel.unit.Units;
import org.springframework.stereotype.Service;

/** A CV on paper: gathers what the official forms ask for, out of every record that has a part of it. */
@Service
public class CvPrinting {

    private final Cvs cvs;
    private final CvCatalogue catalogue;
    private final CvPaper paper;
    private final CvForm form;
    private final Certificates certificates;
    private final People people;
    private final Places places;
    private final Units units;

    CvPrinting(
            Cvs cvs,
            CvCatalogue catalogue,
            CvPaper paper,
            CvForm form,
            Certificates certificates,
            People people,
            Places places,
            Units units) {
        this.cvs = cvs;
        this.catalogue = catalogue;
        this.paper = paper;
        this.form = form;
        this.certificates = certificates;
        this.people = people;
        this.places = places;
        this.units = units;
    }

    /**
     * The form as of today; nothing outside the actor's scope.
     *
     * @param withRestricted whether the actor opened what is restricted; its items are left to a separate copy
     *     otherwise
     */
    public Optional<byte[]> print(Actor actor, UUID personId, CvForm.Kind kind, boolean withRestricted) {
        if (!places.isVisible(actor, personId)) {
            return Optional.empty();
        }
        LocalDate day = actor.today();
        PersonView person = people.view(personId, day, null).orElseThrow();
        List<CvEntry> begun = new ArrayList<>();
        Stream.of(CvClass.PERSONAL, CvClass.SENSITIVE, CvClass.RESTRICTED)
                .filter(fieldClass -> withRestricted || fieldClass != CvClass.RESTRICTED)
                .forEach(fieldClass -> begun.addAll(cvs.begun(personId, fieldClass, day)));
        begun.sort(Comparator.comparing((CvEntry entry) -> entry.valid().from()).thenComparing(CvEntry::id));
        List<CvEntry> standing =
                begun.stream().filter(entry -> entry.valid().contains(day)).toList();
        UUID managing = managing(personId, day);
        Map<UUID, String> names = units.names(
                Stream.concat(Stream.of(managing), person.assignments().stream().map(Assignment::unitId))
                        .collect(Collectors.toSet()),
                day);
        List<Conduct> conduct =
                people.conduct(personId, day, null).map(ConductView::items).orElse(List.of());
        return Optional.of(form.print(
                kind,
                paper.places(new CvPaper.Content(
                        person,
                        people.idNumber(personId).orElse(null),
                        CvRules.holding(standing, catalogue::recorded),
                        begun,
                        certificates.verified(personId, day),
                        conduct,
                        names.getOrDefault(managing, ""),
                        names,
                        withRestricted))));
    }

    private UUID managing(UUID personId, LocalDate day) {
        List<Custody> custody = people.file(personId).map(PersonFile::custody).orElseThrow();
        return custody.stream()
                .filter(stay -> !stay.from().isAfter(day))
                .reduce((first, second) -> second)
                .orElse(custody.getFirst())
                .unitId();
    }
}
