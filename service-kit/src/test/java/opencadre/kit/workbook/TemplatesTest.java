package opencadre.kit.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private static final SheetForm FORM = new SheetForm(
            "Sổ",
            List.of(
                    Column.must("name", "Họ tên", Column.Kind.TEXT),
                    Column.may("year", "Năm", Column.Kind.WHOLE),
                    Column.may("day", "Ngày", Column.Kind.DAY),
                    Column.may("birth", "Ngày sinh", Column.Kind.PARTIAL_DATE),
                    Column.may("yes", "Kiêm nhiệm", Column.Kind.YES_NO),
                    Column.words("word", "Giới tính", false, Map.of("Nam", "MALE", "Nữ", "FEMALE"))),
            List.of("name"));

    @Test
    void aBookThatIsTakenOutReadsAsWhatWasPutIn() {
        Map<String, Object> whole = Map.of(
                "name",
                "=Dương Minh Khải",
                "year",
                2025,
                "day",
                LocalDate.of(2026, 11, 29),
                "birth",
                "1982-08",
                "yes",
                true,
                "word",
                "FEMALE");
        List<RowExchange.Standing> lines = List.of(
                standing(whole),
                standing(Map.of("name", "0012345", "birth", "1980-05-14")),
                standing(Map.of("birth", "1979")),
                // Two of a name are two lines.
                standing(Map.of("name", "0012345")));

        Workbook read = read(lines);

        assertThat(read.findings().first()).isEmpty();
        assertThat(read.lines("Sổ").map(line -> without(line.values())))
                .containsExactlyElementsOf(
                        lines.stream().map(RowExchange.Standing::values).toList());
        assertThat(read.lines("Sổ")
                        .map(line -> RowToken.parse(line.text(SheetForm.TOKEN)).orElseThrow()))
                .containsExactlyElementsOf(
                        lines.stream().map(RowExchange.Standing::token).toList());
    }

    @Test
    void linesAreWrittenPageByPage() {
        Iterator<List<RowExchange.Standing>> pages = IntStream.range(0, 40)
                .mapToObj(page -> IntStream.range(0, 50)
                        .mapToObj(line -> standing(Map.of("name", "Người " + page + " " + line)))
                        .toList())
                .iterator();

        Workbook read =
                Workbook.read(Templates.filled(List.of(new Templates.Filled(FORM, pages))), List.of(FORM.takenOut()));

        assertThat(read.findings().first()).isEmpty();
        assertThat(read.lines("Sổ")).hasSize(2_000);
        assertThat(read.lines("Sổ").toList().getLast().text("name")).isEqualTo("Người 39 49");
    }

    @Test
    void aBookHasSeveralSheetsAlsoEmptyOnes() {
        SheetForm other = new SheetForm("Khác", List.of(Column.must("name", "Họ tên", Column.Kind.TEXT)), List.of());
        byte[] book = Templates.filled(List.of(
                new Templates.Filled(
                        FORM, List.of(List.of(standing(Map.of("name", "Một")))).iterator()),
                new Templates.Filled(
                        other, List.<List<RowExchange.Standing>>of().iterator()),
                new Templates.Filled(
                        new SheetForm("Ba", other.columns(), List.of()),
                        List.of(List.of(standing(Map.of("name", "Hai")))).iterator())));

        Workbook read = Workbook.read(
                book,
                List.of(FORM.takenOut(), other.takenOut(), new SheetForm("Ba", other.columns(), List.of()).takenOut()));

        assertThat(read.findings().first()).isEmpty();
        assertThat(read.lines("Sổ")).hasSize(1);
        assertThat(read.lines("Khác")).isEmpty();
        assertThat(read.lines("Ba").findFirst().orElseThrow().text("name")).isEqualTo("Hai");
    }

    @Test
    void aCodeThatWasTypedIsNoToken() {
        assertThat(RowToken.parse("không phải mã")).isEmpty();
        assertThat(RowToken.parse("AAAA")).isEmpty();
        RowToken early =
                new RowToken(UUID.randomUUID(), UUID.randomUUID(), Instant.parse("1969-12-31T23:59:59.999999Z"));
        assertThat(RowToken.parse(early.text())).contains(early);
    }

    private static Workbook read(List<RowExchange.Standing> lines) {
        return Workbook.read(
                Templates.filled(
                        List.of(new Templates.Filled(FORM, List.of(lines).iterator()))),
                List.of(FORM.takenOut()));
    }

    private static Map<String, Object> without(Map<String, Object> values) {
        Map<String, Object> said = new java.util.HashMap<>(values);
        said.remove(SheetForm.TOKEN);
        return said;
    }

    private static RowExchange.Standing standing(Map<String, Object> values) {
        return new RowExchange.Standing(
                new RowToken(UUID.randomUUID(), UUID.randomUUID(), Instant.parse("2026-11-20T01:00:00.123456Z")),
                values);
    }
}
