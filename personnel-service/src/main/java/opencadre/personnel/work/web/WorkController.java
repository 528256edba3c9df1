package opencadre.personnel.work.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Regulations;
import opencadre.kit.web.Cursors;
import opencadre.personnel.decision.Decisions;
import opencadre.personnel.decision.rule.StayRules;
import opencadre.personnel.work.Waiting;
import opencadre.personnel.work.WorkItem;
import opencadre.personnel.work.rule.TermNoticeRules;
import opencadre.personnel.work.web.Views.WorkItemPage;
import opencadre.personnel.work.web.Views.WorkLine;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the account, longest waiting first. A page is one entry of the audit. */
@RestController
@RequestMapping("/api/personnel/work-items")
final class WorkController {

    private final Waiting waiting;
    private final Decisions decisions;
    private final Regulations regulations;
    private final ScopedWork work;
    private final Audit audit;
    private final Cursors cursors;

    WorkController(
            Waiting waiting,
            Decisions decisions,
            Regulations regulations,
            ScopedWork work,
            Audit audit,
            Cursors cursors) {
        this.waiting = waiting;
        this.decisions = decisions;
        this.regulations = regulations;
        this.work = work;
        this.audit = audit;
        this.cursors = cursors;
    }

    @GetMapping
    WorkItemPage listWorkItems(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Cursors.Position position = cursor == null ? null : cursors.decode(cursor);
        WorkItem.Position after = position == null ? null : new WorkItem.Position(position.moment(), position.id());
        return work.read(actor, () -> {
            List<WorkItem> page = waiting.page(actor, after, limit + 1);
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
                            case ROTATION_ENDS -> StayRules.LEAST_STAY;
                            case SECONDMENT_ENDS -> StayRules.LONGEST_SECONDMENT;
                            default -> null;
                        })
                .flatMap(key -> regulations
                        .parameter(key, today)
                        .map(law -> Messages.of(key, law.number(), law.basis().citation())));
    }

    private String next(WorkItem last) {
        return cursors.encode(new Cursors.Position(last.since().toString(), last.id()));
    }
}
