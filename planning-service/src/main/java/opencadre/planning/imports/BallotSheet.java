package opencadre.planning.imports;

import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.Kind.WHOLE;
import static opencadre.kit.workbook.Column.must;

import java.util.List;
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
import opencadre.planning.procedure.Procedures;
import opencadre.planning.procedure.rule.Step;

/**
 * Sheet "Phiếu": how many votes a person had in a step. Only counts; who voted how stands nowhere. It is taken before
 * the meetings, which then find their votes.
 */
final class BallotSheet implements RowImport {

    private static final SheetForm FORM = new SheetForm(
            "Phiếu",
            List.of(
                    must("code", "Mã quy trình", TEXT),
                    must("step", "Bước", WHOLE),
                    must("fileNumber", "Số hiệu hồ sơ", TEXT),
                    must("count", "Số phiếu", WHOLE)),
            List.of("code", "step", "fileNumber"));

    private final Actor actor;
    private final Procedures procedures;
    private final Names names;
    private final Cases cases;

    BallotSheet(Actor actor, Procedures procedures, Names names, Cases cases) {
        this.actor = actor;
        this.procedures = procedures;
        this.names = names;
        this.cases = cases;
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public RowOutcome take(Line line) {
        Optional<Cases.Case> found = cases.of(line);
        if (found.isEmpty()) {
            return RowOutcome.Refused.of(Cases.missing(line));
        }
        int step = Objects.requireNonNull(line.wholeOrNull("step"));
        if (step < 1 || step > Step.values().length) {
            return RowOutcome.Refused.of(Finding.of("step", "out-of-range"));
        }
        int count = Objects.requireNonNull(line.wholeOrNull("count"));
        if (count < 0) {
            return RowOutcome.Refused.of(Finding.of("count", "tally.negative"));
        }
        return switch (names.person(actor, "fileNumber", line.text("fileNumber"))) {
            case Named.Missing(Finding finding) -> RowOutcome.Refused.of(finding);
            case Named.Found(UUID person) -> taken(line, found.get(), step, person, count);
        };
    }

    private RowOutcome taken(Line line, Cases.Case found, int step, UUID person, int count) {
        if (!found.candidates().contains(person)) {
            return RowOutcome.Refused.of(Finding.of("fileNumber", "not-a-candidate"));
        }
        cases.put(line, step, new Cases.Ballot(line, person, count));
        return found.known().isPresent()
                ? new RowOutcome.Same()
                : RowOutcome.Made.whole(found.id(), revision(found.id()).orElseThrow())
                        .about(person);
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        return CaseSheet.revision(procedures, actor, aggregate);
    }

    /** It goes with its case. */
    @Override
    public void undo(UUID aggregate, UUID fact) {}
}
