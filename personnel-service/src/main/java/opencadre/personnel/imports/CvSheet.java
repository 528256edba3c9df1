package opencadre.personnel.imports;

import static opencadre.kit.workbook.Column.Kind.PARTIAL_DATE;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.Kind.WHOLE;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.FieldClass;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.rule.Finding;
import opencadre.kit.workbook.Column;
import opencadre.kit.workbook.Line;
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.RowToken;
import opencadre.kit.workbook.SheetForm;
import opencadre.personnel.cv.CvCatalogue;
import opencadre.personnel.cv.CvEntry;
import opencadre.personnel.cv.CvOutcome;
import opencadre.personnel.cv.CvRegister;
import opencadre.personnel.cv.Cvs;
import opencadre.personnel.cv.rule.CodeList;
import opencadre.personnel.cv.rule.CvClass;
import opencadre.personnel.cv.rule.CvField;
import opencadre.personnel.cv.rule.CvKind;
import opencadre.personnel.person.People;

/**
 * A sheet for each kind of entry of a CV, named as the kind and with a column for each of its fields. What is
 * restricted is typed on the page alone, by whoever signed in a moment ago.
 */
final class CvSheet extends RecordSheet {

    private static final String PAPER = "document";

    private final CvKind kind;
    private final SheetForm form;
    private final Actor actor;
    private final CvRegister register;
    private final Cvs cvs;
    private final People people;
    private final ScopedWork work;

    CvSheet(
            CvKind kind,
            CvCatalogue catalogue,
            Actor actor,
            CvRegister register,
            Cvs cvs,
            People people,
            Roll roll,
            ScopedWork work) {
        super(actor, roll, people);
        this.kind = kind;
        this.form = form(kind, catalogue);
        this.actor = actor;
        this.register = register;
        this.cvs = cvs;
        this.people = people;
        this.work = work;
    }

    private static SheetForm form(CvKind kind, CvCatalogue catalogue) {
        List<Column> columns = new ArrayList<>();
        columns.add(must(PERSON, "Số hiệu hồ sơ", TEXT));
        kind.fields().forEach(field -> columns.add(column(field, catalogue)));
        columns.add(may(PAPER, "Văn bản", TEXT));
        List<String> identity = Stream.concat(
                        Stream.of(PERSON),
                        kind.many() ? kind.fields().stream().map(CvField::code) : Stream.ofNullable(kind.validFrom()))
                .toList();
        return new SheetForm(kind.title().vi(), columns, identity);
    }

    private static Column column(CvField field, CvCatalogue catalogue) {
        String header = field.title().vi();
        return switch (field.type()) {
            case TEXT, NUMBER -> field.required() ? must(field.code(), header, TEXT) : may(field.code(), header, TEXT);
            case DATE ->
                field.required() ? must(field.code(), header, PARTIAL_DATE) : may(field.code(), header, PARTIAL_DATE);
            case YEAR -> field.required() ? must(field.code(), header, WHOLE) : may(field.code(), header, WHOLE);
            case CODE -> Column.words(field.code(), header, field.required(), words(catalogue, field));
        };
    }

    private static Map<String, String> words(CvCatalogue catalogue, CvField field) {
        Map<String, String> words = new LinkedHashMap<>();
        for (CodeList.Item item :
                catalogue.codes(Objects.requireNonNull(field.list())).items()) {
            words.put(item.title().vi(), item.code());
        }
        return words;
    }

    @Override
    public SheetForm form() {
        return form;
    }

    @Override
    public RowOutcome take(Line line) {
        Optional<UUID> person = people.numbered(line.text(PERSON));
        if (person.isEmpty()) {
            return RowOutcome.Refused.of(Finding.of(PERSON, "unknown-file-number", line.text(PERSON)));
        }
        // Nothing of what stands is told: the line is taken, stands already, or is wrong.
        return work.opening(opened(), () -> take(person.get(), line));
    }

    private RowOutcome take(UUID person, Line line) {
        Map<String, String> values = values(line);
        List<CvEntry> known = cvs.ever(person, kind.fieldClass());
        // What was put right or voided since is not brought back.
        if (known.stream()
                .anyMatch(entry ->
                        entry.kind().equals(kind.code()) && entry.values().equals(values))) {
            return new RowOutcome.Same();
        }
        CvRegister.Typed typed =
                new CvRegister.Typed(kind.code(), values, line.maybe(PAPER).orElse(null));
        return outcome(person, register.add(actor, person, kind.fieldClass(), revision -> true, typed));
    }

    private RowOutcome outcome(UUID person, CvOutcome outcome) {
        return switch (outcome) {
            case CvOutcome.Recorded recorded ->
                new RowOutcome.Made(
                                turned(person),
                                recorded.entryId(),
                                recorded.cv().revision())
                        .about(person);
            case CvOutcome.Unlawful unlawful ->
                new RowOutcome.Refused(
                        unlawful.findings().stream().map(this::ofLine).toList());
            case CvOutcome.Unknown unknown -> RowOutcome.Refused.of(Finding.of(PERSON, "unit-outside-scope"));
        };
    }

    private Map<String, String> values(Line line) {
        Map<String, String> values = new LinkedHashMap<>();
        for (CvField field : kind.fields()) {
            Object value = line.values().get(field.code());
            if (value != null) {
                String text = value.toString().strip();
                values.put(field.code(), field.type() == CvField.Type.NUMBER ? text.replace(',', '.') : text);
            }
        }
        return values;
    }

    /** A finding about an entry stands at the cell of its field. */
    private Finding ofLine(Finding finding) {
        String field = finding.field();
        return new Finding(
                field == null || field.equals("kind") ? PERSON : field.replaceFirst("^values\\.", ""),
                finding.code(),
                finding.messages(),
                finding.article());
    }

    @Override
    public String code() {
        return kind.code();
    }

    @Override
    public boolean isTold() {
        return kind.fieldClass() == CvClass.PERSONAL;
    }

    @Override
    UUID aggregate(UUID person) {
        return turned(person);
    }

    @Override
    Map<UUID, List<Belief>> beliefs(Collection<UUID> ids) {
        return work.opening(
                opened(),
                () -> lines(cvs.ever(ids, kind), entry -> new Belief(entry.id(), entry.recorded(), typed(entry))));
    }

    private Map<String, Object> typed(CvEntry entry) {
        Map<String, Object> typed = new HashMap<>(entry.values());
        for (CvField field : kind.fields()) {
            if (field.type() == CvField.Type.YEAR) {
                typed.computeIfPresent(field.code(), (code, year) -> Integer.valueOf(year.toString()));
            }
        }
        typed.put(PAPER, entry.document());
        return typed;
    }

    @Override
    public RowOutcome correct(RowToken token, Line line, String reason) {
        UUID person = thing(token);
        CvOutcome outcome = work.opening(
                opened(),
                () -> register.correct(
                        actor,
                        person,
                        kind.fieldClass(),
                        revision -> true,
                        token.fact(),
                        values(line),
                        line.maybe(PAPER).orElse(null),
                        reason));
        return outcome(person, outcome);
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        UUID person = turned(aggregate);
        return people.revision(person).isPresent() ? OptionalLong.of(cvs.revision(person)) : OptionalLong.empty();
    }

    @Override
    public void undo(UUID aggregate, UUID fact) {
        work.opening(
                opened(),
                () -> register.voided(actor, turned(aggregate), kind.fieldClass(), revision -> true, fact, UNDONE));
    }

    private FieldClass opened() {
        return FieldClass.valueOf(kind.fieldClass().name());
    }

    /**
     * A CV goes by the id of its person and counts revisions of its own: in a batch that holds both it stands under the
     * id turned round, and this turns it back as well.
     */
    private static UUID turned(UUID id) {
        return new UUID(id.getMostSignificantBits(), ~id.getLeastSignificantBits());
    }
}
