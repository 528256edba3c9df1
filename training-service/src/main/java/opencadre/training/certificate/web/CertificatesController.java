package opencadre.training.certificate.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.Access;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Cursors;
import opencadre.kit.web.Refused;
import opencadre.training.certificate.Certificates;
import opencadre.training.certificate.WorkItem;
import opencadre.training.certificate.web.Views.CertificateDetail;
import opencadre.training.certificate.web.Views.CertificateHistory;
import opencadre.training.certificate.web.Views.WorkItemPage;
import opencadre.training.certificate.web.Views.WorkLine;
import opencadre.training.person.KnownPeople;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading certificates and what waits. Every answer is in the audit before it leaves; a list page is one entry. */
@RestController
@RequestMapping("/api/training")
final class CertificatesController {

    private static final String VERIFY = "certificate.verify";
    private static final String WRITE = "certificate.write";

    private final Certificates certificates;
    private final KnownPeople people;
    private final Places places;
    private final Access access;
    private final ScopedWork work;
    private final Audit audit;
    private final Cursors cursors;

    CertificatesController(
            Certificates certificates,
            KnownPeople people,
            Places places,
            Access access,
            ScopedWork work,
            Audit audit,
            Cursors cursors) {
        this.certificates = certificates;
        this.people = people;
        this.places = places;
        this.access = access;
        this.work = work;
        this.audit = audit;
        this.cursors = cursors;
    }

    @GetMapping("/people/{personId}/certificates")
    Views.Certificates listCertificates(
            Actor actor,
            @PathVariable UUID personId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        LocalDate day = asOf == null ? actor.today() : asOf;
        return work.read(actor, () -> {
            requireVisible(actor, personId);
            List<CertificateDetail> items = certificates.of(personId, day, knownAt).stream()
                    .map(view -> CertificateDetail.of(view, actor))
                    .toList();
            audit.write(Audit.Entry.of("listCertificates").about(personId).counting(items.size()));
            return new Views.Certificates(day, items);
        });
    }

    @GetMapping("/people/{personId}/certificates/{certificateId}/history")
    CertificateHistory getCertificateHistory(
            Actor actor, @PathVariable UUID personId, @PathVariable UUID certificateId) {
        return work.read(actor, () -> {
            requireVisible(actor, personId);
            CertificateHistory history = certificates
                    .file(personId, certificateId)
                    .map(CertificateHistory::of)
                    .orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of("getCertificateHistory").about(personId));
            return history;
        });
    }

    @GetMapping("/work-items")
    WorkItemPage listWorkItems(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        WorkItem.Position after = cursor == null ? null : position(cursors.decode(cursor));
        return work.read(actor, () -> {
            List<WorkItem> page = certificates.waiting(acting(actor, VERIFY), acting(actor, WRITE), after, limit + 1);
            List<WorkItem> shown = page.subList(0, Math.min(limit, page.size()));
            Map<UUID, String> names = people.names(
                    shown.stream().map(WorkItem::personId).distinct().toList());
            audit.write(Audit.Entry.of("listWorkItems").among(names.keySet()));
            return new WorkItemPage(
                    shown.stream()
                            .map(item -> WorkLine.of(item, names.getOrDefault(item.personId(), "")))
                            .toList(),
                    page.size() > limit ? next(shown.getLast()) : null);
        });
    }

    private @Nullable Actor acting(Actor actor, String action) {
        return actor.actions().contains(action) ? access.acting(actor, action) : null;
    }

    private static WorkItem.Position position(Cursors.Position line) {
        return new WorkItem.Position(line.moment(), line.id());
    }

    private String next(WorkItem last) {
        return cursors.encode(new Cursors.Position(last.since().toString(), last.certificateId()));
    }

    private void requireVisible(Actor actor, UUID personId) {
        if (!places.isVisible(actor, personId)) {
            throw Refused.notFound();
        }
    }
}
