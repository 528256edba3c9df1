package opencadre.planning.imports;

import static opencadre.kit.workbook.Column.Kind.DAY;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.must;
import static opencadre.kit.workbook.Column.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import opencadre.planning.procedure.PapersRegister;
import opencadre.planning.procedure.Procedure;
import opencadre.planning.procedure.ProcedureAct.DocumentRecorded;
import opencadre.planning.procedure.ProcedureOutcome;
import opencadre.planning.procedure.Procedures;
import opencadre.planning.procedure.rule.DocumentRules;

/** Sheet "Giấy tờ": the papers of the candidates of a case that may grow too old. */
final class PaperSheet implements RowImport {

    private static final SheetForm FORM = new SheetForm(
            "Giấy tờ",
            List.of(
                    must("code", "Mã quy trình", TEXT),
                    must("fileNumber", "Số hiệu hồ sơ", TEXT),
                    words("kind", "Loại", true, kinds()),
                    must("number", "Số", TEXT),
                    must("issuedOn", "Ngày cấp", DAY)),
            List.of("code", "fileNumber", "kind"));

    private static final int LONGEST_NUMBER = 60;

    private final Actor actor;
    private final PapersRegister register;
    private final Procedures procedures;
    private final Names names;
    private final Cases cases;

    PaperSheet(Actor actor, PapersRegister register, Procedures procedures, Names names, Cases cases) {
        this.actor = actor;
        this.register = register;
        this.procedures = procedures;
        this.names = names;
        this.cases = cases;
    }

    private static Map<String, String> kinds() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Giấy khám sức khỏe", DocumentRules.Kind.HEALTH_CERTIFICATE.name());
        words.put("Ảnh", DocumentRules.Kind.PHOTO.name());
        return words;
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
        if (line.text("number").length() > LONGEST_NUMBER) {
            return RowOutcome.Refused.of(Finding.of("number", "wrong-length"));
        }
        return switch (names.person(actor, "fileNumber", line.text("fileNumber"))) {
            case Named.Missing(Finding finding) -> RowOutcome.Refused.of(finding);
            case Named.Found(UUID person) ->
                taken(
                        found.get(),
                        new DocumentRecorded(
                                person,
                                DocumentRules.Kind.valueOf(line.text("kind")),
                                line.text("number"),
                                line.day("issuedOn")));
        };
    }

    private RowOutcome taken(Cases.Case found, DocumentRecorded document) {
        if (found.known().isPresent()) {
            return found.known().get().documents(document.personId()).contains(document)
                    ? new RowOutcome.Same()
                    : RowOutcome.Refused.of(Finding.of("number", "case-differs"));
        }
        return switch (register.recordDocument(actor, found.id(), document)) {
            case ProcedureOutcome.Recorded(Procedure procedure) ->
                RowOutcome.Made.whole(procedure.id(), procedure.revision()).about(procedure.people());
            case ProcedureOutcome.Unlawful(var findings) ->
                new RowOutcome.Refused(findings.stream().map(PaperSheet::here).toList());
            case ProcedureOutcome.Unknown() -> RowOutcome.Refused.of(Finding.of("code", "not-found"));
        };
    }

    /** Whom it is about stands in the column of the dossier's number. */
    private static Finding here(Finding finding) {
        return "personId".equals(finding.field())
                ? new Finding("fileNumber", finding.code(), finding.messages(), finding.article())
                : finding;
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        return CaseSheet.revision(procedures, actor, aggregate);
    }

    /** It goes with its case. */
    @Override
    public void undo(UUID aggregate, UUID fact) {}
}
