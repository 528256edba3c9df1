package opencadre.personnel.work.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Messages;
import opencadre.personnel.work.WorkItem;
import opencadre.personnel.work.rule.TermNoticeRules;
import org.jspecify.annotations.Nullable;

/** What clients get, see {@code contracts/personnel/openapi.yaml}. */
final class Views {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Views() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkItemPage(List<WorkLine> items, @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkLine(
            UUID id,
            WorkItem.Type type,
            @Nullable UUID personId,
            @Nullable String personName,
            String subject,
            String by,
            Instant since,
            @Nullable LocalDate due,
            @Nullable Integer year,
            @Nullable Integer quarter,
            TermNoticeRules.@Nullable Stage stage,
            @Nullable Bilingual note) {

        static WorkLine of(
                WorkItem item,
                @Nullable String personName,
                Optional<TermNoticeRules.Reminder> reminder,
                Optional<Bilingual> note) {
            Optional<WorkItem.Period> period = Optional.ofNullable(item.period());
            return new WorkLine(
                    item.id(),
                    item.type(),
                    item.personId(),
                    personName,
                    subject(item),
                    item.by(),
                    item.since(),
                    item.due(),
                    period.map(WorkItem.Period::year).orElse(null),
                    period.map(WorkItem.Period::quarter).orElse(null),
                    reminder.map(TermNoticeRules.Reminder::stage).orElse(null),
                    reminder.map(WorkLine::note).or(() -> note).orElse(null));
        }

        private static String subject(WorkItem item) {
            return switch (item.type()) {
                case DECISION_TO_ISSUE ->
                    Messages.of("decision." + item.subject()).vi();
                case DECLARATION_TO_DECIDE ->
                    Messages.of("declaration." + item.subject()).vi();
                case MERGE_TO_APPROVE ->
                    Messages.of("merge.waits." + item.subject()).vi();
                case TERM_EXPIRES,
                        REORGANISATION_TO_APPROVE,
                        ELECTION_TO_RATIFY,
                        ROTATION_ENDS,
                        SECONDMENT_ENDS,
                        EVALUATION_TO_DECIDE,
                        REVIEW_TO_DO,
                        REVIEW_OVERDUE,
                        BODY_TERM_ENDS -> item.subject();
            };
        }

        private static Bilingual note(TermNoticeRules.Reminder reminder) {
            if (reminder.stage() == TermNoticeRules.Stage.OVER) {
                return Messages.of("term-is-over");
            }
            return reminder.tellBy()
                    .map(tell -> Messages.of(
                            "term-ends.tell",
                            tell.day().format(DAY),
                            tell.law().basis().citation()))
                    .orElseGet(() -> Messages.of("term-ends.law-not-read"));
        }
    }
}
