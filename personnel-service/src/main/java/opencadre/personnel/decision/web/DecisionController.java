package opencadre.personnel.decision.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import opencadre.kit.access.Access;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Parameter;
import opencadre.kit.rule.Regulations;
import opencadre.kit.web.Cursors;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.kit.word.WordTemplate;
import opencadre.personnel.decision.Decision;
import opencadre.personnel.decision.DecisionPaper;
import opencadre.personnel.decision.DecisionPrinter;
import opencadre.personnel.decision.DecisionState;
import opencadre.personnel.decision.Decisions;
import opencadre.personnel.decision.Effect;
import opencadre.personnel.decision.WorkItem;
import opencadre.personnel.decision.rule.TermNoticeRules;
import opencadre.personnel.decision.web.Views.DecisionDetail;
import opencadre.personnel.decision.web.Views.DecisionHistory;
import opencadre.personnel.decision.web.Views.DecisionPage;
import opencadre.personnel.decision.web.Views.WorkItemPage;
import opencadre.personnel.decision.web.Views.WorkLine;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading decisions and what waits. Every answer is in the audit before it leaves; a list page is one entry. */
@RestController
@RequestMapping("/api/personnel")
final class DecisionController {

    private static final String ISSUE = "decision.issue";
    private static final String WRITE = "decision.write";
    private static final String APPROVE = "reorganisation.approve";
    private static final String KEEP = "cv.write";
    private static final String KEEP_SENSITIVE = "cv-sensitive.write";
    private static final String ROTATION = "rotation.least-stay";
    private static final String SECONDMENT = "secondment.longest";
    private static final String RATE = "evaluation.decide";
    private static final String MERGE = "merge.approve";

    private final Decisions decisions;
    private final DecisionPaper paper;
    private final DecisionPrinter printer;
    private final DecisionNames names;
    private final Units units;
    private final Access access;
    private final ScopedWork work;
    private final Audit audit;
    private final Cursors cursors;
    private final Regulations regulations;

    DecisionController(
            Decisions decisions,
            DecisionPaper paper,
            DecisionPrinter printer,
            DecisionNames names,
            Units units,
            Access access,
            ScopedWork work,
            Audit audit,
            Cursors cursors,
            Regulations regulations) {
        this.decisions = decisions;
        this.paper = paper;
        this.printer = printer;
        this.names = names;
        this.units = units;
        this.access = access;
        this.work = work;
        this.audit = audit;
        this.cursors = cursors;
        this.regulations = regulations;
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
            Views.Names said = names.of(actor, shown);
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
                    .body(DecisionDetail.of(decision, actor, names.of(actor, List.of(decision))));
        });
    }

    @GetMapping("/decisions/{decisionId}/history")
    DecisionHistory getDecisionHistory(Actor actor, @PathVariable UUID decisionId) {
        return work.read(actor, () -> {
            Decision decision = found(actor, "getDecisionHistory", decisionId, Decision::beliefs);
            return DecisionHistory.of(decision, names.of(actor, List.of(decision)));
        });
    }

    @GetMapping(path = "/decisions/{decisionId}/document", produces = WordTemplate.MEDIA)
    ResponseEntity<Resource> getDecisionDocument(Actor actor, @PathVariable UUID decisionId) {
        return work.read(actor, () -> {
            Decision decision = found(actor, "getDecisionDocument", decisionId, DecisionController::standing);
            // Half a paper is none: whoever does not see everybody on it gets no copy.
            if (!decision.now().isWhole()) {
                throw Refused.notFound();
            }
            List<Effect> effects = decision.now().effects();
            byte[] file = printer.print(paper.text(
                    decision,
                    decisions.names(
                            actor,
                            effects.stream().map(Effect::personId).distinct().toList()),
                    units.find(effects.stream().map(Effect::unitId).distinct().toList()),
                    actor.today()));
            return ResponseEntity.ok()
                    .contentType(WordTemplate.MEDIA_TYPE)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename("quyet-dinh-" + decisionId + ".docx")
                                    .build()
                                    .toString())
                    .body(new ByteArrayResource(file));
        });
    }

    @GetMapping("/work-items")
    WorkItemPage listWorkItems(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        WorkItem.Position after = cursor == null ? null : position(cursors.decode(cursor));
        return work.read(actor, () -> {
            List<WorkItem> page = decisions.waiting(
                    new WorkItem.Asker(
                            acting(actor, ISSUE),
                            acting(actor, WRITE),
                            acting(actor, APPROVE),
                            acting(actor, KEEP),
                            acting(actor, KEEP_SENSITIVE),
                            acting(actor, RATE),
                            acting(actor, MERGE)),
                    new WorkItem.Stays(months(ROTATION, actor.today()), months(SECONDMENT, actor.today())),
                    after,
                    limit + 1);
            List<WorkItem> shown = page.subList(0, Math.min(limit, page.size()));
            Map<UUID, String> people = decisions.names(
                    actor,
                    shown.stream()
                            .map(WorkItem::personId)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList());
            audit.write(Audit.Entry.of("listWorkItems").among(people.keySet()));
            return new WorkItemPage(
                    shown.stream()
                            .map(item -> WorkLine.of(
                                    item,
                                    item.personId() == null ? null : people.getOrDefault(item.personId(), ""),
                                    reminder(item, actor.today()),
                                    returns(item, actor.today())))
                            .toList(),
                    page.size() > limit ? next(shown.getLast()) : null);
        });
    }

    private Optional<TermNoticeRules.Reminder> reminder(WorkItem item, LocalDate today) {
        return Optional.ofNullable(item.type() == WorkItem.Type.TERM_EXPIRES ? item.due() : null)
                .flatMap(over -> TermNoticeRules.reminder(over, today, item.publicEmployee(), regulations));
    }

    /** What the law says of how long somebody is sent. */
    private Optional<Bilingual> returns(WorkItem item, LocalDate today) {
        return Optional.ofNullable(
                        switch (item.type()) {
                            case ROTATION_ENDS -> ROTATION;
                            case SECONDMENT_ENDS -> SECONDMENT;
                            default -> null;
                        })
                .flatMap(key -> regulations
                        .parameter(key, today)
                        .map(law -> Messages.of(key, law.number(), law.basis().citation())));
    }

    private @Nullable Integer months(String key, LocalDate today) {
        return regulations.parameter(key, today).map(Parameter::number).orElse(null);
    }

    private @Nullable Actor acting(Actor actor, String action) {
        return actor.actions().contains(action) ? access.acting(actor, action) : null;
    }

    private static WorkItem.Position position(Cursors.Position line) {
        return new WorkItem.Position(line.moment(), line.id());
    }

    private String next(WorkItem last) {
        return cursors.encode(new Cursors.Position(last.since().toString(), last.id()));
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
