package opencadre.planning.imports;

import static opencadre.kit.workbook.Column.Kind.DAY;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Finding;
import opencadre.kit.workbook.Line;
import opencadre.kit.workbook.RowImport;
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.SheetForm;
import opencadre.planning.imports.Names.Named;
import opencadre.planning.procedure.PapersRegister;
import opencadre.planning.procedure.Procedure;
import opencadre.planning.procedure.ProcedureAct.Papers;
import opencadre.planning.procedure.ProcedureOutcome;
import opencadre.planning.procedure.Procedures;

/**
 * Sheet "Quy trình": one line for each procedure of the past, with the approval of its policy as its papers have it. It
 * awaits the confirmation of somebody else.
 */
final class CaseSheet implements RowImport {

    private static final SheetForm FORM = new SheetForm(
            "Quy trình",
            List.of(
                    must("code", "Mã quy trình", TEXT),
                    must("unitId", "Mã cơ quan", TEXT),
                    must("seatId", "Mã chức danh", TEXT),
                    must("requestedOn", "Ngày xin chủ trương", DAY),
                    must("approvedOn", "Ngày cho chủ trương", DAY),
                    must("decision", "Số văn bản chủ trương", TEXT),
                    may("reason", "Lý do chậm", TEXT),
                    must("candidates", "Số hiệu hồ sơ nhân sự", TEXT)),
            List.of("code"));

    private static final int LONGEST_NUMBER = 60;
    private static final int MOST_CANDIDATES = 20;
    private static final String TAKEN_BACK = "Thu hồi lô nhập từ Excel";

    private final Actor actor;
    private final PapersRegister register;
    private final Procedures procedures;
    private final Names names;
    private final Cases cases;

    CaseSheet(Actor actor, PapersRegister register, Procedures procedures, Names names, Cases cases) {
        this.actor = actor;
        this.register = register;
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
        for (String key : List.of("code", "decision")) {
            if (line.text(key).length() > LONGEST_NUMBER) {
                return RowOutcome.Refused.of(Finding.of(key, "wrong-length"));
            }
        }
        List<String> numbers = Arrays.stream(line.text("candidates").split(";"))
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .toList();
        if (numbers.isEmpty() || numbers.size() > MOST_CANDIDATES) {
            return RowOutcome.Refused.of(Finding.of("candidates", "out-of-range"));
        }
        List<UUID> candidates = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String number : numbers) {
            switch (names.person(actor, "candidates", number)) {
                case Named.Found(UUID person) -> candidates.add(person);
                case Named.Missing(Finding finding) -> findings.add(finding);
            }
        }
        LocalDate requestedOn = line.day("requestedOn");
        Named seat = names.seat(actor, line, requestedOn);
        if (seat instanceof Named.Missing(Finding finding)) {
            findings.add(finding);
        }
        return findings.isEmpty() && seat instanceof Named.Found(UUID seatId)
                ? taken(line, seatId, numbers, candidates)
                : new RowOutcome.Refused(findings);
    }

    private RowOutcome taken(Line line, UUID seatId, List<String> numbers, List<UUID> candidates) {
        LocalDate requestedOn = line.day("requestedOn");
        Papers papers = new Papers(
                line.text("code"),
                line.day("approvedOn"),
                line.text("decision"),
                line.maybe("reason").orElse(null));
        Optional<Procedure> known = procedures.recorded(actor, seatId, requestedOn);
        if (known.isPresent()) {
            cases.put(line.text("code"), new Cases.Case(known.get().id(), known, candidates));
            return isSame(known.get(), papers, candidates)
                    ? new RowOutcome.Same()
                    : RowOutcome.Refused.of(Finding.of("requestedOn", "case-differs"));
        }
        return switch (register.open(actor, seatId, requestedOn, candidates, papers)) {
            case ProcedureOutcome.Recorded(Procedure procedure) -> {
                cases.put(line.text("code"), new Cases.Case(procedure.id(), Optional.empty(), candidates));
                yield RowOutcome.Made.whole(procedure.id(), procedure.revision())
                        .about(procedure.people());
            }
            case ProcedureOutcome.Unlawful(var findings) ->
                new RowOutcome.Refused(findings.stream()
                        .map(finding -> ofCandidate(finding, numbers))
                        .toList());
            case ProcedureOutcome.Unknown() ->
                RowOutcome.Refused.of(Finding.of("seatId", "no-seat-so", line.text("seatId")));
        };
    }

    /** Which code it had then does not matter, nor whether it has come further since. */
    private static boolean isSame(Procedure known, Papers papers, List<UUID> candidates) {
        String decision = known.policy()
                .map(done -> done.act().decision())
                .or(() -> known.papers().map(Papers::decision))
                .orElse("");
        return new HashSet<>(known.opened().act().candidates()).equals(new HashSet<>(candidates))
                && known.approvedOn().filter(papers.approvedOn()::equals).isPresent()
                && decision.equals(papers.decision());
    }

    /** What is said of one of several candidates names the dossier. */
    static Finding ofCandidate(Finding finding, List<String> numbers) {
        String field = finding.field();
        if (field == null || !field.matches("candidates\\[\\d+]")) {
            return finding;
        }
        String number = numbers.get(Integer.parseInt(field.replaceAll("\\D", "")));
        return new Finding(
                "candidates",
                finding.code(),
                new Bilingual(
                        number + ": " + finding.messages().vi(),
                        number + ": " + finding.messages().en()),
                finding.article());
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        return revision(procedures, actor, aggregate);
    }

    static OptionalLong revision(Procedures procedures, Actor actor, UUID id) {
        return procedures.find(actor, id).stream()
                .mapToLong(Procedure::revision)
                .findFirst();
    }

    /** The record stays and says that it was taken back; what the other sheets added goes with it. */
    @Override
    public void undo(UUID aggregate, UUID fact) {
        ProcedureOutcome outcome = register.withdraw(actor, aggregate, TAKEN_BACK);
        if (!(outcome instanceof ProcedureOutcome.Recorded)) {
            throw new IllegalStateException("A case that nobody touched cannot be taken back: " + outcome);
        }
    }
}
