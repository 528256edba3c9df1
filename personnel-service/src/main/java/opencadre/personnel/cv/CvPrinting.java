package opencadre.personnel.cv;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.word.PaperPicture;
import opencadre.personnel.cv.Certificates.Certificate;
import opencadre.personnel.cv.rule.CvClass;
import opencadre.personnel.cv.rule.CvRules;
import opencadre.personnel.document.DocumentRegister;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.Conduct;
import opencadre.personnel.person.Custody;
import opencadre.personnel.person.People;
import opencadre.personnel.person.PersonView;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A CV on paper: gathers what the official forms ask for, out of every record that has a part of it. */
@Service
public class CvPrinting {

    private static final int LONGEST_NAME = 80;

    /** In the box of 4 by 6 cm of the forms, without its margins. */
    private static final double PORTRAIT_WIDTH = 3.6;

    private static final double PORTRAIT_HEIGHT = 5.4;

    private final Cvs cvs;
    private final CvCatalogue catalogue;
    private final CvPaper paper;
    private final CvForm form;
    private final Certificates certificates;
    private final People people;
    private final Places places;
    private final Units units;
    private final DocumentRegister documents;

    CvPrinting(
            Cvs cvs,
            CvCatalogue catalogue,
            CvPaper paper,
            CvForm form,
            Certificates certificates,
            People people,
            Places places,
            Units units,
            DocumentRegister documents) {
        this.cvs = cvs;
        this.catalogue = catalogue;
        this.paper = paper;
        this.form = form;
        this.certificates = certificates;
        this.people = people;
        this.places = places;
        this.units = units;
        this.documents = documents;
    }

    /**
     * One of whom a form tells.
     *
     * @param fileNumber number of the dossier, where it has one
     * @param places what stands at the places of the form
     */
    public record Told(UUID personId, String name, @Nullable String fileNumber, Map<String, Object> places) {

        /** As {@code 007-TN-0123-Nguyễn-Văn-An}: sorted as the list is, and a name of a file everywhere. */
        public String fileName(int no) {
            String said = (fileNumber == null ? "" : fileNumber + "-") + name;
            String safe = Normalizer.normalize(said, Normalizer.Form.NFC)
                    .replaceAll("[^\\p{L}\\p{N}]+", "-")
                    .replaceAll("^-|-$", "");
            return "%03d-%s".formatted(no, safe.substring(0, Math.min(LONGEST_NAME, safe.length())));
        }
    }

    /**
     * The form as of today; nothing outside the actor's scope.
     *
     * @param withRestricted whether the actor opened what is restricted; its items are left to a separate copy
     *     otherwise
     */
    public Optional<byte[]> print(Actor actor, UUID personId, CvForm.Kind kind, boolean withRestricted) {
        return told(actor, List.of(personId), withRestricted).stream()
                .findFirst()
                .map(told -> form.blank(kind).filled(told.places()));
    }

    /**
     * What forms tell of several people as of today, in their order; who is outside the actor's scope is left out. So
     * many questions, however many people.
     */
    public List<Told> told(Actor actor, List<UUID> personIds, boolean withRestricted) {
        LocalDate day = actor.today();
        Set<UUID> visible = places.visible(actor, personIds);
        List<UUID> ids = personIds.stream().filter(visible::contains).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        List<CvClass> classes = Stream.of(CvClass.PERSONAL, CvClass.SENSITIVE, CvClass.RESTRICTED)
                .filter(fieldClass -> withRestricted || fieldClass != CvClass.RESTRICTED)
                .toList();
        Map<UUID, PersonView> views = people.views(ids, day, null);
        Map<UUID, List<CvEntry>> begun = cvs.begun(ids, classes, day);
        Map<UUID, UUID> managing = new HashMap<>();
        people.custody(ids).forEach((id, custody) -> managing.put(id, managing(custody, day)));
        Map<UUID, String> names = units.names(
                Stream.concat(
                                managing.values().stream(),
                                views.values().stream()
                                        .flatMap(person -> person.assignments().stream())
                                        .map(Assignment::unitId))
                        .collect(Collectors.toSet()),
                day);
        Map<UUID, String> provinces = units.topmost(Set.copyOf(managing.values()), day);
        Map<UUID, List<Certificate>> verified = certificates.verified(ids, day);
        Map<UUID, List<Conduct>> conduct = people.conduct(ids);
        Map<UUID, String> idNumbers = people.idNumbers(ids);
        Map<UUID, PaperPicture> portraits =
                documents.portraits(ids, file -> PaperPicture.of(file, PORTRAIT_WIDTH, PORTRAIT_HEIGHT));
        return ids.stream()
                .map(id -> {
                    PersonView person = Objects.requireNonNull(views.get(id));
                    List<CvEntry> entries = begun.getOrDefault(id, List.of());
                    List<CvEntry> standing = entries.stream()
                            .filter(entry -> entry.valid().contains(day))
                            .toList();
                    return new Told(
                            id,
                            person.identity().fullName(),
                            person.fileNumber(),
                            paper.places(new CvPaper.Content(
                                    person,
                                    idNumbers.get(id),
                                    CvRules.holding(standing, catalogue::recorded),
                                    entries,
                                    verified.getOrDefault(id, List.of()),
                                    believed(conduct.getOrDefault(id, List.of()), day),
                                    provinces.getOrDefault(managing.get(id), ""),
                                    names.getOrDefault(managing.get(id), ""),
                                    names,
                                    withRestricted,
                                    portraits.get(id))));
                })
                .toList();
    }

    /** What is on record by a day, the latest first. */
    private static List<Conduct> believed(List<Conduct> ever, LocalDate day) {
        return ever.stream()
                .filter(each -> each.recorded().to() == null)
                .filter(each -> !each.content().valid().from().isAfter(day))
                .sorted(Comparator.comparing(
                                (Conduct each) -> each.content().valid().from())
                        .reversed()
                        .thenComparing(Conduct::id))
                .toList();
    }

    private static UUID managing(List<Custody> custody, LocalDate day) {
        return custody.stream()
                .filter(stay -> !stay.from().isAfter(day))
                .reduce((first, second) -> second)
                .orElse(custody.getFirst())
                .unitId();
    }
}
