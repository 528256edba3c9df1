package opencadre.personnel.imports;

import static opencadre.kit.workbook.Column.Kind.DAY;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.Kind.WHOLE;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;
import static opencadre.kit.workbook.Column.words;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.workbook.Column;
import opencadre.kit.workbook.Line;
import opencadre.kit.workbook.RowImport;
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.SheetForm;
import opencadre.personnel.person.Conduct;
import opencadre.personnel.person.Conduct.Content;
import opencadre.personnel.person.ConductOutcome;
import opencadre.personnel.person.ConductRegister;
import opencadre.personnel.person.People;

/** Sheets "Xếp loại", "Kỷ luật" and "Sức khỏe": one line for each fact on record beside posts. */
final class ConductSheet implements RowImport {

    private static final Column PERSON = must("fileNumber", "Số hiệu hồ sơ", TEXT);
    private static final Column PAPER = may("document", "Văn bản", TEXT);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9000;

    private final SheetForm form;
    private final Class<? extends Content> kind;
    private final Function<Line, Content> content;
    private final Actor actor;
    private final ConductRegister register;
    private final People people;

    private ConductSheet(
            SheetForm form,
            Class<? extends Content> kind,
            Function<Line, Content> content,
            Actor actor,
            ConductRegister register,
            People people) {
        this.form = form;
        this.kind = kind;
        this.content = content;
        this.actor = actor;
        this.register = register;
        this.people = people;
    }

    static List<ConductSheet> all(Actor actor, ConductRegister register, People people) {
        return List.of(
                new ConductSheet(
                        new SheetForm(
                                "Xếp loại",
                                List.of(
                                        PERSON,
                                        must("year", "Năm", WHOLE),
                                        words("rating", "Xếp loại", true, Words.GRADES),
                                        PAPER),
                                List.of("fileNumber", "year")),
                        Conduct.Rating.class,
                        line -> new Conduct.Rating(
                                Objects.requireNonNull(line.wholeOrNull("year")),
                                Conduct.Grade.valueOf(line.text("rating")),
                                line.maybe("document").orElse(null)),
                        actor,
                        register,
                        people),
                new ConductSheet(
                        new SheetForm(
                                "Kỷ luật",
                                List.of(
                                        PERSON,
                                        words("form", "Hình thức", true, Words.FORMS),
                                        must("decidedOn", "Ngày quyết định", DAY),
                                        may("revokedOn", "Ngày hủy bỏ", DAY),
                                        PAPER),
                                List.of("fileNumber", "form", "decidedOn")),
                        Conduct.Discipline.class,
                        line -> new Conduct.Discipline(
                                Conduct.Form.valueOf(line.text("form")),
                                line.day("decidedOn"),
                                line.dayOrNull("revokedOn"),
                                line.maybe("document").orElse(null)),
                        actor,
                        register,
                        people),
                new ConductSheet(
                        new SheetForm(
                                "Sức khỏe",
                                List.of(PERSON, must("issuedOn", "Ngày cấp", DAY), PAPER),
                                List.of("fileNumber", "issuedOn")),
                        Conduct.HealthCertificate.class,
                        line -> new Conduct.HealthCertificate(
                                line.day("issuedOn"), line.maybe("document").orElse(null)),
                        actor,
                        register,
                        people));
    }

    @Override
    public SheetForm form() {
        return form;
    }

    @Override
    public RowOutcome take(Line line) {
        Optional<UUID> person = people.numbered(line.text("fileNumber"));
        if (person.isEmpty()) {
            return RowOutcome.Refused.of(Finding.of("fileNumber", "unknown-file-number", line.text("fileNumber")));
        }
        Integer year = line.wholeOrNull("year");
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            return RowOutcome.Refused.of(Finding.of("year", "year-out-of-range"));
        }
        UUID id = person.get();
        Content typed = content.apply(line);
        List<Conduct> known = people.file(id).orElseThrow().conduct();
        // What was put right or voided since is not brought back.
        if (known.stream().anyMatch(conduct -> conduct.content().equals(typed))) {
            return new RowOutcome.Same();
        }
        Set<UUID> before = known.stream().map(Conduct::id).collect(Collectors.toSet());
        return switch (register.add(actor, id, revision -> true, typed)) {
            case ConductOutcome.Recorded recorded ->
                new RowOutcome.Made(
                                id,
                                recorded.conduct().items().stream()
                                        .map(Conduct::id)
                                        .filter(each -> !before.contains(each))
                                        .findFirst()
                                        .orElseThrow(),
                                recorded.conduct().revision())
                        .about(id);
            case ConductOutcome.Unlawful unlawful -> new RowOutcome.Refused(unlawful.findings());
            case ConductOutcome.Unknown unknown ->
                RowOutcome.Refused.of(Finding.of("fileNumber", "unit-outside-scope"));
        };
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        return people.revision(aggregate);
    }

    @Override
    public void undo(UUID aggregate, UUID fact) {
        register.voided(actor, aggregate, revision -> true, fact, kind, PostSheet.UNDONE);
    }
}
