package opencadre.planning.imports;

import static opencadre.kit.workbook.Column.Kind.DAY;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.Kind.WHOLE;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;
import static opencadre.kit.workbook.Column.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.workbook.CellFinding;
import opencadre.kit.workbook.Line;
import opencadre.kit.workbook.RowImport;
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.SheetForm;
import opencadre.planning.procedure.PapersRegister;
import opencadre.planning.procedure.Procedure;
import opencadre.planning.procedure.ProcedureOutcome;
import opencadre.planning.procedure.Procedures;
import opencadre.planning.procedure.rule.Meeting;
import opencadre.planning.procedure.rule.Step;
import opencadre.planning.procedure.rule.TallyRules;

/** Sheet "Bước": one line for each meeting of a case, as its minutes have it, in the order in which they were held. */
final class StepSheet implements RowImport {

    private static final SheetForm FORM = new SheetForm(
            "Bước",
            List.of(
                    must("code", "Mã quy trình", TEXT),
                    must("step", "Bước", WHOLE),
                    must("heldOn", "Ngày", DAY),
                    must("body", "Hội nghị", TEXT),
                    must("summoned", "Triệu tập", WHOLE),
                    must("present", "Có mặt", WHOLE),
                    may("issued", "Phát ra", WHOLE),
                    may("returned", "Thu về", WHOLE),
                    may("valid", "Hợp lệ", WHOLE),
                    may("namingNobody", "Không chọn ai", WHOLE),
                    may("members", "Tổng số thành viên", WHOLE),
                    words("kind", "Cách ghi phiếu", false, kinds()),
                    must("minutes", "Số biên bản", TEXT),
                    words("announced", "Công bố kết quả", false, yesOrNo())),
            List.of("code", "step"));

    private static final String YES = "YES";
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_BODY = 200;
    private static final int SHORTEST_BODY = 2;

    private final Actor actor;
    private final PapersRegister register;
    private final Procedures procedures;
    private final Cases cases;

    StepSheet(Actor actor, PapersRegister register, Procedures procedures, Cases cases) {
        this.actor = actor;
        this.register = register;
        this.procedures = procedures;
        this.cases = cases;
    }

    private static Map<String, String> kinds() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Chọn một người", TallyRules.Kind.ONE_NAME.name());
        words.put("Từng người", TallyRules.Kind.EACH_PERSON.name());
        return words;
    }

    /** An empty cell is neither: the minutes do not say. */
    private static Map<String, String> yesOrNo() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Có", YES);
        words.put("Không", "NO");
        return words;
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public RowOutcome take(Line line) {
        int step = whole(line, "step");
        List<Cases.Ballot> ballots = cases.ballots(line, step);
        Optional<Cases.Case> found = cases.of(line);
        if (found.isEmpty()) {
            return RowOutcome.Refused.of(Cases.missing(line));
        }
        if (step < 1 || step > Step.values().length) {
            return RowOutcome.Refused.of(Finding.of("step", "out-of-range"));
        }
        int body = line.text("body").length();
        if (body < SHORTEST_BODY || body > LONGEST_BODY) {
            return RowOutcome.Refused.of(Finding.of("body", "wrong-length"));
        }
        if (line.text("minutes").length() > LONGEST_NUMBER) {
            return RowOutcome.Refused.of(Finding.of("minutes", "wrong-length"));
        }
        Meeting meeting = meeting(line, ballots);
        Optional<Procedure> known = found.get().known();
        if (known.isPresent()) {
            Procedure.HeldStep held = known.get().steps().get(step);
            return held != null && ordered(held.meeting()).equals(ordered(meeting))
                    ? new RowOutcome.Same()
                    : RowOutcome.Refused.of(Finding.of("step", "case-differs"));
        }
        return switch (register.hold(actor, found.get().id(), step, meeting)) {
            case ProcedureOutcome.Recorded(Procedure procedure) ->
                RowOutcome.Made.whole(procedure.id(), procedure.revision()).about(procedure.people());
            case ProcedureOutcome.Unlawful(var findings) -> refused(findings, ballots);
            case ProcedureOutcome.Unknown() -> RowOutcome.Refused.of(Finding.of("code", "not-found"));
        };
    }

    private static Meeting meeting(Line line, List<Cases.Ballot> ballots) {
        return new Meeting(
                line.day("heldOn"),
                line.text("body"),
                whole(line, "summoned"),
                whole(line, "present"),
                line.wholeOrNull("issued"),
                line.wholeOrNull("returned"),
                line.wholeOrNull("valid"),
                line.wholeOrNull("namingNobody"),
                ballots.stream()
                        .map(ballot -> new Meeting.Votes(ballot.person(), ballot.count()))
                        .toList(),
                line.wholeOrNull("members"),
                line.maybe("kind").map(TallyRules.Kind::valueOf).orElse(null),
                line.text("minutes"),
                line.maybe("announced").map(YES::equals).orElse(null));
    }

    private static int whole(Line line, String key) {
        return Objects.requireNonNull(line.wholeOrNull(key), key);
    }

    /** In which order votes were typed does not make another meeting. */
    private static Meeting ordered(Meeting meeting) {
        List<Meeting.Votes> votes = meeting.votes().stream()
                .sorted(Comparator.comparing(each -> each.personId().toString()))
                .toList();
        return new Meeting(
                meeting.heldOn(),
                meeting.body(),
                meeting.summoned(),
                meeting.present(),
                meeting.issued(),
                meeting.returned(),
                meeting.valid(),
                meeting.namingNobody(),
                votes,
                meeting.members(),
                meeting.kind(),
                meeting.minutes(),
                meeting.announced());
    }

    /** What is wrong with votes is told where they stand; their sum is of the meeting, as is the day a law is of. */
    private static RowOutcome refused(List<Finding> findings, List<Cases.Ballot> ballots) {
        List<Finding> here = new ArrayList<>();
        List<CellFinding> elsewhere = new ArrayList<>();
        for (Finding finding : findings) {
            String field = finding.field() == null ? "" : finding.field();
            if (field.matches("votes\\[\\d+]\\..*")) {
                Line line = ballots.get(Integer.parseInt(field.replaceAll("\\D", "")))
                        .line();
                elsewhere.add(Cases.at(line, "fileNumber", finding));
            } else {
                here.add(
                        switch (field) {
                            case "votes" -> moved(finding, "valid");
                            case "ruleVersion" -> moved(finding, "heldOn");
                            default -> finding;
                        });
            }
        }
        return new RowOutcome.Refused(here, elsewhere);
    }

    private static Finding moved(Finding finding, String field) {
        return new Finding(field, finding.code(), finding.messages(), finding.article());
    }

    @Override
    public List<CellFinding> unfinished() {
        return cases.leftOver();
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        return CaseSheet.revision(procedures, actor, aggregate);
    }

    /** It goes with its case. */
    @Override
    public void undo(UUID aggregate, UUID fact) {}
}
