package opencadre.personnel.imports;

import static opencadre.kit.workbook.Column.Kind.DAY;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.Kind.WHOLE;
import static opencadre.kit.workbook.Column.Kind.YES_NO;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;
import static opencadre.kit.workbook.Column.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.workbook.Line;
import opencadre.kit.workbook.RowImport;
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.SheetForm;
import opencadre.personnel.decision.Decision;
import opencadre.personnel.decision.Decision.Content;
import opencadre.personnel.decision.DecisionKind;
import opencadre.personnel.decision.DecisionOutcome;
import opencadre.personnel.decision.DecisionRegister;
import opencadre.personnel.decision.Decisions;
import opencadre.personnel.decision.Effect;
import opencadre.personnel.decision.Effect.Act;
import opencadre.personnel.decision.Effect.Direction;
import opencadre.personnel.decision.Effect.NewEffect;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.People;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.Seat;
import opencadre.personnel.seat.Seats;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;

/**
 * Sheet "Quyết định": papers that were signed before, one line for each thing a paper brings about. Lines of one
 * number, day of signature and level are one decision; it becomes a complete draft with its first line, and somebody
 * else issues it.
 */
final class DecisionSheet implements RowImport {

    private static final SheetForm FORM = new SheetForm(
            "Quyết định",
            List.of(
                    must("number", "Số quyết định", TEXT),
                    must("signedOn", "Ngày ký", DAY),
                    words("kind", "Loại", true, Words.KINDS),
                    words("authority", "Cấp quyết định", true, Words.SCOPES),
                    must("fileNumber", "Số hiệu hồ sơ", TEXT),
                    words("act", "Hành vi", false, Words.ACTS),
                    must("unitId", "Mã cơ quan", TEXT),
                    may("seatId", "Mã chức danh", TEXT),
                    may("title", "Chức vụ", TEXT),
                    may("effectiveFrom", "Ngày hiệu lực", DAY),
                    may("until", "Đến hết ngày", DAY),
                    may("termMonths", "Thời hạn (tháng)", WHOLE),
                    words("direction", "Hướng luân chuyển", false, Words.DIRECTIONS),
                    may("concurrent", "Kiêm nhiệm", YES_NO),
                    may("acting", "Giao quyền, phụ trách", YES_NO)),
            List.of("number", "signedOn", "authority", "fileNumber", "act", "unitId", "seatId", "title"));

    /** A finding of the use case, as {@code effects[2].seatId}. */
    private static final Pattern OF_EFFECT = Pattern.compile("effects\\[(\\d+)](?:\\.(\\w+))?");

    private static final int LONGEST_NUMBER = 100;
    private static final int MOST_EFFECTS = 50;

    private final Actor actor;
    private final DecisionRegister register;
    private final Decisions decisions;
    private final People people;
    private final Units units;
    private final Seats seats;

    /** What becomes of each line, by its row, once its decision was looked at. */
    private final Map<Integer, RowOutcome> outcomes = new HashMap<>();

    private final Map<Paper, List<Line>> papers = new LinkedHashMap<>();

    DecisionSheet(
            Actor actor, DecisionRegister register, Decisions decisions, People people, Units units, Seats seats) {
        this.actor = actor;
        this.register = register;
        this.decisions = decisions;
        this.people = people;
        this.units = units;
        this.seats = seats;
    }

    /** What tells one decision from another. */
    private record Paper(String number, LocalDate signedOn, ManagementScope authority) {

        static Paper of(Line line) {
            return new Paper(
                    line.text("number"), line.day("signedOn"), ManagementScope.valueOf(line.text("authority")));
        }
    }

    /** What a line says, or what is wrong with it. */
    private sealed interface Typed {

        record Says(NewEffect effect) implements Typed {}

        record Wrong(Finding finding) implements Typed {}

        static Wrong wrong(String column, String code, Object... arguments) {
            return new Wrong(Finding.of(column, code, arguments));
        }
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public void expect(Supplier<Stream<Line>> lines) {
        try (Stream<Line> all = lines.get()) {
            all.forEach(line -> papers.computeIfAbsent(Paper.of(line), any -> new ArrayList<>())
                    .add(line));
        }
    }

    @Override
    public RowOutcome take(Line line) {
        if (!outcomes.containsKey(line.row())) {
            Paper paper = Paper.of(line);
            take(paper, Objects.requireNonNull(papers.get(paper)));
        }
        return Objects.requireNonNull(outcomes.get(line.row()));
    }

    private void take(Paper paper, List<Line> lines) {
        List<NewEffect> effects = new ArrayList<>();
        DecisionKind kind = DecisionKind.valueOf(lines.getFirst().text("kind"));
        for (Line line : lines) {
            switch (typed(line, kind)) {
                case Typed.Says says -> effects.add(says.effect());
                case Typed.Wrong wrong -> outcomes.put(line.row(), RowOutcome.Refused.of(wrong.finding()));
            }
        }
        if (lines.size() > MOST_EFFECTS) {
            refuse(lines, Finding.of("number", "too-many-effects", MOST_EFFECTS));
        } else if (effects.size() < lines.size()) {
            lines.forEach(line -> outcomes.putIfAbsent(
                    line.row(), RowOutcome.Refused.of(Finding.of("number", "other-lines-refused"))));
        } else {
            take(new Content(kind, paper.number(), paper.signedOn(), paper.authority(), effects), lines);
        }
    }

    private void take(Content content, List<Line> lines) {
        List<Decision> standing = decisions.numbered(
                actor,
                Objects.requireNonNull(content.number()),
                Objects.requireNonNull(content.signedOn()),
                Objects.requireNonNull(content.authority()));
        if (standing.stream().anyMatch(decision -> says(decision, content))) {
            lines.forEach(line -> outcomes.put(line.row(), new RowOutcome.Same()));
            return;
        }
        if (standing.stream().anyMatch(decision -> isOfOneBody(decision, content))) {
            refuse(lines, Finding.of("number", "decision-differs"));
            return;
        }
        switch (register.draft(actor, content)) {
            case DecisionOutcome.Recorded(Decision decision) -> {
                List<Effect> made = decision.now().effects();
                for (int i = 0; i < lines.size(); i++) {
                    outcomes.put(
                            lines.get(i).row(),
                            new RowOutcome.Made(decision.id(), made.get(i).id(), decision.revision())
                                    .about(made.get(i).personId()));
                }
            }
            case DecisionOutcome.Unlawful(var findings) -> refuse(lines, findings);
            case DecisionOutcome.Unknown() -> throw new IllegalStateException("a draft is always new");
        }
    }

    private void refuse(List<Line> lines, Finding finding) {
        lines.forEach(line -> outcomes.put(line.row(), RowOutcome.Refused.of(finding)));
    }

    /** Findings about one effect go to its line, those about the paper to the first. */
    private void refuse(List<Line> lines, List<Finding> findings) {
        Map<Integer, List<Finding>> ofLine = new HashMap<>();
        for (Finding finding : findings) {
            Matcher effect = OF_EFFECT.matcher(Objects.requireNonNullElse(finding.field(), ""));
            boolean ofEffect = effect.matches();
            ofLine.computeIfAbsent(ofEffect ? Integer.parseInt(effect.group(1)) : 0, any -> new ArrayList<>())
                    .add(new Finding(
                            ofEffect ? effect.group(2) : "effects".equals(finding.field()) ? "kind" : finding.field(),
                            finding.code(),
                            finding.messages(),
                            finding.article()));
        }
        for (int i = 0; i < lines.size(); i++) {
            outcomes.put(
                    lines.get(i).row(),
                    new RowOutcome.Refused(
                            ofLine.getOrDefault(i, List.of(Finding.of("number", "other-lines-refused")))));
        }
    }

    private Typed typed(Line line, DecisionKind kind) {
        if (line.text("number").length() > LONGEST_NUMBER) {
            return Typed.wrong("number", "cell-too-long", LONGEST_NUMBER);
        }
        if (!line.text("kind").equals(kind.name())) {
            return Typed.wrong("kind", "decision-has-one-kind");
        }
        Optional<UUID> person = people.numbered(line.text("fileNumber"));
        if (person.isEmpty()) {
            return Typed.wrong("fileNumber", "unknown-file-number", line.text("fileNumber"));
        }
        Optional<UUID> unit = units.coded(line.text("unitId"));
        if (unit.isEmpty()) {
            return Typed.wrong("unitId", "unknown-agency-code", line.text("unitId"));
        }
        Integer termMonths = line.wholeOrNull("termMonths");
        if (termMonths != null && termMonths < 1) {
            return Typed.wrong("termMonths", "out-of-range");
        }
        Act act = line.maybe("act").map(Act::valueOf).orElse(usual(kind));
        LocalDate day = line.dayOrNull("effectiveFrom");
        if (day == null && act != Act.NOMINATE) {
            return Typed.wrong("effectiveFrom", "required");
        }
        LocalDate from = day == null ? line.day("signedOn") : day;
        return act.isOfAPost()
                ? leaving(line, act, person.get(), unit.get(), from)
                : taking(line, act, person.get(), unit.get(), from);
    }

    private static Act usual(DecisionKind kind) {
        return switch (kind.brings()) {
            case POSTS -> Act.START;
            case ENDS -> Act.END;
            case NOMINATIONS -> Act.NOMINATE;
            case ELECTIONS -> Act.ELECT;
            case SUSPENSIONS -> Act.SUSPEND;
        };
    }

    private Typed taking(Line line, Act act, UUID person, UUID unit, LocalDate from) {
        Optional<String> titleCode = line.maybe("seatId");
        if (titleCode.isEmpty()) {
            return Typed.wrong("seatId", "required");
        }
        Optional<Seat> seat = seats.of(unit, titleCode.get(), from);
        if (seat.isEmpty()) {
            return Typed.wrong("seatId", "no-seat-so", titleCode.get());
        }
        LocalDate lastDay = line.dayOrNull("until");
        if (lastDay != null && lastDay.isBefore(from)) {
            return Typed.wrong("until", "ends-before-it-begins");
        }
        return new Typed.Says(new NewEffect(
                person,
                act,
                seat.get().id(),
                null,
                from,
                line.endOrNull("until"),
                line.wholeOrNull("termMonths"),
                line.isYes("acting"),
                line.isYes("concurrent"),
                line.maybe("direction").map(Direction::valueOf).orElse(null),
                null,
                null));
    }

    /** The post that the person held up to a day: in a seat by the code of its title, in none by the words. */
    private Typed leaving(Line line, Act act, UUID person, UUID unit, LocalDate from) {
        Optional<String> titleCode = line.maybe("seatId");
        Optional<String> title = line.maybe("title");
        if (titleCode.isEmpty() && title.isEmpty()) {
            return Typed.wrong("seatId", "needs-title-or-seat");
        }
        Optional<UUID> seat = titleCode
                .flatMap(code -> seats.of(unit, code, from.minusDays(1)))
                .map(Seat::id);
        if (titleCode.isPresent() && seat.isEmpty()) {
            return Typed.wrong("seatId", "no-seat-so", titleCode.get());
        }
        return people.file(person).orElseThrow().believedAssignments().stream()
                .filter(post -> post.unitId().equals(unit))
                .filter(post -> seat.map(id -> id.equals(post.seatId()))
                        .orElseGet(() -> post.seatId() == null && same(post.title(), title.orElseThrow())))
                .filter(post -> isHeldUpTo(post, from))
                .max(Comparator.comparing(post -> post.valid().from()))
                .<Typed>map(post -> new Typed.Says(new NewEffect(
                        person,
                        act,
                        null,
                        post.id(),
                        from,
                        act == Act.SUSPEND ? line.endOrNull("until") : null,
                        null,
                        false,
                        false,
                        line.maybe("direction").map(Direction::valueOf).orElse(null),
                        null,
                        null)))
                .orElseGet(() -> Typed.wrong("seatId", "no-post-so", from));
    }

    private static boolean isHeldUpTo(Assignment post, LocalDate firstDayWithout) {
        LocalDate end = post.valid().to();
        return post.valid().from().isBefore(firstDayWithout) && (end == null || !end.isBefore(firstDayWithout));
    }

    private static boolean same(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    /** Whether the paper is on record with all the lines say, now or before it was put right. */
    private static boolean says(Decision decision, Content content) {
        return decision.beliefs().stream()
                .anyMatch(belief -> belief.kind() == content.kind()
                        && content.effects().stream()
                                .allMatch(
                                        wanted -> belief.effects().stream().anyMatch(effect -> says(effect, wanted))));
    }

    private static boolean says(Effect effect, NewEffect wanted) {
        return effect.personId().equals(wanted.personId())
                && effect.act() == wanted.act()
                && Objects.equals(effect.effectiveFrom(), wanted.effectiveFrom())
                && (wanted.act() == Act.END
                        ? Objects.equals(effect.assignmentId(), wanted.assignmentId())
                        : Objects.equals(effect.seatId(), wanted.seatId()))
                && (wanted.act() != Act.START || saysOfPost(effect, wanted));
    }

    private static boolean saysOfPost(Effect effect, NewEffect wanted) {
        return Objects.equals(effect.termMonths(), wanted.termMonths())
                && effect.acting() == wanted.acting()
                && effect.concurrent() == wanted.concurrent()
                && effect.direction() == wanted.direction()
                && (wanted.until() == null || wanted.until().equals(effect.until()));
    }

    /** Where many bodies decide at one level, another one's paper may have the same number. */
    private boolean isOfOneBody(Decision decision, Content content) {
        return Objects.requireNonNull(content.authority()).isOneBody()
                || decision.now()
                        .effects()
                        .getFirst()
                        .unitId()
                        .equals(unitOf(content.effects().getFirst()));
    }

    private @Nullable UUID unitOf(NewEffect effect) {
        UUID seat = effect.seatId();
        UUID post = effect.assignmentId();
        return seat != null
                ? seats.find(seat).map(Seat::unitId).orElse(null)
                : post == null
                        ? null
                        : people.believed(effect.personId(), post)
                                .map(Assignment::unitId)
                                .orElse(null);
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        return decisions
                .find(actor, aggregate)
                .map(decision -> OptionalLong.of(decision.revision()))
                .orElse(OptionalLong.empty());
    }

    /** The draft goes with its first line that is taken back, and with it what the others made. */
    @Override
    public void undo(UUID aggregate, UUID fact) {
        register.forget(actor, aggregate);
    }
}
