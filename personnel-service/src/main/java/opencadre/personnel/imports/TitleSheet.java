package opencadre.personnel.imports;

import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.Kind.WHOLE;
import static opencadre.kit.workbook.Column.Kind.YES_NO;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;
import static opencadre.kit.workbook.Column.words;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.kit.rule.Finding;
import opencadre.kit.workbook.Line;
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.RowToken;
import opencadre.kit.workbook.SheetForm;
import opencadre.personnel.seat.SeatRegister;
import opencadre.personnel.seat.Seats;
import opencadre.personnel.seat.TheoryLevel;
import opencadre.personnel.seat.Title;
import org.jspecify.annotations.Nullable;

/**
 * Sheet "Chức danh": the catalogue of titles. A new line does not write over a title that stands otherwise; one that
 * was taken out puts it right. That two titles are equal is said by both their lines, so no line that stands changes
 * it.
 */
final class TitleSheet extends OrganisationSheet {

    private static final SheetForm FORM = new SheetForm(
            "Chức danh",
            List.of(
                    must("code", "Mã chức danh", TEXT),
                    must("name", "Tên chức danh", TEXT),
                    must("rank", "Thứ bậc", WHOLE),
                    may("leadership", "Lãnh đạo, quản lý", YES_NO),
                    may("equalTitles", "Chức danh tương đương", TEXT),
                    words("theoryAsked", "Lý luận chính trị", false, Words.THEORY),
                    may("standardBasis", "Căn cứ tiêu chuẩn", TEXT)),
            List.of("code"));

    private static final int LONGEST = 200;

    private final SeatRegister register;
    private final Seats seats;

    TitleSheet(SeatRegister register, Seats seats) {
        this.register = register;
        this.seats = seats;
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public RowOutcome take(Line line) {
        String code = line.text("code");
        if (!code.matches("[A-Z0-9_]{2,40}")) {
            return RowOutcome.Refused.of(Finding.of("code", "wrong-form"));
        }
        List<Finding> findings = against(line);
        if (!findings.isEmpty()) {
            return new RowOutcome.Refused(findings);
        }
        List<String> equal = line.maybe("equalTitles")
                .map(codes -> Arrays.stream(codes.split("[;,]"))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList())
                .orElse(List.of());
        if (equal.contains(code) || equal.stream().anyMatch(each -> !each.matches("[A-Z0-9_]{2,40}"))) {
            return RowOutcome.Refused.of(Finding.of("equalTitles", "wrong-form"));
        }
        Title title = title(line, equal);
        Optional<Title> standing = seats.title(code);
        if (standing.isPresent()) {
            // Being equal goes both ways: a line that came later may have added to it.
            return isSame(standing.get(), title)
                    ? new RowOutcome.Same()
                    : RowOutcome.Refused.of(Finding.of("code", "line-differs"));
        }
        register.put(withThoseThatNameIt(title));
        return RowOutcome.Made.whole(id(code), seats.titleRevision(code).orElseThrow());
    }

    /** What the page would not let pass. */
    private static List<Finding> against(Line line) {
        List<Finding> findings = new ArrayList<>();
        Integer rank = line.wholeOrNull("rank");
        if (rank == null || rank < 1) {
            findings.add(Finding.of("rank", "out-of-range"));
        }
        for (String key : List.of("name", "standardBasis")) {
            if (line.maybe(key).orElse("").length() > LONGEST) {
                findings.add(Finding.of(key, "cell-too-long", LONGEST));
            }
        }
        return findings;
    }

    private static Title title(Line line, List<String> equal) {
        return new Title(
                line.text("code"),
                line.text("name"),
                Objects.requireNonNull(line.wholeOrNull("rank")),
                line.isYes("leadership"),
                equal,
                line.maybe("theoryAsked").map(TheoryLevel::valueOf).orElse(null),
                line.maybe("standardBasis").orElse(null));
    }

    @Override
    public String code() {
        return "TITLE";
    }

    @Override
    public Map<String, String> fixed() {
        return Map.of("code", "title-code-fixed", "equalTitles", "title-equals-fixed");
    }

    /** Titles are of no unit: whoever writes one writes all of them. */
    @Override
    public List<UUID> things(@Nullable UUID unit) {
        return seats.titles().stream().map(title -> id(title.code())).toList();
    }

    @Override
    Map<UUID, List<Belief>> reached(Collection<UUID> things) {
        return seats.titleBeliefs().stream()
                .map(each -> new Belief(id(each.fact().code()), each.from(), each.to(), values(each.fact())))
                .collect(Collectors.groupingBy(Belief::fact));
    }

    private static Map<String, Object> values(Title title) {
        Map<String, Object> values = new HashMap<>();
        values.put("code", title.code());
        values.put("name", title.name());
        values.put("rank", title.rank());
        values.put("leadership", title.leadership());
        values.put("equalTitles", String.join("; ", title.equalTitles()));
        values.put(
                "theoryAsked",
                title.theoryAsked() == null ? null : title.theoryAsked().name());
        values.put("standardBasis", title.standardBasis());
        return values;
    }

    @Override
    public RowOutcome correct(RowToken token, Line line, String reason) {
        List<Finding> findings = against(line);
        if (!findings.isEmpty()) {
            return new RowOutcome.Refused(findings);
        }
        String code = line.text("code");
        // As they are now: another line of the book may have named this title as its equal.
        Title standing = seats.title(code).orElseThrow();
        Title wanted = title(line, standing.equalTitles());
        if (wanted.equals(standing)) {
            return new RowOutcome.Same();
        }
        register.put(wanted);
        return RowOutcome.Made.whole(token.fact(), seats.titleRevision(code).orElseThrow());
    }

    /** Being equal goes both ways: a title that an earlier line named as its equal stays equal to that one. */
    private Title withThoseThatNameIt(Title typed) {
        Set<String> equal = new TreeSet<>(typed.equalTitles());
        seats.titles().stream()
                .filter(other -> other.equalTitles().contains(typed.code()))
                .map(Title::code)
                .forEach(equal::add);
        return new Title(
                typed.code(),
                typed.name(),
                typed.rank(),
                typed.leadership(),
                List.copyOf(equal),
                typed.theoryAsked(),
                typed.standardBasis());
    }

    private static boolean isSame(Title standing, Title typed) {
        return standing.equals(new Title(
                        typed.code(),
                        typed.name(),
                        typed.rank(),
                        typed.leadership(),
                        standing.equalTitles(),
                        typed.theoryAsked(),
                        typed.standardBasis()))
                && standing.equalTitles().containsAll(typed.equalTitles());
    }

    /** A title is named by its code; a batch names everything by an id. */
    private static UUID id(String code) {
        return UUID.nameUUIDFromBytes(("title " + code).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> code(UUID id) {
        return seats.titles().stream()
                .map(Title::code)
                .filter(code -> id(code).equals(id))
                .findFirst();
    }

    @Override
    public OptionalLong revision(UUID aggregate) {
        return code(aggregate).map(seats::titleRevision).orElse(OptionalLong.empty());
    }

    @Override
    public void undo(UUID aggregate, UUID fact) {
        register.withdrawTitle(code(aggregate).orElseThrow());
    }
}
