package opencadre.personnel.cv.web;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import opencadre.kit.PrintedFiles;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Finding;
import opencadre.kit.web.Refused;
import opencadre.kit.word.PaperFormat;
import opencadre.personnel.cv.CvForm;
import opencadre.personnel.cv.CvPrinting;
import opencadre.personnel.person.AgeBand;
import opencadre.personnel.person.PeopleFilter;
import opencadre.personnel.person.PeopleList;
import opencadre.personnel.person.Sex;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.unit.UnitBasis;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The CVs of many people in one archive; each of them is named in the audit before the first byte leaves. */
@RestController
final class CvFormsController {

    /** Nobody looks through more, and a PDF of each takes its time. */
    private static final int MOST = 200;

    private final CvPrinting printing;
    private final CvForm form;
    private final PrintedFiles files;
    private final PeopleList list;
    private final Places places;
    private final ScopedWork work;
    private final Audit audit;

    CvFormsController(
            CvPrinting printing,
            CvForm form,
            PrintedFiles files,
            PeopleList list,
            Places places,
            ScopedWork work,
            Audit audit) {
        this.printing = printing;
        this.form = form;
        this.files = files;
        this.list = list;
        this.places = places;
        this.work = work;
        this.audit = audit;
    }

    @GetMapping(path = "/api/personnel/people/cv-forms", produces = "application/zip")
    ResponseEntity<Resource> printCvs(
            Actor actor,
            @RequestParam(defaultValue = "TT06") CvForm.Kind form,
            @RequestParam(defaultValue = "WORD") PaperFormat format,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = MOST) List<UUID> people,
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable Sex sex,
            @RequestParam(required = false) @Nullable AgeBand age,
            @RequestParam(required = false) @Nullable ManagementScope scope,
            @RequestParam(required = false) @Nullable @Size(max = 40) String title) {
        files.refuseIfNotHere(format);
        // Gathered at one moment and laid out after it: what takes long holds no connection to the database.
        List<PrintedFiles.Paper> papers = work.read(actor, () -> {
            List<UUID> ids = people == null
                    ? listed(actor, new PeopleFilter(q, unit, UnitBasis.HISTORICAL, sex, age, scope, title))
                    : chosen(actor, people);
            audit.write(
                    Audit.Entry.of("printCvs").among(ids).in(unit).searching(q).because(form.name()));
            return papers(actor, ids, form, people != null);
        });
        return files.archive(format, "so-yeu-ly-lich", actor.today(), papers);
    }

    private List<UUID> listed(Actor actor, PeopleFilter filter) {
        List<UUID> ids = list.page(actor, filter, actor.today(), null, MOST + 1).stream()
                .map(Places.Line::personId)
                .toList();
        if (ids.size() > MOST) {
            throw Refused.unlawful(List.of(Finding.of("unit", "cv-forms-too-many", MOST)));
        }
        return ids;
    }

    /** All of them or none: who is out of reach is as nobody. */
    private List<UUID> chosen(Actor actor, List<UUID> people) {
        List<UUID> ids = people.stream().distinct().toList();
        if (!places.visible(actor, ids).containsAll(ids)) {
            throw Refused.notFound();
        }
        return ids;
    }

    private List<PrintedFiles.Paper> papers(Actor actor, List<UUID> ids, CvForm.Kind kind, boolean isChoice) {
        List<CvPrinting.Told> told = new ArrayList<>(printing.told(actor, ids, false));
        if (isChoice) {
            // A choice comes in the order in which it was made.
            told.sort(Comparator.comparing((CvPrinting.Told each) -> Places.nameKey(each.name()))
                    .thenComparing(CvPrinting.Told::personId));
        }
        CvForm.Blank blank = form.blank(kind);
        List<PrintedFiles.Paper> papers = new ArrayList<>();
        for (CvPrinting.Told each : told) {
            papers.add(new PrintedFiles.Paper(each.fileName(papers.size() + 1), () -> blank.filled(each.places())));
        }
        return papers;
    }
}
