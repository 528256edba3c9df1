package opencadre.kit.workbook;

import static opencadre.kit.workbook.Column.Kind.DAY;
import static opencadre.kit.workbook.Column.Kind.PARTIAL_DATE;
import static opencadre.kit.workbook.Column.Kind.TEXT;
import static opencadre.kit.workbook.Column.Kind.WHOLE;
import static opencadre.kit.workbook.Column.Kind.YES_NO;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import opencadre.kit.workbook.Books.Formula;
import org.apache.commons.io.input.NullInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {

    private static final String STRINGS = "xl/sharedStrings.xml";

    private static final SheetForm FORM = new SheetForm(
            "Việc",
            List.of(
                    Column.must("code", "Mã", TEXT),
                    Column.may("day", "Ngày", DAY),
                    Column.may("born", "Sinh", PARTIAL_DATE),
                    Column.may("count", "Số", WHOLE),
                    Column.may("yes", "Có", YES_NO),
                    Column.words("word", "Loại", false, Map.of("Phường", "PHUONG", "Xã", "XA"))),
            List.of("code"));

    private static final List<@Nullable Object> HEADER = List.of("Mã", "Ngày", "Sinh", "Số", "Có", "Loại");

    @Test
    void readsWhatWasTypedInTheShapeOfItsColumn() {
        Workbook book = read(List.of(
                row("A1", LocalDate.of(2025, 7, 1), "08/1982", 12, "x", "Phường"),
                row(5533, "1/7/2025", LocalDate.of(1982, 8, 14), "3", "không", "XA"),
                row("B  2", "2025-07-01", 1982, null, null, "xã")));

        assertThat(book.findings().first()).isEmpty();
        List<Line> lines = book.lines("Việc").toList();
        assertThat(lines).extracting(Line::row).containsExactly(2, 3, 4);
        assertThat(lines.get(0).values())
                .isEqualTo(Map.of(
                        "code",
                        "A1",
                        "day",
                        LocalDate.of(2025, 7, 1),
                        "born",
                        "1982-08",
                        "count",
                        12,
                        "yes",
                        true,
                        "word",
                        "PHUONG"));
        assertThat(lines.get(1).text("code")).isEqualTo("5533");
        assertThat(lines.get(1).day("day")).isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(lines.get(1).text("born")).isEqualTo("1982-08-14");
        assertThat(lines.get(1).isYes("yes")).isFalse();
        assertThat(lines.get(2).text("code")).isEqualTo("B 2");
        assertThat(lines.get(2).text("born")).isEqualTo("1982");
        assertThat(lines.get(2).text("word")).isEqualTo("XA");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 31/02/2025, cell-no-such-day, B2",
        "1, 32/01/2025, cell-no-such-day, B2",
        "1, hôm qua, cell-not-a-day, B2",
        "2, 13/1982, cell-no-such-day, C2",
        "2, 82, cell-not-a-day, C2",
        "3, mười, cell-not-whole, D2",
        "3, 1.5, cell-not-whole, D2",
        "4, có lẽ, cell-not-yes-or-no, E2",
        "5, Thị trấn, cell-unknown-word, F2"
    })
    void saysWhichCellCannotBeRead(int column, String typed, String code, String cell) {
        List<@Nullable Object> row = row("A1");
        while (row.size() <= column) {
            row.add(null);
        }
        row.set(column, typed);

        Workbook book = read(List.of(row));

        assertThat(told(book)).containsExactly("Việc!" + cell + " " + code);
        assertThat(book.lines("Việc")).isEmpty();
        assertThat(book.findings().first().getFirst().finding().messages().vi()).contains(typed);
    }

    @Test
    void refusesAFormulaEvenWhereItsValueWouldDo() {
        assertThat(told(read(List.of(row("A1", null, null, new Formula("1+2"))))))
                .containsExactly("Việc!D2 cell-formula");
        assertThat(told(read(List.of(row(new Formula("\"A1\"")))))).containsExactly("Việc!A2 cell-formula");
    }

    @Test
    void refusesAnEmptyRequiredCellAndASecondLineOfTheSameThing() {
        assertThat(told(read(List.of(row(null, null, null, 1), row("A1"), row("A1")))))
                .containsExactly("Việc!A2 cell-empty", "Việc!A4 line-twice");
    }

    @Test
    void leavesOutEmptyLines() {
        Workbook book = read(List.of(row("A1"), row(null, "", " "), row("A2")));

        assertThat(book.findings().first()).isEmpty();
        assertThat(book.lines("Việc")).extracting(Line::row).containsExactly(2, 4);
    }

    @Test
    void refusesAMergedAndAnUnknownAndAMissingHeader() {
        assertThat(told(Workbook.read(
                        Books.of("Việc", List.of(row("Mã", null, "Sinh"), row("A1", "x"))), List.of(FORM))))
                .containsExactly("Việc!B1 header-empty");
        assertThat(told(Workbook.read(Books.of("Việc", List.of(row("Mã số", "Ngày"), row("A1"))), List.of(FORM))))
                .containsExactly("Việc!A1 unknown-column", "Việc!A1 column-missing");
        // No line is taken that lacks what every line must have.
        assertThat(Workbook.read(Books.of("Việc", List.of(row("Ngày"), row("01/07/2025"))), List.of(FORM))
                        .lines("Việc"))
                .isEmpty();
        assertThat(told(Workbook.read(Books.of("Việc", List.of(row("Mã", "Mã"))), List.of(FORM))))
                .containsExactly("Việc!B1 column-twice");
    }

    @Test
    void refusesWhatIsNoWorkbookOrHasMacrosOrASheetNobodyKnows() {
        byte[] book = Books.of("Việc", List.of(HEADER, row("A1")));

        assertThat(told(Workbook.read(new byte[] {1, 2, 3}, List.of(FORM))))
                .containsExactly("null!null not-a-workbook");
        assertThat(told(Workbook.read(Arrays.copyOf(book, book.length / 2), List.of(FORM))))
                .containsExactly("null!null not-a-workbook");
        assertThat(told(Workbook.read(Books.with(book, "xl/vbaProject.bin"), List.of(FORM))))
                .containsExactly("null!null workbook-has-macros");
        assertThat(told(Workbook.read(Books.of("Khác", List.of(HEADER)), List.of(FORM))))
                .containsExactly("Khác!null unknown-sheet");
    }

    @Test
    void refusesWhatUnpacksWithoutEnd() {
        byte[] book = Books.of("Việc", List.of(HEADER, row("A1")));
        byte[] bomb = Books.with(book, "xl/media/image1.png", new NullInputStream(400_000_001));

        assertThat(bomb).hasSizeLessThan(1_000_000);
        assertThat(told(Workbook.read(bomb, List.of(FORM)))).containsExactly("null!null workbook-too-large");
    }

    @Test
    void refusesAPackageOfVeryManyFiles() {
        byte[] book = Books.of("Việc", List.of(HEADER, row("A1")));

        assertThat(told(Workbook.read(Books.withEmptyFiles(book, 1_001), List.of(FORM))))
                .containsExactly("null!null workbook-too-large");
        assertThat(Workbook.read(Books.withEmptyFiles(book, 900), List.of(FORM))
                        .findings()
                        .first())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE sst [<!ENTITY e SYSTEM \"%s\">]>",
                "<!DOCTYPE sst SYSTEM \"%s\">",
                "<!DOCTYPE sst [<!ENTITY a \"lol\"><!ENTITY e \"&a;&a;&a;\">]>",
                "<!DOCTYPE sst [<!ENTITY % p SYSTEM \"%s\"> %p;]>"
            })
    void anEntityIsNeitherReadNorFollowed(String declaration, @TempDir Path dir) throws IOException {
        Path secret = Files.writeString(dir.resolve("secret"), "lol of the server");
        byte[] book = Books.of("Việc", List.of(HEADER, row("A1")));
        String strings = Books.entry(book, STRINGS);
        assertThat(strings).contains("<sst", ">A1<");
        String planted = strings.replace(
                        "<sst", declaration.replace("%s", secret.toUri().toString()) + "<sst")
                .replace(">A1<", ">&e;<");

        Workbook read = Workbook.read(withStrings(book, planted), List.of(FORM));

        assertThat(told(read)).containsExactly("null!null not-a-workbook");
        assertThat(read.counts()).isEmpty();
        assertThat(Workbook.read(withStrings(book, strings), List.of(FORM))
                        .findings()
                        .first())
                .isEmpty();
    }

    private static byte[] withStrings(byte[] book, String strings) {
        return Books.with(book, STRINGS, new ByteArrayInputStream(strings.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesWhatCarriesTheMarkOfAStateSecretWhereverItStands() {
        Workbook book = read(List.of(
                row("Nguyễn Thị Mật", null, null, null, null, null),
                row("A2", null, null, null, null, null, null, "(Tối mật)")));

        assertThat(book.findings().first()).hasSize(1).first().satisfies(found -> {
            assertThat(found.cell()).isEqualTo("H3");
            assertThat(found.finding().code()).isEqualTo("secrecy-mark");
            assertThat(found.finding().article()).isEqualTo("117/2025/QH15");
        });
        // The line is told once, as one that cannot be read, and not taken for a second one.
        assertThat(book.lines("Việc")).extracting(Line::row).containsExactly(2);
    }

    @Test
    void aTemplateFilledInIsReadAgain() {
        Workbook book = Workbook.read(Templates.of(List.of(FORM)), List.of(FORM));

        assertThat(book.findings().first()).isEmpty();
        assertThat(book.counts()).containsOnlyKeys("Việc");
        assertThat(book.lines("Việc")).isEmpty();
    }

    private static Workbook read(List<List<@Nullable Object>> rows) {
        List<List<@Nullable Object>> all = new ArrayList<>(List.of(HEADER));
        all.addAll(rows);
        return Workbook.read(Books.of("Việc", all), List.of(FORM));
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }

    private static List<String> told(Workbook book) {
        return book.findings().first().stream()
                .map(finding -> finding.sheet() + "!" + finding.cell() + " "
                        + finding.finding().code())
                .toList();
    }
}
