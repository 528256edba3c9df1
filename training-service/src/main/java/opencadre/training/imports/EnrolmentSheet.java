package opencadre.training.imports;

import static opencadre.kit.workbook.Column.Kind.DAY;
import static opencadre.kit.workbook.Column.Kind.PARTIAL_DATE;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;
import static opencadre.kit.workbook.Column.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.PartialDate;
import opencadre.kit.workbook.Line;
import opencadre.kit.workbook.RowImport;
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.SheetForm;
import opencadre.training.certificate.CertificateKind;
import opencadre.training.certificate.CertificateLevel;
import opencadre.training.enrolment.Course;
import opencadre.training.enrolment.EnrolmentOutcome;
import opencadre.training.enrolment.EnrolmentRegister;
import opencadre.training.enrolment.Enrolments;
import opencadre.training.enrolment.Result;
import opencadre.training.enrolment.Study;
import opencadre.training.enrolment.StudyMode;
import opencadre.training.person.KnownPeople;
import opencadre.training.unit.KnownUnits;

/** Sheet "Đào tạo": one line for each person sent to a class. */
final class EnrolmentSheet implements RowImport {

    private static final SheetForm FORM = new SheetForm(
            "Đào tạo",
            List.of(
                    must("fileNumber", "Số hiệu hồ sơ", TEXT),
                    words("kind", "Loại", true, Words.KINDS),
                    words("level", "Trình độ", true, Words.LEVELS),
                    words(
                            "course",
                            "Chương trình",
                            true,
                            Map.of("Toàn khóa", Course.FULL.name(), "Hoàn chỉnh", Course.COMPLETION.name())),
                    words(
                            "mode",
                            "Hệ",
                            true,
                            Map.of(
                                    "Tập trung",
                                    StudyMode.CONCENTRATED.name(),
                                    "Không tập trung",
                                    StudyMode.NON_CONCENTRATED.name())),
                    must("name", "Tên lớp", TEXT),
                    must("provider", "Cơ sở đào tạo", TEXT),
                    may("placeUnitId", "Mã nơi mở lớp", TEXT),
                    must("decision", "Quyết định cử", TEXT),
                    must("decidedOn", "Ngày quyết định", DAY),
                    must("startsOn", "Từ", PARTIAL_DATE),
                    may("endsOn", "Đến", PARTIAL_DATE),
                    words(
                            "result",
                            "Kết quả",
                            false,
                            Map.of(
                                    "Hoàn thành",
                                    Result.COMPLETED.name(),
                                    "Không hoàn thành",
                                    Result.NOT_COMPLETED.name()))),
            List.of("fileNumber", "kind", "level", "name", "startsOn"));

    private static final String UNDONE = "Rút lại lần nhập từ Excel";
    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;
    private static final int LONGEST_NUMBER = 60;

    private final Actor actor;
    private final EnrolmentRegister register;
    private final Enrolments enrolments;
    private final KnownPeople people;
    private final KnownUnits units;

    EnrolmentSheet(
            Actor actor, EnrolmentRegister register, Enrolments enrolments, KnownPeople people, KnownUnits units) {
        this.actor = actor;
        this.register = register;
        this.enrolments = enrolments;
        this.people = people;
        this.units = units;
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public RowOutcome take(Line line) {
        Optional<UUID> person = people.numbered(line.text("fileNumber"));
        if (person.isEmpty()) {
            return RowOutcome.Refused.of(Finding.of("fileNumber", "unknown-file-number", line.text("fileNumber")));
        }
        for (String field : List.of("name", "provider")) {
            int length = line.text(field).length();
            if (length < SHORTEST || length > LONGEST) {
                return RowOutcome.Refused.of(Finding.of(field, "wrong-length"));
            }
        }
        if (line.text("decision").length() > LONGEST_NUMBER) {
            return RowOutcome.Refused.of(Finding.of("decision", "wrong-length"));
        }
        Optional<String> code = line.maybe("placeUnitId");
        Optional<UUID> place = code.flatMap(units::coded);
        if (code.isPresent() && place.isEmpty()) {
            return RowOutcome.Refused.of(Finding.of("placeUnitId", "unknown-agency-code", code.get()));
        }
        UUID id = person.get();
        Study study = new Study(
                CertificateKind.valueOf(line.text("kind")),
                CertificateLevel.valueOf(line.text("level")),
                Course.valueOf(line.text("course")),
                StudyMode.valueOf(line.text("mode")),
                line.text("name"),
                line.text("provider"),
                place.orElse(null),
                line.text("decision"),
                line.day("decidedOn"),
                PartialDate.parse(line.text("startsOn")),
                line.maybe("endsOn").map(PartialDate::parse).orElse(null),
                line.maybe("result").map(Result::valueOf).orElse(null));
        // What was put right or voided since is not brought back.
        if (enrolments.file(id).beliefs().stream()
                .anyMatch(belief -> belief.study().equals(study))) {
            return new RowOutcome.Same();
        }
        return switch (register.enrol(actor, id, study)) {
            case EnrolmentOutcome.Recorded(var file, UUID enrolment) ->
                new RowOutcome.Made(id, enrolment, file.revision()).about(id);
            case EnrolmentOutcome.Unlawful(var findings) -> new RowOutcome.Refused(findings);
            case EnrolmentOutcome.Unknown() ->
                RowOutcome.Refused.of(Finding.of("fileNumber", "unknown-file-number", line.text("fileNumber")));
        };
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        return enrolments.revision(aggregate);
    }

    @Override
    public void undo(UUID aggregate, UUID fact) {
        register.voided(actor, aggregate, fact, revision -> true, UNDONE);
    }
}
