package opencadre.personnel.imports;

import static opencadre.kit.workbook.Column.Kind.PARTIAL_DATE;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;
import static opencadre.kit.workbook.Column.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.PartialDate;
import opencadre.kit.workbook.Column;
import opencadre.kit.workbook.Line;
import opencadre.kit.workbook.RowImport;
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.SheetForm;
import opencadre.personnel.person.Identity;
import opencadre.personnel.person.NewPerson;
import opencadre.personnel.person.People;
import opencadre.personnel.person.PersonOutcome;
import opencadre.personnel.person.PersonRegister;
import opencadre.personnel.person.Sex;
import opencadre.personnel.person.rule.IdentityRules;

/** Sheet "Cán bộ": one line for each person, with the post that brings them. */
final class PersonSheet implements RowImport {

    private static final SheetForm FORM = new SheetForm("Cán bộ", columns(), List.of("fileNumber"));

    private final Actor actor;
    private final PersonRegister register;
    private final People people;
    private final PostColumns posts;

    PersonSheet(Actor actor, PersonRegister register, People people, PostColumns posts) {
        this.actor = actor;
        this.register = register;
        this.people = people;
        this.posts = posts;
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                must("fileNumber", "Số hiệu hồ sơ", TEXT),
                must("fullName", "Họ và tên", TEXT),
                words("sex", "Giới tính", true, Words.SEXES),
                must("birth", "Ngày sinh", PARTIAL_DATE),
                may("idNumber", "Số định danh", TEXT),
                may("idNumberReason", "Lý do số định danh", TEXT)));
        columns.addAll(PostColumns.ALL);
        return columns;
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public RowOutcome take(Line line) {
        return switch (posts.typed(line)) {
            case PostColumns.Typed.Wrong wrong -> RowOutcome.Refused.of(wrong.finding());
            case PostColumns.Typed.Post typed ->
                take(
                        line,
                        new NewPerson(
                                line.text("fullName"),
                                Sex.valueOf(line.text("sex")),
                                PartialDate.parse(line.text("birth")),
                                line.text("fileNumber"),
                                line.maybe("idNumber").orElse(null),
                                line.maybe("idNumberReason").orElse(null),
                                typed.post()));
        };
    }

    private RowOutcome take(Line line, NewPerson person) {
        Optional<UUID> standing = people.numbered(line.text("fileNumber"));
        if (standing.isPresent()) {
            return isSame(standing.get(), person)
                    ? new RowOutcome.Same()
                    : RowOutcome.Refused.of(Finding.of("fileNumber", "line-differs"));
        }
        return switch (register.register(actor, person)) {
            case PersonOutcome.Recorded recorded ->
                RowOutcome.Made.whole(recorded.person().id(), recorded.person().revision())
                        .about(recorded.person().id());
            case PersonOutcome.Unlawful unlawful ->
                new RowOutcome.Refused(
                        unlawful.findings().stream().map(PersonSheet::ofLine).toList());
            case PersonOutcome.Unknown unknown -> throw new IllegalStateException("A new person is never unknown");
        };
    }

    /** The dossier was opened under this name and birth, and had this post at some time. */
    private boolean isSame(UUID id, NewPerson person) {
        String name = IdentityRules.tidy(person.fullName());
        return people.file(id)
                .filter(file -> file.identities().stream().anyMatch(identity -> isSame(identity, name, person)))
                .filter(file ->
                        file.assignments().stream().anyMatch(post -> PostColumns.isSame(post, person.assignment())))
                .isPresent();
    }

    private static boolean isSame(Identity identity, String name, NewPerson person) {
        return identity.fullName().equals(name) && identity.birth().equals(person.birth());
    }

    private static Finding ofLine(Finding finding) {
        String field = finding.field();
        return field == null
                ? finding
                : new Finding(field.replace("assignment.", ""), finding.code(), finding.messages(), finding.article());
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        return people.revision(aggregate);
    }

    @Override
    public void undo(UUID aggregate, UUID fact) {
        register.withdraw(aggregate);
    }
}
