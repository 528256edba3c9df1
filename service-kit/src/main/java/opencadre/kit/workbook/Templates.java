package opencadre.kit.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An empty workbook to fill in: one sheet for each form, its columns, and the words that may stand in them. */
public final class Templates {

    private static final int FILLED = 5_000;
    private static final String WORDS = "Từ dùng được";
    private static final String KEPT =
            "Giữ nguyên: nhờ mã này mà hệ thống biết dòng nào đã sửa. Dòng mới thì để trống.";

    private Templates() {}

    /** The bytes of the book. */
    public static byte[] of(List<SheetForm> forms) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "OpenCadre", "1.0")) {
            for (SheetForm form : forms) {
                sheet(book.newWorksheet(form.name()), form);
            }
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A sheet to be filled with what stands. */
    public record Filled(SheetForm form, Iterator<List<RowExchange.Standing>> pages) {}

    /**
     * A book of what stands, to be changed and sent back. A page of lines is written and forgotten before the next is
     * asked for, so the size of a book is that of its packed bytes.
     */
    public static byte[] filled(List<Filled> sheets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "OpenCadre", "1.0")) {
            for (Filled filled : sheets) {
                SheetForm form = filled.form().takenOut();
                Worksheet sheet = book.newWorksheet(form.name());
                head(sheet, form);
                int row = 1;
                while (filled.pages().hasNext()) {
                    for (RowExchange.Standing line : filled.pages().next()) {
                        line(sheet, row++, form, line);
                    }
                    sheet.flush();
                }
                // What was begun page by page ends before the next sheet begins.
                sheet.finish();
            }
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void line(Worksheet sheet, int row, SheetForm form, RowExchange.Standing line) {
        for (int at = 0; at < form.columns().size(); at++) {
            Column column = form.columns().get(at);
            Object value = column.key().equals(SheetForm.TOKEN)
                    ? line.token().text()
                    : line.values().get(column.key());
            switch (value) {
                case LocalDate day -> {
                    sheet.value(row, at, day);
                    sheet.style(row, at).format("dd/mm/yyyy").set();
                }
                case Integer number -> sheet.value(row, at, number);
                case null, default -> {
                    String text = column.typed(value);
                    if (text != null) {
                        sheet.inlineString(row, at, text);
                    }
                }
            }
        }
    }

    private static void sheet(Worksheet sheet, SheetForm form) {
        head(sheet, form);
        for (int at = 0; at < form.columns().size(); at++) {
            if (form.columns().get(at).kind() == Column.Kind.DAY) {
                sheet.range(1, at, FILLED, at).style().format("dd/mm/yyyy").set();
            }
        }
    }

    private static void head(Worksheet sheet, SheetForm form) {
        sheet.freezePane(0, 1);
        for (int at = 0; at < form.columns().size(); at++) {
            Column column = form.columns().get(at);
            sheet.value(0, at, column.header());
            sheet.style(0, at)
                    .bold()
                    .fillColor(column.required() ? "E8EEF7" : "F4F4F4")
                    .wrapText(true)
                    .set();
            sheet.width(at, Math.max(14, Math.min(40, column.header().length() + 4)));
            comment(sheet, at, column);
        }
    }

    private static void comment(Worksheet sheet, int at, Column column) {
        if (column.key().equals(SheetForm.TOKEN)) {
            sheet.comment(0, at, KEPT);
        } else if (!column.words().isEmpty()) {
            sheet.comment(0, at, WORDS + ": " + String.join("; ", column.words().keySet()));
        }
    }
}
