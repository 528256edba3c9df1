package opencadre.personnel.decision.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import opencadre.kit.PrintedFiles;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Cursors;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.kit.word.PaperFormat;
import opencadre.kit.word.WordTemplate;
import opencadre.personnel.decision.Decision;
import opencadre.personnel.decision.DecisionPaper;
import opencadre.personnel.decision.DecisionPrinter;
import opencadre.personnel.decision.DecisionState;
import opencadre.personnel.decision.Decisions;
import opencadre.personnel.decision.Effect;
import opencadre.personnel.decision.web.Views.DecisionDetail;
import opencadre.personnel.decision.web.Views.DecisionHistory;
import opencadre.personnel.decision.web.Views.DecisionPage;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading decisions. Every answer is in the audit before it leaves; a list page is one entry. */
@RestController
@RequestMapping("/api/personnel")
final class DecisionController {

    private final Decisions decisions;
    private final DecisionPaper paper;
    private final DecisionPrinter printer;
    private final PrintedFiles files;
    private final DecisionAnswers answers;
    private final Units units;
    private final ScopedWork work;
    private final Audit audit;
    private final Cursors cursors;

    DecisionController(
            Decisions decisions,
            DecisionPaper paper,
            DecisionPrinter printer,
            PrintedFiles files,
            DecisionAnswers answers,
            Units units,
            ScopedWork work,
            Audit audit,
            Cursors cursors) {
        this.decisions = decisions;
        this.paper = paper;
        this.printer = printer;
        this.files = files;
        this.answers = answers;
        this.units = units;
        this.work = work;
        this.audit = audit;
        this.cursors = cursors;
    }

    @GetMapping("/decisions")
    DecisionPage listDecisions(
            Actor actor,
            @RequestParam(required = false) @Nullable DecisionState state,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        UUID after = cursor == null ? null : cursors.decode(cursor).id();
        return work.read(actor, () -> {
            List<Decision> page = decisions.page(actor, new Decisions.Query(state, person, unit), after, limit + 1);
            List<Decision> shown = page.subList(0, Math.min(limit, page.size()));
            Views.Names said = answers.names(actor, shown);
            audit.write(Audit.Entry.of("listDecisions")
                    .about(person)
                    .among(people(shown.stream().map(Decision::now).toList()))
                    .in(unit));
            return new DecisionPage(
                    shown.stream()
                            .map(decision -> DecisionDetail.of(decision, actor, said))
                            .toList(),
                    page.size() > limit
                            ? cursors.encode(
                                    new Cursors.Position("", shown.getLast().id()))
                            : null);
        });
    }

    @GetMapping("/decisions/{decisionId}")
    ResponseEntity<DecisionDetail> getDecision(Actor actor, @PathVariable UUID decisionId) {
        return work.read(actor, () -> {
            Decision decision = found(actor, "getDecision", decisionId, DecisionController::standing);
            return ResponseEntity.ok()
                    .eTag(Preconditions.etag(decision.revision()))
                    .body(answers.one(actor, decision));
        });
    }

    @GetMapping("/decisions/{decisionId}/history")
    DecisionHistory getDecisionHistory(Actor actor, @PathVariable UUID decisionId) {
        return work.read(actor, () -> {
            Decision decision = found(actor, "getDecisionHistory", decisionId, Decision::beliefs);
            return DecisionHistory.of(decision, answers.names(actor, List.of(decision)));
        });
    }

    @GetMapping(
            path = "/decisions/{decisionId}/document",
            produces = {WordTemplate.MEDIA, MediaType.APPLICATION_PDF_VALUE})
    ResponseEntity<Resource> getDecisionDocument(Actor actor, PaperFormat format, @PathVariable UUID decisionId) {
        return files.answer(
                format, "quyet-dinh-" + decisionId, () -> work.read(actor, () -> printed(actor, decisionId)));
    }

    private byte[] printed(Actor actor, UUID decisionId) {
        Decision decision = found(actor, "getDecisionDocument", decisionId, DecisionController::standing);
        // Half a paper is none: whoever does not see everybody on it gets no copy.
        if (!decision.now().isWhole()) {
            throw Refused.notFound();
        }
        List<Effect> effects = decision.now().effects();
        return printer.print(paper.text(
                decision,
                decisions.names(
                        actor, effects.stream().map(Effect::personId).distinct().toList()),
                units.find(effects.stream().map(Effect::unitId).distinct().toList()),
                actor.today()));
    }

    /** The beliefs are those that are shown. */
    private Decision found(Actor actor, String operation, UUID id, Function<Decision, List<Decision.Belief>> beliefs) {
        Decision decision = decisions.find(actor, id).orElseThrow(Refused::notFound);
        audit.write(
                Audit.Entry.of(operation).among(people(beliefs.apply(decision))).on(id));
        return decision;
    }

    private static List<Decision.Belief> standing(Decision decision) {
        return List.of(decision.now());
    }

    private static List<UUID> people(List<Decision.Belief> shown) {
        return shown.stream()
                .flatMap(belief -> belief.effects().stream())
                .map(Effect::personId)
                .toList();
    }
}
