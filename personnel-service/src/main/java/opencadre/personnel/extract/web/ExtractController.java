package opencadre.personnel.extract.web;

import jakarta.validation.constraints.Size;
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
import opencadre.kit.word.WordTemplate;
import opencadre.personnel.extract.ExtractPrinting;
import opencadre.personnel.person.AgeBand;
import opencadre.personnel.person.PeopleFilter;
import opencadre.personnel.person.PeopleList;
import opencadre.personnel.person.Sex;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.unit.UnitBasis;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of people as a file; everybody in it is named in the audit before it leaves. */
@RestController
final class ExtractController {

    /** Nobody reads more on paper, and a file of more is slow to lay out. */
    private static final int MOST = 1_000;

    private final ExtractPrinting printing;
    private final PrintedFiles files;
    private final PeopleList list;
    private final ScopedWork work;
    private final Audit audit;

    ExtractController(ExtractPrinting printing, PrintedFiles files, PeopleList list, ScopedWork work, Audit audit) {
        this.printing = printing;
        this.files = files;
        this.list = list;
        this.work = work;
        this.audit = audit;
    }

    @GetMapping(
            path = "/api/personnel/people/extract-list",
            produces = {WordTemplate.MEDIA, MediaType.APPLICATION_PDF_VALUE})
    ResponseEntity<Resource> printExtractList(
            Actor actor,
            PaperFormat format,
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable Sex sex,
            @RequestParam(required = false) @Nullable AgeBand age,
            @RequestParam(required = false) @Nullable ManagementScope scope,
            @RequestParam(required = false) @Nullable @Size(max = 40) String title) {
        return files.answer(
                format,
                "danh-sach-trich-ngang",
                () -> work.read(
                        actor,
                        () -> printed(actor, new PeopleFilter(q, unit, UnitBasis.HISTORICAL, sex, age, scope, title))));
    }

    private byte[] printed(Actor actor, PeopleFilter filter) {
        List<UUID> people = list.page(actor, filter, actor.today(), null, MOST + 1).stream()
                .map(Places.Line::personId)
                .toList();
        if (people.size() > MOST) {
            throw Refused.unlawful(List.of(Finding.of("unit", "extract-list-too-long", MOST)));
        }
        audit.write(Audit.Entry.of("printExtractList")
                .among(people)
                .in(filter.unit())
                .searching(filter.words())
                .counting(people.size()));
        return printing.print(people, filter.unit(), actor.today());
    }
}
