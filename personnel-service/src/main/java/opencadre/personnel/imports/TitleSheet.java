package opencadre.personnel.imports;

import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.Kind.WHOLE;
import static opencadre.kit.workbook.Column.Kind.YES_NO;
import static opencadre.kit.workbook.Column.may;
import static opencadre.kit.workbook.Column.must;
import static opencadre.kit.workbook.Column.words;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import opencadre.kit.rule.Finding;
import opencadre.kit.workbook.Line;
import opencadre.kit.workbook.RowImport;
import opencadre.kit.workbook.RowOutcome;
import opencadre.kit.workbook.SheetForm;
import opencadre.personnel.seat.SeatRegister;
import opencadre.personnel.seat.Seats;
import opencadre.personnel.seat.TheoryLevel;
import opencadre.personnel.seat.Title;

/** Sheet "Chức danh": the catalogue of titles. A title that stands otherwise is not overwritten by a workbook. */
final class TitleSheet implements RowImport {

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

    private static final long ONLY_REVISION = 1;

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
        Integer rank = line.wholeOrNull("rank");
        if (!code.matches("[A-Z0-9_]{2,40}")) {
            return RowOutcome.Refused.of(Finding.of("code", "wrong-form"));
        }
        if (rank == null || rank < 1) {
            return RowOutcome.Refused.of(Finding.of("rank", "out-of-range"));
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
        Title title = new Title(
                code,
                line.text("name"),
                rank,
                line.isYes("leadership"),
                equal,
                line.maybe("theoryAsked").map(TheoryLevel::valueOf).orElse(null),
                line.maybe("standardBasis").orElse(null));
        Optional<Title> standing = seats.title(code);
        if (standing.isPresent()) {
            // Being equal goes both ways: a line that came later may have added to it.
            return isSame(standing.get(), title)
                    ? new RowOutcome.Same()
                    : RowOutcome.Refused.of(Finding.of("code", "line-differs"));
        }
        register.put(withThoseThatNameIt(title));
        return RowOutcome.Made.whole(id(code), ONLY_REVISION);
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
        return code(aggregate).isPresent() ? OptionalLong.of(ONLY_REVISION) : OptionalLong.empty();
    }

    @Override
    public void undo(UUID aggregate, UUID fact) {
        register.withdrawTitle(code(aggregate).orElseThrow());
    }
}
