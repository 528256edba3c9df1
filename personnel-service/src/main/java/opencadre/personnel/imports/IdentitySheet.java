package opencadre.personnel.imports;

import static opencadre.kit.workbook.Column.Kind.PARTIAL_DATE;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.must;
import static opencadre.kit.workbook.Column.words;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.PartialDate;
import opencadre.kit.workbook.Line;
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.RowToken;
import opencadre.kit.workbook.SheetForm;
import opencadre.personnel.person.Identity;
import opencadre.personnel.person.People;
import opencadre.personnel.person.PersonOutcome;
import opencadre.personnel.person.PersonRegister;
import opencadre.personnel.person.Sex;

/** Sheet "Nhân thân": name, sex and birth of people who are on record; new people come on the sheet "Cán bộ". */
final class IdentitySheet extends RecordSheet {

    private static final SheetForm FORM = new SheetForm(
            "Nhân thân",
            List.of(
                    must(PERSON, "Số hiệu hồ sơ", TEXT),
                    must("fullName", "Họ và tên", TEXT),
                    words("sex", "Giới tính", true, Words.SEXES),
                    must("birth", "Ngày sinh", PARTIAL_DATE)),
            List.of(PERSON));

    private final Actor actor;
    private final PersonRegister register;
    private final People people;

    IdentitySheet(Actor actor, PersonRegister register, People people, Roll roll) {
        super(actor, roll, people);
        this.actor = actor;
        this.register = register;
        this.people = people;
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public String code() {
        return "IDENTITY";
    }

    @Override
    public boolean takesNew() {
        return false;
    }

    @Override
    public boolean isTold() {
        return true;
    }

    @Override
    Map<UUID, List<Belief>> beliefs(Collection<UUID> ids) {
        return people.identities(ids).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream()
                                .map(identity -> belief(each.getKey(), identity))
                                .toList()));
    }

    private static Belief belief(UUID id, Identity identity) {
        return new Belief(
                id,
                identity.recorded(),
                Map.of(
                        "fullName", identity.fullName(),
                        "sex", identity.sex().name(),
                        "birth", identity.birth().toString()));
    }

    /** A line without a code is of nobody who was taken out. */
    @Override
    public RowOutcome take(Line line) {
        return RowOutcome.Refused.of(Finding.of(PERSON, "line-not-taken-out"));
    }

    @Override
    public RowOutcome correct(RowToken token, Line line, String reason) {
        UUID id = thing(token);
        PersonOutcome outcome = register.correctIdentity(
                actor,
                id,
                revision -> true,
                new PersonRegister.CorrectedIdentity(
                        line.text("fullName"),
                        Sex.valueOf(line.text("sex")),
                        PartialDate.parse(line.text("birth")),
                        null),
                reason);
        return PostSheet.outcome(outcome, id, id);
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        return people.revision(aggregate);
    }

    /** Nothing is made here, so there is nothing to take away. */
    @Override
    public void undo(UUID aggregate, UUID fact) {
        throw new IllegalStateException("Lines of this sheet make nothing new");
    }
}
