package opencadre.personnel.imports;

import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.must;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.RowToken;
import opencadre.kit.workbook.SheetForm;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.NewPerson.NewAssignment;
import opencadre.personnel.person.People;
import opencadre.personnel.person.PersonFile;
import opencadre.personnel.person.PersonOutcome;
import opencadre.personnel.person.PersonRegister;

/** Sheet "Chức vụ": one line for each further post of a person, earlier ones too. */
final class PostSheet extends RecordSheet {

    private static final SheetForm FORM = new SheetForm("Chức vụ", columns(), List.of());

    private final Actor actor;
    private final PersonRegister register;
    private final People people;
    private final PostColumns posts;

    PostSheet(Actor actor, PersonRegister register, People people, PostColumns posts, Roll roll) {
        super(actor, roll, people);
        this.actor = actor;
        this.register = register;
        this.people = people;
        this.posts = posts;
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(must(PERSON, "Số hiệu hồ sơ", TEXT)));
        columns.addAll(PostColumns.ALL);
        return columns;
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
        return switch (posts.typed(line)) {
            case PostColumns.Typed.Wrong wrong -> RowOutcome.Refused.of(wrong.finding());
            case PostColumns.Typed.Post typed -> take(person.get(), typed.post());
        };
    }

    private RowOutcome take(UUID id, NewAssignment post) {
        PersonFile file = people.file(id).orElseThrow();
        if (file.assignments().stream().anyMatch(standing -> PostColumns.isSame(standing, post))) {
            return new RowOutcome.Same();
        }
        Set<UUID> before = file.assignments().stream().map(Assignment::id).collect(Collectors.toSet());
        return switch (register.addAssignment(actor, id, revision -> true, post)) {
            case PersonOutcome.Recorded recorded ->
                new RowOutcome.Made(
                                id,
                                recorded.person().assignments().stream()
                                        .map(Assignment::id)
                                        .filter(each -> !before.contains(each))
                                        .findFirst()
                                        .orElseThrow(),
                                recorded.person().revision())
                        .about(id);
            case PersonOutcome.Unlawful unlawful -> new RowOutcome.Refused(unlawful.findings());
            case PersonOutcome.Unknown unknown -> RowOutcome.Refused.of(Finding.of("fileNumber", "unit-outside-scope"));
        };
    }

    @Override
    public String code() {
        return "POST";
    }

    @Override
    public boolean isTold() {
        return true;
    }

    @Override
    Map<UUID, List<Belief>> beliefs(Collection<UUID> ids) {
        Map<UUID, List<Assignment>> assignments = people.assignments(ids);
        Function<Assignment, Map<String, Object>> typed =
                posts.typing(assignments.values().stream().flatMap(List::stream).toList());
        return lines(assignments, post -> new Belief(post.id(), post.recorded(), typed.apply(post)));
    }

    @Override
    public RowOutcome correct(RowToken token, Line line, String reason) {
        UUID id = thing(token);
        return switch (posts.typed(line)) {
            case PostColumns.Typed.Wrong wrong -> RowOutcome.Refused.of(wrong.finding());
            case PostColumns.Typed.Post typed ->
                outcome(
                        register.correctAssignment(actor, id, revision -> true, token.fact(), typed.post(), reason),
                        id,
                        token.fact());
        };
    }

    /** How a correction ends. */
    static RowOutcome outcome(PersonOutcome outcome, UUID id, UUID fact) {
        return switch (outcome) {
            case PersonOutcome.Recorded recorded ->
                new RowOutcome.Made(id, fact, recorded.person().revision()).about(id);
            case PersonOutcome.Unlawful unlawful -> new RowOutcome.Refused(unlawful.findings());
            case PersonOutcome.Unknown unknown -> RowOutcome.Refused.of(Finding.of(PERSON, "unit-outside-scope"));
        };
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        return people.revision(aggregate);
    }

    @Override
    public void undo(UUID aggregate, UUID fact) {
        register.voidAssignment(actor, aggregate, revision -> true, fact, UNDONE);
    }
}
