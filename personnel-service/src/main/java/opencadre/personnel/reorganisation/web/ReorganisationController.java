package opencadre.personnel.reorganisation.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Cursors;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.personnel.reorganisation.Impact;
import opencadre.personnel.reorganisation.Reorganisation;
import opencadre.personnel.reorganisation.ReorganisationRegister;
import opencadre.personnel.reorganisation.Reorganisations;
import opencadre.personnel.reorganisation.web.Views.ReorganisationCheck;
import opencadre.personnel.reorganisation.web.Views.ReorganisationDetail;
import opencadre.personnel.reorganisation.web.Views.ReorganisationImpact;
import opencadre.personnel.reorganisation.web.Views.ReorganisationLine;
import opencadre.personnel.reorganisation.web.Views.ReorganisationPage;
import opencadre.personnel.reorganisation.web.Views.ReorganisationPost;
import opencadre.personnel.reorganisation.web.Views.ReorganisationPostPage;
import opencadre.personnel.reorganisation.web.Views.UnitImpact;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading reorganisations. Every answer is in the audit before it leaves. */
@RestController
@RequestMapping("/api/personnel/reorganisations")
final class ReorganisationController {

    private final Reorganisations reorganisations;
    private final ReorganisationRegister register;
    private final Units units;
    private final ScopedWork work;
    private final Audit audit;
    private final Cursors cursors;

    ReorganisationController(
            Reorganisations reorganisations,
            ReorganisationRegister register,
            Units units,
            ScopedWork work,
            Audit audit,
            Cursors cursors) {
        this.reorganisations = reorganisations;
        this.register = register;
        this.units = units;
        this.work = work;
        this.audit = audit;
        this.cursors = cursors;
    }

    @GetMapping
    ReorganisationPage listReorganisations(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        UUID after = cursor == null ? null : cursors.decode(cursor).id();
        return work.read(actor, () -> {
            List<Reorganisation> page = reorganisations.page(actor, after, limit + 1);
            List<Reorganisation> shown = page.subList(0, Math.min(limit, page.size()));
            audit.write(Audit.Entry.of("listReorganisations").counting(shown.size()));
            return new ReorganisationPage(
                    shown.stream()
                            .map(each -> ReorganisationLine.of(each, actor))
                            .toList(),
                    page.size() > limit
                            ? cursors.encode(
                                    new Cursors.Position("", shown.getLast().id()))
                            : null);
        });
    }

    @GetMapping("/{reorganisationId}")
    ResponseEntity<ReorganisationDetail> getReorganisation(Actor actor, @PathVariable UUID reorganisationId) {
        return work.read(actor, () -> {
            Reorganisation standing = found(actor, "getReorganisation", reorganisationId);
            return ResponseEntity.ok()
                    .eTag(Preconditions.etag(standing.revision()))
                    .body(ReorganisationDetail.of(
                            standing, actor, register.named(standing).values()));
        });
    }

    @GetMapping("/{reorganisationId}/impact")
    ReorganisationImpact getReorganisationImpact(Actor actor, @PathVariable UUID reorganisationId) {
        return work.read(actor, () -> {
            Reorganisation standing = found(actor, "getReorganisationImpact", reorganisationId);
            List<Impact.OfUnit> impact = reorganisations.impact(actor, standing);
            Map<UUID, String> names =
                    names(standing, impact.stream().map(Impact.OfUnit::unitId).toList());
            return new ReorganisationImpact(
                    impact.stream().map(unit -> UnitImpact.of(unit, names)).toList());
        });
    }

    @GetMapping("/{reorganisationId}/check")
    ReorganisationCheck checkReorganisation(Actor actor, @PathVariable UUID reorganisationId) {
        return work.read(actor, () -> {
            Reorganisation standing = found(actor, "checkReorganisation", reorganisationId);
            return new ReorganisationCheck(standing.revision(), register.check(actor, standing));
        });
    }

    @GetMapping("/{reorganisationId}/posts")
    ReorganisationPostPage listReorganisationPosts(
            Actor actor,
            @PathVariable UUID reorganisationId,
            @RequestParam(defaultValue = "false") boolean unplaced,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Reorganisations.Position after = cursor == null ? null : position(cursors.decode(cursor));
        return work.read(actor, () -> {
            Reorganisation standing =
                    reorganisations.find(actor, reorganisationId).orElseThrow(Refused::notFound);
            List<Reorganisations.Line> page = reorganisations.posts(actor, standing, unplaced, after, limit + 1);
            List<Reorganisations.Line> shown = page.subList(0, Math.min(limit, page.size()));
            audit.write(Audit.Entry.of("listReorganisationPosts")
                    .among(shown.stream().map(line -> line.post().personId()).toList())
                    .on(reorganisationId));
            Map<UUID, String> names = names(
                    standing, shown.stream().map(line -> line.post().unitId()).toList());
            return new ReorganisationPostPage(
                    shown.stream()
                            .map(line -> ReorganisationPost.of(line.post(), names))
                            .toList(),
                    page.size() > limit ? next(shown.getLast().position()) : null);
        });
    }

    /** Names as of the last day before. */
    private Map<UUID, String> names(Reorganisation standing, List<UUID> ids) {
        LocalDate before = standing.content().effectiveOn().minusDays(1);
        return units.names(ids.stream().distinct().toList(), before);
    }

    private static Reorganisations.Position position(Cursors.Position line) {
        return new Reorganisations.Position(line.numbers(1).getFirst(), line.id());
    }

    private String next(Reorganisations.Position last) {
        return cursors.encode(new Cursors.Position(Long.toString(last.unit()), last.assignmentId()));
    }

    private Reorganisation found(Actor actor, String operation, UUID id) {
        Reorganisation standing = reorganisations.find(actor, id).orElseThrow(Refused::notFound);
        audit.write(Audit.Entry.of(operation).on(id));
        return standing;
    }
}
