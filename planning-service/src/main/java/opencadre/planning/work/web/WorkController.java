package opencadre.planning.work.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import opencadre.kit.access.Access;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Confidence;
import opencadre.kit.web.Cursors;
import opencadre.planning.work.FallingVacant;
import opencadre.planning.work.Retiring;
import opencadre.planning.work.WorkItem;
import opencadre.planning.work.WorkQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the account: first what others brought here, then what comes with its day, the earliest first. */
@RestController
@RequestMapping("/api/planning/work-items")
final class WorkController {

    /** Before the day of what comes with it in a cursor, so that a page goes on in the right half. */
    private static final String DAYS = "day ";

    private final WorkQueue queue;
    private final FallingVacant fallingVacant;
    private final Retiring retiring;
    private final Access access;
    private final ScopedWork work;
    private final Audit audit;
    private final Cursors cursors;

    WorkController(
            WorkQueue queue,
            FallingVacant fallingVacant,
            Retiring retiring,
            Access access,
            ScopedWork work,
            Audit audit,
            Cursors cursors) {
        this.queue = queue;
        this.fallingVacant = fallingVacant;
        this.retiring = retiring;
        this.access = access;
        this.work = work;
        this.audit = audit;
        this.cursors = cursors;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkItemPage(List<WorkLine> items, @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkLine(
            UUID id,
            WorkItem.Type type,
            @Nullable UUID personId,
            @Nullable String personName,
            String subject,
            @Nullable String by,
            Instant since,
            @Nullable LocalDate day,
            @Nullable Confidence confidence,
            @Nullable LocalDate lastDay) {

        static WorkLine of(WorkItem item) {
            return new WorkLine(
                    item.id(),
                    item.type(),
                    item.personId(),
                    item.personName(),
                    item.subject(),
                    item.by(),
                    item.since(),
                    item.day(),
                    item.confidence(),
                    item.lastDay());
        }
    }

    @GetMapping
    WorkItemPage listWorkItems(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Cursors.Position after = cursor == null ? null : cursors.decode(cursor);
        boolean inDays = after != null && after.sortKey().startsWith(DAYS);
        return work.read(actor, () -> {
            Function<String, @Nullable Actor> acting = access.acting(actor);
            Actor writer = acting.apply("procedure.write");
            List<WorkItem> page = new ArrayList<>();
            if (!inDays) {
                WorkItem.Position position = after == null ? null : new WorkItem.Position(after.moment(), after.id());
                page.addAll(queue.waiting(
                        acting.apply("plan.approve"), writer, acting.apply("procedure.approve"), position, limit + 1));
            }
            if (writer != null && page.size() <= limit) {
                comingWithTheirDay(writer)
                        .filter(item -> !inDays || isAfter(item, after))
                        .limit(limit + 1L - page.size())
                        .forEach(page::add);
            }
            List<WorkItem> shown = page.subList(0, Math.min(limit, page.size()));
            audit.write(Audit.Entry.of("listWorkItems")
                    .among(shown.stream()
                            .flatMap(item -> Stream.ofNullable(item.personId()))
                            .toList()));
            return new WorkItemPage(
                    shown.stream().map(WorkLine::of).toList(), page.size() > limit ? next(shown.getLast()) : null);
        });
    }

    private Stream<WorkItem> comingWithTheirDay(Actor writer) {
        return Stream.concat(fallingVacant.of(writer).stream(), retiring.of(writer).stream())
                .sorted(Comparator.comparing((WorkItem item) -> Objects.requireNonNull(item.day()))
                        .thenComparing(WorkItem::id));
    }

    private static boolean isAfter(WorkItem item, Cursors.@Nullable Position after) {
        if (after == null) {
            return true;
        }
        int days = (DAYS + item.day()).compareTo(after.sortKey());
        return days > 0 || (days == 0 && item.id().compareTo(after.id()) > 0);
    }

    private String next(WorkItem last) {
        String key = last.day() == null ? last.since().toString() : DAYS + last.day();
        return cursors.encode(new Cursors.Position(key, last.id()));
    }
}
