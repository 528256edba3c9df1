package opencadre.personnel.statistics.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import opencadre.personnel.statistics.Breakdown;
import opencadre.personnel.statistics.StatisticsBook;
import opencadre.personnel.statistics.StatisticsColumn;
import opencadre.personnel.statistics.StatisticsColumns;
import opencadre.personnel.statistics.StatisticsTable;
import opencadre.personnel.statistics.StatisticsTable.Line;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * As the statistical forms are laid out: whose and of which day, a head of groups over columns with their numbers
 * below, a line for each, notes. A4 and wider on A3 across, one page wide.
 */
@Component
final class SheetsOfStatistics implements StatisticsBook {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter NAMED = DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);
    private static final String TITLE = "THỐNG KÊ SỐ LƯỢNG, CHẤT LƯỢNG ĐỘI NGŨ CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC";
    private static final int HEAD = 5;
    private static final int NUMBERS = HEAD + 2;
    private static final int FIRST = HEAD + 3;
    private static final int LEFT = 2;
    private static final String GREY = "F1F2F3";

    private final StatisticsColumns columns;

    SheetsOfStatistics(StatisticsColumns columns) {
        this.columns = columns;
    }

    @Override
    public byte[] of(StatisticsTable table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LocalDate second = table.compareTo();
        try (Workbook book = new Workbook(out, "OpenCadre", "1.0")) {
            sheet(book, NAMED.format(table.asOf()), "Tính đến ngày " + DAY.format(table.asOf()), table, Line::counts);
            if (second != null && !second.equals(table.asOf())) {
                String since = DAY.format(second);
                sheet(book, NAMED.format(second), "Tính đến ngày " + since, table, Line::compared);
                sheet(
                        book,
                        "Tăng, giảm",
                        "Tăng (+), giảm (-) ngày " + DAY.format(table.asOf()) + " so với ngày " + since,
                        table,
                        Line::differences);
            }
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void sheet(
            Workbook book,
            String name,
            String when,
            StatisticsTable table,
            Function<Line, @Nullable List<Long>> numbers) {
        Worksheet sheet = book.newWorksheet(name);
        int last = LEFT + columns.all().size() - 1;
        sheet.value(0, 0, table.unitName().toUpperCase(Locale.forLanguageTag("vi")));
        sheet.style(0, 0).bold().set();
        across(sheet, 1, last, TITLE, true);
        across(sheet, 2, last, when, false);
        across(sheet, 3, last, "Đơn vị tính: người", false);
        head(sheet, table);
        int at = FIRST;
        for (Line line : table.lines()) {
            line(
                    sheet,
                    at,
                    at == FIRST ? "" : Integer.toString(at - FIRST),
                    line.name().vi(),
                    numbers.apply(line));
            at++;
        }
        sheet.range(FIRST, 0, FIRST, last).style().bold().set();
        for (String note : notes(table)) {
            sheet.value(++at, 0, note);
            sheet.style(at, 0).italic().set();
        }
        sheet.width(0, 6);
        sheet.width(1, 42);
        sheet.freezePane(LEFT, FIRST);
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A3_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(HEAD, NUMBERS);
    }

    private static void across(Worksheet sheet, int row, int last, String text, boolean isBold) {
        sheet.value(row, 0, text);
        sheet.range(row, 0, row, last).merge();
        var style = sheet.style(row, 0).horizontalAlignment("center");
        (isBold ? style.bold().fontSize(14) : style.italic()).set();
    }

    private void head(Worksheet sheet, StatisticsTable table) {
        upright(sheet, 0, "STT");
        upright(sheet, 1, table.by().label().vi());
        sheet.value(NUMBERS, 0, "(1)");
        sheet.value(NUMBERS, 1, "(2)");
        int at = LEFT;
        for (Map.Entry<Breakdown, List<StatisticsColumn>> group :
                columns.groups().entrySet()) {
            int width = group.getValue().size();
            String label = group.getKey().label().vi();
            if (group.getKey() == Breakdown.TOTAL) {
                upright(sheet, at, label);
            } else {
                sheet.value(HEAD, at, label);
                if (width > 1) {
                    sheet.range(HEAD, at, HEAD, at + width - 1).merge();
                }
            }
            for (StatisticsColumn column : group.getValue()) {
                if (group.getKey() != Breakdown.TOTAL) {
                    sheet.value(HEAD + 1, at, column.name().vi());
                }
                sheet.value(NUMBERS, at, "(" + (at + 1) + ")");
                sheet.width(at, 11);
                at++;
            }
        }
        sheet.range(HEAD, 0, NUMBERS, at - 1)
                .style()
                .bold()
                .wrapText(true)
                .fillColor(GREY)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .borderStyle(BorderStyle.THIN)
                .set();
        sheet.rowHeight(HEAD + 1, 60);
    }

    private static void upright(Worksheet sheet, int column, String text) {
        sheet.value(HEAD, column, text);
        sheet.range(HEAD, column, HEAD + 1, column).merge();
    }

    private void line(Worksheet sheet, int row, String number, String name, @Nullable List<Long> numbers) {
        sheet.value(row, 0, number);
        sheet.value(row, 1, name);
        for (int i = 0; i < columns.all().size(); i++) {
            if (numbers == null) {
                sheet.value(row, LEFT + i, "–");
            } else {
                sheet.value(row, LEFT + i, numbers.get(i));
            }
        }
        sheet.range(row, 0, row, LEFT + columns.all().size() - 1)
                .style()
                .borderStyle(BorderStyle.THIN)
                .set();
        sheet.range(row, LEFT, row, LEFT + columns.all().size() - 1)
                .style()
                .horizontalAlignment("right")
                .format("#,##0")
                .set();
    }

    private static List<String> notes(StatisticsTable table) {
        List<String> notes = new ArrayList<>(List.of(
                "Mỗi người tính một lần trong một dòng, dù giữ nhiều chức vụ; các dòng vì thế có thể cộng lại"
                        + " lớn hơn tổng số.",
                "“Chưa rõ”: chưa có thông tin trong hồ sơ, không phải là “không”. Dấu “–”: đơn vị khi đó không"
                        + " tồn tại.",
                "Tuổi tính tròn năm đến ngày thống kê; chỉ biết năm hoặc tháng sinh thì tính từ ngày đầu của"
                        + " năm hoặc tháng đó."));
        if (!table.whole()) {
            notes.add("Chỉ tính những người thuộc phạm vi được xem của người lập; đơn vị còn có thể có người khác.");
        }
        if (!table.exact()) {
            notes.add("Các số được làm tròn đến bội số gần nhất của 5.");
        }
        return notes;
    }
}
