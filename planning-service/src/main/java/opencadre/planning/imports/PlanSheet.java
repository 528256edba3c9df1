package opencadre.planning.imports;

import static opencadre.kit.workbook.Column.Kind.DAY;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;
import static opencadre.kit.workbook.Column.words;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.workbook.Line;
import opencadre.kit.workbook.RowImport;
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.SheetForm;
import opencadre.planning.imports.Names.Named;
import opencadre.planning.plan.PlanEntry;
import opencadre.planning.plan.PlanEntryFile;
import opencadre.planning.plan.PlanOutcome;
import opencadre.planning.plan.PlanRegister;
import opencadre.planning.plan.PlanSource;
import opencadre.planning.plan.Plans;
import org.jspecify.annotations.Nullable;

/**
 * Sheet "Quy hoạch": one line for each person planned for a seat in a term of office. It is a proposal, also where a
 * decision of the past stands beside it: number and day are kept as what the paper says, and somebody else approves.
 */
final class PlanSheet implements RowImport {

    private static final SheetForm FORM = new SheetForm(
            "Quy hoạch",
            List.of(
                    must("fileNumber", "Số hiệu hồ sơ", TEXT),
                    must("unitId", "Mã cơ quan", TEXT),
                    must("seatId", "Mã chức danh", TEXT),
                    must("term", "Nhiệm kỳ", TEXT),
                    words("source", "Nguồn", true, sources()),
                    may("decision", "Quyết định", TEXT),
                    may("approvedOn", "Ngày phê duyệt", DAY)),
            List.of("fileNumber", "unitId", "seatId", "term"));

    private static final int LONGEST_NUMBER = 60;
    private static final String TAKEN_BACK = "Thu hồi lô nhập từ Excel";

    private final Actor actor;
    private final PlanRegister register;
    private final Plans plans;
    private final Names names;

    PlanSheet(Actor actor, PlanRegister register, Plans plans, Names names) {
        this.actor = actor;
        this.register = register;
        this.plans = plans;
        this.names = names;
    }

    private static Map<String, String> sources() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Tại chỗ", PlanSource.INTERNAL.name());
        words.put("Nguồn khác", PlanSource.EXTERNAL.name());
        words.put("Từ nơi khác", PlanSource.EXTERNAL.name());
        return words;
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public RowOutcome take(Line line) {
        Optional<String> decision = line.maybe("decision");
        LocalDate on = line.dayOrNull("approvedOn");
        if (decision.isPresent() != (on != null)) {
            return RowOutcome.Refused.of(Finding.of(on == null ? "approvedOn" : "decision", "paper-whole"));
        }
        if (decision.filter(number -> number.length() > LONGEST_NUMBER).isPresent()) {
            return RowOutcome.Refused.of(Finding.of("decision", "wrong-length"));
        }
        if (!line.text("term").matches("\\d{4}-\\d{4}")) {
            return RowOutcome.Refused.of(Finding.of("term", "wrong-form"));
        }
        if (!(names.person(actor, "fileNumber", line.text("fileNumber")) instanceof Named.Found(UUID person))) {
            return RowOutcome.Refused.of(Finding.of("fileNumber", "unknown-file-number", line.text("fileNumber")));
        }
        return switch (names.seat(actor, line, on == null ? actor.today() : on)) {
            case Named.Missing(Finding finding) -> RowOutcome.Refused.of(finding);
            case Named.Found(UUID seat) ->
                proposed(
                        line,
                        new PlanRegister.Proposal(
                                person, seat, line.text("term"), PlanSource.valueOf(line.text("source"))),
                        on == null ? null : new PlanEntry.Paper(decision.orElseThrow(), on));
        };
    }

    private RowOutcome proposed(Line line, PlanRegister.Proposal proposal, PlanEntry.@Nullable Paper paper) {
        // Whatever became of it since: what was approved otherwise, turned down or taken out is not brought back.
        boolean known = plans.of(proposal.personId()).stream()
                .map(PlanEntryFile::now)
                .filter(entry -> !entry.isWithdrawn())
                .anyMatch(entry -> isSame(entry, proposal, paper));
        if (known) {
            return new RowOutcome.Same();
        }
        return switch (register.propose(actor, proposal, paper)) {
            case PlanOutcome.Recorded recorded ->
                RowOutcome.Made.whole(
                                recorded.entryId(),
                                plans.revision(actor, recorded.entryId()).orElseThrow())
                        .about(recorded.personId());
            case PlanOutcome.Unlawful unlawful -> new RowOutcome.Refused(unlawful.findings());
            case PlanOutcome.Unknown unknown ->
                RowOutcome.Refused.of(Finding.of("seatId", "no-seat-so", line.text("seatId")));
        };
    }

    private static boolean isSame(PlanEntry entry, PlanRegister.Proposal proposal, PlanEntry.@Nullable Paper paper) {
        PlanEntry.Approval approval = entry.approval();
        PlanEntry.Paper approved = approval == null ? null : new PlanEntry.Paper(approval.decision(), approval.on());
        return entry.seatId().equals(proposal.seatId())
                && entry.term().equals(proposal.term())
                && entry.source() == proposal.source()
                && (Objects.equals(entry.paper(), paper) || Objects.equals(approved, paper));
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        return plans.revision(actor, aggregate);
    }

    @Override
    public void undo(UUID aggregate, UUID fact) {
        PlanOutcome outcome = register.withdraw(actor, aggregate, TAKEN_BACK);
        if (!(outcome instanceof PlanOutcome.Recorded)) {
            throw new IllegalStateException("A proposal that nobody touched cannot be taken back: " + outcome);
        }
    }
}
