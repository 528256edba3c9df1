package opencadre.personnel.imports;

import static opencadre.kit.workbook.Column.Kind.DAY;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.Kind.WHOLE;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;
import static opencadre.kit.workbook.Column.words;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.RowToken;
import opencadre.kit.workbook.SheetForm;
import opencadre.personnel.person.Conduct;
import opencadre.personnel.person.Conduct.Content;
import opencadre.personnel.person.ConductOutcome;
import opencadre.personnel.person.ConductRegister;
import opencadre.personnel.person.People;

/** Sheets of what is on record beside posts, as "Xếp loại" and "Kỷ luật": one line for each fact. */
final class ConductSheet extends RecordSheet {

    private static final Column NUMBER = must(PERSON, "Số hiệu hồ sơ", TEXT);
    private static final Column PAPER = may("document", "Văn bản", TEXT);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9000;

    private final String code;
    private final SheetForm form;
    private final Class<? extends Content> kind;
    private final Function<Line, Content> content;
    private final Actor actor;
    private final ConductRegister register;
    private final People people;

    private ConductSheet(
            String code,
            SheetForm form,
            Class<? extends Content> kind,
            Function<Line, Content> content,
            Actor actor,
            ConductRegister register,
            People people,
            Roll roll) {
        super(actor, roll, people);
        this.code = code;
        this.form = form;
        this.kind = kind;
        this.content = content;
        this.actor = actor;
        this.register = register;
        this.people = people;
    }

    static List<ConductSheet> all(Actor actor, ConductRegister register, People people, Roll roll) {
        return List.of(
                new ConductSheet(
                        "RATING",
                        new SheetForm(
                                "Xếp loại",
                                List.of(
                                        NUMBER,
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
                        people,
                        roll),
                new ConductSheet(
                        "DISCIPLINE",
                        new SheetForm(
                                "Kỷ luật",
                                List.of(
                                        NUMBER,
                                        words("form", "Hình thức", true, Words.FORMS),
                                        must("decidedOn", "Ngày quyết định", DAY),
                                        may("revokedOn", "Ngày hủy bỏ", DAY),
                                        words("track", "Kỷ luật của", false, Words.TRACKS),
                                        may("authority", "Cơ quan quyết định", TEXT),
                                        may("matter", "Hành vi vi phạm chính", TEXT),
                                        PAPER),
                                List.of("fileNumber", "form", "decidedOn")),
                        Conduct.Discipline.class,
                        line -> new Conduct.Discipline(
                                Conduct.Form.valueOf(line.text("form")),
                                line.day("decidedOn"),
                                line.dayOrNull("revokedOn"),
                                line.maybe("track").map(Conduct.Track::valueOf).orElse(null),
                                line.maybe("authority").orElse(null),
                                line.maybe("matter").orElse(null),
                                line.maybe("document").orElse(null)),
                        actor,
                        register,
                        people,
                        roll),
                new ConductSheet(
                        "HEALTH_CERTIFICATE",
                        new SheetForm(
                                "Sức khỏe",
                                List.of(NUMBER, must("issuedOn", "Ngày cấp", DAY), PAPER),
                                List.of("fileNumber", "issuedOn")),
                        Conduct.HealthCertificate.class,
                        line -> new Conduct.HealthCertificate(
                                line.day("issuedOn"), line.maybe("document").orElse(null)),
                        actor,
                        register,
                        people,
                        roll),
                new ConductSheet(
                        "SUSPENSION",
                        new SheetForm(
                                "Tạm đình chỉ",
                                List.of(
                                        NUMBER,
                                        must("from", "Từ ngày", DAY),
                                        may("until", "Được làm việc lại từ ngày", DAY),
                                        PAPER),
                                List.of("fileNumber", "from")),
                        Conduct.Suspension.class,
                        line -> new Conduct.Suspension(
                                line.day("from"),
                                line.dayOrNull("until"),
                                line.maybe("document").orElse(null)),
                        actor,
                        register,
                        people,
                        roll),
                new ConductSheet(
                        "CONFIDENCE_VOTE",
                        new SheetForm(
                                "Tín nhiệm",
                                List.of(
                                        NUMBER,
                                        must("heldOn", "Ngày lấy phiếu", DAY),
                                        must("high", "Tín nhiệm cao", WHOLE),
                                        must("confidence", "Tín nhiệm", WHOLE),
                                        must("low", "Tín nhiệm thấp", WHOLE),
                                        PAPER),
                                List.of("fileNumber", "heldOn")),
                        Conduct.ConfidenceVote.class,
                        line -> new Conduct.ConfidenceVote(
                                line.day("heldOn"),
                                Objects.requireNonNull(line.wholeOrNull("high")),
                                Objects.requireNonNull(line.wholeOrNull("confidence")),
                                Objects.requireNonNull(line.wholeOrNull("low")),
                                line.maybe("document").orElse(null)),
                        actor,
                        register,
                        people,
                        roll));
    }

    @Override
    public SheetForm form() {
        return form;
    }

    @Override
    public RowOutcome take(Line line) {
        Optional<UUID> person = people.numbered(line.text(PERSON));
        if (person.isEmpty()) {
            return RowOutcome.Refused.of(Finding.of("fileNumber", "unknown-file-number", line.text("fileNumber")));
        }
        if (!isYear(line)) {
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

    private static boolean isYear(Line line) {
        Integer year = line.wholeOrNull("year");
        return year == null || (year >= FIRST_YEAR && year <= LAST_YEAR);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public boolean isTold() {
        return false;
    }

    @Override
    Map<UUID, List<Belief>> beliefs(Collection<UUID> ids) {
        Map<UUID, List<Belief>> beliefs = new HashMap<>();
        people.conduct(ids)
                .forEach((id, ofPerson) -> beliefs.put(
                        id,
                        ofPerson.stream()
                                .filter(conduct -> kind.isInstance(conduct.content()))
                                .map(conduct -> new Belief(conduct.id(), conduct.recorded(), values(conduct.content())))
                                .toList()));
        return beliefs;
    }

    private static Map<String, Object> values(Content content) {
        Map<String, Object> values = new HashMap<>();
        values.put("document", content.document());
        switch (content) {
            case Conduct.Rating rating -> {
                values.put("year", rating.year());
                values.put("rating", rating.grade().name());
            }
            case Conduct.Discipline discipline -> {
                values.put("form", discipline.form().name());
                values.put("decidedOn", discipline.decidedOn());
                values.put("revokedOn", discipline.revokedOn());
                values.put(
                        "track",
                        discipline.track() == null ? null : discipline.track().name());
                values.put("authority", discipline.authority());
                values.put("matter", discipline.matter());
            }
            case Conduct.HealthCertificate certificate -> values.put("issuedOn", certificate.issuedOn());
            case Conduct.Suspension suspension -> {
                values.put("from", suspension.from());
                values.put("until", suspension.until());
            }
            case Conduct.ConfidenceVote vote -> {
                values.put("heldOn", vote.heldOn());
                values.put("high", vote.high());
                values.put("confidence", vote.confidence());
                values.put("low", vote.low());
            }
        }
        return values;
    }

    @Override
    public RowOutcome correct(RowToken token, Line line, String reason) {
        if (!isYear(line)) {
            return RowOutcome.Refused.of(Finding.of("year", "year-out-of-range"));
        }
        UUID id = thing(token);
        return switch (register.correct(actor, id, revision -> true, token.fact(), content.apply(line), reason)) {
            case ConductOutcome.Recorded recorded ->
                new RowOutcome.Made(id, token.fact(), recorded.conduct().revision()).about(id);
            case ConductOutcome.Unlawful unlawful -> new RowOutcome.Refused(unlawful.findings());
            case ConductOutcome.Unknown unknown -> RowOutcome.Refused.of(Finding.of(PERSON, "unit-outside-scope"));
        };
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        return people.revision(aggregate);
    }

    @Override
    public void undo(UUID aggregate, UUID fact) {
        register.voided(actor, aggregate, revision -> true, fact, kind, UNDONE);
    }
}
